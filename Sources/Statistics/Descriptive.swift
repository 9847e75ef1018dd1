// SPDX-License-Identifier: Apache-2.0

/// Summaries of a sample. All are NaN for an empty one.
public enum Descriptive {
    /// Arithmetic mean; not a number for no values.
    public static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    }

    /// Sample variance (n − 1); 0 for one value.
    public static func variance(_ values: [Double]) -> Double {
        guard values.count > 1 else { return values.isEmpty ? .nan : 0 }
        let mean = mean(values)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }

    /// Standard deviation of a sample (n − 1).
    public static func deviation(_ values: [Double]) -> Double { variance(values).squareRoot() }

    /// The middle value, or the mean of the two in the middle.
    public static func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

    /// Linear interpolation between order statistics at position q·(n − 1).
    public static func quantile(_ values: [Double], _ q: Double) -> Double { quantile(sorted: values.sorted(), q) }

    static func quantile(sorted: [Double], _ q: Double) -> Double {
        guard let last = sorted.last else { return .nan }
        let position = min(1, max(0, q)) * Double(sorted.count - 1)
        let below = Int(position)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
    }

    /// Interquartile mean: the mean of what is left after cutting ⌊n/4⌋ values from each end
    /// (Agarwal et al., "Deep Reinforcement Learning at the Edge of the Statistical Precipice", NeurIPS 2021).
    public static func interquartileMean(_ values: [Double]) -> Double {
        let cut = values.count / 4
        let sorted = values.sorted()
        return mean(Array(sorted[cut..<(sorted.count - cut)]))
    }

    /// How far scores stay below a target on average: γ − mean(min(x, γ)).
    public static func optimalityGap(_ values: [Double], target: Double = 1) -> Double {
        target - mean(values.map { min($0, target) })
    }

    /// Median over strata of their means.
    public static func medianOfMeans<Fixed, Along>(_ strata: Strata<Fixed, Along>) -> Double {
        median(strata.series.map { mean($0.values) })
    }
}
