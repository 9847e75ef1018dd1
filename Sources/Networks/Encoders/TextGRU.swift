// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A gated recurrent layer over tokens (Cho et al., EMNLP 2014); padding leaves the state alone. Embeddings begin
/// standard normal, the layer uniform in ±1/√width.
public struct TextGRU: Encoder {
    public static let card = Card(
        id: "text-gru", title: "Text GRU", summary: "recurrent layer over tokens; reads text",
        reference: "Cho et al., EMNLP 2014")

    public struct Options: Configurable {
        @Field("width of the embeddings", in: 1...4096) public var embedding: Int = 32
        @Field("width of the state and the feature", in: 1...4096) public var width: Int = 64
        @Field("probability of dropping an activation of the embeddings", in: 0...0.95) public var dropout: Float = 0
        @Field("the feature: the last state, the mean of the states, or all of them") public var output: Output = .last
        public init() {}
    }

    public enum Output: String, FieldChoice { case last, mean, tokens }

    let embedding: Embedding
    let layer: GRU
    let dropout: Float
    let output: Output
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        if case .dense = input { "it reads tokens, not \(input.description)" } else { nil }
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .tokens(_, let vocabulary) = input else { preconditionFailure("misfit was not asked") }
        embedding = Embedding("embedding", vocabulary: vocabulary, width: options.embedding, builder)
        layer = GRU("gru", options.embedding, options.width, builder)
        dropout = options.dropout
        output = options.output
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        let states = layer(context.dropout(embedding.read(input, context), dropout, "embedding"), context)
        switch output {
        case .last: return states.token(states.shape[1] - 1)
        case .mean: return states.meanOverTokens()
        case .tokens: return states
        }
    }
}
