// SPDX-License-Identifier: Apache-2.0

/// What an axis of a score table counts. Axes are types, so that a function that resamples seeds cannot be handed
/// problems by mistake.
public protocol Axis: Sendable {
    /// What tells one place on the axis from another.
    associatedtype Label: Hashable & Sendable
}

/// An axis whose entries are exchangeable draws: only these may be resampled.
public protocol ReplicateAxis: Axis {}

/// What is compared: strategies with their options. Fixed, never resampled.
public enum Methods: Axis { public typealias Label = String }

/// Data set × task × model. Fixed: a suite's problems are chosen, not drawn.
public enum Problems: Axis { public typealias Label = String }

/// Repetitions with another seed.
public enum Seeds: ReplicateAxis { public typealias Label = Int }

/// Values along one axis.
public struct Series<Along: Axis>: Equatable, Sendable {
    /// One a value, in order.
    public let labels: [Along.Label]
    /// In the order of the labels.
    public let values: [Double]

    /// Values along an axis, one a label.
    public init(_ labels: [Along.Label], _ values: [Double]) {
        precondition(labels.count == values.count, "\(labels.count) labels, \(values.count) values")
        self.labels = labels
        self.values = values
    }
}

/// For each entry of one axis, values along another: a method's scores as problems × seeds. Strata may differ in length.
public struct Strata<Fixed: Axis, Along: Axis>: Equatable, Sendable {
    /// One a series, in order.
    public let labels: [Fixed.Label]
    /// In the order of the labels.
    public let series: [Series<Along>]

    /// Series side by side, one a label.
    public init(_ labels: [Fixed.Label], _ series: [Series<Along>]) {
        precondition(labels.count == series.count, "\(labels.count) labels, \(series.count) series")
        self.labels = labels
        self.series = series
    }

    /// All values, stratum by stratum.
    public var values: [Double] { series.flatMap(\.values) }
}
