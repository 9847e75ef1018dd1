// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Multi-head self-attention: one projection to queries, keys and values, attention, one projection back.
public struct SelfAttention: Sendable {
    let packed: Linear
    let output: Linear
    let heads: Int
    let width: Int
    let causal: Bool
    let dropout: Float

    /// Declares one packed projection for queries, keys and values, and the one behind.
    public init(
        _ name: String, width: Int, heads: Int, causal: Bool = false, dropout: Float = 0, _ builder: ParameterBuilder
    ) {
        precondition(width % heads == 0, "width \(width) in \(heads) heads")
        (packed, output) = builder.scope(name) {
            (
                Linear("qkv", width, 3 * width, builder, start: .uniform),
                Linear("output", width, width, builder, start: .uniform)
            )
        }
        self.heads = heads
        self.width = width
        self.causal = causal
        self.dropout = dropout
    }

    /// x `[B, T, width]`; tokens that x's mask hides are not looked at.
    public func callAsFunction(_ x: Node, _ context: Context) -> Node {
        let qkv = packed(x, context)
        var view = AttentionView(mask: x.mask, causal: causal)
        view.dropout = context.training ? dropout : 0
        view.key = context.key.fold("attention")
        let mixed = Node.attention(
            queries: TokenColumns(qkv, 0..<width), keys: TokenColumns(qkv, width..<2 * width),
            values: TokenColumns(qkv, 2 * width..<3 * width), heads: heads, view)
        return output(mixed, context)
    }

    /// One more token of a causal sequence: x `[B, 1, width]`. Its key and value join those of the earlier ones.
    func next(_ x: Node, _ cache: KeyValueCache, _ context: Context) -> Node {
        let qkv = packed(x, context)
        let seen = cache.append(qkv.reshaped(Shape(x.shape[0], 3 * width)), columns: width..<3 * width)
        let mixed = Node.attention(
            queries: TokenColumns(qkv, 0..<width), keys: TokenColumns(seen, 0..<width),
            values: TokenColumns(seen, width..<2 * width), heads: heads,
            AttentionView(causal: true, firstQuery: cache.length - 1))
        return output(mixed, context)
    }
}

/// Multi-head attention of one sequence to another.
public struct CrossAttention: Sendable {
    let query: Linear
    let packed: Linear
    let output: Linear
    let heads: Int
    let width: Int
    let dropout: Float

    /// Declares projections of the queries, of keys and values, and the one behind.
    public init(_ name: String, width: Int, heads: Int, dropout: Float = 0, _ builder: ParameterBuilder) {
        precondition(width % heads == 0, "width \(width) in \(heads) heads")
        (query, packed, output) = builder.scope(name) {
            (
                Linear("query", width, width, builder, start: .uniform),
                Linear("kv", width, 2 * width, builder, start: .uniform),
                Linear("output", width, width, builder, start: .uniform)
            )
        }
        self.heads = heads
        self.width = width
        self.dropout = dropout
    }

    /// Keys and values of a memory `[B, S, width]`, for any number of looks at it: `[B, S, 2·width]`.
    public func memory(_ memory: Node, _ context: Context) -> Node { packed(memory, context).masked(by: memory.mask) }

    /// What a look at nothing gives for x `[B, T, width]`.
    func unseen(_ x: Node, _ context: Context) -> Node {
        output(context.tape.constant(repeating: 0, x.shape).masked(by: x.mask), context)
    }

    /// x `[B, T, width]` looks at what `memory(_:_:)` gave; tokens that its mask hides are not seen, and a row that sees
    /// none gets the output's bias.
    public func callAsFunction(_ x: Node, memory kv: Node, _ context: Context) -> Node {
        var view = AttentionView(mask: kv.mask)
        view.dropout = context.training ? dropout : 0
        view.key = context.key.fold("cross-attention")
        let mixed = Node.attention(
            queries: TokenColumns(query(x, context)), keys: TokenColumns(kv, 0..<width),
            values: TokenColumns(kv, width..<2 * width), heads: heads, view)
        return output(mixed, context)
    }
}

/// Keys and values of the tokens so far, for decoding one token at a time without gradients.
public final class KeyValueCache {
    private var buffer: Buffer
    private let rows: Int
    private let capacity: Int
    private let width: Int
    /// Positions that are kept so far.
    public private(set) var length = 0
    private var retired: [Buffer] = []

    init(rows: Int, capacity: Int, width: Int) {
        buffer = Buffer(count: rows * capacity * width)
        self.rows = rows
        self.capacity = capacity
        self.width = width
    }

    /// Takes the columns of `x` `[rows, …]` as the next token's. Returns all places `[rows, capacity, width]`; those not
    /// yet filled must be hidden by causality.
    func append(_ x: Node, columns: Range<Int>) -> Node {
        precondition(columns.count == width && x.shape[0] == rows && length < capacity, "cache of \(capacity) is full")
        for row in 0..<rows {
            (buffer.pointer + (row * capacity + length) * width).update(
                from: x.pointer + row * x.shape.last + columns.lowerBound, count: width)
        }
        length += 1
        return x.tape.constant(buffer.pointer, Shape(rows, capacity, width))
    }

    /// Row i goes on with the tokens of row `origins[i]`. A buffer of its own, since nodes may still read the old one.
    func reorder(_ origins: [Int]) {
        let moved = Buffer(count: buffer.count)
        for (row, origin) in origins.enumerated() {
            (moved.pointer + row * capacity * width).update(
                from: buffer.pointer + origin * capacity * width, count: length * width)
        }
        retired.append(buffer)
        buffer = moved
    }
}
