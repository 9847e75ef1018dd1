// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// How the weights of a layer begin.
public enum WeightStart: Sendable {
    /// Normal with variance 2/in before a ReLU and 1/in elsewhere, bias 0 (He et al., ICCV 2015).
    case normal
    /// Uniform in ±1/√in, bias too: what the field's frameworks do by default.
    case uniform

    func weight(fanIn: Int, _ activation: Activation) -> Initializer {
        switch self {
        case .normal: .normal(gain: activation == .relu ? 2 : 1, fanIn: fanIn)
        case .uniform: .uniform(bound: 1 / Double(fanIn).squareRoot())
        }
    }

    func bias(fanIn: Int) -> Initializer {
        switch self {
        case .normal: .constant(0)
        case .uniform: .uniform(bound: 1 / Double(fanIn).squareRoot())
        }
    }
}

/// act(x·W + b), W `[in, out]`.
public struct Linear: Sendable {
    /// `[in, out]`
    public let weight: ParameterID
    /// `[out]`
    public let bias: ParameterID
    /// What follows the map.
    public let activation: Activation

    /// Declares weight and bias.
    public init(
        _ name: String, _ inputs: Int, _ outputs: Int, _ builder: ParameterBuilder,
        _ activation: Activation = .identity, start: WeightStart = .normal
    ) {
        (weight, bias) = builder.scope(name) {
            (
                builder.declare("weight", Shape(inputs, outputs), start.weight(fanIn: inputs, activation)),
                builder.declare("bias", Shape(outputs), start.bias(fanIn: inputs))
            )
        }
        self.activation = activation
    }

    /// The map of the last axis.
    public func callAsFunction(_ x: Node, _ context: Context) -> Node {
        x.linear(context(weight), context(bias), activation)
    }
}
