// SPDX-License-Identifier: Apache-2.0

/// Generated texts with the texts that would be right, cut into words.
public struct TextEvidence: MetricEvidence {
    /// The texts that were written, word by word.
    public let hypotheses: [[String]]
    /// By text, one reference or more.
    public let references: [[[String]]]

    public init(hypotheses: [[String]], references: [[[String]]]) {
        precondition(hypotheses.count == references.count, "\(hypotheses.count) texts, \(references.count) references")
        self.hypotheses = hypotheses
        self.references = references
    }

    public var count: Int { hypotheses.count }

    public func reordered(_ order: [Int]) -> TextEvidence {
        TextEvidence(hypotheses: order.map { hypotheses[$0] }, references: order.map { references[$0] })
    }
}
