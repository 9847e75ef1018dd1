// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// What is predicted, how an error is charged, how success is measured. (`Task` belongs to Swift's concurrency.)
///
/// All balance methods need only "decision rows": rows of logits over options with one right option each.
public protocol LearningTask: Sendable {
    /// Keys of the task in YAML.
    associatedtype Options: Configurable = NoOptions
    /// Id, title and source.
    static var card: Card { get }
    /// Names and directions of what `metrics` returns; the first selects the model on validation data.
    static var measures: [Measure] { get }
    /// The target that the task needs, and the modality that the options make it; '' leaves it to the data set.
    static func target(_ options: Options) -> (role: TargetRole, modality: String)?
    /// Why it cannot be posed on such data; nil if it can.
    static func misfit(_ options: Options, _ signature: DatasetSignature) -> String?
    /// The task on a data set that fits it (`misfit` is asked before).
    init(_ options: Options, _ signature: DatasetSignature) throws
    /// Width of what a fusion or a head puts out: the options of a decision row, or a vector that rows are made from.
    var outputs: Int { get }
    /// What the task needs of a model besides encoders and a fusion. `encoder` is that of the gallery's items.
    func part(_ encoder: (id: String, options: ConfigValue)?) -> TaskPart
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
    func losses(_ logits: Node, _ targets: UnsafePointer<Int32>, _ batch: Batch) -> Node
    /// Whether each modality's own rows are what the decoder says with the others hidden, and no shares of a sum.
    var hidesModalities: Bool { get }
    /// Steps of training between two measurements of the modalities' scores, which hold in between.
    var scoreEvery: Int { get }
    /// What the batch puts into a gallery, rows of unit length a tower; none where options are no gallery.
    func galleryRows(
        _ model: MultimodalModel, _ features: () -> ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> [Node]
    /// The tokens that a model writes, `[rows, length]`; nil where nothing is written. Of a model of single heads each has
    /// its logits for the next token, which `mixture` makes one.
    func write(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch, _ context: Context,
        mixture: @escaping ([Node]) -> Node
    ) -> [Int32]?
    /// A vector of each sample's target, `[rows, width]`: what samples without classes are grouped by. Empty where targets
    /// are classes.
    func targetVectors(
        _ model: MultimodalModel, _ features: () -> ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> [Float]
    /// All scores of a split, by name without the split.
    func metrics(_ predictions: Predictions) -> [String: Double]
    /// What is reached without looking at any input, by metric; empty where only a trained model could tell.
    func trivial(train: DatasetPart, test: DatasetPart) -> [String: Double]
}

/// A score's name and which way it is better.
public struct Measure: Equatable, Sendable {
    /// Without the split: "accuracy".
    public let name: String
    /// Which way is better.
    public let direction: Direction

    /// A score that is judged this way.
    public init(_ name: String, _ direction: Direction) {
        self.name = name
        self.direction = direction
    }
}

/// Logits of a whole split with the right options.
public struct Predictions: Sendable {
    /// Options per row; as many as the first logits that were added have.
    public private(set) var options: Int
    /// `[rows, options]`
    public var logits: [Float]
    /// The right option of each row; −1 where the row does not count.
    public var targets: [Int32]
    /// Sum of the row losses.
    public var lossSum: Double
    /// The split, and the rows of it that were shown, in order.
    public private(set) var part: DatasetPart?
    /// Rows of `part`, in the order in which they were shown.
    public private(set) var indices: [Int] = []
    /// Tokens that were written, `[rows shown, length]`; empty where none were.
    public var written: [Int32] = []

    public init(options: Int, logits: [Float] = [], targets: [Int32] = [], lossSum: Double = 0) {
        self.options = options
        self.logits = logits
        self.targets = targets
        self.lossSum = lossSum
    }

    /// Decision rows so far.
    public var rows: Int { targets.count }
    /// Mean loss of the decision rows that count.
    public var meanLoss: Double { lossSum / Double(max(1, targets.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) })) }

    /// Adds the decision rows of a batch with their losses.
    public mutating func append(
        _ logits: Node, _ targets: UnsafePointer<Int32>, losses: Node, _ batch: Batch
    ) {
        if self.logits.isEmpty { options = logits.shape[1] }
        precondition(logits.shape[1] == options, "\(logits.shape[1]) options, before \(options)")
        self.logits.append(contentsOf: logits.buffer)
        for row in 0..<logits.shape[0] {
            self.targets.append(targets[row])
            lossSum += Double(losses.pointer[row])
        }
        part = batch.part
        indices += batch.indices
    }

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

/// A task as the registry holds it, its types put away.
public struct TaskEntry: RegistryEntry {
    public let card: Card
    /// The scores it reports, the one that selects first.
    public let measures: [Measure]
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// The role of what is predicted, and the modality that plays it ("" for the data set's own).
    public let target: @Sendable (ConfigValue) throws -> (role: TargetRole, modality: String)?
    /// Why it does not fit a data set; nil if it does.
    public let misfit: @Sendable (ConfigValue, DatasetSignature) throws -> String?
    /// Makes the task for a data set.
    public let make: @Sendable (ConfigValue, DatasetSignature) throws -> any LearningTask

    init<T: LearningTask>(_ type: T.Type) {
        card = T.card
        measures = T.measures
        fields = T.Options.fields
        resolve = {
            let resolution = T.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        target = { T.target(try T.Options.decode($0)) }
        misfit = { T.misfit(try T.Options.decode($0), $1) }
        make = { try T(try T.Options.decode($0), $1) }
    }
}

/// All tasks, one line each.
public let tasks = Registry<TaskEntry>(
    "task",
    [
        TaskEntry(Classification.self),
        TaskEntry(DualRetrieval.self),
        TaskEntry(Generation.self),
        TaskEntry(MultiLabel.self),
        TaskEntry(Prediction.self),
        TaskEntry(Retrieval.self),
    ])
