// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A small CNN on every frame, then the mean over time, a recurrent layer over it, or the frames as tokens.
public struct FrameCNN: Encoder {
    public static let card = Card(
        id: "frame-cnn", title: "Frame CNN",
        summary: "small CNN on every frame, then mean or GRU over time; reads video [T, H, W, C]")

    public typealias Options = ConvolutionsOverTime

    let frames: ConvolutionStack
    let summary: TimeSummary
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        guard case .dense(let shape) = input, shape.rank == 4 else {
            return "it reads video [T, H, W, C], not \(input.description)"
        }
        return shape[1] < 8 || shape[2] < 8 ? "it needs frames of at least 8×8, not \(shape[1])×\(shape[2])" : nil
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .dense(let shape) = input else { preconditionFailure("misfit was not asked") }
        frames = ConvolutionStack(inputs: shape[3], channels: options.channels, norm: options.norm, builder)
        summary = TimeSummary(4 * options.channels, width: options.width, options.time, builder)
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        let video = Self.node(input)
        let (batch, length) = (video.shape[0], video.shape[1])
        let x = frames(video.reshaped(Shape(batch * length, video.shape[2], video.shape[3], video.shape[4])), context)
        return summary(x.meanOverPositions(), batch: batch, steps: length, context)
    }
}

/// What encoders with a small CNN and then a reading of time let one choose.
public struct ConvolutionsOverTime: Configurable {
    @Field(
        "channels of the first convolution; the others have 2 and 4 times as many (a multiple of 4)", in: 4...256)
    public var channels: Int = 16
    @Field("width of the feature", in: 1...4096) public var width: Int = 64
    @Field("what becomes of the time steps: their mean, the last state of a GRU over them, or tokens")
    public var time: TimeReading = .mean
    @Field("what normalizes: groups of channels of one sample, or each channel over the batch")
    public var norm: NormKind = .group
    @Field("weights to begin with: a .safetensors file below --data, named by the encoder's own addresses")
    public var weights: String = ""
    @Field("SHA-256 of that file") public var weightsDigest: String = ""
    public init() {}
    public func problems() -> [String] {
        weightsProblems(weights, weightsDigest) + (channels % 4 == 0 ? [] : ["'channels' must be a multiple of 4"])
    }
}

/// Three strided 3×3 convolutions without bias, each with norm and ReLU; channels double.
struct ConvolutionStack: Sendable {
    let layers: [(convolution: Convolution, norm: ChannelNorm)]

    init(inputs: Int, channels: Int, norm: NormKind, _ builder: ParameterBuilder) {
        var before = inputs
        layers = (0..<3).map { index in
            let outputs = channels << index
            defer { before = outputs }
            return (
                Convolution(
                    "conv\(index)", before, outputs, kernel: (3, 3), stride: (2, 2), padding: (1, 1), builder,
                    start: .normal),
                ChannelNorm(norm, "norm\(index)", outputs, groups: 4, builder)
            )
        }
    }

    func callAsFunction(_ input: Node, _ context: Context) -> Node {
        var x = input
        for layer in layers { x = layer.norm(layer.convolution(x, context), context, .relu) }
        return x
    }
}
