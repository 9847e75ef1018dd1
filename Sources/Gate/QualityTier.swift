// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// Non-inferiority of scores with paired seeds: equal digests pass without statistics; otherwise one-sided bounds
/// against a declared margin, Holm over all metrics of the suite.
public struct QualityTier: Sendable {
    /// Loss that is tolerated where a comparison declares none, in the metric's own unit (0.003: 0.3 points of accuracy).
    public var margin: Double
    /// One-sided level over all comparisons, after Holm.
    public var level: Double

    public init(margin: Double = 0.003, level: Double = 0.01) {
        self.margin = margin
        self.level = level
    }

    /// A cell and metric, with the scores of base and head by seed.
    public struct Comparison: Sendable {
        /// A cell without its seed.
        public var subject: String
        /// The metric's name with its split.
        public var metric: String
        /// Which way is better.
        public var direction: Direction
        /// head − base by seed, in the order of seeds.
        public var differences: [Double]
        /// Whether every paired run has the same digest.
        public var identical: Bool
        /// Loss that is tolerated; nil takes the tier's.
        public var margin: Double?

        public init(
            subject: String, metric: String, direction: Direction, differences: [Double], identical: Bool,
            margin: Double? = nil
        ) {
            self.subject = subject
            self.metric = metric
            self.direction = direction
            self.differences = differences
            self.identical = identical
            self.margin = margin
        }

        /// Differences with up as better.
        var gains: [Double] { direction == .higherIsBetter ? differences : differences.map { -$0 } }
    }

    /// Judges each comparison; all of them are one family.
    public func findings(_ comparisons: [Comparison]) -> [Finding] {
        let open = comparisons.indices.filter { !comparisons[$0].identical }
        func adjusted(_ values: (Comparison) -> [Double]) -> [Double] {
            MultipleTesting.holm(open.map { p(values(comparisons[$0]), family: open.count) })
        }
        let losses = adjusted { comparison in comparison.gains.map { -$0 - self.margin(of: comparison) } }
        let gains = adjusted(\.gains)
        var findings = comparisons.map { comparison in
            Finding(
                tier: .quality, subject: comparison.subject, metric: comparison.metric, judgement: .equivalent,
                change: 0, pairs: comparison.differences.count, margin: margin(of: comparison), note: "the same bits")
        }
        for (position, index) in open.enumerated() {
            findings[index] = finding(
                comparisons[index], loss: losses[position], gain: gains[position], family: open.count)
        }
        return findings
    }

    private func margin(of comparison: Comparison) -> Double { comparison.margin ?? margin }

    /// One-sided p for "the centre is at most 0": the exact signed-rank test where n can reach the level that Holm asks of
    /// the smallest of a family, the paired t test below.
    func p(_ values: [Double], family: Int) -> Double {
        guard values.count >= 2 else { return 1 }
        if usesRanks(values.count, family: family) { return Wilcoxon(values, .greater).p }
        let deviation = Descriptive.deviation(values)
        let mean = Descriptive.mean(values)
        guard deviation > 0 else { return mean > 0 ? 0 : 1 }
        let t = mean / (deviation / Double(values.count).squareRoot())
        return 1 - StudentT.cumulative(t, degrees: Double(values.count - 1))
    }

    func usesRanks(_ count: Int, family: Int) -> Bool {
        var smallest = 1.0
        for _ in 0..<min(count, 64) { smallest /= 2 }
        return smallest <= level / Double(max(1, family))
    }

    private func finding(_ comparison: Comparison, loss: Double, gain: Double, family: Int) -> Finding {
        let gains = comparison.gains
        let margin = margin(of: comparison)
        let deviation = Descriptive.deviation(gains)
        let mean = gains.isEmpty ? Double.nan : Descriptive.mean(gains)
        var finding = Finding(
            tier: .quality, subject: comparison.subject, metric: comparison.metric, judgement: .inconclusive,
            change: mean.isFinite ? mean : nil, interval: meanInterval(gains), pairs: gains.count, margin: margin,
            detectable: detectable(count: gains.count, deviation: deviation, margin: margin, family: family),
            note: usesRanks(gains.count, family: family)
                ? "" : "paired t: \(gains.count) seeds cannot reach \(level) by ranks")
        if loss <= level {
            finding.judgement = .regressed
            return finding
        }
        finding.pairsNeeded = seedsNeeded(deviation: deviation, margin: margin, family: family)
        if gain <= level, mean > margin {
            finding.judgement = .improved
        } else if p(gains.map { $0 + margin }, family: 1) <= level {
            finding.judgement = .equivalent
        } else {
            finding.note =
                (finding.note.isEmpty ? "" : finding.note + "; ")
                + "\(gains.count) seeds cannot exclude a loss of \(margin)"
        }
        return finding
    }

    private func meanInterval(_ gains: [Double]) -> ClosedRange<Double>? {
        guard gains.count >= 2 else { return nil }
        let mean = Descriptive.mean(gains)
        let half =
            StudentT.quantile(0.975, degrees: Double(gains.count - 1)) * Descriptive.deviation(gains)
            / Double(gains.count).squareRoot()
        return half.isFinite ? (mean - half)...(mean + half) : nil
    }

    /// The loss that these seeds find nine times in ten.
    func detectable(count: Int, deviation: Double, margin: Double, family: Int) -> Double? {
        guard count >= 2, deviation.isFinite else { return nil }
        let z = Normal.quantile(1 - level / Double(max(1, family))) + Normal.quantile(0.9)
        return margin + z * deviation / Double(max(1, count - 1)).squareRoot()
    }

    /// Seeds with which a head that equals base is shown not to lose the margin, nine times in ten (normal
    /// approximation plus one), and enough for ranks to reach the level.
    func seedsNeeded(deviation: Double, margin: Double, family: Int) -> Int? {
        guard margin > 0, deviation.isFinite else { return nil }
        let z = Normal.quantile(1 - level / Double(max(1, family))) + Normal.quantile(0.9)
        let count = z * deviation / margin
        guard count < 1e4 else { return nil }
        return max(2, Int((count * count).rounded(.up)) + 1)
    }
}
