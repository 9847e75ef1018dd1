// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// ∂loss/∂parameters in the parameters' layout.
public final class Gradients {
    /// Whose gradients they are.
    public let parameters: Parameters
    /// In the parameters' order.
    public let buffer: Buffer

    /// Gradients of 0.
    public init(_ parameters: Parameters) {
        self.parameters = parameters
        buffer = Buffer(count: parameters.count)
    }

    /// Multiplies a component's gradients.
    public func scale(_ component: Component, by factor: Float) {
        let range = parameters.range(component)
        if factor != 1, !range.isEmpty { Arithmetic.scale(buffer.pointer + range.lowerBound, range.count, by: factor) }
    }

    /// Adds other gradients of the same parameters.
    public func add(_ other: Gradients, times factor: Float = 1) {
        Arithmetic.add(other.buffer.pointer, buffer.count, times: factor, to: buffer.pointer)
    }

    /// Sets a component's gradient to 0.
    public func clear(_ component: Component) {
        let range = parameters.range(component)
        (buffer.pointer + range.lowerBound).update(repeating: 0, count: range.count)
    }

    /// ⟨this, other⟩ over everything.
    public func dot(_ other: Gradients) -> Double {
        Arithmetic.dot(buffer.pointer, other.buffer.pointer, buffer.count)
    }

    /// ⟨this, other⟩ over a component.
    public func dot(_ other: Gradients, _ component: Component) -> Double {
        let range = parameters.range(component)
        if range.isEmpty { return 0 }
        return Arithmetic.dot(buffer.pointer + range.lowerBound, other.buffer.pointer + range.lowerBound, range.count)
    }

    /// Multiplies one parameter's gradient.
    public func scale(_ info: ParameterInfo, by factor: Float) {
        if factor != 1 { Arithmetic.scale(buffer.pointer + info.offset, info.count, by: factor) }
    }

    /// ‖∇G‖²/‖G‖² over some parameters.
    public func relativeSize(_ group: [ParameterInfo]) -> Double {
        var gradient = 0.0
        var size = 0.0
        for info in group {
            gradient += Arithmetic.sumOfSquares(buffer.pointer + info.offset, info.count)
            size += Arithmetic.sumOfSquares(parameters.buffer.pointer + info.offset, info.count)
        }
        return size > 0 ? gradient / size : 0
    }

    /// The 2-norm over a component.
    public func norm(_ component: Component) -> Double {
        let range = parameters.range(component)
        return range.isEmpty ? 0 : Arithmetic.sumOfSquares(buffer.pointer + range.lowerBound, range.count).squareRoot()
    }

    /// The 2-norm over everything.
    public var norm: Double { Arithmetic.sumOfSquares(buffer.pointer, buffer.count).squareRoot() }

    /// Scales everything so that the 2-norm is at most `limit`. Returns the norm before.
    @discardableResult
    public func clip(to limit: Double) -> Double {
        let norm = norm
        if norm > limit { Arithmetic.scale(buffer.pointer, buffer.count, by: Float(limit / (norm + 1e-6))) }
        return norm
    }

    /// Standard deviation (n − 1) of one parameter's gradient: one pass for the mean, one for the squares.
    public func deviation(_ info: ParameterInfo) -> Double {
        let start = buffer.pointer + info.offset
        guard info.count > 1 else { return 0 }
        var sum = 0.0
        for index in 0..<info.count { sum += Double(start[index]) }
        let mean = sum / Double(info.count)
        var squares = 0.0
        for index in 0..<info.count {
            let difference = Double(start[index]) - mean
            squares += difference * difference
        }
        return (squares / Double(info.count - 1)).squareRoot()
    }

    /// Adds `deviation` times standard normal noise to one parameter's gradient.
    public func addNoise(_ info: ParameterInfo, deviation: Double, key: RandomKey) {
        Arithmetic.addNormal(key, deviation: Float(deviation), info.count, to: buffer.pointer + info.offset)
    }
}
