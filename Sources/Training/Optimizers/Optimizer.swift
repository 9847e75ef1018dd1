// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Turns gradients into new parameters. An optimizer belongs to one run, which is one thread.
public protocol Optimizer: AnyObject, Sendable {
    associatedtype Options: Configurable
    static var card: Card { get }
    init(_ options: Options, parameters: Int)
    var learningRate: Double { get }
    /// One step over parts of the parameters, each with the factor of its update. `rate` is the scheduled factor. What lies
    /// in no segment is left alone: neither momentum nor decay moves it.
    func step(_ parameters: Buffer, _ gradients: Buffer, _ segments: [UpdateSegment], rate: Double)
    /// Buffers and step counts, for checkpoints.
    var state: OptimizerState { get set }
}

/// A range of parameters and what multiplies its update.
public struct UpdateSegment: Equatable, Sendable {
    public var range: Range<Int>
    public var scale: Float

    public init(range: Range<Int>, scale: Float) {
        self.range = range
        self.scale = scale
    }
}

public struct OptimizerState: Codable, Equatable, Sendable {
    public var counts: StepCounts
    public var buffers: [[Float]]
}

public struct OptimizerEntry: RegistryEntry {
    public let card: Card
    public let fields: [FieldDescription]
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    public let make: @Sendable (ConfigValue, _ parameters: Int) throws -> any Optimizer

    init<O: Optimizer>(_ type: O.Type) {
        card = O.card
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
