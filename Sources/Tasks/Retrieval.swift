// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// A query made of all modalities finds its item in a gallery.
///
///     q = normalize(F(h_1 … h_M))     g_j = normalize(target tower of item j)     z_ij = q_i·g_j / τ
///
/// Trained by InfoNCE over the batch, both directions averaged; options that are right as well (the same item, or the same
/// text) are taken out. Evaluated against the whole gallery. 1/τ is learned through its logarithm and held in 1 … 100.
public struct Retrieval: LearningTask {
    public static let card = Card(
        id: "retrieval", title: "Retrieval", summary: "a fused query finds its item in a gallery; R@k, mAP",
        reference: "van den Oord et al., 2018; Radford et al., ICML 2021")
    public static let measures = ContrastiveRows.measures + [Measure("loss", .lowerIsBetter)]

    public struct Options: Configurable {
        @Field("modality that becomes the gallery; '' takes the data set's own") public var target: String = ""
        @Field("width of the embeddings that are compared", in: 1...65_536) public var width: Int = 64
        @Field("temperature at the beginning", in: 0.01...1) public var temperature: Double = 0.07
        public init() {}
    }

    public let outputs: Int
    private let options: Options
    private let gallery: ColumnSignature?

    public init(_ options: Options, _ signature: DatasetSignature) throws {
        self.options = options
        outputs = options.width
        gallery = signature.targets[.gallery]
    }

    public static func target(_ options: Options) -> (role: TargetRole, modality: String)? {
        (.gallery, options.target)
    }

    public static func misfit(_: Options, _ signature: DatasetSignature) -> String? {
        signature.targets[.gallery] == nil
            ? "the data set has no gallery: name one of its modalities with the task's option 'target'" : nil
    }

    public var rows: DecisionRows { .gallery }

    public func part(_ encoder: (id: String, options: ConfigValue)?) -> TaskPart {
        guard let gallery, let encoder else { return .none }
        return .gallery(input: gallery.input, encoder: encoder, temperature: options.temperature)
    }

    public func logits(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, present: Presence, _ batch: Batch, _ context: Context
    ) -> Node? {
        guard let fusion = model.fusion else { return nil }
        let shown = shown(fusion, present, features, batch, context)
        return similarities(fusion(features, present: shown, context).l2Normalized(), nil, model, batch, context)
    }

    public func logits(
        head output: Node, of modality: Modality, _ model: MultimodalModel, _ batch: Batch, _ context: Context
    )
        -> Node
    {
        similarities(output.l2Normalized(), model.plan.fused ? nil : modality, model, batch, context)
    }

    /// z_m = q̃_m·g / (‖q̃‖·τ) with q̃ = Σ q̃_m, so that Σ z_m = z.
    public func shares(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> ModalityMap<Node>? {
        guard let fusion = model.fusion else { return nil }
        let parts = features.modalities.compactMap { fusion.share(of: $0, features, context) }
        guard parts.count == features.count else { return nil }
        let rows = Retrieval.unitParts(parts)
        return ModalityMap(features.modalities, rows.map { similarities($0, nil, model, batch, context) })
    }

    /// Parts of a vector divided by the length of their sum.
    public static func unitParts(_ parts: [Node]) -> [Node] {
        let whole = parts.dropFirst().reduce(parts[0]) { $0 + $1 }
        let lengths = (whole * whole).rowSums().squareRoot(epsilon: 1e-24)
        let rates = whole.tape.constant(repeating: 1, lengths.shape) / lengths
        return parts.map { $0.scaledRows(by: rates) }
    }

    private func similarities(
        _ queries: Node, _ modality: Modality?, _ model: MultimodalModel, _ batch: Batch, _ context: Context
    ) -> Node {
        guard let tower = model.task.tower(modality), let scale = model.task.logScale(modality) else {
            preconditionFailure("a model without a gallery tower")
        }
        let member = modality.flatMap { model.plan.modalities.firstIndex(of: $0) } ?? 0
        guard let gallery = batch.gallery else {
            let items = batch.cached("gallery \(member)", context) {
                tower(batch.galleryItems(on: context.tape), context)
            }
            return Node.contrastiveLogits(queries, items, logScale: context(scale))
                .withoutOptions(batch.falseNegatives(.gallery, on: context.tape))
        }
        return Node.contrastiveLogits(queries, gallery.node(member, on: context.tape), logScale: context(scale))
    }

    public func targets(_ batch: Batch) -> UnsafePointer<Int32> { batch.galleryTargets }

    public func losses(_ logits: Node, _ targets: UnsafePointer<Int32>, _ batch: Batch) -> Node {
        ContrastiveRows.losses(logits, targets, batch)
    }

    public func galleryRows(
        _ model: MultimodalModel, _ features: () -> ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> [Node] {
        let members: [Modality?] = model.plan.fused ? [nil] : model.plan.modalities
        return members.compactMap { model.task.tower($0)?(batch.galleryItems(on: context.tape), context) }
    }

    /// A gallery in random order.
    public func trivial(train _: DatasetPart, test: DatasetPart) -> [String: Double] {
        guard let target = test.targets[.gallery] else { return [:] }
        return ContrastiveRows.chance(
            Sameness(items: target.items, [target.column], rows: Array(0..<test.count)), count: test.count)
    }

    public func metrics(_ predictions: Predictions) -> [String: Double] {
        var values = ["loss": predictions.meanLoss]
        if let part = predictions.part, let target = part.targets[.gallery] {
            let sameness = Sameness(items: target.items, [target.column], rows: predictions.indices)
            let evidence = ContrastiveRows.evidence(
                predictions.logits, sameness, ids: predictions.indices.map { part.ids[$0] })
            values.merge(ContrastiveRows.values(evidence)) { $1 }
        }
        return values
    }
}
