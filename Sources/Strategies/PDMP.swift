// SPDX-License-Identifier: Apache-2.0

import Training

/// Performance-dominant modality prioritization: the modality that is best alone leads the optimization.
///
///     stage 1   p = argmax_m P_m          P_m: validation score of modality m trained alone, mean over seeds
///     stage 2   g_p ← γ_p · g_p           γ_p > 1
///               g_m ← γ_r · g_m, m ≠ p    γ_r < 1;  fusion and head unchanged
///
/// Stage 1 are companion runs of `unimodal`, shared by all coefficients and seeds. Where the interval of the margin
/// P_(1) − P_(2) contains 0 the finding `no-dominance` is 1: the ranking is not trustworthy there, and the joint run
/// (γ = 1) of the same suite is what to compare with. The coefficients multiply the gradients of all losses, the
/// unimodal ones of `auxWeight` too.
///
/// In a dual encoder a tower alone has no task. There the towers are ranked by retrieval of the same class among their own
/// features (R-precision of encoders trained on the labels), or, where samples have no classes, by what each learns
/// against the other as joint training left it.
///
/// Wei, Luo, Zhu, Luo, arXiv 2604.05773, 2026. The paper's equation was not available to us; the two-coefficient form,
/// `ladder`, `firstEpoch`, `profile` and the closed loop of `targetRatio` are stated where we chose. In update mode
/// clipping comes before the coefficients, in the other modes after them.
public struct PDMP: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "pdmp", title: "PDMP", summary: "gives the gradients of the modality that is best alone the larger weight",
        reference: "Wei et al., arXiv 2604.05773",
        bibtex: """
            @article{wei2026pdmp,
              title = {Performance-Dominant Modality Prioritization},
              author = {Wei and Luo and Zhu and Luo},
              journal = {arXiv preprint arXiv:2604.05773},
              year = {2026}
            }
            """)

    /// What happens where the ranking's margin may be 0.
    public enum NoDominance: String, FieldChoice {
        /// Modulate by the ranking all the same (the finding says that it is not trustworthy).
        case modulate
        /// All coefficients 1: joint training.
        case neutral
    }

    /// What ranks the modalities.
    public enum Ranking: String, FieldChoice {
        /// Validation score of each modality trained alone.
        case validation
        /// Its test score: an oracle for ablations, never for results.
        case oracle
        /// Validation score after a tenth of the epochs.
        case fewEpochs = "few-epochs"
        /// Validation score with a tenth of the training rows.
        case fewRows = "few-rows"
        /// Validation accuracy of a linear probe on the features with which the run begins.
        case probe
        /// A draw.
        case random
    }

    /// Who gets which coefficient.
    public enum Assignment: String, FieldChoice {
        /// The best γ_p, the others γ_r.
        case best
        /// The best γ_r, the others γ_p.
        case reversed
        /// The worst γ_p, the others γ_r.
        case worst
    }

    /// How the coefficients run over time.
    public enum Profile: String, FieldChoice {
        /// The same in every epoch.
        case constant
        /// Only in the first `profileShare` of the epochs.
        case first
        /// Only in the last `profileShare`.
        case last
        /// log γ falls linearly to 0 over the run.
        case decay
    }

    public struct Options: Configurable {
        @Field("coefficient γ_p of the dominant modality", in: 0...1000) public var gammaDominant: Float = 2
        @Field("coefficient γ_r of every other modality", in: 0...1000) public var gammaRest: Float = 0.5
        @Field("where the coefficients act") public var mode: ScaleMode = .gradient
        @Field("'mined' by the ranking, or the name of a modality that is declared dominant")
        public var dominant: String = "mined"
        @Field("what ranks the modalities when the dominant one is mined") public var ranking: Ranking = .validation
        @Field("seeds of the unimodal runs that rank the modalities") public var rankingSeeds: [Int] = [1, 2, 3]
        @Field("who gets which coefficient; all but 'best' are controls") public var assignment: Assignment = .best
        @Field("coefficients fall geometrically with the rank instead of γ_r for all others")
        public var ladder: Bool = false
        @Field("first epoch in which coefficients act, from 0", in: 0...100_000) public var firstEpoch: Int = 0
        @Field("how the coefficients run over time") public var profile: Profile = .constant
        @Field("share of the epochs that the profiles 'first' and 'last' mean", in: 0...1)
        public var profileShare: Double = 0.5
        @Field("share of the epochs after which γ_r becomes 1; 1: never", in: 0...1) public var releaseAfter: Double = 1
        @Field("coefficient of fusion and head", in: 0...1000) public var gammaFusion: Float = 1
        @Field("closed loop for two modalities: the ratio ‖γ₀g₀‖/‖γ₁g₁‖ to keep, with γ₀γ₁ = 1; 0: off", in: 0...1e6)
        public var targetRatio: Double = 0
        @Field("weight of the unimodal losses added to the fused loss", in: 0...1000) public var auxWeight: Float = 0
        @Field("begin with the encoders of the unimodal runs of the same seed")
        public var initFromUnimodal: Bool = false
        @Field("what to do when the ranking's margin may be 0") public var onNoDominance: NoDominance = .modulate
        public init() {}
        public func problems() -> [String] {
            rankingSeeds.isEmpty || Set(rankingSeeds).count != rankingSeeds.count
                ? ["'rankingSeeds' must name at least one seed, each once"] : []
        }
    }

    public struct State: Codable, Equatable, Sendable {
        /// Modalities from best to worst, by index.
        public var order: [Int]
        /// Exponential means (0.9) of the encoders' raw gradient norms; empty before the first step.
        public var norms: [Double] = []
        /// Whether all coefficients are 1 because no modality dominates.
        public var neutral = false
        /// What the ranking found.
        public var findings: [String: Double] = [:]
    }

    public var state: State
    public var findings: [String: Double] { state.findings }
    let options: Options
    private let setting: Setting
    private var modalities: [Modality] { setting.modalities }

    public static func misfit(_ options: Options, _ problem: Problem) -> String? {
        if let reason = needsTwoModalities(problem) { return reason }
        if options.targetRatio > 0, problem.modalities.count != 2 {
            return "'targetRatio' is defined for two modalities"
        }
        if options.dominant == "mined", options.ranking == .probe, !problem.hasClasses {
            return "its ranking probes features by class, and the samples have none"
        }
        let names = problem.modalities.map(\.name)
        return options.dominant == "mined" || names.contains(options.dominant)
            ? nil : TrainingError.unknownModality(options.dominant, known: names + ["mined"]).description
    }

    /// What the ranking is read from.
    private enum Evidence: String {
        case runs = "unimodal-runs"
        case labels = "label-r-precision"
        case swap = "partner-swap"
        case probe = "linear-probe"
        case draw = "draw"
        case declared
    }

    private static func evidence(_ options: Options, _ problem: Problem) -> Evidence {
        if options.dominant != "mined" { return .declared }
        switch options.ranking {
        case .random: return .draw
        case .probe: return .probe
        case .validation, .oracle, .fewEpochs, .fewRows:
            return problem.rows != .pairs ? .runs : problem.hasClasses ? .labels : .swap
        }
    }

    private static func rankingRun(
        _ options: Options, _ problem: Problem, _ modality: Modality, _ seed: Int
    ) -> Companion {
        var choice: [String: ConfigValue] = ["modality": .string(modality.name)]
        if options.ranking == .fewRows { choice["trainShare"] = 0.1 }
        return Companion(
            strategy: "unimodal", options: .object(choice), seed: seed,
            epochShare: options.ranking == .fewEpochs ? 0.1 : 1, task: taskAlone(problem))
    }

    public static func companions(_ options: Options, _ problem: Problem, seed: Int) -> [Companion] {
        var needed: [Companion] = []
        switch evidence(options, problem) {
        case .runs, .labels:
            needed += problem.modalities.flatMap { modality in
                options.rankingSeeds.map { rankingRun(options, problem, modality, $0) }
            }
        case .swap, .probe, .draw, .declared: break
        }
        if options.initFromUnimodal { needed += problem.modalities.map { unimodalRun($0, problem, seed) } }
        return needed
    }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, auxiliaryHeads: options.auxWeight > 0)
    }

    public init(_ options: Options, _ setting: Setting) throws {
        self.options = options
        self.setting = setting
        state = State(order: Array(setting.modalities.indices))
        let evidence = PDMP.evidence(options, setting.problem)
        switch evidence {
        case .declared:
            let leader = setting.modalities.firstIndex { $0.name == options.dominant } ?? 0
            state.order = [leader] + setting.modalities.indices.filter { $0 != leader }
            noteLeader()
        case .draw:
            state.order = RandomKey(seed: setting.seed).fold("pdmp-ranking").permutation(setting.modalities.count)
            noteLeader()
        case .runs, .labels:
            let split: Split = options.ranking == .oracle ? .test : .validation
            let scores = try setting.modalities.map { modality in
                try options.rankingSeeds.map { seed in
                    try setting.companions.metric(
                        evidence == .labels
                            ? Diagnosis.labelPrecision(modality, split) : "\(split)/\(setting.selectionMetric.name)",
                        of: PDMP.rankingRun(options, setting.problem, modality, seed))
                }
            }
            adopt(
                ModalityRanking(
                    scores: scores,
                    direction: evidence == .labels ? .higherIsBetter : setting.selectionMetric.direction,
                    validationRows: setting.validationRows))
        case .swap, .probe: break
        }
    }

    private mutating func noteLeader() {
        state.findings = ["dominant": Double(state.order[0])]
        for (index, modality) in modalities.enumerated() {
            state.findings["dominant/\(modality)"] = index == state.order[0] ? 1 : 0
        }
    }

    private mutating func adopt(_ ranking: ModalityRanking) {
        state.order = ranking.order
        noteLeader()
        let found = [
            "ranked-by/\(PDMP.evidence(options, setting.problem).rawValue)": 1,
            "no-dominance": ranking.noDominance ? 1 : 0,
            "ranking-margin": ranking.margin, "ranking-margin-low": ranking.interval.lowerBound,
            "ranking-margin-high": ranking.interval.upperBound,
        ]
        state.findings.merge(found) { $1 }
        for (modality, mean) in zip(modalities, ranking.means) { state.findings["ranking/\(modality)"] = mean }
        state.neutral = ranking.noDominance && options.onNoDominance == .neutral
    }

    public mutating func prepare(_ lab: Lab) throws {
        switch PDMP.evidence(options, setting.problem) {
        case .swap:
            adopt(
                ModalityRanking(
                    scores: try PartnerSwap(lab).scores.map { [$0] }, direction: setting.selectionMetric.direction,
                    validationRows: setting.validationRows))
        case .probe:
            let train = lab.features(.train(nil))
            let validation = lab.features(.validation)
            let scores = modalities.map { modality in
                [LinearProbe(train, modality, classes: lab.classes).accuracy(validation, modality)]
            }
            adopt(
                ModalityRanking(scores: scores, direction: .higherIsBetter, validationRows: setting.validationRows))
        case .runs, .labels, .draw, .declared: break
        }
        if options.initFromUnimodal {
            for modality in modalities {
                lab.load(
                    try setting.companions.weights(of: unimodalRun(modality, setting.problem, setting.seed)))
            }
        }
    }

    public var scaleMode: ScaleMode { options.mode }
    public var rateFactors: [Component: Float] {
        options.mode == .update && options.gammaFusion != 1 ? [.fusion: options.gammaFusion] : [:]
    }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        if options.auxWeight > 0, let heads = forward.auxiliaryLogits {
            for head in heads.values { objective.add(options.auxWeight, forward.meanLoss(head)) }
        }
        return objective
    }

    public mutating func coefficients(_: Forward, _ step: Step) -> ModalityMap<Float>? {
        guard step.epoch >= options.firstEpoch, !state.neutral else { return nil }
        return ModalityMap(modalities, coefficients(step))
    }

    public mutating func modulate(
        _ gradients: Gradients, _ coefficients: ModalityMap<Float>?, _: Forward, _ step: Step
    ) {
        if options.gammaFusion != 1, options.mode != .update { gradients.scale(.fusion, by: options.gammaFusion) }
        guard options.targetRatio > 0 else { return }
        let norms = modalities.indices.map { index in
            // What arrived has been scaled already, but for the update mode.
            let factor = options.mode == .update ? 1 : Double(coefficients?.values[index] ?? 1)
            return factor > 0 ? gradients.norm(.encoder(modalities[index])) / factor : 0
        }
        state.norms =
            state.norms.isEmpty ? norms : zip(state.norms, norms).map { 0.9 * $0 + 0.1 * $1 }
    }

    /// By modality in declared order.
    func coefficients(_ step: Step) -> [Float] {
        if options.targetRatio > 0 { return closedLoop }
        let share = strength(step)
        var values = [Float](repeating: 1, count: modalities.count)
        for (rank, index) in state.order.enumerated() {
            var value = coefficient(rank: rank)
            if Double(step.epoch) >= options.releaseAfter * Double(step.epochs), rank > 0 { value = 1 }
            values[index] =
                share == 1 ? value : share == 0 || value == 0 ? (share == 0 ? 1 : 0) : PDMP.power(value, share)
        }
        return values
    }

    /// The exponent on the coefficients at this step.
    private func strength(_ step: Step) -> Double {
        let epochs = Double(max(1, step.epochs))
        return switch options.profile {
        case .constant: 1
        case .first: Double(step.epoch) < options.profileShare * epochs ? 1 : 0
        case .last: Double(step.epoch) >= (1 - options.profileShare) * epochs ? 1 : 0
        case .decay: 1 - Double(step.epoch) / epochs
        }
    }

    /// γ₀ = √(r·n₁/n₀), γ₁ = 1/γ₀, within a factor of 1000.
    private var closedLoop: [Float] {
        guard state.norms.count == 2, state.norms[0] > 0, state.norms[1] > 0 else { return [1, 1] }
        let first = (options.targetRatio * state.norms[1] / state.norms[0]).squareRoot()
        let bounded = min(1000, max(0.001, first))
        return [Float(bounded), Float(1 / bounded)]
    }

    private func coefficient(rank: Int) -> Float {
        let last = modalities.count - 1
        switch options.assignment {
        case .reversed: return rank == 0 ? options.gammaRest : options.gammaDominant
        case .worst: return rank == last ? options.gammaDominant : options.gammaRest
        case .best: break
        }
        if rank == 0 { return options.gammaDominant }
        guard options.ladder, options.gammaDominant > 0, options.gammaRest > 0 else { return options.gammaRest }
        // γ_p^(1−t) · γ_r^t with t = rank / (M − 1)
        let t = Double(rank) / Double(max(1, last))
        let logarithm =
            (1 - t) * Elementary.log(Double(options.gammaDominant)) + t * Elementary.log(Double(options.gammaRest))
        return Float(Elementary.exp(logarithm))
    }

    private static func power(_ value: Float, _ exponent: Double) -> Float {
        Float(Elementary.exp(exponent * Elementary.log(Double(value))))
    }
}
