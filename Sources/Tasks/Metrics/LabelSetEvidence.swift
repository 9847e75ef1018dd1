// SPDX-License-Identifier: Apache-2.0

/// Any number of classes per sample: a score for each, above 0 meaning yes.
public struct LabelSetEvidence: MetricEvidence {
    /// How many classes there are.
    public let classes: Int
    /// `[samples, classes]`
    public let scores: [Float]
    /// `[rows, classes]`: whether the class holds.
    public let labels: [Bool]

    public init(classes: Int, scores: [Float], labels: [Bool]) {
        precondition(classes > 0 && scores.count == labels.count && scores.count % classes == 0)
        self.classes = classes
        self.scores = scores
        self.labels = labels
    }

    public var count: Int { labels.count / classes }

    public func reordered(_ order: [Int]) -> LabelSetEvidence {
        let places = order.flatMap { sample in (0..<classes).map { sample * classes + $0 } }
        return LabelSetEvidence(
            classes: classes, scores: places.map { scores[$0] }, labels: places.map { labels[$0] })
    }

    func column(_ label: Int) -> (labels: [Bool], scores: [Float]) {
        let places = stride(from: label, to: labels.count, by: classes)
        return (places.map { labels[$0] }, places.map { scores[$0] })
    }
}
