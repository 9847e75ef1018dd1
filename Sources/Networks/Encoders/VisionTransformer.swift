// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A small vision transformer (Dosovitskiy et al., ICLR 2021): square patches, learned positions, pre-norm blocks.
///
/// Linear layers begin uniform in ±1/√in, positions normal with deviation 0.02. The feature is the patches' tokens, or
/// their mean.
public struct VisionTransformer: Encoder {
    public static let card = Card(
        id: "vit-tiny", title: "ViT-tiny",
        summary: "transformer over square patches; reads images and spectrograms [H, W, C]",
        reference: "Dosovitskiy et al., ICLR 2021")

    public struct Options: Configurable {
        @Field("side of a patch; must divide the image's sides", in: 1...256) public var patch: Int = 8
        @Field("width of the transformer and the feature; a multiple of 'heads'", in: 1...4096)
        public var width: Int = 128
        @Field("transformer blocks", in: 1...64) public var layers: Int = 4
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

    let embedding: Convolution
    let body: TransformerBody
    let output: SequenceOutput
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        guard case .dense(let shape) = input, shape.rank == 3 else {
            return "it reads images or spectrograms [H, W, C], not \(input.description)"
        }
        return nil
    }

    public static func misfit(_ options: Options, _ input: InputShape) -> String? {
        if let reason = misfit(input) { return reason }
        guard case .dense(let shape) = input, shape[0] % options.patch == 0, shape[1] % options.patch == 0 else {
            return "patches of \(options.patch)×\(options.patch) do not divide \(input.description)"
        }
        return nil
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .dense(let shape) = input else { preconditionFailure("misfit was not asked") }
        let patch = options.patch
        embedding = Convolution(
            "patch", shape[2], options.width, kernel: (patch, patch), stride: (patch, patch), bias: true, builder,
            start: .uniform)
        body = TransformerBody(
            length: (shape[0] / patch) * (shape[1] / patch), width: options.width, layers: options.layers,
            heads: options.heads, dropout: options.dropout, builder)
        output = options.output
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        let patches = embedding(Self.node(input), context)
        let tokens = patches.reshaped(Shape(patches.shape[0], patches.shape[1] * patches.shape[2], width))
        return output.read(body(tokens, context))
    }
}

/// What an encoder of sequences hands on.
public enum SequenceOutput: String, FieldChoice {
    /// Mean over the tokens that count.
    case mean
    /// All tokens, with their mask.
    case tokens

    func read(_ x: Node) -> Node { self == .mean ? x.meanOverTokens() : x }
}

/// Positions, pre-norm transformer blocks, a last norm.
struct TransformerBody: Sendable {
    let positions: PositionTable
    let blocks: [TransformerBlock]
    let norm: LayerNorm
    let dropout: Float

    init(length: Int, width: Int, layers: Int, heads: Int, dropout: Float, _ builder: ParameterBuilder) {
        positions = PositionTable("position", length: length, width: width, builder)
        blocks = (0..<layers).map {
            TransformerBlock("block\($0)", width: width, heads: heads, dropout: dropout, builder)
        }
        norm = LayerNorm("norm", width, builder)
        self.dropout = dropout
    }

    func callAsFunction(_ tokens: Node, _ context: Context) -> Node {
        var x = context.dropout(positions(tokens, context), dropout, "embedding")
        for block in blocks { x = block(x, context) }
        return norm(x, context)
    }
}
