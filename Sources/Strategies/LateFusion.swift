// SPDX-License-Identifier: Apache-2.0

import Training

/// Trains each modality alone and combines their predictions (unimodal ensemble):
///
///     logits:        z = (1/M) Σ_m z_m
///     probabilities: p = (1/M) Σ_m softmax(z_m)
///
/// Encoders and heads share nothing, and each is driven by its own loss only, so every member has the bits of the
/// unimodal run with the same seed (as long as the gradient is not clipped). With `training: joint` the same average
/// is trained end to end instead; the difference of the two isolates the cost of joint optimization.
///
/// Du et al., "On Uni-Modal Feature Learning in Supervised Multi-Modal Learning", ICML 2023.
public struct LateFusion: TrainingStrategy {
    public static let card = Card(
        id: "late-fusion", title: "Late fusion",
        summary: "unimodal models, predictions averaged (unimodal ensemble)", reference: "Du et al., ICML 2023",
        bibtex: """
            @inproceedings{du2023unimodal,
              title = {On Uni-Modal Feature Learning in Supervised Multi-Modal Learning},
              author = {Du, Chenzhuang and Teng, Jiaye and Li, Tingle and Liu, Yichen and Yuan, Tianyuan and Wang, Yue and Yuan, Yang and Zhao, Hang},
              booktitle = {International Conference on Machine Learning},
              year = {2023}
            }
            """)

    public enum Average: String, FieldChoice { case logits, probabilities }
    public enum Training: String, FieldChoice { case independent, joint }

    public struct Options: Configurable {
        @Field("what is averaged over the members") public var average: Average = .logits
        @Field("each member by its own loss, or the average end to end") public var training: Training = .independent
        public init() {}
        public func problems() -> [String] {
            training == .joint && average == .probabilities ? ["'training: joint' averages logits"] : []
        }
    }

    let options: Options

    public init(_ options: Options, _: Setting) { self.options = options }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, fused: false, auxiliaryHeads: true)
    }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        guard options.training == .independent, let heads = forward.auxiliaryLogits else {
            return Objective(forward.task.losses(forward.logits, forward.batch).mean())
        }
        return Objective(terms: heads.values.map { (1, forward.task.losses($0, forward.batch).mean()) })
    }

    public func predict(_ forward: Forward) -> Node {
        guard options.average == .probabilities, let heads = forward.auxiliaryLogits else { return forward.logits }
        let shape = heads.values[0].shape
        var mean = [Float](repeating: 0, count: shape.count)
        for head in heads.values {
            let probabilities = softmax(head)
            for index in mean.indices { mean[index] += probabilities[index] }
        }
        let members = Float(heads.count)
        // Log-probabilities are logits of the same distribution.
        return forward.context.tape.leaf(
            mean.map { Float(Elementary.log(max(Double($0 / members), 1e-30))) }, shape)
    }

    private func softmax(_ logits: Node) -> [Float] {
        let shape = logits.shape
        return [Float](unsafeUninitializedCapacity: shape.count) { storage, count in
            if let base = storage.baseAddress {
                Arithmetic.softmax(
                    UnsafePointer(logits.pointer), rows: shape.rows, options: shape.last, into: base)
            }
            count = shape.count
        }
    }
}
