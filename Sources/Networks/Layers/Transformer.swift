// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Two linear layers with GELU (tanh form) between them.
public struct FeedForward: Sendable {
    let first: Linear
    let second: Linear
    let dropout: Float

    /// Declares two linear layers with GELU between them.
    public init(_ name: String, width: Int, inner: Int, dropout: Float = 0, _ builder: ParameterBuilder) {
        (first, second) = builder.scope(name) {
            (
                Linear("first", width, inner, builder, .gelu, start: .uniform),
                Linear("second", inner, width, builder, start: .uniform)
            )
        }
        self.dropout = dropout
    }

    /// The perceptron of each token.
    public func callAsFunction(_ x: Node, _ context: Context) -> Node {
        second(context.dropout(first(x, context), dropout, "inner"), context)
    }
}

/// A transformer block with the norms in front: x += attention(norm(x)); with a memory, x += look(norm(x), memory);
/// x += feed-forward(norm(x)).
public struct TransformerBlock: Sendable {
    let attentionNorm: LayerNorm
    let attention: SelfAttention
    let memoryNorm: LayerNorm?
    let memoryAttention: CrossAttention?
    let innerNorm: LayerNorm
    let inner: FeedForward
    let dropout: Float
    private let name: String

    /// `expansion`: how many times wider the feed-forward is inside.
    public init(
        _ name: String, width: Int, heads: Int, expansion: Int = 4, causal: Bool = false, memory: Bool = false,
        dropout: Float = 0, _ builder: ParameterBuilder
    ) {
        self.name = name
        self.dropout = dropout
        (attentionNorm, attention) = builder.scope(name) {
            (
                LayerNorm("norm1", width, builder),
                SelfAttention("attention", width: width, heads: heads, causal: causal, dropout: dropout, builder)
            )
        }
        (memoryNorm, memoryAttention) = builder.scope(name) {
            memory
                ? (
                    LayerNorm("norm_memory", width, builder),
                    CrossAttention("cross", width: width, heads: heads, dropout: dropout, builder)
                ) : (nil, nil)
        }
        (innerNorm, inner) = builder.scope(name) {
            (
                LayerNorm("norm2", width, builder),
                FeedForward("mlp", width: width, inner: expansion * width, dropout: dropout, builder)
            )
        }
    }

    /// x `[B, T, width]`; `memory` is what `remember` gave, nil if there is nothing to look at.
    public func callAsFunction(_ x: Node, memory: Node? = nil, _ outer: Context) -> Node {
        let context = outer.scoped(name)
        let attended = attention(attentionNorm(x, context), context)
        return rest(.sum(x, consuming: context.dropout(attended, dropout, "attention")), memory, context)
    }

    /// Keys and values of a memory `[B, S, width]` for this block.
    func remember(_ memory: Node, _ context: Context) -> Node? { memoryAttention?.memory(memory, context) }

    /// One more token of a causal sequence, x `[B, 1, width]`, without dropout.
    func next(_ x: Node, memory: Node?, _ cache: KeyValueCache, _ context: Context) -> Node {
        rest(.sum(x, consuming: attention.next(attentionNorm(x, context), cache, context)), memory, context)
    }

    private func rest(_ start: Node, _ memory: Node?, _ context: Context) -> Node {
        var x = start
        if let memoryAttention, let memoryNorm {
            let seen =
                memory.map { memoryAttention(memoryNorm(x, context), memory: $0, context) }
                ?? memoryAttention.unseen(x, context)
            x = .sum(x, consuming: context.dropout(seen, dropout, "memory"))
        }
        return .sum(x, consuming: context.dropout(inner(innerNorm(x, context), context), dropout, "output"))
    }
}
