// SPDX-License-Identifier: Apache-2.0

/// How many seeds a paired comparison by signed ranks needs: the normal approximation, with Guenther's (1981) correction for
/// an estimated spread, z²/2, and the signed-rank test's efficiency of 3/π on normal differences.
public enum Power {
    private static let efficiency = 3 / Double.pi

    /// Seeds to detect a mean difference with a two-sided test; nil if there is no difference to detect.
    public static func seedsNeeded(
        difference: Double, deviation: Double, alpha: Double = 0.05, power: Double = 0.8, comparisons: Int = 1
    ) -> Int? {
        guard difference != 0, difference.isFinite, deviation.isFinite else { return nil }
        let level = alpha / Double(max(1, comparisons))
        let tail = Normal.quantile(1 - level / 2)
        let count = (tail + Normal.quantile(power)) * deviation / difference
        let needed = (count * count / efficiency + tail * tail / 2).rounded(.up)
        guard needed < 1e9 else { return nil }
        return max(Wilcoxon.seedsNeeded(alpha: alpha, comparisons: comparisons), Int(needed))
    }

    /// The smallest mean difference that `seeds` detect.
    public static func detectable(
        seeds: Int, deviation: Double, alpha: Double = 0.05, power: Double = 0.8, comparisons: Int = 1
    ) -> Double {
        let level = alpha / Double(max(1, comparisons))
        let tail = Normal.quantile(1 - level / 2)
        let effective = (Double(seeds) - tail * tail / 2) * efficiency
        guard effective > 0 else { return .infinity }
        return (tail + Normal.quantile(power)) * deviation / effective.squareRoot()
    }
}
