// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// How a parameter begins.
public enum Initializer: Sendable {
    /// The same number everywhere.
    case constant(Float)
    /// Normal with variance gain / fanIn: gain 2 before a ReLU (He et al. 2015), 1 elsewhere.
    case normal(gain: Double, fanIn: Int)
    /// Normal with this standard deviation.
    case gaussian(deviation: Double)
    /// Uniform in −bound … bound.
    case uniform(bound: Double)
}

/// A parameter's place.
public struct ParameterID: Hashable, Sendable { let index: Int }

/// A parameter's declaration.
public struct ParameterInfo: Sendable {
    /// Its address: "encoder.image.block0.conv1.weight".
    public let name: String
    /// Its extents.
    public let shape: Shape
    /// Whose it is.
    public let component: Component
    /// How it begins.
    public let initializer: Initializer
    /// False for state that no gradient reaches: running statistics.
    public let trainable: Bool
    /// Its first number in the buffer.
    public fileprivate(set) var offset: Int
    /// Place of its component among the parameters' components.
    public fileprivate(set) var componentIndex = 0
    /// How many numbers it has.
    public var count: Int { shape.count }
}

/// All parameters of a model in one flat array, each component in one contiguous range; behind them what a model keeps
/// without training it (running statistics), which gradients and optimizers do not cover but copies and checkpoints do.
///
/// Initial values are keyed by the run's key and the parameter's name alone, so models that share a part share its
/// initial weights (the paired design).
public final class Parameters {
    /// Trained parameters in declared order.
    public let infos: [ParameterInfo]
    /// Kept without training, in declared order.
    public let states: [ParameterInfo]
    private let all: [ParameterInfo]
    /// Components in order of their ranges.
    public let components: [Component]
    /// The numbers of all parameters, one after another.
    public let buffer: Buffer
    private let ranges: [Range<Int>]

    /// `key` nil: parameters 0, states as they begin.
    init(_ declared: [ParameterInfo], key: RandomKey?) {
        var infos = declared
        var components: [Component] = []
        for info in infos where info.trainable && !components.contains(info.component) {
            components.append(info.component)
        }
        var ranges: [Range<Int>] = []
        var offset = 0
        for component in components {
            let start = offset
            for index in infos.indices where infos[index].trainable && infos[index].component == component {
                infos[index].offset = offset
                infos[index].componentIndex = components.firstIndex(of: component) ?? 0
                offset += infos[index].count
            }
            ranges.append(start..<offset)
        }
        count = offset
        for index in infos.indices where !infos[index].trainable {
            infos[index].offset = offset
            offset += infos[index].count
        }
        all = infos
        self.infos = infos.filter(\.trainable)
        states = infos.filter { !$0.trainable }
        self.components = components
        self.ranges = ranges
        buffer = Buffer(count: offset)
        guard let key else {
            for info in states {
                if case .constant(let value) = info.initializer {
                    (buffer.pointer + info.offset).update(repeating: value, count: info.count)
                }
            }
            return
        }
        for info in infos { fill(info, key.fold("init").fold(info.name)) }
    }

    /// The numbers with which a run of this key begins.
    public func initialValues(_ key: RandomKey) -> [Float] {
        let copy = copy()
        for info in all { copy.fill(info, key.fold("init").fold(info.name)) }
        return copy.buffer.values
    }

    /// The same layout with numbers of its own, at first these.
    public func copy() -> Parameters { Parameters(copying: self) }

    private init(copying other: Parameters) {
        infos = other.infos
        states = other.states
        all = other.all
        components = other.components
        ranges = other.ranges
        count = other.count
        buffer = Buffer(count: other.buffer.count)
        buffer.copy(from: other.buffer)
    }

    /// Gives the parameters and states that `chosen` picks their initial values again, from the run's key and one more
    /// word: another word, other values.
    public func reinitialize(key: RandomKey, word: String, where chosen: (ParameterInfo) -> Bool) {
        for info in all where chosen(info) { fill(info, key.fold("init").fold(info.name).fold(word)) }
    }

    private func fill(_ info: ParameterInfo, _ key: RandomKey) {
        let place = UnsafeMutableBufferPointer(start: buffer.pointer + info.offset, count: info.count)
        switch info.initializer {
        case .constant(let value): place.update(repeating: value)
        case .normal(let gain, let fanIn): fill(place, deviation: (gain / Double(max(1, fanIn))).squareRoot(), key)
        case .gaussian(let deviation): fill(place, deviation: deviation, key)
        case .uniform(let bound):
            if let base = place.baseAddress {
                Arithmetic.fillUniform(key, bound: Float(bound), place.count, base)
            }
        }
    }

    private func fill(_ place: UnsafeMutableBufferPointer<Float>, deviation: Double, _ key: RandomKey) {
        guard let base = place.baseAddress else { return }
        place.update(repeating: 0)
        Arithmetic.addNormal(key, deviation: Float(deviation), place.count, to: base)
    }

    /// Number of trained parameters; `buffer` holds the states behind them.
    public let count: Int

    /// The declaration of a parameter.
    public subscript(_ id: ParameterID) -> ParameterInfo { all[id.index] }

    /// The range of a component; empty if the model has none.
    public func range(_ component: Component) -> Range<Int> {
        guard let index = components.firstIndex(of: component) else { return 0..<0 }
        return ranges[index]
    }

    /// Puts a parameter on the tape; where the mask `trains` leaves its component out, as a constant.
    public func node(_ id: ParameterID, on tape: Tape, trains: UInt64 = .max) -> Node {
        let info = all[id.index]
        let isTrained = info.trainable && trains >> UInt64(info.componentIndex) & 1 == 1
        return tape.parameter(buffer, offset: info.offset, info.shape, trainable: isTrained)
    }

    /// The components as a mask: bit i stands for `components[i]`.
    public func mask(_ chosen: [Component]) -> UInt64 {
        var mask: UInt64 = 0
        for (index, component) in components.enumerated() where chosen.contains(component) {
            mask |= 1 << UInt64(index)
        }
        return mask
    }

    /// SHA-256 over names, shapes and little-endian bytes in declared order.
    public var digest: String {
        var hash = SHA256()
        for info in all {
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

    /// Declares a parameter of the component in hand; its address is the component's followed by `name`.
    public func declare(_ name: String, _ shape: Shape, _ initializer: Initializer) -> ParameterID {
        declare(name, shape, initializer, trainable: true)
    }

    /// Numbers that a model keeps without training them.
    public func declareState(_ name: String, _ shape: Shape, _ initializer: Initializer) -> ParameterID {
        declare(name, shape, initializer, trainable: false)
    }

    private func declare(
        _ name: String, _ shape: Shape, _ initializer: Initializer, trainable: Bool
    ) -> ParameterID {
        let name = (path + [name]).joined(separator: ".")
        precondition(!declared.contains { $0.name == name }, "two parameters named '\(name)'")
        declared.append(
            ParameterInfo(
                name: name, shape: shape, component: component, initializer: initializer, trainable: trainable,
                offset: 0))
        return ParameterID(index: declared.count - 1)
    }

    /// Declares inside as parts of another component.
    public func owned<Result>(by other: Component, _ body: () throws -> Result) rethrows -> Result {
        let before = component
        component = other
        defer { component = before }
        return try body()
    }

    /// Names declared inside begin with `name` and a dot.
    public func scope<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
        path.append(name)
        defer { path.removeLast() }
        return try body()
    }

    /// Draws the initial numbers, each parameter's from its own address.
    public func finish(key: RandomKey) -> Parameters { Parameters(declared, key: key) }

    /// Parameters 0, for values that come from elsewhere.
    public func finishZeroed() -> Parameters { Parameters(declared, key: nil) }
}
