// SPDX-License-Identifier: Apache-2.0

import Training

/// Trains the same model with every modality hidden: what is left is what the targets tell by themselves, the trivial
/// baseline of any task. A classifier learns the classes' shares, a query is the same for all, a decoder becomes an
/// unconditional one (the empty set ∅ of the modalities).
public struct Blind: TrainingStrategy {
    public static let card = Card(
        id: "blind", title: "Blind", summary: "sees no modality at all; an unconditional decoder, the trivial baseline")
    public static let stages: [Stage] = [.forward]

    public init(_: NoOptions, _: Setting) {}

    public static func misfit(_: NoOptions, _ problem: Problem) -> String? {
        problem.rows == .pairs ? "two towers that see nothing have nothing to compare" : nil
    }

    public func features(_ forward: Forward, _: Step) { hide(forward) }

    public func predict(_ forward: Forward) -> Node {
        hide(forward)
        return forward.logits
    }

    public func unimodalLogits(_: Forward) -> ModalityMap<Node>? { nil }

    private func hide(_ forward: Forward) {
        forward.scaleSamples(forward.modalities.map { _ in [Float](repeating: 0, count: forward.batch.count) })
    }
}
