// SPDX-License-Identifier: Apache-2.0

import Tasks

/// RMSprop (Tieleman & Hinton 2012): v ← α·v + (1 − α)·g², step g / (√v + ε), with optional momentum on the step.
public final class RMSprop: Optimizer, @unchecked Sendable {
    public static let forgetsScale = true
    public static let card = Card(
        id: "rmsprop", title: "RMSprop", summary: "gradient over its running root mean square",
        reference: "Tieleman & Hinton 2012")

    public struct Options: Configurable {
        @Field("step size", in: 0...1e6) public var learningRate: Double = 0.01
        @Field("decay of the mean square", in: 0...0.9999999) public var alpha: Float = 0.99
        @Field("share of the last update that is kept", in: 0...0.9999) public var momentum: Float = 0
        @Field("keeps the quotient finite", in: 0...1) public var epsilon: Float = 1e-8
        @Field("weight decay, in the gradient", in: 0...1e3) public var weightDecay: Float = 0
        public init() {}
    }

    let options: Options
    private let memory: OptimizerMemory

    public init(_ options: Options, parameters: Int) {
        self.options = options
        memory = OptimizerMemory(buffers: 2, parameters: parameters)
    }

    public var learningRate: Double { options.learningRate }

    public func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double) {
        memory.advance(segments) { range, _, scale in
            let start = range.lowerBound
            Arithmetic.rmsprop(
                range.count, rate: Float(options.learningRate * rate), alpha: options.alpha,
                momentum: options.momentum, epsilon: options.epsilon, coupledDecay: options.weightDecay, scale: scale,
                gradients: gradients.pointer + start, squares: memory.pointer(0, from: start),
                buffer: memory.pointer(1, from: start), parameters: parameters.pointer + start)
        }
    }

    public var state: OptimizerState {
        get { memory.state }
        set { memory.state = newValue }
    }
}
