// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// A task that asks several questions of each sample, each with the same few answers: every question is a decision row.
///
/// The fusion puts out all answers of all questions side by side; cut into rows, every strategy acts on them as on any other.
public protocol AnswerTask: LearningTask {
    /// Questions that are asked of each sample.
    var questions: Int { get }
    /// Answers that each question has to choose from.
    var answers: Int { get }
    /// The right answer of each question of a row of the split.
    func truth(_ part: DatasetPart, _ row: Int) -> [Int32]
}

extension AnswerTask {
    public var outputs: Int { questions * answers }
    public var rows: DecisionRows { .answers }

    public func logits(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, present: Presence, _ batch: Batch, _ context: Context
    ) -> Node? {
        model.fusion.map { cut($0(features, present: shown($0, present, features, batch, context), context)) }
    }

    public func logits(head output: Node, of _: Modality, _: MultimodalModel, _: Batch, _: Context) -> Node {
        cut(output)
    }

    public func shares(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, _: Batch, _ context: Context
    ) -> ModalityMap<Node>? {
        guard let fusion = model.fusion else { return nil }
        let shares = features.modalities.compactMap { fusion.share(of: $0, features, context) }
        return shares.count == features.count ? ModalityMap(features.modalities, shares.map { cut($0) }) : nil
    }

    public func targets(_ batch: Batch) -> UnsafePointer<Int32> {
        batch.answers(questions) { truth($0, $1) }
    }

    public func sample(ofRow row: Int, _: Batch) -> Int { row / questions }

    public func losses(_ logits: Node, _ targets: UnsafePointer<Int32>, _: Batch) -> Node {
        logits.crossEntropy(targets)
    }

    private func cut(_ output: Node) -> Node { output.reshaped(Shape(output.shape[0] * questions, answers)) }
}
