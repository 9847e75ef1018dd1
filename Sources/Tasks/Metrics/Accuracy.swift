// SPDX-License-Identifier: Apache-2.0

/// Share of rows whose choice is the label, in [0, 1]; 0 for no rows.
public func accuracy(_ choices: [Int], _ labels: [Int]) -> Double {
    precondition(choices.count == labels.count, "\(choices.count) choices, \(labels.count) labels")
    guard !labels.isEmpty else { return 0 }
    return Double(zip(choices, labels).filter { $0 == $1 }.count) / Double(labels.count)
}
