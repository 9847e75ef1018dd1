// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// 3×3 convolution without bias, group norm, ReLU.
public struct ConvolutionBlock: Sendable {
    let weight: ParameterID
    let gamma: ParameterID
    let beta: ParameterID
    let stride: Int
    let groups: Int

    /// Declares a 3×3 convolution with group norm.
    public init(_ name: String, _ inputs: Int, _ outputs: Int, stride: Int, groups: Int, _ builder: ParameterBuilder) {
        (weight, gamma, beta) = builder.scope(name) {
            (
                builder.declare("weight", Shape(3, 3, inputs, outputs), .normal(gain: 2, fanIn: 9 * inputs)),
                builder.declare("gamma", Shape(outputs), .constant(1)),
                builder.declare("beta", Shape(outputs), .constant(0))
            )
        }
        self.stride = stride
        self.groups = groups
    }

    /// Convolution, norm, ReLU.
    public func callAsFunction(_ x: Node, _ context: Context) -> Node {
        x.convolution(context(weight), stride: (stride, stride), padding: (1, 1))
            .groupNorm(groups: groups, gamma: context(gamma), beta: context(beta), .relu)
    }
}
