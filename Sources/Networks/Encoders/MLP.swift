// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Fully connected layers with ReLU after each; images and spectrograms are flattened.
public struct MLP: Encoder {
    public static let card = Card(
        id: "mlp", title: "MLP", summary: "fully connected layers, ReLU after each; reads numbers of any shape")

    public struct Options: Configurable {
        @Field("widths of the layers; the last is the feature's") public var widths: [Int] = [64, 32]
        @Field("probability of dropping an activation of a hidden layer", in: 0...0.95) public var dropout: Float = 0
        public init() {}
        public func problems() -> [String] {
            widths.isEmpty || widths.contains { $0 < 1 } ? ["'widths' must name at least one layer of width ≥ 1"] : []
        }
    }

    let layers: [Linear]
    let dropout: Float
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        if case .tokens = input { "it reads numbers, not tokens (use token-bag)" } else { nil }
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .dense(let shape) = input else { preconditionFailure("misfit was not asked") }
        var inputs = shape.count
        layers = options.widths.enumerated().map { index, width in
            defer { inputs = width }
            return Linear("layer\(index)", inputs, width, builder, .relu)
        }
        dropout = options.dropout
        width = inputs
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        var x = Self.node(input)
        if x.shape.rank > 2 { x = x.reshaped(Shape(x.shape[0], x.shape.count / x.shape[0])) }
        for (index, layer) in layers.enumerated() {
            x = layer(x, context)
            if context.training, index < layers.count - 1 { x = x.dropout(dropout, key: context.key.fold(index)) }
        }
        return x
    }
}
