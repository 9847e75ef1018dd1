// SPDX-License-Identifier: Apache-2.0

import Training

/// Classifier-guided gradient modulation: small classifiers measure how fast each modality improves; encoders are scaled
/// inversely, and the fused output's gradient is aligned with the classifiers'.
///
///     classifiers A_m on sg(h_m), with a learning rate of their own;  ε_m batch accuracy
///     Δ_m = ε_m(t) − ε_m(t−1);  B_m = ρ (Σ_j Δ_j − Δ_m) / Σ_j Δ_j;  g_m ← B_m g_m
///     L_gm = (1/M) Σ_m (|B_m| − B_m cos(u_m, sg(v_m)));  L = L_fused + λ L_gm
///
/// u_m = (P − Y)ᵀh_m/R is the gradient of the fused output layer's block of modality m, v_m = (P_m − Y)ᵀh_m/R that of
/// classifier m; both are explicit, so that no second derivative is needed. B and v are those of the step before. ε are
/// exponential means (0.9), Δ ← max(Δ, 0) + 1e-3 and B is kept in [0, 2ρ], since raw differences of batch accuracies change
/// sign at every step. Where the fusion is no linear layer u_m stands in for its block. In a gallery ε is R@1 of the batch, for
/// tokens the gain of exp(−NLL) over the prior; there options are no fixed classes that directions could be compared by, and
/// encoders are scaled only.
///
/// Guo et al., "Classifier-guided Gradient Modulation for Enhanced Multimodal Learning", NeurIPS 2024. The public code takes
/// the cosine of weights instead of gradients; classifiers here are linear.
public struct CGGM: TrainingStrategy {
    public static let stages: [Stage] = [.gradient, .objective]
    public static let card = Card(
        id: "cggm", title: "CGGM",
        summary: "scales encoders by their classifiers' improvement, aligns gradient directions",
        reference: "Guo et al., NeurIPS 2024",
        bibtex: """
            @inproceedings{guo2024classifier,
              title = {Classifier-guided Gradient Modulation for Enhanced Multimodal Learning},
              author = {Guo, Zirun and Jin, Tao and Chen, Jingyuan and Zhao, Zhou},
              booktitle = {Advances in Neural Information Processing Systems},
              year = {2024}
            }
            """)

    public struct Options: Configurable {
        @Field("scale ρ of the coefficients", in: 0...1000) public var rho: Double = 1.3
        @Field("weight λ of the direction loss", in: 0...1000) public var lambda: Float = 0.2
        @Field("learning rate of the classifiers, relative", in: 0...1000) public var classifierRate: Float = 0.5
        @Field("scale encoders; off: coefficients 1") public var modulate: Bool = true
        @Field("where the coefficient acts") public var mode: ScaleMode = .gradient
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        /// Mean batch accuracy per modality; empty before the first step.
        public var accuracies: [Double] = []
        public var coefficients: [Double] = []
        /// v_m of the step before, `[options, width]` each.
        public var directions: [[Float]] = []
    }

    public var state = State()
    let options: Options
    private let modalities: [Modality]

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        modalities = setting.modalities
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, unimodal: .probed)
    }

    public var scaleMode: ScaleMode { options.mode }
    public var rateFactors: [Component: Float] {
        Dictionary(uniqueKeysWithValues: modalities.map { (.probe($0), options.classifierRate) })
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        guard options.lambda > 0, !state.directions.isEmpty else { return objective }
        let residual = forward.residual(forward.logits)
        for (position, feature) in forward.features.values.enumerated() {
            let block = residual.transposed().product(feature.pooledFeature())
            let direction = forward.tape.constant(state.directions[position], block.shape)
            let length = Double(direction.values.reduce(0) { $0 + $1 * $1 }).squareRoot()
            guard length > 0 else { continue }
            let cosine =
                (block * direction).sum() / ((block * block).sum().squareRoot(epsilon: 1e-20) * Float(length))
            step.log("alignment/\(forward.modalities[position])", Double(cosine.scalar))
            // The constant |B| changes no gradient.
            objective.add(-options.lambda * Float(state.coefficients[position]) / Float(modalities.count), cosine)
        }
        return objective
    }

    public mutating func coefficients(_ forward: Forward, _: Step) -> ModalityMap<Float>? {
        guard let probes = forward.probeLogits?.values else { return nil }
        let now = successes(forward, probes)
        let before = state.accuracies
        state.accuracies = before.isEmpty ? now : zip(before, now).map { 0.9 * $0 + 0.1 * $1 }
        if forward.task.rows == .classes {
            state.directions = forward.withoutGradient {
                zip(probes, forward.features.values).map {
                    forward.residual($0).transposed().product($1.pooledFeature()).values
                }
            }
        }
        let gains =
            before.isEmpty ? now.map { _ in 0.0 } : zip(state.accuracies, before).map { $0 - $1 }
        state.coefficients = CGGM.coefficients(gains.map { max($0, 0) + 1e-3 }, rho: options.rho)
            .map { min(2 * options.rho, max(0, $0)) }
        return options.modulate ? ModalityMap(forward.modalities, state.coefficients.map { Float($0) }) : nil
    }

    /// ε_m: the share of rows that a modality's classifier gets right; for tokens exp(mean log p), less that of the prior.
    private func successes(_ forward: Forward, _ probes: [Node]) -> [Double] {
        guard forward.task.rows == .tokens else { return probes.map { batchAccuracy($0, forward.targets) } }
        let nothing = probes.map { _ in false }
        let prior = forward.withoutGradient { forward.logits(present: nothing) }
        func likelihood(_ logits: Node) -> Double {
            Elementary.exp(meanTargetLogProbability(logits, forward.targets))
        }
        let base = prior.map(likelihood) ?? 0
        return probes.map { max(0, likelihood($0) - base) }
    }

    /// B_m = ρ (Σ Δ − Δ_m) / Σ Δ.
    package static func coefficients(_ gains: [Double], rho: Double) -> [Double] {
        let total = gains.reduce(0, +)
        return gains.map { total == 0 ? rho : rho * (total - $0) / total }
    }
}

/// Share of counted rows whose largest logit is the target.
func batchAccuracy(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Double {
    var hits = 0
    var counted = 0
    for row in 0..<logits.shape[0] where targets[row] >= 0 {
        counted += 1
        if largest(logits, row) == Int(targets[row]) { hits += 1 }
    }
    return Double(hits) / Double(max(1, counted))
}
