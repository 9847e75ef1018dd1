// SPDX-License-Identifier: Apache-2.0

/// Mean of the classes' F1, each weighted by the number of its samples, in [0, 1].
public func weightedF1(_ choices: [Int], _ labels: [Int]) -> Double {
    let matrix = ConfusionMatrix(choices, labels)
    guard matrix.total > 0 else { return 0 }
    return matrix.occurring.reduce(0) { $0 + Double(matrix.present($1)) * matrix.f1($1) } / Double(matrix.total)
}
