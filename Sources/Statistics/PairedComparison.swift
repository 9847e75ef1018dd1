// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// One method against a reference on one problem, paired by seed.
public struct PairedComparison: Equatable, Sendable {
    /// How a comparison ended.
    public enum Verdict: Equatable, Sendable {
        /// Significant after correction.
        case better, worse
        /// The 90 % interval lies within ± the margin: no difference that matters (two one-sided tests at 5 %).
        case equivalent
        /// Not significant, and not shown to be equal either.
        case noDifferenceShown
        /// Even the clearest outcome could not reach α with so few seeds.
        case cannotDecide(seedsNeeded: Int)

        /// As tables say it.
        public var text: String {
            switch self {
            case .better: "better"
            case .worse: "worse"
            case .equivalent: "tie"
            case .noDifferenceShown: "no difference shown"
            case .cannotDecide(let seeds): "cannot decide (needs ≥ \(seeds) seeds)"
            }
        }
    }

    /// Method minus reference.
    public let difference: MeanInterval
    /// Hodges and Lehmann's estimate of the difference.
    public let location: Double
    /// Exact two-sided signed-rank test.
    public let p: Double
    /// After Holm over the declared family.
    public let adjusted: Double
    /// What follows at the declared level.
    public let verdict: Verdict
    /// Seeds for 80 % power at the difference and spread seen; nil where there is no difference.
    public let seedsForPower: Int?

    /// Compares each list of differences with 0; all of them are one family.
    ///
    /// - Parameters:
    ///   - differences: one for each seed.
    ///   - direction: which way is better.
    ///   - alpha: the family's chance of any false finding.
    ///   - margin: differences within ± this do not matter, in the score's unit.
    public static func family(
        _ differences: [Series<Seeds>], direction: Direction, alpha: Double = 0.05, margin: Double = 0
    ) -> [PairedComparison] {
        let tests = differences.map { Wilcoxon($0.values) }
        let adjusted = MultipleTesting.holm(tests.map(\.p))
        return differences.indices.map { index in
            let values = differences[index].values
            let difference = MeanInterval(values)
            let needed = Wilcoxon.seedsNeeded(alpha: alpha, comparisons: differences.count)
            let location = EffectSize.hodgesLehmann(values)
            let verdict: Verdict =
                if adjusted[index] <= alpha {
                    direction.prefers(location, to: 0) ? .better : .worse
                } else if values.count < needed {
                    .cannotDecide(seedsNeeded: needed)
                } else if let within = MeanInterval(values, level: 1 - 2 * alpha).interval,
                    within.lowerBound >= -margin,
                    within.upperBound <= margin
                {
                    .equivalent
                } else {
                    .noDifferenceShown
                }
            return PairedComparison(
                difference: difference, location: location, p: tests[index].p, adjusted: adjusted[index],
                verdict: verdict,
                seedsForPower: Power.seedsNeeded(
                    difference: difference.mean, deviation: difference.deviation, alpha: alpha,
                    comparisons: differences.count))
        }
    }
}
