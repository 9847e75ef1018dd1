// SPDX-License-Identifier: Apache-2.0

/// Mean of the classes' F1 = 2·tp / (2·tp + fp + fn), in [0, 1].
///
/// Classes are those that occur among labels or choices; an undefined F1 counts as 0 (scikit-learn's convention).
public func macroF1(_ choices: [Int], _ labels: [Int]) -> Double {
    let matrix = ConfusionMatrix(choices, labels)
    return mean(matrix.occurring.map { matrix.f1($0) })
}
