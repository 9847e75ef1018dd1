// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A causal transformer that looks at the features' tokens (Vaswani et al., NeurIPS 2017; as a captioner, Li et al., ICML
/// 2022).
///
/// The memory is the tokens of all modalities one after another, each projected to the decoder's width (this belongs to
/// its encoder) with a learned modality embedding; absent modalities are not looked at.
public struct TransformerDecoder: SequenceDecoder {
    public static let card = Card(
        id: "transformer", title: "Transformer decoder",
        summary: "a causal transformer with cross-attention to the features' tokens",
        reference: "Vaswani et al., NeurIPS 2017; Li et al., ICML 2022")

    public struct Options: Configurable {
        @Field("width of the transformer; a multiple of 'heads'", in: 1...4096) public var width: Int = 64
        @Field("transformer blocks", in: 1...64) public var layers: Int = 2
        @Field("attention heads", in: 1...64) public var heads: Int = 4
        @Field("probability of dropping an activation or an attention weight", in: 0...0.95)
        public var dropout: Float = 0
        public init() {}
        public func problems() -> [String] {
            width % heads == 0 ? [] : ["'width' must be a multiple of 'heads'"]
        }
    }

    let projections: ModalityMap<Linear>
    let kinds: ModalityMap<ParameterID>
    public let embedding: Embedding
    let positions: PositionTable
    let blocks: [TransformerBlock]
    let norm: LayerNorm
    let output: Linear
    let width: Int
    let length: Int

    public static func vectorWidth(_: Options) -> Int? { nil }

    public init(_ options: Options, _ shape: DecoderShape, _ builder: ParameterBuilder) {
        let width = options.width
        projections = ModalityMap(shape.widths.modalities) { modality in
            builder.owned(by: .encoder(modality)) {
                Linear("project.\(modality)", shape.widths[modality], width, builder, start: .uniform)
            }
        }
        kinds = ModalityMap(shape.widths.modalities) {
            builder.declare("kind.\($0)", Shape(width), .gaussian(deviation: 0.02))
        }
        embedding = Embedding(
            "embedding", vocabulary: shape.vocabulary, width: width, padding: false, deviation: 0.02, builder)
        positions = PositionTable("position", length: shape.length, width: width, builder)
        blocks = (0..<options.layers).map {
            TransformerBlock(
                "block\($0)", width: width, heads: options.heads, causal: true, memory: true,
                dropout: options.dropout, builder)
        }
        norm = LayerNorm("norm", width, builder)
        output = Linear("output", width, shape.vocabulary, builder, start: .uniform)
        self.width = width
        length = shape.length
    }

    public func remember(_ conditioning: Conditioning, _ context: Context) -> DecoderMemory {
        let rows = conditioning.features.values[0].shape[0]
        let sequences = presentTokens(conditioning.features.values, conditioning.present).map { position, tokens in
            projections.values[position](tokens, context).plusRow(context(kinds.values[position]))
        }
        guard !sequences.isEmpty else {
            return DecoderMemory(nodes: blocks.map { _ in nil }, rows: rows)
        }
        let memory = Node.concatenatedTokens(sequences)
        return DecoderMemory(nodes: blocks.map { $0.remember(memory, context) }, rows: rows)
    }

    public func callAsFunction(
        _ inputs: UnsafePointer<Int32>, length: Int, _ memory: DecoderMemory, _ context: Context
    ) -> Node {
        precondition(length <= self.length, "\(length) positions for a decoder of \(self.length)")
        var x = positions(embedding(inputs, rows: memory.rows, length: length, context), context)
        for (block, memory) in zip(blocks, memory.nodes) { x = block(x, memory: memory, context.scoped("decoder")) }
        return logits(x, context)
    }

    public func begin(_ memory: DecoderMemory, capacity: Int) -> DecoderState {
        let state = DecoderState(memory, capacity: capacity)
        state.caches = blocks.map { _ in KeyValueCache(rows: memory.rows, capacity: capacity, width: 2 * width) }
        return state
    }

    public func next(_ inputs: UnsafePointer<Int32>, _ state: DecoderState, _ context: Context) -> Node {
        var x = positions(
            embedding(inputs, rows: state.memory.rows, length: 1, context), at: state.length, context)
        for (index, block) in blocks.enumerated() {
            x = block.next(x, memory: state.memory.nodes[index], state.caches[index], context)
        }
        state.length += 1
        return logits(x, context)
    }

    private func logits(_ x: Node, _ context: Context) -> Node {
        output(norm(x.reshaped(Shape(x.shape.rows, width)), context), context)
    }
}
