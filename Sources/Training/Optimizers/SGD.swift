// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Stochastic gradient descent with momentum: buf ← μ·buf + (g + λ·w), w ← w − η·buf.
public final class SGD: Optimizer, @unchecked Sendable {
    public static let card = Card(
        id: "sgd", title: "SGD", summary: "stochastic gradient descent with momentum",
        reference: "Sutskever et al., ICML 2013")

    public struct Options: Configurable {
        @Field("step size", in: 0...1e6) public var learningRate: Double = 0.01
        @Field("share of the last update that is kept", in: 0...0.9999) public var momentum: Float = 0.9
        @Field("weight decay λ", in: 0...1e3) public var weightDecay: Float = 1e-4
        @Field("decay beside the gradient (w ← w·(1 − η·λ)) instead of in it") public var decoupled: Bool = false
        @Field("look ahead along the momentum") public var nesterov: Bool = false
        @Field("share of the gradient that does not enter the momentum", in: 0...1) public var dampening: Float = 0
        public init() {}
        public func problems() -> [String] {
            nesterov && (momentum == 0 || dampening != 0)
                ? ["'nesterov' needs 'momentum' above 0 and no 'dampening'"] : []
        }
    }

    let options: Options
    private let memory: OptimizerMemory

    public init(_ options: Options, parameters: Int) {
        self.options = options
        memory = OptimizerMemory(buffers: 1, parameters: parameters)
    }

    public var learningRate: Double { options.learningRate }

    public func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double) {
        memory.advance(segments) { range, step, scale in
            let start = range.lowerBound
            Arithmetic.sgd(
                range.count, rate: Float(options.learningRate * rate), momentum: options.momentum,
                dampening: options.dampening, coupledDecay: options.decoupled ? 0 : options.weightDecay,
                decoupledDecay: options.decoupled ? options.weightDecay : 0, nesterov: options.nesterov,
                first: step == 1, scale: scale, gradients: gradients.pointer + start,
                buffer: memory.pointer(0, from: start), parameters: parameters.pointer + start)
        }
    }

    public var state: OptimizerState {
        get { memory.state }
        set { memory.state = newValue }
    }
}
