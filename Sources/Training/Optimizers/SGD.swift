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
    private let momentum: Buffer
    private var counts: StepCounts

    public init(_ options: Options, parameters: Int) {
        self.options = options
        momentum = Buffer(count: parameters)
        counts = StepCounts(count: parameters)
    }

    public var learningRate: Double { options.learningRate }

    public func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double) {
        for segment in segments {
            counts.advance(segment.range) { range, step in
                let start = range.lowerBound
                Arithmetic.sgd(
                    range.count, rate: Float(options.learningRate * rate), momentum: options.momentum,
                    dampening: options.dampening, coupledDecay: options.decoupled ? 0 : options.weightDecay,
                    decoupledDecay: options.decoupled ? options.weightDecay : 0, nesterov: options.nesterov,
                    first: step == 1, scale: segment.scale, gradients: gradients.pointer + start,
                    buffer: momentum.pointer + start, parameters: parameters.pointer + start)
            }
        }
    }

    public var state: OptimizerState {
        get { OptimizerState(counts: counts, buffers: [momentum.values]) }
        set {
            counts = newValue.counts
            momentum.values = newValue.buffers[0]
        }
    }
}
