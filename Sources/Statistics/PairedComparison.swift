// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// One method against a baseline on one problem, paired by seed.
public struct PairedComparison: Equatable, Sendable {
    public enum Verdict: Equatable, Sendable {
        case better, worse
        case noDifferenceShown
        /// Even the clearest outcome could not reach α with so few seeds.
        case cannotDecide(seedsNeeded: Int)

        public var text: String {
            switch self {
            case .better: "better"
            case .worse: "worse"
            case .noDifferenceShown: "no difference shown"
            case .cannotDecide(let seeds): "cannot decide (needs ≥ \(seeds) seeds)"
            }
        }
    }

    /// Method minus baseline.
    public let difference: MeanInterval
    public let p: Double
    /// After Holm over the declared family.
    public let adjusted: Double
    public let verdict: Verdict

    /// Compares each list of differences with 0; all of them are one family.
    public static func family(
        _ differences: [[Double]], direction: Direction, alpha: Double = 0.05
    ) -> [PairedComparison] {
        let tests = differences.map { Wilcoxon($0) }
        let adjusted = holm(tests.map(\.p))
        return differences.indices.map { index in
            let difference = MeanInterval(differences[index])
            let needed = Wilcoxon.seedsNeeded(alpha: alpha, comparisons: differences.count)
            let verdict: Verdict =
                if adjusted[index] <= alpha {
                    direction.prefers(difference.mean, to: 0) ? .better : .worse
                } else if differences[index].count < needed {
                    .cannotDecide(seedsNeeded: needed)
                } else {
                    .noDifferenceShown
                }
            return PairedComparison(
                difference: difference, p: tests[index].p, adjusted: adjusted[index], verdict: verdict)
        }
    }
}
