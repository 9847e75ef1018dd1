// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// act(x·W + b), W `[in, out]`.
public struct Linear: Sendable {
    public let weight: ParameterID
    public let bias: ParameterID
    public let activation: Activation

    public init(
        _ name: String, _ inputs: Int, _ outputs: Int, _ builder: ParameterBuilder, _ activation: Activation = .identity
    ) {
        let gain = activation == .relu ? 2.0 : 1.0
        (weight, bias) = builder.scope(name) {
            (
                builder.declare("weight", Shape(inputs, outputs), .normal(gain: gain, fanIn: inputs)),
                builder.declare("bias", Shape(outputs), .constant(0))
            )
        }
        self.activation = activation
    }

    public func callAsFunction(_ x: Node, _ context: Context) -> Node {
        x.linear(context(weight), context(bias), activation)
    }
}
