// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A point estimate with an interval, and whether the interval can be trusted.
public struct Estimate: Equatable, Sendable {
    /// Seeds below which a bootstrap interval is not promised to cover.
    public static let enoughSeeds = 10

    /// The number itself.
    public let value: Double
    /// How sure it is; nil where nothing can be said.
    public let interval: ClosedRange<Double>?
    /// How the interval was made, in words.
    public let method: String
    /// Seeds of the smallest problem.
    public let seeds: Int
    /// Says so where the interval is not promised to cover; empty otherwise.
    public var caution: String {
        interval != nil && seeds < Estimate.enoughSeeds ? "interval not reliable at n = \(seeds)" : ""
    }

    /// A method's interquartile mean over problems × seeds, with a stratified bootstrap interval.
    public static func interquartileMean(
        _ scores: Strata<Problems, Seeds>, level: Double = 0.95, key: RandomKey
    ) -> Estimate? {
        aggregate(scores, Bootstrap.interquartileMean, "expanded stratified bootstrap", level, key)
    }

    /// A method's mean over problems × seeds, with a stratified bootstrap interval.
    public static func mean(_ scores: Strata<Problems, Seeds>, level: Double = 0.95, key: RandomKey) -> Estimate? {
        aggregate(scores, Bootstrap.mean, "expanded stratified bootstrap", level, key)
    }

    private static func aggregate(
        _ scores: Strata<Problems, Seeds>, _ statistic: Bootstrap.Statistic, _ method: String, _ level: Double,
        _ key: RandomKey
    ) -> Estimate? {
        guard let seeds = scores.series.map(\.values.count).min() else { return nil }
        let interval =
            seeds >= 2
            ? Bootstrap.interval(
                scores, statistic, level: level, count: scores.values.count > 2000 ? 1000 : 2000, key: key) : nil
        return Estimate(value: statistic(scores.values.sorted()), interval: interval, method: method, seeds: seeds)
    }
}
