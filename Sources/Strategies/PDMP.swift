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
/// (γ = 1) of the same suite is what to compare with.
///
/// Wei, Luo, Zhu, Luo, arXiv 2604.05773, 2026. The paper's equation was not available to us; the two-coefficient form,
/// `ladder` and `firstEpoch` are stated where we chose.
public struct PDMP: TrainingStrategy {
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

    public enum NoDominance: String, FieldChoice {
        /// Modulate by the ranking all the same (the finding says that it is not trustworthy).
        case modulate
        /// All coefficients 1: joint training.
        case neutral
    }

    public struct Options: Configurable {
        @Field("coefficient γ_p of the dominant modality", in: 0...1000) public var gammaDominant: Float = 2
        @Field("coefficient γ_r of every other modality", in: 0...1000) public var gammaRest: Float = 0.5
        @Field("where the coefficients act") public var mode: ScaleMode = .gradient
        @Field("'mined' from unimodal runs, or the name of a modality that is declared dominant")
        public var dominant: String = "mined"
        @Field("seeds of the unimodal runs that rank the modalities") public var rankingSeeds: [Int] = [1, 2, 3]
        @Field("coefficients fall geometrically with the rank instead of γ_r for all others")
        public var ladder: Bool = false
        @Field("first epoch in which coefficients act, from 0", in: 0...100_000) public var firstEpoch: Int = 0
        @Field("weight of the unimodal losses added to the fused loss", in: 0...1000) public var auxWeight: Float = 0
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
    }

    public var state: State
    public private(set) var findings: [String: Double] = [:]
    let options: Options
    private let modalities: [Modality]
    private var neutral = false

    public static func misfit(
        _ options: Options, modalities: [Modality], task _: String, fusion _: String
    ) -> String? {
        if let reason = needsTwoModalities(modalities) { return reason }
        let names = modalities.map(\.name)
        return options.dominant == "mined" || names.contains(options.dominant)
            ? nil : TrainingError.unknownModality(options.dominant, known: names + ["mined"]).description
    }

    public static func companions(_ options: Options, modalities: [Modality]) -> [Companion] {
        guard options.dominant == "mined" else { return [] }
        return modalities.flatMap { modality in
            options.rankingSeeds.map {
                Companion(strategy: "unimodal", options: ["modality": .string(modality.name)], seed: $0)
            }
        }
    }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, auxiliaryHeads: options.auxWeight > 0)
    }

    public init(_ options: Options, _ setting: Setting) throws {
        self.options = options
        modalities = setting.modalities
        guard options.dominant == "mined" else {
            let leader = modalities.firstIndex { $0.name == options.dominant } ?? 0
            state = State(order: [leader] + modalities.indices.filter { $0 != leader })
            findings = ["dominant": Double(leader)]
            return
        }
        let companions = PDMP.companions(options, modalities: modalities)
        let scores = try modalities.indices.map { index in
            try options.rankingSeeds.indices.map { seed in
                try setting.companions.metric(
                    "validation/\(setting.selectionMetric.name)",
                    of: companions[index * options.rankingSeeds.count + seed])
            }
        }
        let ranking = ModalityRanking(
            scores: scores, direction: setting.selectionMetric.direction, validationRows: setting.validationRows)
        state = State(order: ranking.order)
        findings = [
            "dominant": Double(ranking.order[0]), "no-dominance": ranking.noDominance ? 1 : 0,
            "ranking-margin": ranking.margin, "ranking-margin-low": ranking.interval.lowerBound,
            "ranking-margin-high": ranking.interval.upperBound,
        ]
        for (modality, mean) in zip(modalities, ranking.means) { findings["ranking/\(modality)"] = mean }
        neutral = ranking.noDominance && options.onNoDominance == .neutral
    }

    public var scaleMode: ScaleMode { options.mode }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        var objective = Objective(forward.task.losses(forward.logits, forward.batch).mean())
        if options.auxWeight > 0, let heads = forward.auxiliaryLogits {
            for head in heads.values {
                objective.terms.append((options.auxWeight, forward.task.losses(head, forward.batch).mean()))
            }
        }
        return objective
    }

    public mutating func coefficients(_: Forward, _ step: Step) -> ModalityMap<Float>? {
        guard step.epoch >= options.firstEpoch, !neutral else { return nil }
        return ModalityMap(modalities, coefficients)
    }

    /// By modality in declared order.
    var coefficients: [Float] {
        var values = [Float](repeating: 1, count: modalities.count)
        for (rank, index) in state.order.enumerated() { values[index] = coefficient(rank: rank) }
        return values
    }

    private func coefficient(rank: Int) -> Float {
        if rank == 0 { return options.gammaDominant }
        guard options.ladder, options.gammaDominant > 0, options.gammaRest > 0 else { return options.gammaRest }
        // γ_p^(1−t) · γ_r^t with t = rank / (M − 1)
        let t = Double(rank) / Double(max(1, modalities.count - 1))
        let logarithm =
            (1 - t) * Elementary.log(Double(options.gammaDominant)) + t * Elementary.log(Double(options.gammaRest))
        return Float(Elementary.exp(logarithm))
    }
}
