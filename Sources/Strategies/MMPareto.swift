// SPDX-License-Identifier: Apache-2.0

import Training

/// Pareto integration of the fused and the unimodal gradient of each encoder: neither objective is hurt, and the
/// magnitude stays large.
///
///     g_f = ∂L/∂θ_m, g_u = ∂L_m/∂θ_m
///     cos(g_f, g_u) > 0:  a_f = a_u = ½
///     else                a_f = ((g_u − g_f)·g_u) / ‖g_f − g_u‖², a_u = 1 − a_f   (the shortest convex combination)
///     ĝ = 2a_f g_f + 2a_u g_u
///     g = γ · max(‖g_f + g_u‖ / ‖ĝ‖, 1) · ĝ     the ratio per parameter tensor
///
/// Heads get their own losses, unscaled. Under Adam the factor γ·ratio is largely canceled; `mode: update` puts γ on the
/// update. `control: uniform` is L + Σ L_m.
///
/// Wei, Hu, "MMPareto", ICML 2024. `variant: released` is the toolkit BalanceBenchmark, whose gradients are never
/// cleared between losses, so that the encoder receives 3(g_f + g_u).
public struct MMPareto: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "mmpareto", title: "MMPareto", summary: "combines fused and unimodal gradients so that neither is hurt",
        reference: "Wei & Hu, ICML 2024",
        bibtex: """
            @inproceedings{wei2024mmpareto,
              title = {MMPareto: Boosting Multimodal Learning with Innocent Unimodal Assistance},
              author = {Wei, Yake and Hu, Di},
              booktitle = {International Conference on Machine Learning},
              year = {2024}
            }
            """)

    /// Weights of the two losses: by Pareto, or equal.
    public enum Control: String, FieldChoice { case pareto, uniform }

    public struct Options: Configurable {
        @Field("factor γ on the combined gradient of the encoders", in: 0...1000) public var gamma: Float = 1.5
        @Field("'pareto', or 'uniform': the plain sum of all losses") public var control: Control = .pareto
        @Field("learning rate of the unimodal heads, relative", in: 0...1000) public var headRate: Float = 1
        @Field("where γ acts") public var mode: ScaleMode = .gradient
        @Field("'paper', or 'released': encoders receive 3(g_f + g_u)") public var variant: Variant = .paper
        public init() {}
    }

    let options: Options
    private let modalities: [Modality]

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        modalities = setting.modalities
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? directional(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, auxiliaryHeads: true)
    }

    public var variant: Variant { options.variant }
    public var scaleMode: ScaleMode { options.mode == .cotangent ? .gradient : options.mode }
    public var separatesTerms: Bool { true }
    public var rateFactors: [Component: Float] {
        guard options.headRate != 1 else { return [:] }
        return Dictionary(uniqueKeysWithValues: modalities.map { (.auxiliary($0), options.headRate) })
    }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        let fused = forward.meanLoss(forward.logits)
        guard let heads = forward.auxiliaryLogits else { return Objective(fused) }
        // L_m reaches encoder and head m only, so one way back serves the sum.
        let alone = Node.weightedSum(heads.values.map { (1, forward.meanLoss($0)) })
        return Objective(terms: [Objective.Term(1, fused), Objective.Term(1, alone)])
    }

    public mutating func coefficients(_ forward: Forward, _: Step) -> ModalityMap<Float>? {
        options.control == .uniform || options.variant == .released
            ? nil : ModalityMap(forward.modalities) { _ in options.gamma }
    }

    public mutating func combine(
        _ terms: [Gradients], _: Objective, into result: Gradients, _: Forward, _ step: Step
    ) {
        result.buffer.copy(from: terms[0].buffer)
        result.add(terms[1])
        if options.control == .uniform { return }
        var conflicts = 0.0
        for modality in modalities {
            let component = Component.encoder(modality)
            if options.variant == .released {
                result.scale(component, by: 3)
                continue
            }
            let (v11, v22) = (terms[0].dot(terms[0], component), terms[1].dot(terms[1], component))
            let v12 = terms[0].dot(terms[1], component)
            let lengths = (v11 * v22).squareRoot()
            if lengths > 0 { step.log("cosine/\(modality)", v12 / lengths) }
            guard v12 <= 0 else { continue }
            conflicts += 1
            let share = MMPareto.share(v11, v12, v22)
            MMPareto.merge(terms[0], terms[1], component, share: share, into: result)
        }
        step.log("conflict-rate", conflicts / Double(modalities.count))
    }

    /// Where `result` holds the sum of both gradients of a component: ĝ·max(‖g_f + g_u‖/‖ĝ‖, 1) per parameter tensor with
    /// ĝ = 2a_f g_f + 2a_u g_u, or the sum where ĝ vanishes.
    package static func merge(
        _ fused: Gradients, _ alone: Gradients, _ component: Component, share: Double, into result: Gradients
    ) {
        for info in result.parameters.infos where info.component == component {
            let place = result.buffer.pointer + info.offset
            let sum = Arithmetic.sumOfSquares(place, info.count).squareRoot()
            let (own, other) = (fused.buffer.pointer + info.offset, alone.buffer.pointer + info.offset)
            // ĝ = (2a_f − 1)·g_f + (2a_u − 1)·g_u on top of the sum that stands there; 2a_u − 1 = 1 − 2a_f.
            Arithmetic.add(own, info.count, times: Float(2 * share - 1), to: place)
            Arithmetic.add(other, info.count, times: Float(1 - 2 * share), to: place)
            let length = Arithmetic.sumOfSquares(place, info.count).squareRoot()
            if length < 1e-12 {
                place.update(from: own, count: info.count)
                Arithmetic.add(other, info.count, times: 1, to: place)
            } else if sum > length {
                Arithmetic.scale(place, info.count, by: Float(sum / length))
            }
        }
    }

    /// a_f of the shortest convex combination of two vectors with these products; kept within [0.001, 0.999] where one
    /// of them is that combination.
    package static func share(_ v11: Double, _ v12: Double, _ v22: Double) -> Double {
        if v12 >= v11 { return 0.999 }
        if v12 >= v22 { return 0.001 }
        return (v22 - v12) / (v11 + v22 - 2 * v12)
    }
}
