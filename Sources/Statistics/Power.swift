// SPDX-License-Identifier: Apache-2.0

/// How many seeds a paired comparison needs (normal approximation with one seed added for the estimated spread).
public enum Power {
    /// Seeds to detect a mean difference with a two-sided test; nil if there is no difference to detect.
    public static func seedsNeeded(
        difference: Double, deviation: Double, alpha: Double = 0.05, power: Double = 0.8, comparisons: Int = 1
    ) -> Int? {
        guard difference != 0, difference.isFinite, deviation.isFinite else { return nil }
        let level = alpha / Double(max(1, comparisons))
        let z = Normal.quantile(1 - level / 2) + Normal.quantile(power)
        let count = z * deviation / difference
        let needed = (count * count).rounded(.up) + 1
        guard needed < 1e9 else { return nil }
        return max(Wilcoxon.seedsNeeded(alpha: alpha, comparisons: comparisons), Int(needed))
    }

    /// The smallest mean difference that `seeds` detect.
    public static func detectable(
        seeds: Int, deviation: Double, alpha: Double = 0.05, power: Double = 0.8, comparisons: Int = 1
    ) -> Double {
        guard seeds > 1 else { return .infinity }
        let level = alpha / Double(max(1, comparisons))
        let z = Normal.quantile(1 - level / 2) + Normal.quantile(power)
        return z * deviation / Double(seeds - 1).squareRoot()
    }
}
