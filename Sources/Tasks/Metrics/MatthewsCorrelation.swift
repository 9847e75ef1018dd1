// SPDX-License-Identifier: Apache-2.0

/// Correlation of labels and choices over all classes (R_K of Gorodkin 2004), in [−1, 1]; 0 where undefined.
public func matthewsCorrelation(_ choices: [Int], _ labels: [Int]) -> Double {
    let matrix = ConfusionMatrix(choices, labels)
    let total = Double(matrix.total)
    var hits = 0.0
    var products = 0.0
    var chosenSquares = 0.0
    var presentSquares = 0.0
    for label in 0..<matrix.classes {
        let chosen = Double(matrix.chosen(label))
        let present = Double(matrix.present(label))
        hits += Double(matrix.hits(label))
        products += chosen * present
        chosenSquares += chosen * chosen
        presentSquares += present * present
    }
    let spread = (total * total - chosenSquares) * (total * total - presentSquares)
    return spread > 0 ? min(1, max(-1, (hits * total - products) / spread.squareRoot())) : 0
}
