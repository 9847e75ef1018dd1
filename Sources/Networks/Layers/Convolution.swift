// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Cross-correlation with zero padding: x `[N, H, W, in]` → `[N, H', W', out]`, weight `[kh, kw, in, out]`.
public struct Convolution: Sendable {
    let weight: ParameterID
    let bias: ParameterID?
    let stride: (Int, Int)
    let padding: (Int, Int)

    /// With `start` nil the weight begins normal with variance 2/(out·kh·kw): He's rule by fan-out, which residual
    /// networks use.
    public init(
        _ name: String, _ inputs: Int, _ outputs: Int, kernel: (Int, Int), stride: (Int, Int) = (1, 1),
        padding: (Int, Int) = (0, 0), bias: Bool = false, _ builder: ParameterBuilder, start: WeightStart? = nil
    ) {
        let taps = kernel.0 * kernel.1
        (weight, self.bias) = builder.scope(name) {
            (
                builder.declare(
                    "weight", Shape(kernel.0, kernel.1, inputs, outputs),
                    start?.weight(fanIn: taps * inputs, .relu) ?? .normal(gain: 2, fanIn: taps * outputs)),
                bias
                    ? builder.declare(
                        "bias", Shape(outputs), start?.bias(fanIn: taps * inputs) ?? .constant(0)) : nil
            )
        }
        self.stride = stride
        self.padding = padding
    }

    /// `[B, H, W, C]` → `[B, H′, W′, outputs]`.
    public func callAsFunction(_ x: Node, _ context: Context) -> Node {
        x.convolution(context(weight), bias.map { context($0) }, stride: stride, padding: padding)
    }
}
