// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Where a coefficient k_m acts.
public enum ScaleMode: String, FieldChoice {
    /// Multiplies the gradient of the encoder before clipping and the optimizer.
    case gradient
    /// Multiplies the cotangent that leaves the encoder on the way back.
    case cotangent
    /// Multiplies the optimizer's update of the encoder; decoupled weight decay is not scaled.
    case update
}

/// Which of an encoder's parameters a coefficient multiplies.
public enum ScaleScope: String, FieldChoice {
    /// All of them.
    case all
    /// Tensors of rank 2 and more: no biases, no norm scales.
    case matrices
    /// Convolution weights only.
    case convolutions

    /// Whether a parameter is among them.
    public func contains(_ info: ParameterInfo) -> Bool {
        switch self {
        case .all: true
        case .matrices: info.shape.rank >= 2
        case .convolutions: info.shape.rank == 4
        }
    }
}

/// The problem that a strategy is asked to act on.
public struct Problem: Sendable {
    /// In declared order.
    public let modalities: [Modality]
    /// Id of the task.
    public let task: String
    /// What a decision row is here.
    public let rows: DecisionRows
    /// Id of the fusion.
    public let fusion: String
    /// Whether the fusion's logits are the sum of one share per modality.
    public let splits: Bool
    /// Whether every sample has a class, whatever the decision rows are.
    public let hasClasses: Bool

    public init(
        modalities: [Modality], task: String, rows: DecisionRows, fusion: String, splits: Bool, hasClasses: Bool
    ) {
        self.modalities = modalities
        self.task = task
        self.rows = rows
        self.fusion = fusion
        self.splits = splits
        self.hasClasses = hasClasses
    }
}

/// Which form of a method: as its paper states it, or bug-compatible with its public code. Recorded with every result.
public enum Variant: String, FieldChoice { case paper, released }

/// Where a method leaves joint training.
public enum Stage: String, Sendable {
    /// Which rows an epoch consists of, and what is missing in them.
    case data
    /// Which modalities and parts the model has.
    case model
    /// Features or logits on their way to the loss.
    case forward
    /// What is minimized.
    case objective
    /// Gradients or updates.
    case gradient
    /// Which parts are trained when.
    case schedule
    /// Parameters, between epochs.
    case parameters
    /// How members' predictions become one.
    case inference
}

/// How training is adapted to several modalities. The stage you fill is your method's category; every stage has a
/// default, and all defaults together are joint training.
///
/// The one loop (`Trainer`) calls, in each update, in this order: `features`, `objective`, `coefficients`, `combine`
/// (only if `separatesTerms`), `modulate`, `updated`; around an epoch `epochBegan` and `epochEnded`; before the first
/// `prepare`, after a restored checkpoint `resumed`. A strategy never loops over batches or epochs.
public protocol TrainingStrategy: Sendable {
    /// Keys of the strategy in YAML.
    associatedtype Options: Configurable = NoOptions
    /// What one step leaves for the next; checkpoints keep it.
    associatedtype State: Codable & Equatable & Sendable = NoState

    /// Id, title and source.
    static var card: Card { get }
    /// Where it acts, for lists; the first is its category.
    static var stages: [Stage] { get }
    /// Why it cannot act here; nil if it can. Nothing silently becomes joint training.
    static func misfit(_ options: Options, _ problem: Problem) -> String?
    /// Runs whose results are needed first.
    static func companions(_ options: Options, _ problem: Problem, seed: Int) -> [Companion]
    /// Which parts of a model are trained.
    static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan

    /// The strategy for a run; `misfit` was asked before.
    init(_ options: Options, _ setting: Setting) throws

    /// What a checkpoint must keep.
    var state: State { get set }
    /// Numbers found before or during training, for the report: a ranking, a margin.
    var findings: [String: Double] { get }
    /// Which form of the method this is.
    var variant: Variant { get }
    /// Where coefficients act.
    var scaleMode: ScaleMode { get }
    /// Which parameters coefficients multiply.
    var scaleScope: ScaleScope { get }
    /// Learning rates of components relative to the run's, for those that differ.
    var rateFactors: [Component: Float] { get }
    /// The share of the training rows that is set aside for `Lab` and not trained on.
    var heldOutShare: Double { get }
    /// Whether `combine` wants the gradients of the objective's terms one by one.
    var separatesTerms: Bool { get }

    /// Once, before the first epoch.
    mutating func prepare(_ lab: Lab) throws
    /// After a checkpoint was restored: makes again what `state` does not hold.
    mutating func resumed(_ lab: Lab) throws
    /// Before an epoch: what it consists of, what is changed.
    mutating func epochBegan(_ lab: Lab) throws
    /// The updates that this batch gets.
    mutating func passes(_ step: Step) -> [Pass]
    /// Changes features between encoders and fusion, or leaves samples out.
    mutating func features(_ forward: Forward, _ step: Step) throws
    /// What is minimized.
    mutating func objective(_ forward: Forward, _ step: Step) throws -> Objective
    /// One factor per modality for its encoder, applied as `scaleMode` says; nil leaves everything as it is.
    mutating func coefficients(_ forward: Forward, _ step: Step) -> ModalityMap<Float>?
    /// Makes one gradient, `result`, of those of the terms.
    mutating func combine(
        _ terms: [Gradients], _ objective: Objective, into result: Gradients, _ forward: Forward, _ step: Step) throws
    /// Changes gradients after coefficients, before clipping; parameters are `gradients.parameters`.
    mutating func modulate(
        _ gradients: Gradients, _ coefficients: ModalityMap<Float>?, _ forward: Forward, _ step: Step) throws
    /// After the optimizer.
    mutating func updated(_ forward: Forward, _ step: Step)
    /// After an epoch and its validation.
    mutating func epochEnded(_ lab: Lab) throws
    /// Whether the model after this epoch may be the one that is kept.
    func selects(epoch: Int) -> Bool
    /// Each modality's own logits, for reports; nil where there are none.
    func unimodalLogits(_ forward: Forward) -> ModalityMap<Node>?
    /// The logits that are evaluated.
    func predict(_ forward: Forward) -> Node
    /// One row of logits of those of a model without fusion, a member each: what writes the next token.
    func mixture(_ members: [Node], _ forward: Forward) -> Node
}

/// Nothing to keep.
public struct NoState: Codable, Equatable, Sendable { public init() {} }

extension TrainingStrategy {
    public static var stages: [Stage] { [] }
    public static func misfit(_: Options, _: Problem) -> String? { nil }
    public static func companions(_: Options, _: Problem, seed _: Int) -> [Companion] { [] }
    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan { ModelPlan(modalities: modalities) }
    public var findings: [String: Double] { [:] }
    public var variant: Variant { .paper }
    public var scaleMode: ScaleMode { .gradient }
    public var scaleScope: ScaleScope { .all }
    public var rateFactors: [Component: Float] { [:] }
    public var heldOutShare: Double { 0 }
    public var separatesTerms: Bool { false }
    public mutating func prepare(_: Lab) throws {}
    public mutating func resumed(_: Lab) throws {}
    public mutating func epochBegan(_: Lab) throws {}
    public mutating func passes(_: Step) -> [Pass] { Pass.whole }
    public mutating func features(_: Forward, _: Step) throws {}
    public mutating func objective(_ forward: Forward, _: Step) throws -> Objective {
        Objective(forward.meanLoss(forward.logits))
    }
    public mutating func coefficients(_: Forward, _: Step) -> ModalityMap<Float>? { nil }
    public mutating func combine(
        _ terms: [Gradients], _ objective: Objective, into result: Gradients, _: Forward, _: Step
    ) throws {
        result.buffer.zero()
        for (gradients, term) in zip(terms, objective.terms) { result.add(gradients, times: term.weight) }
    }
    public mutating func modulate(_: Gradients, _: ModalityMap<Float>?, _: Forward, _: Step) throws {}
    public mutating func updated(_: Forward, _: Step) {}
    public mutating func epochEnded(_: Lab) throws {}
    public func selects(epoch _: Int) -> Bool { true }
    public func unimodalLogits(_ forward: Forward) -> ModalityMap<Node>? { forward.unimodalLogits }
    public func predict(_ forward: Forward) -> Node { forward.logits }
    public func mixture(_ members: [Node], _: Forward) -> Node {
        members.count == 1
            ? members[0] : Node.weightedSum(members.map { (1, $0) }) * (1 / Float(members.count))
    }
}

extension TrainingStrategy where State == NoState {
    public var state: NoState {
        get { NoState() }
        set {}
    }
}

/// A registered strategy without its type.
public struct StrategyEntry: RegistryEntry {
    public let card: Card
    /// Where it acts.
    public let stages: [Stage]
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Why it cannot act on a problem; nil if it can.
    public let misfit: @Sendable (ConfigValue, Problem) throws -> String?
    /// Runs that must come first.
    public let companions: @Sendable (ConfigValue, Problem, _ seed: Int) throws -> [Companion]
    /// What the model needs.
    public let plan: @Sendable (ConfigValue, [Modality]) throws -> ModelPlan
    /// Makes the strategy for a run.
    public let make: @Sendable (ConfigValue, Setting) throws -> any TrainingStrategy

    /// The entry of a strategy's type.
    public init<S: TrainingStrategy>(_ type: S.Type) {
        card = S.card
        stages = S.stages
        fields = S.Options.fields
        resolve = {
            let resolution = S.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        misfit = { S.misfit(try S.Options.decode($0), $1) }
        companions = { S.companions(try S.Options.decode($0), $1, seed: $2) }
        plan = { S.plan(try S.Options.decode($0), modalities: $1) }
        make = { try S(try S.Options.decode($0), $1) }
    }
}
