// SPDX-License-Identifier: Apache-2.0

/// One kind of input: image, text, video, audio, or whatever a data set calls its columns.
public struct Modality: Hashable, Codable, Sendable, CustomStringConvertible {
    /// The word in suites and reports.
    public let name: String

    /// The modality with this name.
    public init(_ name: String) { self.name = name }
    public init(from decoder: any Decoder) throws { name = try decoder.singleValueContainer().decode(String.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    public var description: String { name }
}

/// One value per modality, in the order in which the data set declares them.
public struct ModalityMap<Value> {
    /// In declared order, which is the order of everything that is done by modality.
    public let modalities: [Modality]
    /// One a modality, in the same order.
    public var values: [Value]

    /// Values for modalities, one each.
    public init(_ modalities: [Modality], _ values: [Value]) {
        precondition(modalities.count == values.count, "\(modalities.count) modalities, \(values.count) values")
        self.modalities = modalities
        self.values = values
    }

    /// Asks for each modality's value, in order.
    public init(_ modalities: [Modality], _ value: (Modality) throws -> Value) rethrows {
        self.modalities = modalities
        values = try modalities.map(value)
    }

    /// How many modalities there are.
    public var count: Int { values.count }
    /// Modalities with their values, in order.
    public var entries: [(modality: Modality, value: Value)] { zip(modalities, values).map { ($0, $1) } }

    /// The place of a modality in the order; nil if it is none of these.
    public func index(of modality: Modality) -> Int? { modalities.firstIndex(of: modality) }

    /// The value of a modality that is known to be declared.
    public subscript(_ modality: Modality) -> Value {
        get { values[position(modality)] }
        set { values[position(modality)] = newValue }
    }

    /// The same modalities with other values.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> ModalityMap<Other> {
        ModalityMap<Other>(modalities, try values.map(transform))
    }

    private func position(_ modality: Modality) -> Int {
        guard let index = index(of: modality) else { preconditionFailure("no modality '\(modality)' in \(modalities)") }
        return index
    }
}

extension ModalityMap: Sendable where Value: Sendable {}
extension ModalityMap: Equatable where Value: Equatable {}

/// A part of a data set. The trainer sees `train` and `validation`; only the evaluator opens `test`.
public enum Split: String, CaseIterable, Codable, Sendable { case train, validation, test }

/// Which end of a metric is the good one.
public enum Direction: String, Codable, Sendable {
    /// Which way of a score is up.
    case higherIsBetter, lowerIsBetter

    /// Whether `a` is strictly better than `b`.
    public func prefers(_ a: Double, to b: Double) -> Bool { self == .higherIsBetter ? a > b : a < b }
}
