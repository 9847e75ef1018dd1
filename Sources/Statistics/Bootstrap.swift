// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Stratified bootstrap: the values of each stratum are drawn again on their own, with replacement, along an axis of
/// replicates. Problems or methods are no replicates; handing them in does not compile.
public enum Bootstrap {
    /// How an interval is read off the replicates.
    public enum Method: String, Sendable {
        /// The percentiles themselves. Too narrow for few replicates: about 90 % at n = 10.
        case percentile
        /// Percentiles moved outwards so that the mean's interval has Student's width (Hesterberg, "What Teachers Should
        /// Know About the Bootstrap", The American Statistician 2015).
        case expanded
        /// Bias-corrected and accelerated (Efron 1987).
        case accelerated
    }

    /// What is estimated from all values together, given sorted.
    public typealias Statistic = @Sendable (_ sorted: [Double]) -> Double

    /// The mean of the middle half.
    public static let interquartileMean: Statistic = { sorted in
        let cut = sorted.count / 4
        var sum = 0.0
        for value in sorted[cut..<(sorted.count - cut)] { sum += value }
        return sum / Double(sorted.count - 2 * cut)
    }
    /// The arithmetic mean.
    public static let mean: Statistic = { Descriptive.mean($0) }
    /// The middle value.
    public static let median: Statistic = { Descriptive.quantile(sorted: $0, 0.5) }

    /// The statistic of each replicate, in the order of draws.
    public static func replicates<Fixed, Along: ReplicateAxis>(
        _ strata: Strata<Fixed, Along>, _ statistic: Statistic, count: Int, key: RandomKey
    ) -> [Double] {
        let pooled = strata.values
        let order = pooled.indices.sorted { pooled[$0] == pooled[$1] ? $0 < $1 : pooled[$0] < pooled[$1] }
        let sorted = order.map { pooled[$0] }
        var rank = [Int](repeating: 0, count: pooled.count)
        for (position, index) in order.enumerated() { rank[index] = position }
        // A replicate is how often each value was drawn, so nothing is sorted again.
        var drawn = [Int](repeating: 0, count: pooled.count)
        var replicate: [Double] = []
        replicate.reserveCapacity(pooled.count)
        return (0..<count).map { number in
            for index in drawn.indices { drawn[index] = 0 }
            var stream = key.fold("bootstrap").fold(number).stream()
            var start = 0
            for series in strata.series {
                let size = series.values.count
                for _ in 0..<size { drawn[rank[start + stream.below(size)]] += 1 }
                start += size
            }
            replicate.removeAll(keepingCapacity: true)
            for (position, times) in drawn.enumerated() {
                for _ in 0..<times { replicate.append(sorted[position]) }
            }
            return statistic(replicate)
        }
    }

    /// A two-sided interval of coverage `level`; nil for no values.
    public static func interval<Fixed, Along: ReplicateAxis>(
        _ strata: Strata<Fixed, Along>, _ statistic: Statistic, method: Method = .expanded, level: Double = 0.95,
        count: Int = 2000, key: RandomKey
    ) -> ClosedRange<Double>? {
        let values = strata.values
        guard !values.isEmpty else { return nil }
        let replicates = replicates(strata, statistic, count: count, key: key).sorted()
        let tail = (1 - level) / 2
        let bounds: (Double, Double)
        switch method {
        case .percentile: bounds = (tail, 1 - tail)
        case .expanded:
            // Within strata of n values, replicates spread √((n − 1)/n) too little, and the spread itself is estimated.
            let degrees = Double(values.count - strata.series.count)
            guard degrees >= 1 else { return nil }
            let size = Double(values.count) / Double(strata.series.count)
            let reach = StudentT.quantile(1 - tail, degrees: degrees) * (size / (size - 1)).squareRoot()
            bounds = (Normal.cumulative(-reach), Normal.cumulative(reach))
        case .accelerated:
            let (bias, acceleration) = corrections(strata, statistic, replicates)
            func moved(_ z: Double) -> Double {
                Normal.cumulative(bias + (bias + z) / (1 - acceleration * (bias + z)))
            }
            bounds = (moved(Normal.quantile(tail)), moved(Normal.quantile(1 - tail)))
        }
        let low = Descriptive.quantile(sorted: replicates, bounds.0)
        let high = Descriptive.quantile(sorted: replicates, bounds.1)
        return min(low, high)...max(low, high)
    }

    /// Bias z₀ and acceleration a, the latter by leaving out one value at a time.
    private static func corrections<Fixed, Along>(
        _ strata: Strata<Fixed, Along>, _ statistic: Statistic, _ replicates: [Double]
    ) -> (Double, Double) {
        let sorted = strata.values.sorted()
        let whole = statistic(sorted)
        let below = replicates.reduce(0.0) { $0 + ($1 < whole ? 1 : $1 == whole ? 0.5 : 0) }
        let share = min(
            1 - 0.5 / Double(replicates.count), max(0.5 / Double(replicates.count), below / Double(replicates.count)))
        guard sorted.count > 1 else { return (Normal.quantile(share), 0) }
        let left = sorted.indices.map { index in
            var rest = sorted
            rest.remove(at: index)
            return statistic(rest)
        }
        let mean = Descriptive.mean(left)
        let squares = left.reduce(0) { $0 + (mean - $1) * (mean - $1) }
        let cubes = left.reduce(0) { $0 + (mean - $1) * (mean - $1) * (mean - $1) }
        let scale = squares * squares.squareRoot()
        return (Normal.quantile(share), scale > 0 ? cubes / (6 * scale) : 0)
    }
}
