// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// How large a difference is, whatever its significance.
public enum EffectSize {
    /// Hodges and Lehmann's location of paired differences: the median of the means of all pairs, each value with itself
    /// too. Above 2,000 differences every k-th of the sorted ones stands for all, so that time stays bounded.
    public static func hodgesLehmann(_ differences: [Double]) -> Double {
        var values = differences.sorted()
        if values.count > 2000 {
            let stride = (values.count + 1999) / 2000
            values = Swift.stride(from: stride / 2, to: values.count, by: stride).map { values[$0] }
        }
        var means: [Double] = []
        means.reserveCapacity(values.count * (values.count + 1) / 2)
        for (index, value) in values.enumerated() {
            for other in values[index...] { means.append((value + other) / 2) }
        }
        return Descriptive.median(means)
    }

    /// Cliff's δ: P(x > y) − P(x < y).
    public static func cliffsDelta(_ x: [Double], _ y: [Double]) -> Double { 2 * superiority(x, y) - 1 }

    /// Vargha and Delaney's A12: P(x > y) + P(x = y)/2.
    public static func superiority(_ x: [Double], _ y: [Double]) -> Double {
        guard !x.isEmpty, !y.isEmpty else { return .nan }
        return MannWhitney.statistic(x, y) / Double(x.count * y.count)
    }

    /// Mean over standard deviation of paired differences.
    public static func cohensD(_ differences: [Double]) -> Double {
        Descriptive.mean(differences) / Descriptive.deviation(differences)
    }

    /// The chance that a run of one method beats a run of the other on a problem drawn from those that both have: the
    /// mean over problems of A12 (Agarwal et al. 2021).
    public static func probabilityOfImprovement(
        _ x: Strata<Problems, Seeds>, over y: Strata<Problems, Seeds>, _ direction: Direction = .higherIsBetter
    ) -> Double {
        var other: [String: [Double]] = [:]
        for (label, series) in zip(y.labels, y.series) { other[label] = series.values }
        let chances = zip(x.labels, x.series).compactMap { label, series in
            other[label].map { superiority(series.values, $0) }
        }
        let chance = Descriptive.mean(chances)
        return direction == .higherIsBetter ? chance : 1 - chance
    }

    /// Its interval: the seeds of each method and problem are drawn again on their own.
    public static func probabilityInterval(
        _ x: Strata<Problems, Seeds>, over y: Strata<Problems, Seeds>, _ direction: Direction = .higherIsBetter,
        level: Double = 0.95, count: Int = 1000, key: RandomKey
    ) -> ClosedRange<Double>? {
        guard !x.series.isEmpty, !y.series.isEmpty else { return nil }
        let chances = (0..<count).map { number in
            var stream = key.fold("improvement").fold(number).stream()
            func again(_ strata: Strata<Problems, Seeds>) -> Strata<Problems, Seeds> {
                Strata(
                    strata.labels,
                    strata.series.map { series in
                        Series(
                            series.labels, series.values.map { _ in series.values[stream.below(series.values.count)] })
                    })
            }
            let first = again(x)
            return probabilityOfImprovement(first, over: again(y), direction)
        }.filter(\.isFinite).sorted()
        guard !chances.isEmpty else { return nil }
        let tail = (1 - level) / 2
        return Descriptive.quantile(sorted: chances, tail)...Descriptive.quantile(sorted: chances, 1 - tail)
    }
}
