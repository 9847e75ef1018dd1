// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Three strided 3×3 convolutions over a log-mel spectrogram, mean over bands, then the mean over time, a recurrent layer
/// over it, or the time steps as tokens.
public struct SpectrogramCNN: Encoder {
    public static let card = Card(
        id: "log-mel-cnn", title: "Log-mel CNN",
        summary: "convolutions over a spectrogram, then mean or GRU over time; reads [T, bands, C]")

    public typealias Options = ConvolutionsOverTime

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
