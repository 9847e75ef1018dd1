// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// What is predicted, how an error is charged, how success is measured. (`Task` belongs to Swift's concurrency.)
///
/// All balance methods need only "decision rows": rows of logits over options with one right option each.
public protocol LearningTask: Sendable {
    associatedtype Options: Configurable = NoOptions
    static var card: Card { get }
    /// Names and directions of what `metrics` returns; the first selects the model on validation data.
    static var measures: [Measure] { get }
    init(_ options: Options, _ signature: DatasetSignature) throws
    /// Options per decision row.
    var outputs: Int { get }
    /// What the decision rows are.
    var rows: DecisionRows { get }
    /// The fused decision rows `[rows, options]` of the modalities that are there; nil if the model has no fusion.
    func logits(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, present: Presence, _ batch: Batch, _ context: Context
    ) -> Node?
    /// The decision rows of one modality through the fusion's own parameters; nil if the model has no fusion.
    func logits(
        alone modality: Modality, _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch,
        _ context: Context
    ) -> Node?
    /// The decision rows of what a modality's own head puts out.
    func logits(head output: Node, of modality: Modality, _ model: MultimodalModel, _ batch: Batch, _ context: Context)
        -> Node
    /// Each modality's share of the fused decision rows; nil where they are no sum of shares.
    func shares(_ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch, _ context: Context)
        -> ModalityMap<Node>?
    /// The right option of each decision row; −1 where a row does not count.
    func targets(_ batch: Batch) -> UnsafePointer<Int32>
    /// The sample of the batch that a decision row belongs to.
    func sample(ofRow row: Int, _ batch: Batch) -> Int
    /// One loss per row, 0 where the target is −1; the caller reduces.
    func losses(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Node
    func metrics(_ predictions: Predictions) -> [String: Double]
}

public struct Measure: Equatable, Sendable {
    public let name: String
    public let direction: Direction

    public init(_ name: String, _ direction: Direction) {
        self.name = name
        self.direction = direction
    }
}

/// Logits of a whole split with the right options.
public struct Predictions: Sendable {
    public let options: Int
    /// `[rows, options]`
    public var logits: [Float]
    public var targets: [Int32]
    /// Sum of the row losses.
    public var lossSum: Double

    public init(options: Int, logits: [Float] = [], targets: [Int32] = [], lossSum: Double = 0) {
        self.options = options
        self.logits = logits
        self.targets = targets
        self.lossSum = lossSum
    }

    public var rows: Int { targets.count }
    public var meanLoss: Double { lossSum / Double(max(1, rows)) }

    /// The option with the largest logit in each row; the first of equals.
    public var choices: [Int] {
        (0..<rows).map { row in
            var best = 0
            for option in 1..<max(1, options) where logits[row * options + option] > logits[row * options + best] {
                best = option
            }
            return best
        }
    }
}

public struct TaskEntry: RegistryEntry {
    public let card: Card
    public let measures: [Measure]
    public let fields: [FieldDescription]
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    public let make: @Sendable (ConfigValue, DatasetSignature) throws -> any LearningTask

    init<T: LearningTask>(_ type: T.Type) {
        card = T.card
        measures = T.measures
        fields = T.Options.fields
        resolve = {
            let resolution = T.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        make = { try T(try T.Options.decode($0), $1) }
    }
}

/// All tasks, one line each.
public let tasks = Registry<TaskEntry>(
    "task",
    [
        TaskEntry(Classification.self)
    ])
