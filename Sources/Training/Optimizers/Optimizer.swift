// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Turns gradients into new parameters. An optimizer belongs to one run, which is one thread.
public protocol Optimizer: AnyObject, Sendable {
    /// Keys of the optimizer in YAML.
    associatedtype Options: Configurable
    /// Id, title and source.
    static var card: Card { get }
    /// Whether it divides a steady factor on gradients out again, so that coefficients on gradients do nothing.
    static var forgetsScale: Bool { get }
    /// An optimizer of so many numbers, before its first step.
    init(_ options: Options, parameters: Int)
    /// Before the schedule.
    var learningRate: Double { get }
    /// One step over parts of the parameters, each with the factor of its update. `rate` is the scheduled factor. What lies
    /// in no segment is left alone: neither momentum nor decay moves it.
    func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double)
    /// Buffers and step counts, for checkpoints.
    var state: OptimizerState { get set }
}

extension Optimizer {
    public static var forgetsScale: Bool { false }
}

/// A range of parameters and what multiplies its update.
public struct UpdateSegment: Equatable, Sendable {
    /// Numbers in the parameters' order.
    public var range: Range<Int>
    /// Factor on their update.
    public var scale: Float

    public init(range: Range<Int>, scale: Float) {
        self.range = range
        self.scale = scale
    }
}

/// What an optimizer keeps between steps.
public struct OptimizerState: Codable, Equatable, Sendable {
    /// Steps that each parameter has taken.
    public var counts: StepCounts
    /// Moments and the like, in the parameters' order.
    public var buffers: [[Float]]
}

/// An optimizer as the registry holds it, its types put away.
public struct OptimizerEntry: RegistryEntry {
    public let card: Card
    /// Whether it divides a steady factor on gradients out again.
    public let forgetsScale: Bool
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Makes the optimizer of so many numbers.
    public let make: @Sendable (ConfigValue, _ parameters: Int) throws -> any Optimizer

    init<O: Optimizer>(_ type: O.Type) {
        card = O.card
        forgetsScale = O.forgetsScale
        fields = O.Options.fields
        resolve = {
            let resolution = O.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        make = { O(try O.Options.decode($0), parameters: $1) }
    }
}

/// All optimizers, one line each.
public let optimizers = Registry<OptimizerEntry>(
    "optimizer",
    [
        OptimizerEntry(Adagrad.self),
        OptimizerEntry(Adam.self),
        OptimizerEntry(AdamW.self),
        OptimizerEntry(AMSGrad.self),
        OptimizerEntry(Lion.self),
        OptimizerEntry(RMSprop.self),
        OptimizerEntry(SGD.self),
    ])
