// SPDX-License-Identifier: Apache-2.0

import Training

/// Multimodal learning with alternating unimodal adaptation: modalities are trained in turn through one shared head, the
/// head's gradient is projected so that it does not forget the others, and predictions are fused by uncertainty.
///
///     for each batch, for m in order:  z_m = h_m·W_s + b;  step on L_m of {encoder m, head} only
///     ∇W_s ← P·∇W_s;   r̄ = mean_i h_{m,i},  k = P·r̄,  P ← P − k·kᵀ / (α_b + r̄ᵀk),  α_b = 0.1^(1 + batch/batches)
///     inference: per row  w = softmax_m(−entropy of softmax(z_m)),  z = Σ_m w_m z_m
///
/// Components that a sub-step does not train get no gradient and no optimizer step at all. Where features differ in width
/// a linear adapter brings each to the largest.
///
/// Zhang et al., "Multimodal Representation Learning by Alternating Unimodal Adaptation", CVPR 2024, with two defects of the
/// public code corrected; `variant: released` has them: the denominator is the matrix α_b + k·r̄ᵀ, elementwise, and the
/// entropies' softmax runs over the batch, so that predictions depend on the batch's other rows.
public struct MLA: TrainingStrategy {
    public static let stages: [Stage] = [.schedule, .gradient, .inference]
    public static let card = Card(
        id: "mla", title: "MLA", summary: "trains modalities in turn through one shared head, fuses by uncertainty",
        reference: "Zhang et al., CVPR 2024",
        bibtex: """
            @inproceedings{zhang2024multimodal,
              title = {Multimodal Representation Learning by Alternating Unimodal Adaptation},
              author = {Zhang, Xiaohui and Yoon, Jaehong and Bansal, Mohit and Yao, Huaxiu},
              booktitle = {IEEE/CVF Conference on Computer Vision and Pattern Recognition},
              year = {2024}
            }
            """)

    /// How modalities are weighed when the model is used.
    public enum Inference: String, FieldChoice { case entropy, fixed }

    public struct Options: Configurable {
        @Field("weights of predictions: by entropy per row, or equal") public var inference: Inference = .entropy
        @Field("divide P by its Frobenius norm after each update") public var normalizeP: Bool = true
        @Field("'paper', or 'released': matrix denominator, entropies over the batch") public var variant: Variant =
            .paper
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        /// P, `[width, width]`; empty before the first step.
        public var projection: [Float] = []
        public var steps = 0
    }

    public var state = State()
    let options: Options
    private let modalities: [Modality]

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        modalities = setting.modalities
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        if problem.rows == .tokens {
            return "the head that modalities would share is the decoder, which reads all of them"
        }
        return needsFusion(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, fused: false, extras: [.sharedHead])
    }

    public var variant: Variant { options.variant }

    public mutating func passes(_: Step) -> [Pass] {
        modalities.enumerated().map { index, modality in
            Pass(modalities: [modality], trains: [.encoder(modality), .fusion, .target], index: index)
        }
    }

    /// What goes into the shared head.
    private func adapted(_ forward: Forward, _ modality: Modality) -> Node {
        let feature = forward.features[modality].pooledFeature()
        guard let adapters = forward.model.extras.adapters, let adapter = adapters[modality] else { return feature }
        return adapter(feature, forward.context)
    }

    private func logits(_ forward: Forward, _ modality: Modality, _ feature: Node) -> Node {
        guard let head = forward.model.extras.sharedHead else { preconditionFailure("a model without the shared head") }
        return forward.task.logits(
            head: head(feature, forward.context), of: modality, forward.model, forward.batch, forward.context)
    }

    public func unimodalLogits(_ forward: Forward) -> ModalityMap<Node>? {
        ModalityMap(forward.modalities) { logits(forward, $0, adapted(forward, $0)) }
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        let modality = forward.modalities[0]
        let feature = adapted(forward, modality)
        if state.projection.isEmpty { state.projection = MLA.identity(feature.shape.last) }
        if state.steps > 0 {
            let place = Double(step.inEpoch) / Double(max(1, step.stepsPerEpoch))
            let alpha = Elementary.exp((1 + place) * Elementary.log(0.1))
            MLA.update(
                &state.projection, mean: columnMeans(feature), alpha: alpha, outer: options.variant == .released)
            if options.normalizeP { MLA.normalize(&state.projection) }
        }
        state.steps += 1
        return Objective(forward.meanLoss(logits(forward, modality, feature)))
    }

    private func columnMeans(_ feature: Node) -> [Double] {
        let (rows, width) = (feature.shape.rows, feature.shape.last)
        var sums = [Double](repeating: 0, count: width)
        for row in 0..<rows {
            for column in 0..<width { sums[column] += Double(feature.pointer[row * width + column]) }
        }
        return sums.map { $0 / Double(max(1, rows)) }
    }

    package static func identity(_ width: Int) -> [Float] {
        (0..<width * width).map { $0 / width == $0 % width ? 1 : 0 }
    }

    /// P ← P − k·kᵀ/(α + r̄ᵀk); `outer`: elementwise by α + k·r̄ᵀ instead.
    package static func update(_ projection: inout [Float], mean: [Double], alpha: Double, outer: Bool) {
        let width = mean.count
        var k = [Double](repeating: 0, count: width)
        for row in 0..<width {
            for column in 0..<width { k[row] += Double(projection[row * width + column]) * mean[column] }
        }
        let scalar = alpha + zip(mean, k).reduce(0) { $0 + $1.0 * $1.1 }
        for row in 0..<width {
            for column in 0..<width {
                let denominator = outer ? alpha + k[row] * mean[column] : scalar
                let value = Double(projection[row * width + column]) - k[row] * k[column] / denominator
                projection[row * width + column] = Float(value)
            }
        }
    }

    package static func normalize(_ projection: inout [Float]) {
        let norm = projection.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
        if norm > 0 { for index in projection.indices { projection[index] = Float(Double(projection[index]) / norm) } }
    }

    public mutating func modulate(
        _ gradients: Gradients, _: ModalityMap<Float>?, _ forward: Forward, _: Step
    ) {
        guard let head = forward.model.extras.sharedHead else { return }
        let info = gradients.parameters[head.weight]
        MLA.project(
            gradients.buffer.pointer + info.offset, rows: info.shape[0], columns: info.shape[1], state.projection)
    }

    /// G ← P·G for a gradient `[width, outputs]`, the transpose of the paper's ∇W·Pᵀ.
    package static func project(
        _ gradient: UnsafeMutablePointer<Float>, rows: Int, columns: Int, _ projection: [Float]
    ) {
        Arithmetic.multiply(projection, rows, into: gradient, columns)
    }

    public func predict(_ forward: Forward) -> Node {
        guard let logits = unimodalLogits(forward)?.values, logits.count > 1 else {
            return unimodalLogits(forward)?.values.first ?? forward.logits
        }
        if options.inference == .fixed { return Node.weightedSum(logits.map { (1 / Float(logits.count), $0) }) }
        let rows = logits[0].shape[0]
        let width = logits[0].shape[1]
        let entropies = logits.map { logits in
            if options.variant == .released {
                let overBatch = (0..<width).map { option in
                    let column = (0..<rows).map { logits.pointer[$0 * width + option] }
                    return column.withUnsafeBufferPointer { entropy($0) }
                }
                return [Double](repeating: overBatch.reduce(0, +) / Double(width), count: rows)
            }
            return (0..<rows).map { entropy(UnsafeBufferPointer(start: logits.pointer + $0 * width, count: width)) }
        }
        var weights = logits.map { _ in [Float](repeating: 0, count: rows) }
        for row in 0..<rows {
            let parts = MLA.weights(entropies.map { $0[row] })
            for index in parts.indices { weights[index][row] = Float(parts[index]) }
        }
        return Node.weightedSum(zip(logits, weights).map { (1, forward.weighingRows($0, $1)) })
    }

    /// softmax(−η).
    package static func weights(_ entropies: [Double]) -> [Double] {
        let lowest = entropies.min() ?? 0
        let powers = entropies.map { Elementary.exp(lowest - $0) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }
}
