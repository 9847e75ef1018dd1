// SPDX-License-Identifier: Apache-2.0

/// Mean over the classes that occur of the share of their choices that are right; an undefined share counts as 0.
public func macroPrecision(_ choices: [Int], _ labels: [Int]) -> Double {
    let matrix = ConfusionMatrix(choices, labels)
    return mean(matrix.occurring.map { matrix.precision($0) })
}
