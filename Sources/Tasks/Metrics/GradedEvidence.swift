// SPDX-License-Identifier: Apache-2.0

/// Queries against items of graded relevance.
public struct GradedEvidence: MetricEvidence {
    /// Items that each query ranks.
    public let items: Int
    /// `[queries, items]`, at least 0
    public let relevance: [Double]
    /// `[queries, items]`, larger first.
    public let scores: [Float]

    public init(items: Int, relevance: [Double], scores: [Float]) {
        precondition(items > 0 && relevance.count == scores.count && scores.count % items == 0)
        self.items = items
        self.relevance = relevance
        self.scores = scores
    }

    public var count: Int { scores.count / items }

    public func reordered(_ order: [Int]) -> GradedEvidence {
        let places = order.flatMap { query in (0..<items).map { query * items + $0 } }
        return GradedEvidence(
            items: items, relevance: places.map { relevance[$0] }, scores: places.map { scores[$0] })
    }
}
