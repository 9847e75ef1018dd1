// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Adagrad (Duchi et al., JMLR 2011): step g / (√Σg² + ε). Never forgets.
public final class Adagrad: Optimizer, @unchecked Sendable {
    public static let forgetsScale = true
    public static let card = Card(
        id: "adagrad", title: "Adagrad", summary: "gradient over the root of all squares so far",
        reference: "Duchi et al., JMLR 2011")

    public struct Options: Configurable {
        @Field("step size", in: 0...1e6) public var learningRate: Double = 0.01
        @Field("keeps the quotient finite", in: 0...1) public var epsilon: Float = 1e-10
        @Field("weight decay, in the gradient", in: 0...1e3) public var weightDecay: Float = 0
        public init() {}
    }

    let options: Options
    private let memory: OptimizerMemory

    public init(_ options: Options, parameters: Int) {
        self.options = options
        memory = OptimizerMemory(buffers: 1, parameters: parameters)
    }

    public var learningRate: Double { options.learningRate }

    public func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double) {
        memory.advance(segments) { range, _, scale in
            let start = range.lowerBound
            Arithmetic.adagrad(
                range.count, rate: Float(options.learningRate * rate), epsilon: options.epsilon,
                coupledDecay: options.weightDecay, scale: scale, gradients: gradients.pointer + start,
                squares: memory.pointer(0, from: start), parameters: parameters.pointer + start)
        }
    }

    public var state: OptimizerState {
        get { memory.state }
        set { memory.state = newValue }
    }
}
