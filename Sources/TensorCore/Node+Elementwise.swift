// SPDX-License-Identifier: Apache-2.0

import CKernels

/// A function applied to every element.
public enum Activation: Sendable, Equatable {
    /// The function that follows a linear map.
    case identity, relu, tanh, sigmoid
    /// The tanh form.
    case gelu

    var kernel: ck_activation {
        switch self {
        case .identity: CK_IDENTITY
        case .relu: CK_RELU
        case .tanh: CK_TANH
        case .sigmoid: CK_SIGMOID
        case .gelu: CK_GELU
        }
    }
}

extension Node {
    /// The function of each number.
    public func activated(_ activation: Activation) -> Node {
        if activation == .identity { return self }
        let index = tape.record(Node.activationRule, shape, self)
        tape.entries[index].integers[0] = Int32(bitPattern: activation.kernel.rawValue)
        kernels.activation(activation.kernel, Int32(shape.count), pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let activationRule = Rule("activation") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let (target, accumulate) = tape.inPlaceTarget(index, input)
        let kind = ck_activation(rawValue: UInt32(bitPattern: tape.entries[index].integers[0]))
        kernels.activation_gradient(
            kind, Int32(tape.entries[index].shape.count), tape.value(input), tape.value(index), arrived, target,
            accumulate)
    }

    /// Elementwise sum of equal shapes.
    public static func + (a: Node, b: Node) -> Node {
        precondition(a.shape == b.shape, "\(a.shape) + \(b.shape)")
        let index = a.tape.record(additionRule, a.shape, a, b)
        kernels.add(Int32(a.shape.count), a.pointer, b.pointer, a.tape.value(index))
        return Node(a.tape, index)
    }

    /// Elementwise sum of equal shapes that takes the memory of `b`, whose numbers nobody may read after this: for sums
    /// of what an operation has just made and does not look at on its way back.
    public static func sum(_ a: Node, consuming b: Node) -> Node {
        precondition(a.shape == b.shape, "\(a.shape) + \(b.shape)")
        let index = a.tape.record(additionRule, a, consuming: b)
        kernels.add(Int32(a.shape.count), a.pointer, b.pointer, a.tape.value(index))
        return Node(a.tape, index)
    }

    private static let additionRule = Rule("add") { tape, index in
        // The second may take the arrived gradient's memory, unless the first still needs it.
        let (a, b) = (tape.input(index, 0), tape.input(index, 1))
        tape.pass(1, from: index, to: a, last: !tape.needsGradient(b))
        tape.pass(1, from: index, to: b, last: true)
    }

    /// ReLU of the elementwise sum of equal shapes, in one walk over memory: the end of a residual block. It takes the
    /// memory of `b`, as `sum(_:consuming:)` does.
    public static func rectifiedSum(_ a: Node, consuming b: Node) -> Node {
        precondition(a.shape == b.shape, "\(a.shape) + \(b.shape)")
        let index = a.tape.record(rectifiedSumRule, a, consuming: b)
        let output = a.tape.value(index)
        for start in stride(from: 0, to: a.shape.count, by: nearCount) {
            let count = Int32(min(nearCount, a.shape.count - start))
            kernels.add(count, a.pointer + start, b.pointer + start, output + start)
            kernels.activation(CK_RELU, count, output + start, output + start)
        }
        return Node(a.tape, index)
    }

    /// Numbers that stay in the nearest memory between two kernels.
    private static let nearCount = 2048

    private static let rectifiedSumRule = Rule("add-relu") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        kernels.activation_gradient(
            CK_RELU, Int32(tape.entries[index].shape.count), nil, tape.value(index), arrived, arrived, 0)
        let (a, b) = (tape.input(index, 0), tape.input(index, 1))
        tape.pass(1, from: index, to: a, last: !tape.needsGradient(b))
        tape.pass(1, from: index, to: b, last: true)
    }

    /// Elementwise product of equal shapes.
    public static func * (a: Node, b: Node) -> Node {
        precondition(a.shape == b.shape, "\(a.shape) * \(b.shape)")
        let index = a.tape.record(productRule, a.shape, a, b)
        kernels.mul(Int32(a.shape.count), a.pointer, b.pointer, a.tape.value(index))
        return Node(a.tape, index)
    }

    private static let productRule = Rule("multiply") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let count = Int32(tape.entries[index].shape.count)
        for position in 0..<2 {
            let input = tape.input(index, position)
            guard tape.needsGradient(input) else { continue }
            let other = tape.value(tape.input(index, 1 - position))
            let (target, accumulate) = tape.target(input)
            if accumulate == 1 {
                kernels.mul_add(count, arrived, other, target)
            } else {
                kernels.mul(count, arrived, other, target)
            }
        }
    }

    /// Each number times a constant.
    public static func * (a: Node, factor: Float) -> Node {
        let index = a.tape.record(scaleRule, a.shape, a)
        a.tape.entries[index].factor = factor
        kernels.scale(Int32(a.shape.count), factor, a.pointer, a.tape.value(index))
        return Node(a.tape, index)
    }

    private static let scaleRule = Rule("scale") { tape, index in
        tape.pass(tape.entries[index].factor, from: index, to: tape.input(index, 0), last: true)
    }

    /// The same numbers; nothing goes back.
    public func stopGradient() -> Node {
        Node(tape, tape.alias(Node.stopRule, shape, self, passesGradient: false))
    }

    private static let stopRule = Rule("stop-gradient") { _, _ in }

    /// The same numbers; the gradient going back is multiplied by a factor that may be set until then.
    public func gradientScale(_ factor: Float) -> Node {
        let index = tape.alias(Node.gateRule, shape, self, passesGradient: true)
        tape.entries[index].factor = factor
        return Node(tape, index)
    }

    /// Sets the factor of a node made by `gradientScale`.
    public func setGradientScale(_ factor: Float) { tape.entries[index].factor = factor }

    private static let gateRule = Rule("gradient-scale") { tape, index in
        tape.pass(tape.entries[index].factor, from: index, to: tape.input(index, 0), last: true)
    }

    /// The same numbers under another shape.
    public func reshaped(_ shape: Shape) -> Node {
        precondition(shape.count == self.shape.count, "\(self.shape) as \(shape)")
        return Node(tape, tape.alias(Node.gateRule, shape, self, passesGradient: true))
    }

    /// Zeroes each element with probability `p` and divides the others by 1 − p; the mask is a function of the key.
    public func dropout(_ p: Float, key: RandomKey) -> Node {
        if p <= 0 { return self }
        let count = shape.count
        let index = tape.record(Node.dropoutRule, shape, self)
        tape.entries[index].isSpent = true
        let mask = tape.reserveSaved(index, count)
        kernels.dropout_mask(key.word0, key.word1, 0, Int32(count), p, mask)
        kernels.mul(Int32(count), pointer, mask, tape.value(index))
        return Node(tape, index)
    }

    private static let dropoutRule = Rule("dropout") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index), let mask = tape.entries[index].saved
        else { return }
        let count = Int32(tape.entries[index].shape.count)
        let (target, accumulate) = tape.inPlaceTarget(index, input)
        if accumulate == 1 {
            kernels.mul_add(count, arrived, mask, target)
        } else {
            kernels.mul(count, arrived, mask, target)
        }
    }

    /// Mean over all elements.
    public func mean() -> Node {
        let index = tape.record(Node.meanRule, .scalar, self)
        tape.value(index)[0] = kernels.sum(Int32(shape.count), pointer) / Float(shape.count)
        return Node(tape, index)
    }

    private static let meanRule = Rule("mean") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let count = tape.entries[input].shape.count
        let share = arrived[0] / Float(count)
        let (target, accumulate) = tape.target(input)
        if accumulate == 1 {
            for position in 0..<count { target[position] += share }
        } else {
            kernels.fill(Int32(count), share, target)
        }
    }

    /// Σ weight · term over scalars, in the given order. A single term of weight 1 is returned as it is.
    public static func weightedSum(_ terms: [(weight: Float, term: Node)]) -> Node {
        guard var total = terms.first.map({ $0.weight == 1 ? $0.term : $0.term * $0.weight }) else {
            preconditionFailure("no terms")
        }
        for (weight, term) in terms.dropFirst() { total = total + (weight == 1 ? term : term * weight) }
        return total
    }
}

extension Tape {
    /// Adds `factor` times the gradient of `index` to that of `input`. `last`: nobody reads it at `index` after this.
    func pass(_ factor: Float, from index: Int, to input: Int, last: Bool = false) {
        guard needsGradient(input), let arrived = arrived(index) else { return }
        let count = Int32(entries[index].shape.count)
        if last, let given = handOver(index, to: input) {
            if factor != 1 { kernels.scale(count, factor, given, given) }
            return
        }
        let (target, accumulate) = target(input)
        if accumulate == 1 {
            kernels.axpy(count, factor, arrived, target)
        } else {
            kernels.scale(count, factor, arrived, target)
        }
    }
}
