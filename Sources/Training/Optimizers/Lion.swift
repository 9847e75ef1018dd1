// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Lion: the sign of an interpolated momentum, with decoupled decay. Scaling the gradient changes nothing.
public final class Lion: Optimizer, @unchecked Sendable {
    public static let forgetsScale = true
    public static let card = Card(
        id: "lion", title: "Lion", summary: "sign of the momentum, decoupled decay",
        reference: "Chen et al., NeurIPS 2023")

    public struct Options: Configurable {
        @Field("step size", in: 0...1e6) public var learningRate: Double = 1e-4
        @Field("share of the momentum in the direction", in: 0...0.99999) public var beta1: Float = 0.9
        @Field("decay of the momentum", in: 0...0.99999) public var beta2: Float = 0.99
        @Field("weight decay", in: 0...1e3) public var weightDecay: Float = 0
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
            Arithmetic.lion(
                range.count, rate: Float(options.learningRate * rate), beta1: options.beta1, beta2: options.beta2,
                decay: options.weightDecay, scale: scale, gradients: gradients.pointer + start,
                momentum: memory.pointer(0, from: start), parameters: parameters.pointer + start)
        }
    }

    public var state: OptimizerState {
        get { memory.state }
        set { memory.state = newValue }
    }
}
