// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// What the decision rows of a task are, as far as strategies must know.
public enum DecisionRows: String, Sendable {
    /// One row per sample, options are classes.
    case classes
    /// One row per sample, options are the items of a gallery.
    case gallery
    /// Two towers that are compared directly; there is no fused representation.
    case pairs
    /// Several rows per sample, a question each; options are answers, the same for all.
    case answers
    /// One row per token of a target sequence, options are the vocabulary.
    case tokens
}

// A task turns features into decision rows; these defaults are those of classification, where the fusion's output are
// the logits and each sample is one row. Another task overrides what differs, and every strategy acts on it unchanged.
extension LearningTask {
    public static func target(_: Options) -> (role: TargetRole, modality: String)? { nil }
    public static func misfit(_: Options, _: DatasetSignature) -> String? { nil }
    public var rows: DecisionRows { .classes }
    public var hidesModalities: Bool { false }
    public func trivial(train _: DatasetPart, test _: DatasetPart) -> [String: Double] { [:] }
    public var scoreEvery: Int { 1 }

    /// Whether each modality's own rows are read from the model as it is, whatever its fusion.
    public var readsModalities: Bool { hidesModalities || rows == .pairs }

    public func part(_: (id: String, options: ConfigValue)?) -> TaskPart { .none }

    public func galleryRows(
        _: MultimodalModel, _: () -> ModalityMap<Node>, _: Batch, _: Context
    ) -> [Node] { [] }

    public func write(
        _: MultimodalModel, _: ModalityMap<Node>, _: Batch, _: Context, mixture _: @escaping ([Node]) -> Node
    ) -> [Int32]? { nil }

    /// The rows' gallery items side by side, tower by tower.
    public func targetVectors(
        _ model: MultimodalModel, _ features: () -> ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> [Float] {
        let towers = galleryRows(model, features, batch, context).map(\.values)
        return (0..<batch.count).flatMap { row in
            towers.flatMap { tower in
                let width = tower.count / batch.count
                return tower[row * width..<(row + 1) * width]
            }
        }
    }

    /// The gallery of rows of a split (nil: all), computed batch by batch; nil where the task has none.
    ///
    /// - Parameters:
    ///   - model: whose gallery it is.
    ///   - part: the split.
    ///   - rows: their numbers in it.
    ///   - batch: room for the rows of one step.
    ///   - batchRows: rows of one step.
    ///   - encode: puts the next rows into `batch` and answers with their moment and features.
    public func gallery(
        _ model: MultimodalModel, _ part: DatasetPart, rows: [Int], _ batch: Batch, batchRows: Int,
        _ encode: (_ rows: ArraySlice<Int>) -> (context: Context, features: () -> ModalityMap<Node>)
    ) -> Gallery? {
        guard self.rows == .gallery || self.rows == .pairs else { return nil }
        var towers: [[Float]] = []
        var start = 0
        while start < rows.count {
            let end = min(start + batchRows, rows.count)
            let moment = encode(rows[start..<end])
            let made = galleryRows(model, moment.features, batch, moment.context)
            if towers.isEmpty { towers = made.map { _ in [] } }
            for (tower, node) in made.enumerated() { towers[tower].append(contentsOf: node.buffer) }
            start = end
        }
        let target = self.rows == .gallery ? part.targets[.gallery] : nil
        return Gallery(
            towers, rows: rows.count,
            sameness: Sameness(
                items: target?.items ?? part.items, target.map { [$0.column] } ?? part.columns.values, rows: rows))
    }

    public func logits(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, present: Presence, _ batch: Batch, _ context: Context
    ) -> Node? {
        model.fusion.map { $0(features, present: shown($0, present, features, batch, context), context) }
    }

    /// What a fusion is shown of the modalities that are there.
    func shown(
        _ fusion: any Fusion, _ present: Presence, _ features: ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> Presence {
        conditioned(present, share: fusion.conditioningDropout, features.count, batch, context)
    }

    /// In training, modalities that are there are hidden in some rows, each on its own, by a stream of their own.
    func conditioned(
        _ present: Presence, share: Float, _ members: Int, _ batch: Batch, _ context: Context
    ) -> Presence {
        guard context.training, context.tape.recordsGradients, share > 0 else { return present }
        if case .some = present { return present }
        let key = context.key.fold("conditioning")
        var flags = [Float](repeating: 1, count: batch.count * members)
        if case .rows(let given) = present { flags = given.values }
        for row in 0..<batch.count {
            var stream = key.fold(row).stream()
            for member in 0..<members where stream.uniform() < share { flags[row * members + member] = 0 }
        }
        return .rows(context.tape.constant(flags, Shape(batch.count, members)))
    }

    public func logits(
        alone modality: Modality, _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch,
        _ context: Context
    ) -> Node? {
        model.fusion.map { logits(head: $0.alone(modality, features, context), of: modality, model, batch, context) }
    }

    /// The decision rows of what a head of one modality puts out.
    public func logits(head output: Node, of _: Modality, _: MultimodalModel, _: Batch, _: Context) -> Node { output }

    /// Each modality's share of the fused decision rows ("split"); nil where they are no sum.
    public func shares(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, _: Batch, _ context: Context
    ) -> ModalityMap<Node>? {
        guard let fusion = model.fusion else { return nil }
        let shares = features.modalities.compactMap { fusion.share(of: $0, features, context) }
        return shares.count == features.count ? ModalityMap(features.modalities, shares) : nil
    }

    /// The right option of each decision row; −1 where a row does not count.
    public func targets(_ batch: Batch) -> UnsafePointer<Int32> { batch.targets }

    /// The sample of the batch that a decision row belongs to.
    public func sample(ofRow row: Int, _: Batch) -> Int { row }
}
