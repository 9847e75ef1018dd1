// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// How a parameter begins.
public enum Initializer: Sendable {
    case constant(Float)
    /// Normal with variance gain / fanIn: gain 2 before a ReLU (He et al. 2015), 1 elsewhere.
    case normal(gain: Double, fanIn: Int)
    /// Normal with this standard deviation.
    case gaussian(deviation: Double)
}

/// A parameter's place.
public struct ParameterID: Hashable, Sendable { let index: Int }

public struct ParameterInfo: Sendable {
    public let name: String
    public let shape: Shape
    public let component: Component
    public let initializer: Initializer
    public fileprivate(set) var offset: Int
    public var count: Int { shape.count }
}

/// All parameters of a model in one flat array, each component in one contiguous range.
///
/// Initial values are keyed by the run's key and the parameter's name alone, so models that share a part share its
/// initial weights (the paired design).
public final class Parameters {
    public private(set) var infos: [ParameterInfo]
    /// Components in order of their ranges.
    public let components: [Component]
    public let buffer: Buffer
    private let ranges: [Range<Int>]

    init(_ declared: [ParameterInfo], key: RandomKey) {
        var infos = declared
        var components: [Component] = []
        for info in infos where !components.contains(info.component) { components.append(info.component) }
        var ranges: [Range<Int>] = []
        var offset = 0
        for component in components {
            let start = offset
            for index in infos.indices where infos[index].component == component {
                infos[index].offset = offset
                offset += infos[index].count
            }
            ranges.append(start..<offset)
        }
        self.infos = infos
        self.components = components
        self.ranges = ranges
        buffer = Buffer(count: offset)
        for info in infos { fill(info, key.fold("init").fold(info.name)) }
    }

    private func fill(_ info: ParameterInfo, _ key: RandomKey) {
        let place = UnsafeMutableBufferPointer(start: buffer.pointer + info.offset, count: info.count)
        switch info.initializer {
        case .constant(let value): place.update(repeating: value)
        case .normal(let gain, let fanIn): fill(place, deviation: (gain / Double(max(1, fanIn))).squareRoot(), key)
        case .gaussian(let deviation): fill(place, deviation: deviation, key)
        }
    }

    private func fill(_ place: UnsafeMutableBufferPointer<Float>, deviation: Double, _ key: RandomKey) {
        guard let base = place.baseAddress else { return }
        place.update(repeating: 0)
        Arithmetic.addNormal(key, deviation: Float(deviation), place.count, to: base)
    }

    public var count: Int { buffer.count }

    public subscript(_ id: ParameterID) -> ParameterInfo { infos[id.index] }

    /// The range of a component; empty if the model has none.
    public func range(_ component: Component) -> Range<Int> {
        guard let index = components.firstIndex(of: component) else { return 0..<0 }
        return ranges[index]
    }

    /// Puts a parameter on the tape.
    public func node(_ id: ParameterID, on tape: Tape) -> Node {
        let info = infos[id.index]
        return tape.parameter(buffer, offset: info.offset, info.shape)
    }

    /// SHA-256 over names, shapes and little-endian bytes in declared order.
    public var digest: String {
        var hash = SHA256()
        for info in infos {
            hash.update("\(info.name)\(info.shape)\n")
            hash.update(UnsafeRawBufferPointer(start: buffer.pointer + info.offset, count: info.count * 4))
        }
        return hash.hex()
    }
}

/// Collects the parameters of a model while its parts are made.
public final class ParameterBuilder {
    private var declared: [ParameterInfo] = []
    /// The component that new parameters belong to.
    public var component: Component = .fusion
    private var path: [String] = []

    public init() {}

    public func declare(_ name: String, _ shape: Shape, _ initializer: Initializer) -> ParameterID {
        let name = (path + [name]).joined(separator: ".")
        precondition(!declared.contains { $0.name == name }, "two parameters named '\(name)'")
        declared.append(
            ParameterInfo(name: name, shape: shape, component: component, initializer: initializer, offset: 0))
        return ParameterID(index: declared.count - 1)
    }

    /// Names declared inside begin with `name` and a dot.
    public func scope<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
        path.append(name)
        defer { path.removeLast() }
        return try body()
    }

    public func finish(key: RandomKey) -> Parameters { Parameters(declared, key: key) }
}
