// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Three strided 3×3 convolutions with group norm and ReLU, mean over positions, one linear layer.
public struct SmallCNN: Encoder {
    public static let card = Card(
        id: "small-cnn", title: "Small CNN",
        summary: "three strided 3×3 convolutions with group norm, global mean, linear; reads [H, W, C]")

    public struct Options: Configurable {
        @Field(
            "channels of the first convolution; the others have 2 and 4 times as many (a multiple of 4)", in: 4...256)
        public var channels: Int = 16
        @Field("width of the feature", in: 1...4096) public var width: Int = 64
        @Field("what reduces the image: strided convolutions, or 2×2 max pooling after each")
        public var reduction: Reduction = .stride
        public init() {}
        public func problems() -> [String] { channels % 4 == 0 ? [] : ["'channels' must be a multiple of 4"] }
    }

    /// How pictures become smaller.
    public enum Reduction: String, FieldChoice { case stride, pool }

    let blocks: [ConvolutionBlock]
    let last: Linear
    let reduction: Reduction
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        guard case .dense(let shape) = input, shape.rank == 3 else {
            return "it reads images or spectrograms [H, W, C], not \(input.description)"
        }
        return shape[0] < 8 || shape[1] < 8 ? "it needs at least 8×8 positions, not \(shape[0])×\(shape[1])" : nil
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .dense(let shape) = input else { preconditionFailure("misfit was not asked") }
        var channels = shape[2]
        blocks = (0..<3).map { index in
            let outputs = options.channels << index
            defer { channels = outputs }
            return ConvolutionBlock(
                "block\(index)", channels, outputs, stride: options.reduction == .stride ? 2 : 1, groups: 4, builder)
        }
        last = Linear("linear", channels, options.width, builder, .relu)
        reduction = options.reduction
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        var x = Self.node(input)
        for block in blocks {
            x = block(x, context)
            if reduction == .pool { x = x.maxPool((2, 2), stride: (2, 2)) }
        }
        return last(x.meanOverPositions(), context)
    }
}
