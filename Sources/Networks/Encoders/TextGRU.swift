// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A gated recurrent layer over tokens (Cho et al., EMNLP 2014; LSTM: Hochreiter & Schmidhuber 1997); padding leaves the
/// state alone. Embeddings begin standard normal, the layer uniform in ±1/√width.
public struct TextGRU: Encoder {
    public static let card = Card(
        id: "text-gru", title: "Text GRU",
        summary: "recurrent layer over tokens; reads text and sequences of vectors [T, D]",
        reference: "Cho et al., EMNLP 2014")

    public struct Options: Configurable {
        @Field("width of the embeddings", in: 1...4096) public var embedding: Int = 32
        @Field("width of the state and the feature", in: 1...4096) public var width: Int = 64
        @Field("the recurrent layer") public var cell: Cell = .gru
        @Field("probability of dropping an activation of the embeddings", in: 0...0.95) public var dropout: Float = 0
        @Field("the feature: the last state, the mean of the states, or all of them") public var output: Output = .last
        @Field("weights to begin with: a .safetensors file below --data, named by the encoder's own addresses")
        public var weights: String = ""
        @Field("SHA-256 of that file") public var weightsDigest: String = ""
        public init() {}
        public func problems() -> [String] { weightsProblems(weights, weightsDigest) }
    }

    /// Which recurrent cell.
    public enum Cell: String, FieldChoice { case gru, lstm }
    /// What of the sequence is the feature.
    public enum Output: String, FieldChoice { case last, mean, tokens }

    private enum Layer {
        case gru(GRU)
        case lstm(LSTM)
    }

    private let embedding: SequenceFront
    private let layer: Layer
    let dropout: Float
    let output: Output
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? { SequenceFront.misfit(input) }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        embedding = SequenceFront(input, width: options.embedding, deviation: 1, builder)
        layer =
            options.cell == .gru
            ? .gru(GRU("gru", options.embedding, options.width, builder))
            : .lstm(LSTM("lstm", options.embedding, options.width, builder))
        dropout = options.dropout
        output = options.output
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        let x = context.dropout(embedding(input, context), dropout, "embedding")
        let states =
            switch layer {
            case .gru(let gru): gru(x, context)
            case .lstm(let lstm): lstm(x, context).columns(0..<width)
            }
        switch output {
        case .last: return states.token(states.shape[1] - 1)
        case .mean: return states.meanOverTokens()
        case .tokens: return states
        }
    }
}
