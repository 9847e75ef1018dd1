// SPDX-License-Identifier: Apache-2.0

import Training

/// On-the-fly gradient modulation: slows the encoder of the modality that is ahead.
///
///     ρ_m = S_m / mean_{j≠m} S_j       S_m: mean over the batch of softmax(z_m)[label], z_m the modality's share
///     k_m = ρ_m > 1 ? 1 − tanh(α · ρ_m) : 1
///     g_m ← k_m · g_m                  for the encoder's tensors of rank 2 and more
///
/// Peng et al., "Balanced Multimodal Learning via On-the-fly Gradient Modulation", CVPR 2022. We differ from the
/// authors' code: any number of modalities (ratio to the mean of the others, or to the weakest), all matrices instead
/// of convolutions only (`scope: convolutions` brings theirs back), scores are means instead of sums.
public struct OGM: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "ogm", title: "OGM", summary: "damps the encoder gradient of the modality that is ahead",
        reference: "Peng et al., CVPR 2022", bibtex: OGM.bibtex)

    static let bibtex = """
        @inproceedings{peng2022balanced,
          title = {Balanced Multimodal Learning via On-the-fly Gradient Modulation},
          author = {Peng, Xiaokang and Wei, Yake and Deng, Andong and Wang, Dong and Hu, Di},
          booktitle = {IEEE/CVF Conference on Computer Vision and Pattern Recognition},
          year = {2022}
        }
        """

    /// What a modality's score is compared with.
    public enum Reference: String, FieldChoice { case mean, weakest }

    public struct Options: Configurable {
        @Field("how hard the leader is damped", in: 0...100) public var alpha: Double = 0.8
        @Field("first epoch of the modulation, from 0", in: 0...100_000) public var firstEpoch: Int = 0
        @Field("last epoch of the modulation", in: 0...100_000) public var lastEpoch: Int = 50
        @Field("what a modality's score is compared with: the mean of the others or the weakest")
        public var reference: Reference = .mean
        @Field("where the coefficient acts") public var mode: ScaleMode = .gradient
        @Field("which tensors of the encoder it multiplies") public var scope: ScaleScope = .matrices
        public init() {}
        public func problems() -> [String] {
            lastEpoch < firstEpoch ? ["'lastEpoch' must not be before 'firstEpoch'"] : []
        }
    }

    let options: Options

    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, unimodal: .read)
    }

    public var scaleMode: ScaleMode { options.mode }
    public var scaleScope: ScaleScope { options.scope }

    func isActive(_ epoch: Int) -> Bool { (options.firstEpoch...options.lastEpoch).contains(epoch) }

    public mutating func coefficients(_ forward: Forward, _ step: Step) -> ModalityMap<Float>? {
        guard isActive(step.epoch), let scores = forward.scores else { return nil }
        let ratios = OGM.ratios(scores, options.reference)
        for (modality, ratio) in ratios.entries { step.log("discrepancy/\(modality)", ratio) }
        return ratios.map { OGM.coefficient(ratio: $0, alpha: options.alpha) }
    }

    /// ρ_m; 1 where the others' score is 0.
    package static func ratios(_ scores: ModalityMap<Double>, _ reference: Reference) -> ModalityMap<Double> {
        ModalityMap(scores.modalities) { modality in
            let others = scores.entries.filter { $0.modality != modality }.map(\.value)
            let base = reference == .mean ? others.reduce(0, +) / Double(others.count) : (others.min() ?? 0)
            return base > 0 ? scores[modality] / base : 1
        }
    }

    package static func coefficient(ratio: Double, alpha: Double) -> Float {
        ratio > 1 ? Float(1 - Elementary.tanh(alpha * ratio)) : 1
    }
}
