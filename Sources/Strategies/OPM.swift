// SPDX-License-Identifier: Apache-2.0

import Training

/// On-the-fly prediction modulation: the dominant modality's feature is dropped with an adaptive probability, in training
/// only.
///
///     ρ_m = S_m / mean_{j≠m} S_j;  q_m = clip(q_base (1 + λ tanh(ρ_m − 1)), 0, 1) if ρ_m > 1, else 0
///     with probability p_exe per batch: per row and modality keep ~ Bernoulli(1 − q_m), survivors × 1/(1 − θ),
///     θ = Σ d_m q_m / Σ d_m; rows that lose every modality leave the loss
///
/// Wei et al., "On-the-fly Modulation for Balanced Multimodal Learning", TPAMI 2024. `variant: released` (BalanceBenchmark)
/// compares the second modality with the first one's already divided score.
public struct OPM: TrainingStrategy {
    public static let stages: [Stage] = [.forward]
    public static let card = Card(
        id: "opm", title: "OPM", summary: "drops the dominant modality's feature with an adaptive probability",
        reference: "Wei et al., TPAMI 2024",
        bibtex: """
            @article{wei2024fly,
              title = {On-the-fly Modulation for Balanced Multimodal Learning},
              author = {Wei, Yake and Hu, Di and Du, Henghui and Wen, Ji-Rong},
              journal = {IEEE Transactions on Pattern Analysis and Machine Intelligence},
              year = {2024}
            }
            """)

    public struct Options: Configurable {
        @Field("base probability of dropping", in: 0...1) public var base: Double = 0.5
        @Field("how strongly the lead raises it", in: 0...100) public var lambda: Double = 0.5
        @Field("probability per batch that anything is dropped", in: 0...1) public var execution: Double = 0.7
        @Field("first epoch of dropping, from 0", in: 0...100_000) public var firstEpoch: Int = 6
        @Field("'paper', or 'released': aliased ratios") public var variant: Variant = .paper
        public init() {}
    }

    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, unimodal: .read)
    }

    public var variant: Variant { options.variant }

    public mutating func features(_ forward: Forward, _ step: Step) {
        guard step.epoch >= options.firstEpoch, options.execution > 0 else { return }
        var stream = step.key.stream()
        guard Double(stream.uniform()) < options.execution, let scores = forward.scores else { return }
        let drops = OPM.probabilities(
            scores.values, base: options.base, lambda: options.lambda, aliased: options.variant == .released)
        let widths = forward.features.values.map { Double($0.shape.last) }
        let theta = zip(drops, widths).reduce(0) { $0 + $1.0 * $1.1 } / widths.reduce(0, +)
        guard theta > 0 else { return }
        let survivor = theta < 1 ? Float(1 / (1 - theta)) : 0
        let count = forward.batch.count
        var factors = drops.map { _ in [Float](repeating: 0, count: count) }
        for row in 0..<count {
            for (position, drop) in drops.enumerated() {
                factors[position][row] = Double(stream.uniform()) >= drop ? survivor : 0
            }
        }
        for (modality, drop) in zip(forward.modalities, drops) { step.log("drop/\(modality)", drop) }
        forward.scaleSamples(factors)
        // The modality behind is never dropped, so that some row always survives.
        let lost = (0..<count).map { row in factors.allSatisfy { $0[row] == 0 } }
        if lost.contains(true), lost.contains(false) { forward.leaveOut { lost[$0] } }
    }

    package static func probabilities(_ scores: [Double], base: Double, lambda: Double, aliased: Bool) -> [Double] {
        var scores = scores
        return scores.indices.map { index in
            let others = scores.indices.filter { $0 != index }.map { scores[$0] }
            let mean = others.reduce(0, +) / Double(max(1, others.count))
            let ratio = mean > 0 ? scores[index] / mean : 1
            if aliased { scores[index] = ratio }
            return ratio > 1 ? min(1, max(0, base * (1 + lambda * Elementary.tanh(ratio - 1)))) : 0
        }
    }
}
