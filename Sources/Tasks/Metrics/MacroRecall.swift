// SPDX-License-Identifier: Apache-2.0

/// Mean over the classes that occur of the share of their samples that are found; an undefined share counts as 0.
public func macroRecall(_ choices: [Int], _ labels: [Int]) -> Double {
    let matrix = ConfusionMatrix(choices, labels)
    return mean(matrix.occurring.map { matrix.recall($0) })
}
