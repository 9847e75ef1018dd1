// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// Two modalities find each other: a tower each and no fusion, as in CLIP.
///
///     S = h_a·h_bᵀ / τ     loss: ½ (CE of its rows + CE of its columns)
///
/// There is no fused representation and no prediction of one modality alone. What stands for the modalities' own rows are
/// the two directions, each with the other tower held still: the loss of `h_a·sg(h_b)ᵀ/τ` has in tower a the gradient of the
/// whole loss, so that weighting these losses is the same as scaling the towers' gradients. τ learns from the whole loss
/// alone.
public struct DualRetrieval: LearningTask {
    public static let card = Card(
        id: "dual-retrieval", title: "Dual-encoder retrieval",
        summary: "two modalities find each other, both directions; R@k, mAP",
        reference: "Radford et al., ICML 2021")
    /// Means of both directions, and R@1 of each.
    public static let measures =
        ContrastiveRows.measures + [
            Measure("recall@1-forward", .higherIsBetter), Measure("recall@1-backward", .higherIsBetter),
            Measure("loss", .lowerIsBetter),
        ]

    public struct Options: Configurable {
        @Field("width of the embeddings that are compared", in: 1...65_536) public var width: Int = 64
        @Field("temperature at the beginning", in: 0.01...1) public var temperature: Double = 0.07
        public init() {}
    }

    public let outputs: Int
    private let options: Options

    public init(_ options: Options, _: DatasetSignature) throws {
        self.options = options
        outputs = options.width
    }

    public static func misfit(_: Options, _ signature: DatasetSignature) -> String? {
        signature.modalities.count == 2
            ? nil : "a dual encoder compares two modalities, this data set has \(signature.modalities.count)"
    }

    public var rows: DecisionRows { .pairs }

    public func part(_: (id: String, options: ConfigValue)?) -> TaskPart {
        .pairs(width: options.width, temperature: options.temperature)
    }

    public func logits(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, present _: Presence, _ batch: Batch, _ context: Context
    ) -> Node? {
        guard let towers = towers(model, features, context), let scale = model.task.logScale(nil) else { return nil }
        return similarities(towers[0], of: 0, towers[1], context(scale), batch)
    }

    public func logits(
        alone modality: Modality, _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch,
        _ context: Context
    ) -> Node? { shares(model, features, batch, context)?[modality] }

    public func logits(head output: Node, of _: Modality, _: MultimodalModel, _: Batch, _: Context) -> Node { output }

    /// The two directions, each with the other tower and the temperature held still.
    public func shares(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> ModalityMap<Node>? {
        guard let towers = towers(model, features, context), let scale = model.task.logScale(nil) else { return nil }
        let fixed = context(scale).stopGradient()
        return ModalityMap(
            features.modalities,
            [
                similarities(towers[0], of: 0, towers[1].stopGradient(), fixed, batch),
                similarities(towers[1], of: 1, towers[0].stopGradient(), fixed, batch),
            ])
    }

    /// Rows of unit length, a tower each; nil unless both modalities are there.
    private func towers(_ model: MultimodalModel, _ features: ModalityMap<Node>, _ context: Context) -> [Node]? {
        guard let projections = model.task.projections, features.count == 2 else { return nil }
        return features.entries.map { projections[$0.modality]($0.value.pooledFeature(), context).l2Normalized() }
    }

    private func similarities(_ queries: Node, of tower: Int, _ others: Node, _ scale: Node, _ batch: Batch) -> Node {
        guard let gallery = batch.gallery else {
            return Node.contrastiveLogits(queries, others, logScale: scale)
                .withoutOptions(batch.falseNegatives(nil, on: queries.tape))
        }
        return Node.contrastiveLogits(queries, gallery.node(1 - tower, on: queries.tape), logScale: scale)
    }

    public func targets(_ batch: Batch) -> UnsafePointer<Int32> { batch.galleryTargets }

    public func losses(_ logits: Node, _ targets: UnsafePointer<Int32>, _ batch: Batch) -> Node {
        ContrastiveRows.losses(logits, targets, batch)
    }

    public func galleryRows(
        _ model: MultimodalModel, _ features: () -> ModalityMap<Node>, _: Batch, _ context: Context
    ) -> [Node] { towers(model, features(), context) ?? [] }

    /// A gallery in random order.
    public func trivial(train _: DatasetPart, test: DatasetPart) -> [String: Double] {
        ContrastiveRows.chance(
            Sameness(items: test.items, test.columns.values, rows: Array(0..<test.count)), count: test.count)
    }

    public func metrics(_ predictions: Predictions) -> [String: Double] {
        guard let part = predictions.part else { return ["loss": predictions.meanLoss] }
        let count = predictions.indices.count
        let sameness = Sameness(items: part.items, part.columns.values, rows: predictions.indices)
        let ids = predictions.indices.map { part.ids[$0] }
        var transposed = predictions.logits
        for row in 0..<count {
            for column in 0..<count { transposed[column * count + row] = predictions.logits[row * count + column] }
        }
        let forward = ContrastiveRows.values(ContrastiveRows.evidence(predictions.logits, sameness, ids: ids))
        let backward = ContrastiveRows.values(ContrastiveRows.evidence(transposed, sameness, ids: ids))
        var values = forward.merging(backward) { ($0 + $1) / 2 }
        values["recall@1-forward"] = forward["recall@1"]
        values["recall@1-backward"] = backward["recall@1"]
        values["loss"] = predictions.meanLoss
        return values
    }
}
