// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Each modality's tokens look at those of all others; the means of the results side by side go to a linear head.
///
///     x_m = h_m·P_m + e_m      x_m += attention(norm(x_m), norm(others))      x_m += mlp(norm(x_m))
///     z = Σ_m mean(norm(x_m))·W_m + b
public struct CrossAttentionFusion: Fusion {
    public static let card = Card(
        id: "cross-attention", title: "Cross-attention", summary: "each modality's tokens look at those of the others",
        reference: "Lu et al., NeurIPS 2019; Tsai et al., ACL 2019")

    public typealias Options = AttentionFusion.Options
    public static let absence = Readout.maskMemory

    /// What one modality needs.
    private struct Stream {
        let modality: Modality
        let projection: Linear
        let kind: ParameterID
        let blocks: [Block]
        let norm: LayerNorm
        let weight: ParameterID
    }

    private struct Block {
        let name: String
        let queryNorm: LayerNorm
        let memoryNorm: LayerNorm
        let attention: CrossAttention
        let innerNorm: LayerNorm
        let inner: FeedForward
    }

    private let streams: [Stream]
    public let conditioningDropout: Float
    private let bias: ParameterID
    private let dropout: Float

    public init(_ options: Options, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        let width = options.width
        streams = widths.modalities.map { modality in
            let projection = builder.owned(by: .encoder(modality)) {
                Linear("project.\(modality)", widths[modality], width, builder, start: .uniform)
            }
            return builder.scope("stream.\(modality)") {
                Stream(
                    modality: modality, projection: projection,
                    kind: builder.declare("kind", Shape(width), .gaussian(deviation: 0.02)),
                    blocks: (0..<options.layers).map { layer in
                        builder.scope("block\(layer)") {
                            Block(
                                name: "\(modality).\(layer)", queryNorm: LayerNorm("norm1", width, builder),
                                memoryNorm: LayerNorm("norm_memory", width, builder),
                                attention: CrossAttention(
                                    "cross", width: width, heads: options.heads, dropout: options.dropout, builder),
                                innerNorm: LayerNorm("norm2", width, builder),
                                inner: FeedForward(
                                    "mlp", width: width, inner: 4 * width, dropout: options.dropout, builder))
                        }
                    },
                    norm: LayerNorm("norm", width, builder),
                    weight: builder.declare(
                        "weight", Shape(width, outputs), .normal(gain: 1, fanIn: width * widths.count)))
            }
        }
        bias = builder.declare("bias", Shape(outputs), .constant(0))
        dropout = options.dropout
        conditioningDropout = options.conditioningDropout
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        let given = presentTokens(features.values, present)
        var tokens = given.map { position, tokens in
            streams[position].projection(tokens, context).plusRow(context(streams[position].kind))
        }
        let layers = streams[0].blocks.count
        for layer in 0..<layers {
            tokens = tokens.indices.map { own in
                let block = streams[given[own].position].blocks[layer]
                let moment = context.scoped(block.name)
                let others = tokens.indices.filter { $0 != own }.map { tokens[$0] }
                let seen: Node
                if others.isEmpty {
                    seen = block.attention.unseen(tokens[own], context)
                } else {
                    let all = Node.concatenatedTokens(others)
                    let memory = block.attention.memory(block.memoryNorm(all, context), context)
                    seen = block.attention(block.queryNorm(tokens[own], context), memory: memory, moment)
                }
                let x = tokens[own] + moment.dropout(seen, dropout, "attention")
                return x + moment.dropout(block.inner(block.innerNorm(x, context), moment), dropout, "output")
            }
        }
        let means = zip(given, tokens).map { place, tokens in
            streams[place.position].norm(tokens, context).meanOverTokens()
        }
        let batch = features.values[0].shape[0]
        guard !means.isEmpty else {
            let outputs = context.parameters[bias].count
            return context.tape.constant(repeating: 0, Shape(batch, outputs)).plusRow(context(bias))
        }
        return Node.linear(means, given.map { context(streams[$0.position].weight) }, context(bias))
    }
}
