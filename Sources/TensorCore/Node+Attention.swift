// SPDX-License-Identifier: Apache-2.0

import CKernels

/// Neighbouring columns of a node of tokens `[B, T, …]`: the queries, keys or values of an attention, without copying
/// them out of a packed projection.
public struct TokenColumns {
    /// Tokens `[B, T, …]`.
    public let node: Node
    /// The first of the columns.
    public let offset: Int
    /// How many columns there are.
    public let width: Int

    /// All columns of a node, or a range of them.
    public init(_ node: Node, _ range: Range<Int>? = nil) {
        let range = range ?? 0..<node.shape.last
        precondition(node.shape.rank == 3 && range.upperBound <= node.shape[2], "columns \(range) of \(node.shape)")
        self.node = node
        offset = range.lowerBound
        width = range.count
    }

    var tokens: Int { node.shape[1] }
    var stride: Int { node.shape[2] }
}

/// What an attention may look at.
public struct AttentionView {
    /// `[B, keys]` of 1 (seen) and 0 (hidden); nil shows all.
    public var mask: Node?
    /// Query i sees the keys up to `firstQuery` + i.
    public var causal = false
    /// The first query's place among the keys, where earlier ones were kept (decoding word by word).
    public var firstQuery = 0
    /// Probability of dropping an attention weight.
    public var dropout: Float = 0
    /// Chance of the dropout.
    public var key = RandomKey(seed: 0)

    public init(mask: Node? = nil, causal: Bool = false, firstQuery: Int = 0) {
        self.mask = mask
        self.causal = causal
        self.firstQuery = firstQuery
    }
}

extension Node {
    /// softmax(q·kᵀ / sqrt(head width))·v for each head (Vaswani et al., NeurIPS 2017): queries `[B, T, heads·w]`, keys
    /// `[B, S, heads·w]`, values `[B, S, heads·u]` → `[B, T, heads·u]`. A query that sees no key gives zeros.
    public static func attention(
        queries: TokenColumns, keys: TokenColumns, values: TokenColumns, heads: Int, _ view: AttentionView = .init()
    ) -> Node {
        let tape = queries.node.tape
        let batch = queries.node.shape[0]
        let shape = AttentionShape(
            batch: batch, heads: heads, queries: queries.tokens, keys: keys.tokens, width: queries.width / heads,
            valueWidth: values.width / heads)
        precondition(
            keys.node.shape[0] == batch && values.node.shape[0] == batch && values.tokens == keys.tokens
                && keys.width == queries.width && queries.width % heads == 0 && values.width % heads == 0,
            "attention of \(queries.node.shape) over \(keys.node.shape), \(values.node.shape) in \(heads) heads")
        precondition(view.mask.map { $0.shape.count == batch * keys.tokens } ?? true, "attention mask")
        let output = Shape(batch, queries.tokens, values.width)
        let index = tape.record(
            attentionRule, output, [queries.node, keys.node, values.node], [], view.mask)
        tape.entries[index].mask = queries.node.mask?.index ?? -1
        let weights = shape.weights
        let kept = tape.reserveSaved(index, weights * (view.dropout > 0 ? 2 : 1))
        tape.entries[index].integers = SIMD16(
            Int32(batch), Int32(heads), Int32(shape.queries), Int32(shape.keys), Int32(shape.width),
            Int32(shape.valueWidth), Int32(queries.offset), Int32(keys.offset), Int32(values.offset),
            view.dropout > 0 ? 1 : 0, 0, 0, 0, 0, 0, 0)
        if view.dropout > 0 {
            kernels.dropout_mask(view.key.word0, view.key.word1, 0, Int32(weights), view.dropout, kept + weights)
        }
        let plane = shape.queries * shape.keys
        let dropped = view.dropout > 0 ? tape.scratch(0, plane) : nil
        for sample in 0..<batch {
            for head in 0..<heads {
                let p = kept + (sample * heads + head) * plane
                let q = queries.node.pointer + sample * queries.tokens * queries.stride + queries.offset
                let k = keys.node.pointer + sample * keys.tokens * keys.stride + keys.offset
                let v = values.node.pointer + sample * values.tokens * values.stride + values.offset
                kernels.gemm(
                    0, 1, Int32(shape.queries), Int32(shape.keys), Int32(shape.width), q + head * shape.width,
                    Int32(queries.stride), k + head * shape.width, Int32(keys.stride), p, Int32(shape.keys), nil,
                    CK_IDENTITY, 0)
                kernels.masked_softmax(
                    Int32(shape.queries), Int32(shape.keys), shape.scale,
                    view.mask.map { UnsafePointer($0.pointer + sample * shape.keys) },
                    view.causal ? Int32(view.firstQuery) : Int32.max, p, p)
                if let dropped { kernels.mul(Int32(plane), p, p + weights, dropped) }
                kernels.gemm(
                    0, 0, Int32(shape.queries), Int32(shape.valueWidth), Int32(shape.keys), dropped ?? p,
                    Int32(shape.keys), v + head * shape.valueWidth, Int32(values.stride),
                    tape.value(index) + sample * shape.queries * values.width + head * shape.valueWidth,
                    Int32(values.width), nil, CK_IDENTITY, 0)
            }
        }
        tape.count(flops: 2 * weights * (shape.width + shape.valueWidth), at: index)
        return Node(tape, index)
    }

    private static let attentionRule = Rule("attention") { tape, index in
        guard let arrived = tape.arrived(index), let kept = tape.entries[index].saved else { return }
        let i = tape.entries[index].integers
        let shape = AttentionShape(
            batch: Int(i[0]), heads: Int(i[1]), queries: Int(i[2]), keys: Int(i[3]), width: Int(i[4]),
            valueWidth: Int(i[5]))
        let inputs = Parts(tape.input(index, 0), tape.input(index, 1), tape.input(index, 2))
        let widths = Parts(shape.heads * shape.width, shape.heads * shape.width, shape.heads * shape.valueWidth)
        let strides = Parts(
            tape.entries[inputs[0]].shape[2], tape.entries[inputs[1]].shape[2], tape.entries[inputs[2]].shape[2])
        // A packed projection gives its columns to several parts: if together they fill it, the first contribution may
        // overwrite, else it must find zeros.
        var targets = Parts<(pointer: UnsafeMutablePointer<Float>, accumulate: Int32)?>(nil, nil, nil)
        for part in 0..<3 where tape.needsGradient(inputs[part]) {
            if let earlier = (0..<part).first(where: { inputs[$0] == inputs[part] }) {
                targets[part] = targets[earlier]
                continue
            }
            var filled = 0
            var apart = true
            for other in 0..<3 where inputs[other] == inputs[part] {
                filled += widths[other]
                for later in other + 1..<3 where inputs[later] == inputs[part] {
                    apart = apart && i[6 + other] != i[6 + later]
                }
            }
            if apart, filled == strides[part] {
                targets[part] = tape.target(inputs[part])
            } else {
                targets[part] = (tape.clearedTarget(inputs[part]), 1)
            }
        }
        let plane = shape.queries * shape.keys
        let slopes = tape.scratch(0, 2 * plane)
        let dropped = slopes + plane
        let drops = i[9] == 1
        let outputWidth = widths[2]
        let (rows, columns) = (Int32(shape.queries), Int32(shape.keys))
        for sample in 0..<shape.batch {
            for head in 0..<shape.heads {
                func place(_ part: Int, _ base: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<Float> {
                    base + sample * (part == 0 ? shape.queries : shape.keys) * strides[part] + Int(i[6 + part])
                        + head * (part == 2 ? shape.valueWidth : shape.width)
                }
                let p = kept + (sample * shape.heads + head) * plane
                let up = arrived + sample * shape.queries * outputWidth + head * shape.valueWidth
                if let target = targets[2] {
                    if drops { kernels.mul(Int32(plane), p, p + shape.weights, dropped) }
                    kernels.gemm(
                        1, 0, columns, Int32(shape.valueWidth), rows, drops ? dropped : p, columns, up,
                        Int32(outputWidth), place(2, target.pointer), Int32(strides[2]), nil, CK_IDENTITY,
                        target.accumulate)
                }
                if targets[0] == nil, targets[1] == nil { continue }
                kernels.gemm(
                    0, 1, rows, columns, Int32(shape.valueWidth), up, Int32(outputWidth),
                    place(2, tape.value(inputs[2])), Int32(strides[2]), slopes, columns, nil, CK_IDENTITY, 0)
                if drops { kernels.mul(Int32(plane), slopes, p + shape.weights, slopes) }
                kernels.softmax_gradient(rows, columns, p, slopes, slopes, 0)
                kernels.scale(Int32(plane), shape.scale, slopes, slopes)
                if let target = targets[0] {
                    kernels.gemm(
                        0, 0, rows, Int32(shape.width), columns, slopes, columns, place(1, tape.value(inputs[1])),
                        Int32(strides[1]), place(0, target.pointer), Int32(strides[0]), nil, CK_IDENTITY,
                        target.accumulate)
                }
                if let target = targets[1] {
                    kernels.gemm(
                        1, 0, columns, Int32(shape.width), rows, slopes, columns, place(0, tape.value(inputs[0])),
                        Int32(strides[0]), place(1, target.pointer), Int32(strides[1]), nil, CK_IDENTITY,
                        target.accumulate)
                }
            }
        }
        let scores = targets[0] != nil || targets[1] != nil ? 1 : 0
        let perWidth = scores + (targets[2] == nil ? 0 : 1)
        let perScore = (targets[0] == nil ? 0 : 1) + (targets[1] == nil ? 0 : 1)
        tape.count(
            flops: 2 * shape.weights * (shape.valueWidth * perWidth + shape.width * perScore), at: index)
    }
}

/// Something for queries, keys and values, in this order; held inline.
private struct Parts<Value> {
    private var queries, keys, values: Value

    init(_ queries: Value, _ keys: Value, _ values: Value) {
        (self.queries, self.keys, self.values) = (queries, keys, values)
    }

    subscript(_ part: Int) -> Value {
        get { part == 0 ? queries : part == 1 ? keys : values }
        set {
            switch part {
            case 0: queries = newValue
            case 1: keys = newValue
            default: values = newValue
            }
        }
    }
}

/// Sizes of an attention: `width` of a head's queries and keys, `valueWidth` of its values.
private struct AttentionShape {
    let batch: Int
    let heads: Int
    let queries: Int
    let keys: Int
    let width: Int
    let valueWidth: Int

    /// Attention weights in all.
    var weights: Int { batch * heads * queries * keys }
    var scale: Float { 1 / Float(width).squareRoot() }
}
