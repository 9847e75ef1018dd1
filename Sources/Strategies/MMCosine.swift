// SPDX-License-Identifier: Apache-2.0

import Training

/// Cosine head: features and class weights are normalized per modality, so that none wins by its norm.
///
///     z = s Σ_m ĥ_m·Ŵ_m      ĥ_m = h_m/‖h_m‖, each class's weights of each modality of norm 1, no bias;  same at inference
///
/// It takes the place of a linear head. For a gallery z = s Σ_m cos(q_m, g_m), each modality with a query and a gallery tower of
/// its own. Xu et al., "MMCosine: Multi-Modal Cosine Loss Towards Balanced Audio-Visual
/// Fine-Grained Learning", ICASSP 2023.
public struct MMCosine: TrainingStrategy {
    public static let stages: [Stage] = [.forward]
    public static let card = Card(
        id: "mmcosine", title: "MMCosine", summary: "normalizes features and class weights per modality",
        reference: "Xu et al., ICASSP 2023",
        bibtex: """
            @inproceedings{xu2023mmcosine,
              title = {MMCosine: Multi-Modal Cosine Loss Towards Balanced Audio-Visual Fine-Grained Learning},
              author = {Xu, Ruize and Feng, Ruoxuan and Zhang, Shi-Xiong and Hu, Di},
              booktitle = {IEEE International Conference on Acoustics, Speech and Signal Processing},
              year = {2023}
            }
            """)

    public struct Options: Configurable {
        @Field("scale s of the cosines", in: 0.001...1e6) public var scale: Float = 10
        public init() {}
    }

    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        switch problem.rows {
        case .pairs: "a dual encoder compares by cosine already"
        case .tokens: "a decoder has no linear head per modality to normalize"
        case .answers: "it normalizes a linear head by class, and here each class is several outputs"
        case .gallery: needsTwoModalities(problem)
        case .classes:
            problem.splits
                ? nil : "it takes the place of a linear head, and this fusion ('\(problem.fusion)') has another"
        }
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, fused: false, auxiliaryHeads: true)
    }

    public func unimodalLogits(_ forward: Forward) -> ModalityMap<Node>? {
        guard let heads = forward.model.auxiliary else { return nil }
        return ModalityMap(forward.modalities) { modality in
            if forward.task.rows == .gallery {
                return galleryCosines(forward, heads[modality], modality) * options.scale
            }
            return MMCosine.cosines(forward.features[modality].pooledFeature(), forward.context(heads[modality].weight))
                * options.scale
        }
    }

    /// Cosines of each row `[rows, width]` with each class's weights, the columns of `[width, classes]`.
    package static func cosines(_ feature: Node, _ weight: Node) -> Node {
        feature.l2Normalized().product(weight.transposed().l2Normalized(), transposeOther: true)
    }

    /// Cosines of a modality's own query with the gallery: its decision rows without their temperature, which stays as it is.
    private func galleryCosines(_ forward: Forward, _ head: Linear, _ modality: Modality) -> Node {
        let rows = forward.task.logits(
            head: head(forward.features[modality].pooledFeature(), forward.context), of: modality, forward.model,
            forward.batch, forward.context.freezing(.fusion))
        guard let id = forward.model.task.logScale(modality) else { return rows }
        return rows * Float(Elementary.exp(-Double(min(max(forward.context(id).scalar, 0), Node.largestLogScale))))
    }

    private func logits(_ forward: Forward) -> Node {
        Node.weightedSum((unimodalLogits(forward)?.values ?? []).map { (1, $0) })
    }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        Objective(forward.meanLoss(logits(forward)))
    }

    public func predict(_ forward: Forward) -> Node { logits(forward) }
}
