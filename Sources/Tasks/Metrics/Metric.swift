// SPDX-License-Identifier: Apache-2.0

import Networks

/// What a metric looks at: independent samples in any order.
public protocol MetricEvidence: Sendable {
    /// Number of samples.
    var count: Int { get }
    /// The same samples in another order; metrics must not notice.
    func reordered(_ order: [Int]) -> Self
}

/// A function of evidence with a direction and a range.
public struct MetricEntry: RegistryEntry {
    public let card: Card
    /// Which way is better.
    public let direction: Direction
    /// Where every value lies.
    public let range: ClosedRange<Double>
    /// What it looks at, for messages and tests.
    public let evidence: any MetricEvidence.Type
    /// nil for evidence of another kind.
    public let value: @Sendable (any MetricEvidence) -> Double?

    init<E: MetricEvidence>(
        _ id: String, _ title: String, _ direction: Direction, in range: ClosedRange<Double>, _ summary: String,
        _ compute: @escaping @Sendable (E) -> Double
    ) {
        card = Card(id: id, title: title, summary: summary)
        self.direction = direction
        self.range = range
        evidence = E.self
        value = { evidence in (evidence as? E).map(compute) }
    }
}

extension MetricEntry {
    /// How a task that reports this metric names it.
    public var measure: Measure { Measure(card.id, direction) }
}
