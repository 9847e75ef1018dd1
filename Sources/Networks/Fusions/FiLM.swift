// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// One modality's feature is scaled and shifted by what the others say (Perez et al., AAAI 2018):
///
///     [Δγ, β] = h_a·V + c        z = ((1 + Δγ) ⊙ h_v + β)·W + b
///
/// γ = 1 + Δγ, so conditioning with zeros changes nothing. More than one conditioner acts in declared order.
public struct FiLM: Fusion {
    public static let card = Card(
        id: "film", title: "FiLM", summary: "features of one modality scaled and shifted by the others",
        reference: "Perez et al., AAAI 2018")

    public struct Options: Configurable {
        @Field("which modality is conditioned by the others, in declared order") public var target: End = .last
        public init() {}
    }

    /// Which of the modalities, in declared order.
    public enum End: String, FieldChoice { case first, last }

    let target: Int
    /// By position; nil for the target.
    let conditioners: [Linear?]
    let head: Linear
    let width: Int

    public init(_ options: Options, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        let target = options.target == .last ? widths.count - 1 : 0
        let width = widths.values[target]
        conditioners = widths.entries.enumerated().map { position, entry in
            position == target ? nil : Linear("condition.\(entry.modality)", entry.value, 2 * width, builder)
        }
        head = Linear("head", width, outputs, builder)
        self.target = target
        self.width = width
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        let vectors = presentVectors(features, present).values
        var x = vectors[target]
        for (position, conditioner) in conditioners.enumerated() {
            guard let conditioner else { continue }
            let both = conditioner(vectors[position], context)
            x = x + both.columns(0..<width) * x + both.columns(width..<2 * width)
        }
        return head(x, context)
    }
}
