// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Three strided 3×3 convolutions over a log-mel spectrogram, mean over bands, then the mean over time, a recurrent layer
/// over it, or the time steps as tokens.
public struct SpectrogramCNN: Encoder {
    public static let card = Card(
        id: "log-mel-cnn", title: "Log-mel CNN",
        summary: "convolutions over a spectrogram, then mean or GRU over time; reads [T, bands, C]")

    public struct Options: Configurable {
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
            weightsProblems(weights, weightsDigest)
                + (channels % 4 == 0 ? [] : ["'channels' must be a multiple of 4"])
        }
    }

    let stack: ConvolutionStack
    let summary: TimeSummary
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        guard case .dense(let shape) = input, shape.rank == 3 else {
            return "it reads spectrograms [T, bands, C], not \(input.description)"
        }
        return shape[0] < 8 || shape[1] < 8 ? "it needs at least 8×8 positions, not \(shape[0])×\(shape[1])" : nil
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .dense(let shape) = input else { preconditionFailure("misfit was not asked") }
        stack = ConvolutionStack(inputs: shape[2], channels: options.channels, norm: options.norm, builder)
        summary = TimeSummary(4 * options.channels, width: options.width, options.time, builder)
        width = options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        let x = stack(Self.node(input), context)
        let (batch, steps) = (x.shape[0], x.shape[1])
        // One mean over the bands for each time step.
        let means = x.reshaped(Shape(batch * steps, x.shape[2], x.shape[3])).meanOverTokens()
        return summary(means, batch: batch, steps: steps, context)
    }
}
