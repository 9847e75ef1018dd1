// SPDX-License-Identifier: Apache-2.0

/// What is compared, from what cannot lie to what only advises.
public enum Tier: Int, CaseIterable, Sendable, Comparable {
    /// Digests, counts of operations, parameters, allocations, output bytes: equal or not.
    case exact = 0
    /// User instructions of a pinned process.
    case counts = 1
    /// Wall time and peak memory of paired fresh processes.
    case time = 2
    /// Scores of paired seeds.
    case quality = 3
    /// The nightly series; advises, never blocks.
    case history = 4

    /// As reports call it.
    public var title: String {
        switch self {
        case .exact: "exact"
        case .counts: "instruction counts"
        case .time: "time and memory"
        case .quality: "quality"
        case .history: "history"
        }
    }

    public static func < (one: Tier, other: Tier) -> Bool { one.rawValue < other.rawValue }
}

/// What a comparison of head with base concludes.
public enum Judgement: String, CaseIterable, Sendable {
    /// The bound on a loss lies below what is tolerated.
    case equivalent
    /// Better beyond the margin; never blocks.
    case improved
    /// The data cannot tell; says what it would take.
    case inconclusive
    /// Another machine, another recipe or nothing to compare with.
    case incomparable
    /// Better here and worse there: speed bought with quality, or the other way round.
    case traded
    /// Worse beyond the margin.
    case regressed
}

/// One comparison: a benchmark or cell, a metric, a conclusion with what it rests on.
public struct Finding: Equatable, Sendable {
    /// Which tier compared.
    public var tier: Tier
    /// A benchmark, or a cell: "latent / concat / pdmp".
    public var subject: String
    /// What was measured: "time", "memory", "test/accuracy".
    public var metric: String
    /// What follows.
    public var judgement: Judgement
    /// Relative change of head against base for costs (0.05: 5 % more), difference of scores for quality; nil where it
    /// has no size.
    public var change: Double?
    /// Interval of `change`; nil where none can be given.
    public var interval: ClosedRange<Double>?
    /// Pairs of processes or of seeds.
    public var pairs: Int
    /// What is tolerated, in the unit of `change`.
    public var margin: Double
    /// The smallest change that this comparison would have found with the wanted power.
    public var detectable: Double?
    /// Pairs that the wanted power at the margin would need, if more than there are.
    public var pairsNeeded: Int?
    /// One sentence: why, or what to do.
    public var note: String

    public init(
        tier: Tier, subject: String, metric: String, judgement: Judgement, change: Double? = nil,
        interval: ClosedRange<Double>? = nil, pairs: Int = 0, margin: Double = 0, detectable: Double? = nil,
        pairsNeeded: Int? = nil, note: String = ""
    ) {
        self.tier = tier
        self.subject = subject
        self.metric = metric
        self.judgement = judgement
        self.change = change
        self.interval = interval
        self.pairs = pairs
        self.margin = margin
        self.detectable = detectable
        self.pairsNeeded = pairsNeeded
        self.note = note
    }

    /// Costs are better when smaller; quality findings carry differences with "up is better" already applied.
    public var isCost: Bool { tier == .counts || tier == .time }
}
