// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// How a study's hypotheses came out.
public struct HypothesisOutcome: Sendable {
    /// What the test says of the claim.
    public enum Verdict: Equatable, Sendable {
        /// Significant as it was expected, or a tie where no difference was expected.
        case supported
        /// Significant the other way, or a difference where none was expected.
        case contradicted
        /// No difference that matters, where one was expected.
        case tie
        /// Seeds for 80 % power at what was seen; nil where nothing was seen.
        case open(seeds: Int?)
        /// No result at this number of seeds could be significant within the family.
        case undecidable(needs: Int)
        /// The records do not hold what is asked: why, in words.
        case missing(String)

        /// For people, without a point.
        public var text: String {
            switch self {
            case .supported: "supported"
            case .contradicted: "contradicted"
            case .tie: "not supported: a tie"
            case .open(let seeds?): "open (some \(seeds) seeds would show it)"
            case .open(nil): "open"
            case .undecidable(let needs): "cannot be decided (needs ≥ \(needs) seeds)"
            case .missing(let reason): "not asked: \(reason)"
            }
        }
    }

    /// What was claimed.
    public let hypothesis: Hypothesis
    /// What came out.
    public let verdict: Verdict
    /// Mean over seeds; of a sweep the top, in log₂ of the ratio.
    public let estimate: Double?
    /// 95 %, around the estimate; nil with fewer than two seeds, or where nothing could be asked.
    public let interval: ClosedRange<Double>?
    /// What the estimate counts: a metric's name, Kendall's τ_b along an option, log₂ of a ratio.
    public let unit: String
    /// After Holm over all hypotheses that were stated; nil for what an interval decides.
    public let p: Double?
    /// Seeds of which each gave one difference.
    public let seeds: Int
    /// Problems over which a seed's difference is the mean.
    public let problems: Int
    let records: [String]

    /// Judges all hypotheses as one family; those that cannot be asked stay in it, so that others are not judged more mildly.
    ///
    /// - Parameters:
    ///   - hypotheses: all that were stated.
    ///   - inputs: the records of each suite, by its name.
    ///   - alpha: the family's chance of any false finding.
    ///   - margin: differences within ± this are a tie, in the score's unit.
    public static func judge(
        _ hypotheses: [Hypothesis], _ inputs: [String: ReportInput], alpha: Double = 0.05, margin: Double = 0.01
    ) -> [HypothesisOutcome] {
        let tested = hypotheses.filter { !$0.peak }
        let samples = tested.map { hypothesis -> Result<HypothesisSample, HypothesisGap> in
            guard let input = inputs[hypothesis.suite] else {
                return .failure(HypothesisGap("the suite '\(hypothesis.suite)' has no records"))
            }
            return Result { () throws(HypothesisGap) in try HypothesisSample(hypothesis, input) }
        }
        let comparisons = PairedComparison.family(
            samples.map { (try? $0.get().values) ?? Series([], []) }, direction: .higherIsBetter, alpha: alpha,
            margin: margin)
        var outcomes: [String: HypothesisOutcome] = [:]
        for (hypothesis, (sample, comparison)) in zip(tested, zip(samples, comparisons)) {
            outcomes[hypothesis.id] = outcome(hypothesis, sample, comparison)
        }
        for hypothesis in hypotheses where hypothesis.peak {
            outcomes[hypothesis.id] = top(hypothesis, inputs[hypothesis.suite])
        }
        return hypotheses.compactMap { outcomes[$0.id] }
    }

    private static func outcome(
        _ hypothesis: Hypothesis, _ sample: Result<HypothesisSample, HypothesisGap>, _ comparison: PairedComparison
    ) -> HypothesisOutcome {
        switch sample {
        case .failure(let gap): missing(hypothesis, gap.reason)
        case .success(let sample):
            HypothesisOutcome(
                hypothesis: hypothesis, verdict: verdict(hypothesis.expect, comparison),
                estimate: comparison.difference.mean, interval: comparison.difference.interval, unit: sample.unit,
                p: comparison.adjusted, seeds: sample.values.values.count, problems: sample.problems,
                records: sample.records)
        }
    }

    private static func missing(_ hypothesis: Hypothesis, _ reason: String) -> HypothesisOutcome {
        HypothesisOutcome(
            hypothesis: hypothesis, verdict: .missing(reason), estimate: nil, interval: nil, unit: "", p: nil, seeds: 0,
            problems: 0, records: [])
    }

    static func verdict(_ expected: Hypothesis.Expectation, _ comparison: PairedComparison) -> Verdict {
        switch (comparison.verdict, expected) {
        case (.better, .better), (.worse, .worse), (.equivalent, .equal): .supported
        case (.better, _), (.worse, _): .contradicted
        case (.equivalent, _): .tie
        case (.noDifferenceShown, _): .open(seeds: comparison.seedsForPower)
        case (.cannotDecide(let needs), _): .undecidable(needs: needs)
        }
    }

    /// A sweep's top and its interval, in log₂ of the ratio of coefficients; 0 is one to one.
    private static func top(_ hypothesis: Hypothesis, _ input: ReportInput?) -> HypothesisOutcome {
        guard let input else { return missing(hypothesis, "the suite '\(hypothesis.suite)' has no records") }
        let curves = input.problems.filter {
            hypothesis.concerns(task: $0.task, dataset: $0.dataset, fusion: $0.fusion)
        }.compactMap { SweepFigures.overCoefficient(input, $0) }.filter(\.isBalance)
        guard curves.count == 1 else {
            return missing(
                hypothesis,
                curves.isEmpty
                    ? "no problem has a balance sweep, of two coefficients or of targetRatio"
                    : "\(curves.count) problems have a balance sweep: name one under 'datasets'")
        }
        let interval = curves[0].interval
        let verdict: Verdict =
            switch interval {
            case nil: curves[0].seeds.count < 3 ? .undecidable(needs: 3) : .open(seeds: nil)
            case let range?: range.contains(0) ? .open(seeds: nil) : .supported
            }
        return HypothesisOutcome(
            hypothesis: hypothesis, verdict: verdict, estimate: curves[0].peak, interval: interval,
            unit: "log₂ of the ratio", p: nil, seeds: curves[0].seeds.count, problems: 1, records: curves[0].records)
    }
}
