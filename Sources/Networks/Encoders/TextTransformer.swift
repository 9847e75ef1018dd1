// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A small transformer over tokens (Vaswani et al., NeurIPS 2017): learned positions, pre-norm blocks; padding is not
/// looked at. Embeddings and positions begin normal with deviation 0.02, linear layers uniform in ±1/√in.
public struct TextTransformer: Encoder {
    public static let card = Card(
        id: "text-transformer", title: "Text transformer",
        summary: "transformer over tokens; reads text and sequences of vectors [T, D]",
        reference: "Vaswani et al., NeurIPS 2017")

    public struct Options: Configurable {
        @Field("width of the transformer and the feature; a multiple of 'heads'", in: 1...4096)
        public var width: Int = 64
        @Field("transformer blocks", in: 1...64) public var layers: Int = 2
        @Field("attention heads", in: 1...64) public var heads: Int = 4
        @Field("probability of dropping an activation or an attention weight", in: 0...0.95)
        public var dropout: Float = 0
        @Field("the feature: all tokens, or their mean") public var output: SequenceOutput = .mean
        @Field("weights to begin with: a .safetensors file below --data, named by the encoder's own addresses")
        public var weights: String = ""
        @Field("SHA-256 of that file") public var weightsDigest: String = ""
        public init() {}
        public func problems() -> [String] {
            weightsProblems(weights, weightsDigest)
                + (width % heads == 0 ? [] : ["'width' must be a multiple of 'heads'"])
        }
    }

    let embedding: SequenceFront
    let body: TransformerBody
    let output: SequenceOutput
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? { SequenceFront.misfit(input) }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        embedding = SequenceFront(input, width: options.width, deviation: 0.02, builder)
        body = TransformerBody(
            length: SequenceFront.length(input), width: options.width, layers: options.layers, heads: options.heads,
            dropout: options.dropout, builder)
        output = options.output
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        output.read(body(embedding(input, context), context))
    }
}
