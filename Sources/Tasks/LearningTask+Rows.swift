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
    /// One row per token of a target sequence, options are the vocabulary.
    case tokens
}

// A task turns features into decision rows; these defaults are those of classification, where the fusion's output are
// the logits and each sample is one row. Another task overrides what differs, and every strategy acts on it unchanged.
extension LearningTask {
    public var rows: DecisionRows { .classes }

    public func logits(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, present: Presence, _: Batch, _ context: Context
    ) -> Node? {
        model.fusion?(features, present: present, context)
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
