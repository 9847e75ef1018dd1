// SPDX-License-Identifier: Apache-2.0

import Training

/// Disentangled gradient learning: the fused loss weakens encoder gradients, so encoders learn from unimodal losses only
/// and the fusion from the fused loss only.
///
///     L_f = CE(F(sg(h_1), …, sg(h_M)), y)   updates the fusion (and a target tower or decoder)
///     α Σ_m L_m                             updates the encoders; z_m uses the fusion's parameters as constants
///
/// z_m is the fusion's output with the other features at zero (or what stands for that in a fusion that has no such
/// readout). α multiplies what encoders receive; `mode` says where, since under Adam a factor on gradients does nothing.
///
/// Wei et al., "Boosting Multimodal Learning via Disentangled Gradient Learning", ICCV 2025. One way back serves both
/// losses, since neither reaches the other's parameters.
public struct DGL: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "dgl", title: "DGL",
        summary: "encoders learn from unimodal losses only, the fusion from the fused loss only",
        reference: "Wei et al., ICCV 2025",
        bibtex: """
            @inproceedings{wei2025boosting,
              title = {Boosting Multimodal Learning via Disentangled Gradient Learning},
              author = {Wei, Shicai and Luo, Chunbo and Luo, Yang},
              booktitle = {IEEE/CVF International Conference on Computer Vision},
              year = {2025}
            }
            """)

    public struct Options: Configurable {
        @Field("factor α of the unimodal losses", in: 0...1000) public var alpha: Float = 4
        @Field("where α acts") public var mode: ScaleMode = .gradient
        public init() {}
    }

    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public var scaleMode: ScaleMode { options.mode }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        let everything = forward.modalities.map { _ in true }
        let detached = forward.features.map { $0.stopGradient() }
        let fused = forward.logits(present: everything, of: detached) ?? forward.logits
        var objective = Objective(forward.meanLoss(fused))
        let constant = forward.context.freezing(.fusion).freezing(.target)
        for logits in forward.aloneLogits(in: constant).values { objective.add(1, forward.meanLoss(logits)) }
        return objective
    }

    public mutating func coefficients(_ forward: Forward, _: Step) -> ModalityMap<Float>? {
        ModalityMap(forward.modalities) { _ in options.alpha }
    }
}
