// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Tokens of all modalities in one sequence through a shared transformer; a learned token that sees all is read out.
///
/// Each modality's tokens are projected to one width (this belongs to its encoder) and get a learned modality embedding.
/// In training each modality is hidden in a tenth of the rows, independently, whatever the strategy: otherwise what it says
/// of some modalities alone would be said of inputs that it has never seen.
public struct AttentionFusion: Fusion {
    public static let card = Card(
        id: "attention", title: "Attention", summary: "one transformer over the tokens of all modalities",
        reference: "Vaswani et al., NeurIPS 2017; Nagrani et al., NeurIPS 2021")

    public struct Options: Configurable {
        @Field("width of the transformer; a multiple of 'heads'", in: 1...4096) public var width: Int = 64
        @Field("transformer blocks", in: 1...64) public var layers: Int = 2
        @Field("attention heads", in: 1...64) public var heads: Int = 4
        @Field("probability of dropping an activation or an attention weight", in: 0...0.95)
        public var dropout: Float = 0
        @Field("share of the training rows in which each modality is hidden", in: 0...0.9)
        public var conditioningDropout: Float = 0.1
        public init() {}
        public func problems() -> [String] {
            width % heads == 0 ? [] : ["'width' must be a multiple of 'heads'"]
        }
    }

    public static let absence = Readout.maskMemory
    public let conditioningDropout: Float

    let projections: ModalityMap<Linear>
    let kinds: ModalityMap<ParameterID>
    let pooled: ParameterID
    let blocks: [TransformerBlock]
    let norm: LayerNorm
    let head: Linear
    let width: Int

    public init(_ options: Options, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        let width = options.width
        conditioningDropout = options.conditioningDropout
        projections = ModalityMap(widths.modalities) { modality in
            builder.owned(by: .encoder(modality)) {
                Linear("project.\(modality)", widths[modality], width, builder, start: .uniform)
            }
        }
        kinds = ModalityMap(widths.modalities) {
            builder.declare("kind.\($0)", Shape(width), .gaussian(deviation: 0.02))
        }
        pooled = builder.declare("pooled", Shape(width), .gaussian(deviation: 0.02))
        blocks = (0..<options.layers).map {
            TransformerBlock("block\($0)", width: width, heads: options.heads, dropout: options.dropout, builder)
        }
        norm = LayerNorm("norm", width, builder)
        head = Linear("head", width, outputs, builder)
        self.width = width
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        let batch = features.values[0].shape[0]
        // Zeros plus the learned token, so that every row has its own place for it.
        let reader = context.tape.constant(repeating: 0, Shape(batch, 1, width)).plusRow(context(pooled))
        let sequences = presentTokens(features.values, present).map { position, tokens in
            projections.values[position](tokens, context).plusRow(context(kinds.values[position]))
        }
        var x = Node.concatenatedTokens([reader] + sequences)
        for block in blocks { x = block(x, context.scoped("fusion")) }
        return head(norm(x.token(0), context), context)
    }
}
