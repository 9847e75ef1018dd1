// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What Adam, AdamW and AMSGrad share: two moments, bias-corrected.
final class Moments {
    /// First and second moments, and the largest second ones so far where they may not fall again.
    private let memory: OptimizerMemory

    init(_ parameters: Int, keepingLargest: Bool = false) {
        memory = OptimizerMemory(buffers: keepingLargest ? 3 : 2, parameters: parameters)
    }

    func step(
        _ options: AdamOptions, decoupled: Bool, _ parameters: Buffer, _ gradients: Buffer,
        _ segments: [UpdateSegment], rate: Double
    ) {
        memory.advance(segments) { range, step, scale in
            let start = range.lowerBound
            Arithmetic.adam(
                range.count, rate: Float(options.learningRate * rate), beta1: options.beta1,
                beta2: options.beta2, epsilon: options.epsilon,
                correction1: Float(1 - power(Double(options.beta1), step)),
                correction2: Float(1 - power(Double(options.beta2), step)),
                coupledDecay: decoupled ? 0 : options.weightDecay,
                decoupledDecay: decoupled ? options.weightDecay : 0, scale: scale,
                gradients: gradients.pointer + start, first: memory.pointer(0, from: start),
                second: memory.pointer(1, from: start),
                largest: memory.buffers.count > 2 ? memory.pointer(2, from: start) : nil,
                parameters: parameters.pointer + start)
        }
    }

    /// x^n by repeated squaring: no library function, same bits everywhere.
    private func power(_ x: Double, _ n: Int) -> Double {
        var result = 1.0
        var base = x
        var exponent = n
        while exponent > 0 {
            if exponent & 1 == 1 { result *= base }
            base *= base
            exponent >>= 1
        }
        return result
    }

    var state: OptimizerState {
        get { memory.state }
        set { memory.state = newValue }
    }
}

/// Options of Adam and its relatives.
public struct AdamOptions: Configurable {
    @Field("step size", in: 0...1e6) public var learningRate: Double = 1e-3
    @Field("decay of the first moment", in: 0...0.99999) public var beta1: Float = 0.9
    @Field("decay of the second moment", in: 0...0.9999999) public var beta2: Float = 0.999
    @Field("keeps the quotient finite", in: 0...1) public var epsilon: Float = 1e-8
    @Field("weight decay", in: 0...1e3) public var weightDecay: Float = 0
    public init() {}
}

/// Adam; weight decay is added to the gradient.
public final class Adam: Optimizer, @unchecked Sendable {
    public static let forgetsScale = true
    public static let card = Card(
        id: "adam", title: "Adam", summary: "adaptive moments, decay in the gradient",
        reference: "Kingma & Ba, ICLR 2015")

    let options: AdamOptions
    private let moments: Moments

    public init(_ options: AdamOptions, parameters: Int) {
        self.options = options
        moments = Moments(parameters)
    }

    public var learningRate: Double { options.learningRate }

    public func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double) {
        moments.step(options, decoupled: false, parameters, gradients, segments, rate: rate)
    }

    public var state: OptimizerState {
        get { moments.state }
        set { moments.state = newValue }
    }
}

/// AdamW: Adam with decay beside the gradient, w ← w·(1 − η·λ) first.
public final class AdamW: Optimizer, @unchecked Sendable {
    public static let forgetsScale = true
    public static let card = Card(
        id: "adamw", title: "AdamW", summary: "adaptive moments, decoupled decay",
        reference: "Loshchilov & Hutter, ICLR 2019")

    let options: AdamOptions
    private let moments: Moments

    public init(_ options: AdamOptions, parameters: Int) {
        self.options = options
        moments = Moments(parameters)
    }

    public var learningRate: Double { options.learningRate }

    public func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double) {
        moments.step(options, decoupled: true, parameters, gradients, segments, rate: rate)
    }

    public var state: OptimizerState {
        get { moments.state }
        set { moments.state = newValue }
    }
}

/// AMSGrad: Adam whose second moment never falls, decay in the gradient.
public final class AMSGrad: Optimizer, @unchecked Sendable {
    public static let forgetsScale = true
    public static let card = Card(
        id: "amsgrad", title: "AMSGrad", summary: "Adam whose second moment never falls",
        reference: "Reddi et al., ICLR 2018")

    let options: AdamOptions
    private let moments: Moments

    public init(_ options: AdamOptions, parameters: Int) {
        self.options = options
        moments = Moments(parameters, keepingLargest: true)
    }

    public var learningRate: Double { options.learningRate }

    public func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double) {
        moments.step(options, decoupled: false, parameters, gradients, segments, rate: rate)
    }

    public var state: OptimizerState {
        get { moments.state }
        set { moments.state = newValue }
    }
}
