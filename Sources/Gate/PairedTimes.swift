// SPDX-License-Identifier: Apache-2.0

import Foundation
import Statistics

/// One pair of fresh processes, one of base and one of head, run one right after the other.
public struct TimePair: Equatable, Sendable {
    /// Which of two processes.
    public enum First: Sendable { case base, head }

    /// Each process's median over its iterations, in one unit.
    public let base: Double
    /// Median of the head's process, in the unit of `base`.
    public let head: Double
    /// Which of the two ran first: rounds are A B B A, so it alternates.
    public let first: First

    public init(base: Double, head: Double, first: First) {
        self.base = base
        self.head = head
        self.first = first
    }

    /// ln(head / base)
    public var logRatio: Double { log(head / base) }
}

/// Paired log ratios of head to base, freed of the effect of the slot.
///
/// The slot effect is what running second costs: half the difference between the median of pairs with base first and
/// that of pairs with head first. It is estimated from the pairs themselves and taken off, so that it moves no median.
public struct PairedTimes: Equatable, Sendable {
    /// As they were measured, in order.
    public let pairs: [TimePair]
    /// Log ratios by pair, freed of the slot effect.
    public let differences: [Double]
    /// Extra log time of the second slot.
    public let slotEffect: Double

    /// Estimates the slot effect and takes it off.
    public init(_ pairs: [TimePair]) {
        self.pairs = pairs
        let second = pairs.filter { $0.first == .base }.map(\.logRatio)
        let first = pairs.filter { $0.first == .head }.map(\.logRatio)
        let effect =
            second.isEmpty || first.isEmpty ? 0 : (Descriptive.median(second) - Descriptive.median(first)) / 2
        slotEffect = effect
        differences = pairs.map { $0.logRatio - ($0.first == .base ? effect : -effect) }
    }

    /// Hodges and Lehmann's change of head against base: 0.05 is 5 % more.
    public var change: Double { exp(EffectSize.hodgesLehmann(differences)) - 1 }

    /// One-sided exact signed-rank p for: the median change is at most `margin`.
    public func slower(beyond margin: Double) -> Double {
        Wilcoxon(differences.map { $0 - log(1 + margin) }, .greater).p
    }

    /// One-sided exact signed-rank p for: head is at most `margin` faster than base.
    public func faster(beyond margin: Double) -> Double {
        Wilcoxon(differences.map { $0 + log(1 + margin) }, .less).p
    }

    /// The distribution-free interval of the change that the signed-rank test inverts to, or nil below the number of
    /// pairs at which it can have that level.
    public func interval(level: Double = 0.95) -> ClosedRange<Double>? {
        SignedRankInterval.interval(differences, level: level).map {
            (exp($0.lowerBound) - 1)...(exp($0.upperBound) - 1)
        }
    }
}

/// Hodges–Lehmann intervals: order statistics of the Walsh averages, at the exact level of the signed-rank test.
public enum SignedRankInterval {
    /// Two-sided interval of the median at `level` or a little more; nil where n is too small for it.
    public static func interval(_ differences: [Double], level: Double) -> ClosedRange<Double>? {
        let n = differences.count
        let averages = walshAverages(differences)
        guard let cut = rank(n, tail: (1 - level) / 2) else { return nil }
        return averages[cut]...averages[averages.count - 1 - cut]
    }

    /// One-sided upper bound of the median at `level`; nil where n is too small.
    public static func upperBound(_ differences: [Double], level: Double) -> Double? {
        guard let cut = rank(differences.count, tail: 1 - level) else { return nil }
        let averages = walshAverages(differences)
        return averages[averages.count - 1 - cut]
    }

    /// The largest c with P(W ≤ c) ≤ tail under the null of n signs, W the positive rank sum.
    static func rank(_ n: Int, tail: Double) -> Int? {
        guard n > 0, n <= 200 else { return nil }
        let top = n * (n + 1) / 2
        var ways = [Double](repeating: 0, count: top + 1)
        ways[0] = 1
        var reached = 0
        for rank in 1...n {
            reached += rank
            for sum in stride(from: reached, through: rank, by: -1) { ways[sum] += ways[sum - rank] }
            for sum in 0...reached { ways[sum] *= 0.5 }
        }
        var below = 0.0
        var cut: Int?
        for sum in 0...top {
            below += ways[sum]
            if below > tail { break }
            cut = sum
        }
        return cut
    }

    private static func walshAverages(_ values: [Double]) -> [Double] {
        var averages: [Double] = []
        averages.reserveCapacity(values.count * (values.count + 1) / 2)
        for (index, value) in values.enumerated() {
            for other in values[index...] { averages.append((value + other) / 2) }
        }
        return averages.sorted()
    }
}
