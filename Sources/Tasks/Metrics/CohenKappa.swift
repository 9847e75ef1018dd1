// SPDX-License-Identifier: Apache-2.0

/// Agreement beyond chance, (observed − expected) / (1 − expected), in [−1, 1]; 0 where undefined (Cohen 1960).
public func cohenKappa(_ choices: [Int], _ labels: [Int]) -> Double {
    let matrix = ConfusionMatrix(choices, labels)
    let total = Double(matrix.total)
    guard total > 0 else { return 0 }
    var observed = 0.0
    var expected = 0.0
    for label in 0..<matrix.classes {
        observed += Double(matrix.hits(label)) / total
        expected += Double(matrix.chosen(label)) * Double(matrix.present(label)) / (total * total)
    }
    return expected < 1 ? (observed - expected) / (1 - expected) : 0
}
