// SPDX-License-Identifier: Apache-2.0

/// Mean over the classes with samples of the share that is found, in [0, 1]: chance is one over their number.
public func balancedAccuracy(_ choices: [Int], _ labels: [Int]) -> Double {
    let matrix = ConfusionMatrix(choices, labels)
    return mean(matrix.occurring.filter { matrix.present($0) > 0 }.map { matrix.recall($0) })
}
