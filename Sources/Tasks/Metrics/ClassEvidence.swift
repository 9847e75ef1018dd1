// SPDX-License-Identifier: Apache-2.0

import Networks

/// One class per sample: scores of all classes and the right one.
public struct ClassEvidence: MetricEvidence {
    /// How many classes there are.
    public let classes: Int
    /// Logits `[samples, classes]`
    public let scores: [Float]
    /// The right class of each row.
    public let labels: [Int]

    public init(classes: Int, scores: [Float], labels: [Int]) {
        precondition(scores.count == classes * labels.count, "\(scores.count) scores, \(labels.count) × \(classes)")
        self.classes = classes
        self.scores = scores
        self.labels = labels
    }

    public var count: Int { labels.count }

    public func reordered(_ order: [Int]) -> ClassEvidence {
        ClassEvidence(classes: classes, scores: order.flatMap { row($0) }, labels: order.map { labels[$0] })
    }

    func row(_ sample: Int) -> ArraySlice<Float> { scores[sample * classes..<(sample + 1) * classes] }

    /// All samples' scores of one class.
    public func column(_ label: Int) -> [Double] { (0..<count).map { Double(scores[$0 * classes + label]) } }

    /// The class with the largest score of each sample; the first of equals.
    public var choices: [Int] {
        (0..<count).map { sample in
            let row = Array(row(sample))
            return row.indices.reduce(0) { row[$1] > row[$0] ? $1 : $0 }
        }
    }

    /// Softmax of one sample's scores, in float64.
    func probabilities(_ sample: Int) -> [Double] {
        let row = row(sample).map { Double($0) }
        let top = row.max() ?? 0
        let powers = row.map { Elementary.exp($0 - top) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }

    /// Probability of the choice of each sample, and whether it is right.
    var confidences: [(probability: Double, right: Bool)] {
        let choices = choices
        return (0..<count).map { (probabilities($0)[choices[$0]], choices[$0] == labels[$0]) }
    }
}
