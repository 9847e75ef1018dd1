// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A gated recurrent layer whose first state is tanh of the fused vector (Cho et al., EMNLP 2014).
public struct GRUDecoder: SequenceDecoder {
    public static let card = Card(
        id: "gru", title: "GRU decoder", summary: "a recurrent layer that begins with the fused vector",
        reference: "Cho et al., EMNLP 2014")

    public struct Options: Configurable {
        @Field("width of the token embeddings", in: 1...4096) public var embedding: Int = 64
        @Field("width of the state, and of the fused vector", in: 1...4096) public var hidden: Int = 128
        @Field("probability of dropping an activation before the output layer", in: 0...0.95)
        public var dropout: Float = 0
        public init() {}
    }

    public let embedding: Embedding
    let layer: GRU
    let output: Linear
    let dropout: Float

    public static func vectorWidth(_ options: Options) -> Int? { options.hidden }

    public init(_ options: Options, _ shape: DecoderShape, _ builder: ParameterBuilder) {
        embedding = Embedding(
            "embedding", vocabulary: shape.vocabulary, width: options.embedding, padding: false, builder)
        layer = GRU("gru", options.embedding, options.hidden, builder)
        output = Linear("output", options.hidden, shape.vocabulary, builder, start: .uniform)
        dropout = options.dropout
    }

    public func remember(_ conditioning: Conditioning, _ context: Context) -> DecoderMemory {
        guard let vector = conditioning.vector else { preconditionFailure("a GRU decoder needs a fused vector") }
        return DecoderMemory(nodes: [vector.activated(.tanh)], rows: vector.shape[0])
    }

    public func callAsFunction(
        _ inputs: UnsafePointer<Int32>, length: Int, _ memory: DecoderMemory, _ context: Context
    ) -> Node {
        let states = layer(
            embedding(inputs, rows: memory.rows, length: length, context), state: memory.nodes[0], context)
        return logits(context.dropout(states, dropout, "decoder"), context)
    }

    public func next(_ inputs: UnsafePointer<Int32>, _ state: DecoderState, _ context: Context) -> Node {
        let rows = state.memory.rows
        let before = state.hidden.map { context.tape.constant($0.pointer, Shape(rows, layer.hidden)) }
        let after = layer(
            embedding(inputs, rows: rows, length: 1, context), state: before ?? state.memory.nodes[0], context)
        let kept = Buffer(count: rows * layer.hidden)
        kept.pointer.update(from: after.pointer, count: kept.count)
        state.hidden = kept
        state.length += 1
        return logits(after, context)
    }

    private func logits(_ states: Node, _ context: Context) -> Node {
        output(states.reshaped(Shape(states.shape.rows, states.shape.last)), context)
    }
}
