// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Mean of token embeddings, then two linear layers with ReLU.
public struct TokenBag: Encoder {
    public static let card = Card(
        id: "token-bag", title: "Token bag", summary: "mean of token embeddings, two linear layers; reads text")

    public struct Options: Configurable {
        @Field("width of the embeddings", in: 1...4096) public var embedding: Int = 32
        @Field("width of the feature", in: 1...4096) public var width: Int = 64
        @Field("probability of dropping an activation of the hidden layer", in: 0...0.95) public var dropout: Float = 0
        public init() {}
    }

    let table: ParameterID
    let hidden: Linear
    let last: Linear
    let dropout: Float
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        if case .dense = input { "it reads tokens, not \(input.description)" } else { nil }
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .tokens(_, let vocabulary) = input else { preconditionFailure("misfit was not asked") }
        table = builder.declare("embedding", Shape(vocabulary, options.embedding), .gaussian(deviation: 1))
        hidden = Linear("hidden", options.embedding, options.width, builder, .relu)
        last = Linear("linear", options.width, options.width, builder, .relu)
        dropout = options.dropout
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        guard case .tokens(let tokens, let rows, let length) = input else {
            preconditionFailure("numbers given to an encoder of tokens")
        }
        var x = hidden(context(table).embeddingMean(tokens, rows: rows, length: length), context)
        if context.training { x = x.dropout(dropout, key: context.key) }
        return last(x, context)
    }
}
