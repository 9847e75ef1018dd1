// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Elementwise difference of equal shapes.
    public static func - (a: Node, b: Node) -> Node {
        precondition(a.shape == b.shape, "\(a.shape) - \(b.shape)")
        let index = a.tape.record(differenceRule, a.shape, a, b)
        kernels.sub(Int32(a.shape.count), a.pointer, b.pointer, a.tape.value(index))
        return Node(a.tape, index)
    }

    private static let differenceRule = Rule("subtract") { tape, index in
        tape.pass(1, from: index, to: tape.input(index, 0))
        tape.pass(-1, from: index, to: tape.input(index, 1))
    }

    /// Elementwise quotient of equal shapes.
    public static func / (a: Node, b: Node) -> Node {
        precondition(a.shape == b.shape, "\(a.shape) / \(b.shape)")
        let index = a.tape.record(quotientRule, a.shape, a, b)
        kernels.div(Int32(a.shape.count), a.pointer, b.pointer, a.tape.value(index))
        return Node(a.tape, index)
    }

    private static let quotientRule = Rule("divide") { tape, index in
        let (a, b) = (tape.input(index, 0), tape.input(index, 1))
        let count = tape.entries[index].shape.count
        tape.send(from: index, to: a) { slopes in
            for place in 0..<count { slopes[place] = 1 / tape.value(b)[place] }
        }
        tape.send(from: index, to: b) { slopes in
            for place in 0..<count { slopes[place] = -tape.value(index)[place] / tape.value(b)[place] }
        }
    }

    /// x + c.
    public static func + (a: Node, constant: Float) -> Node {
        a.elementwise(shiftRule) { x, y in for place in 0..<a.shape.count { y[place] = x[place] + constant } }
    }

    private static let shiftRule = Rule("shift") { tape, index in tape.pass(1, from: index, to: tape.input(index, 0)) }

    /// e^x.
    public func exponential() -> Node {
        elementwise(Node.exponentialRule) { kernels.exp(Int32(shape.count), $0, $1) }
    }

    private static let exponentialRule = Rule("exp") { tape, index in
        let count = tape.entries[index].shape.count
        tape.send(from: index, to: tape.input(index, 0)) { $0.update(from: tape.value(index), count: count) }
    }

    /// ln x.
    public func logarithm() -> Node {
        elementwise(Node.logarithmRule) { kernels.log(Int32(shape.count), $0, $1) }
    }

    private static let logarithmRule = Rule("log") { tape, index in
        let (x, count) = (tape.value(tape.input(index, 0)), tape.entries[index].shape.count)
        tape.send(from: index, to: tape.input(index, 0)) { slopes in
            for place in 0..<count { slopes[place] = 1 / x[place] }
        }
    }

    /// sqrt(x + ε); ε > 0 keeps the slope finite at 0.
    public func squareRoot(epsilon: Float = 0) -> Node {
        elementwise(Node.squareRootRule) { x, y in
            for place in 0..<shape.count { y[place] = (x[place] + epsilon).squareRoot() }
        }
    }

    private static let squareRootRule = Rule("sqrt") { tape, index in
        let (y, count) = (tape.value(index), tape.entries[index].shape.count)
        tape.send(from: index, to: tape.input(index, 0)) { slopes in
            for place in 0..<count { slopes[place] = 0.5 / y[place] }
        }
    }

    /// |x|; slope 0 at 0.
    public func magnitude() -> Node {
        elementwise(Node.magnitudeRule) { x, y in for place in 0..<shape.count { y[place] = abs(x[place]) } }
    }

    private static let magnitudeRule = Rule("abs") { tape, index in
        let (x, count) = (tape.value(tape.input(index, 0)), tape.entries[index].shape.count)
        tape.send(from: index, to: tape.input(index, 0)) { slopes in
            for place in 0..<count { slopes[place] = x[place] > 0 ? 1 : (x[place] < 0 ? -1 : 0) }
        }
    }

    /// The error function.
    public func errorFunction() -> Node {
        elementwise(Node.errorFunctionRule) { kernels.erf(Int32(shape.count), $0, $1) }
    }

    private static let errorFunctionRule = Rule("erf") { tape, index in
        let (x, count) = (tape.value(tape.input(index, 0)), tape.entries[index].shape.count)
        tape.send(from: index, to: tape.input(index, 0)) { slopes in
            // 2/√π · exp(−x²)
            for place in 0..<count { slopes[place] = -x[place] * x[place] }
            kernels.exp(Int32(count), slopes, slopes)
            kernels.scale(Int32(count), 1.1283791670955126, slopes, slopes)
        }
    }

    /// GELU in its exact form, x·Φ(x).
    public func exactGELU() -> Node { self * 0.5 * ((self * 0.70710678118654752).errorFunction() + 1) }

    /// x·sigmoid(x), also called swish.
    public func silu() -> Node { self * activated(.sigmoid) }

    /// ln(1 + e^x), as max(x, 0) + ln(1 + e^−|x|).
    public func softplus() -> Node {
        elementwise(Node.softplusRule) { x, y in
            let count = Int32(shape.count)
            for place in 0..<shape.count { y[place] = -abs(x[place]) }
            kernels.exp(count, y, y)
            for place in 0..<shape.count { y[place] += 1 }
            kernels.log(count, y, y)
            for place in 0..<shape.count { y[place] += max(x[place], 0) }
        }
    }

    private static let softplusRule = Rule("softplus") { tape, index in
        let (x, count) = (tape.value(tape.input(index, 0)), tape.entries[index].shape.count)
        tape.send(from: index, to: tape.input(index, 0)) { kernels.activation(CK_SIGMOID, Int32(count), x, $0) }
    }

    /// x above 0, slope·x at and below.
    public func leakyReLU(_ slope: Float) -> Node {
        let y = elementwise(Node.leakyRule) { x, y in
            for place in 0..<shape.count { y[place] = x[place] > 0 ? x[place] : slope * x[place] }
        }
        tape.entries[y.index].factor = slope
        return y
    }

    private static let leakyRule = Rule("leaky-relu") { tape, index in
        let (x, entry) = (tape.value(tape.input(index, 0)), tape.entries[index])
        tape.send(from: index, to: tape.input(index, 0)) { slopes in
            for place in 0..<entry.shape.count { slopes[place] = x[place] > 0 ? 1 : entry.factor }
        }
    }

    private func elementwise(
        _ rule: Rule, _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
    ) -> Node {
        let index = tape.record(rule, shape, self)
        body(pointer, tape.value(index))
        return Node(tape, index)
    }
}

extension Tape {
    /// Adds slope · gradient of `index` to the gradient of `input`; `fill` writes the slopes.
    fileprivate func send(from index: Int, to input: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void) {
        guard needsGradient(input), let arrived = arrived(index) else { return }
        let count = entries[index].shape.count
        let slopes = scratch(0, count)
        fill(slopes)
        let (target, accumulate) = target(input)
        if accumulate == 1 {
            kernels.mul_add(Int32(count), arrived, slopes, target)
        } else {
            kernels.mul(Int32(count), arrived, slopes, target)
        }
    }
}
