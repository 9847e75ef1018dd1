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
    case all
    /// Tensors of rank 2 and more: no biases, no norm scales.
    case matrices
    /// Convolution weights only.
    case convolutions

    public func contains(_ info: ParameterInfo) -> Bool {
        switch self {
        case .all: true
        case .matrices: info.shape.rank >= 2
        case .convolutions: info.shape.rank == 4
        }
    }
}

/// How training is adapted to several modalities. The stage you fill is your method's category; every stage has a
/// default, and all defaults together are joint training.
///
/// In each step the one loop (`Trainer`) calls, in this order: `features`, `objective`, `coefficients`, `modulate`.
public protocol TrainingStrategy: Sendable {
    associatedtype Options: Configurable = NoOptions
    associatedtype State: Codable & Equatable & Sendable = NoState

    static var card: Card { get }
    /// Why it cannot act here; nil if it can. Nothing silently becomes joint training.
    static func misfit(_ options: Options, modalities: [Modality], task: String, fusion: String) -> String?
    /// Runs whose results are needed first.
    static func companions(_ options: Options, modalities: [Modality]) -> [Companion]
    /// Which parts of a model are trained.
    static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan

    init(_ options: Options, _ setting: Setting) throws

    /// What a checkpoint must keep.
    var state: State { get set }
    /// Numbers found before training, for the report: a ranking, a margin.
    var findings: [String: Double] { get }
    var scaleMode: ScaleMode { get }
    var scaleScope: ScaleScope { get }

    mutating func epochBegan(_ epoch: Int)
    /// Changes features between encoders and fusion.
    mutating func features(_ encoded: ModalityMap<Node>, _ step: Step) -> ModalityMap<Node>
    /// What is minimized.
    mutating func objective(_ forward: Forward, _ step: Step) -> Objective
    /// One factor per modality for its encoder, applied as `scaleMode` says; nil leaves everything as it is.
    mutating func coefficients(_ forward: Forward, _ step: Step) -> ModalityMap<Float>?
    /// Changes gradients after coefficients, before clipping.
    mutating func modulate(
        _ gradients: Gradients, _ coefficients: ModalityMap<Float>?, _ forward: Forward, _ step: Step)
    mutating func epochEnded(_ epoch: Int)
    /// The logits that are evaluated.
    func predict(_ forward: Forward) -> Node
}

public struct NoState: Codable, Equatable, Sendable { public init() {} }

extension TrainingStrategy {
    public static func misfit(_: Options, modalities _: [Modality], task _: String, fusion _: String) -> String? { nil }
    public static func companions(_: Options, modalities _: [Modality]) -> [Companion] { [] }
    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan { ModelPlan(modalities: modalities) }
    public var findings: [String: Double] { [:] }
    public var scaleMode: ScaleMode { .gradient }
    public var scaleScope: ScaleScope { .all }
    public mutating func epochBegan(_: Int) {}
    public mutating func features(_ encoded: ModalityMap<Node>, _: Step) -> ModalityMap<Node> { encoded }
    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        Objective(forward.task.losses(forward.logits, forward.batch).mean())
    }
    public mutating func coefficients(_: Forward, _: Step) -> ModalityMap<Float>? { nil }
    public mutating func modulate(_: Gradients, _: ModalityMap<Float>?, _: Forward, _: Step) {}
    public mutating func epochEnded(_: Int) {}
    public func predict(_ forward: Forward) -> Node { forward.logits }
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
    public let fields: [FieldDescription]
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    public let misfit: @Sendable (ConfigValue, [Modality], _ task: String, _ fusion: String) throws -> String?
    public let companions: @Sendable (ConfigValue, [Modality]) throws -> [Companion]
    public let plan: @Sendable (ConfigValue, [Modality]) throws -> ModelPlan
    public let make: @Sendable (ConfigValue, Setting) throws -> any TrainingStrategy

    public init<S: TrainingStrategy>(_ type: S.Type) {
        card = S.card
        fields = S.Options.fields
        resolve = {
            let resolution = S.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        misfit = { S.misfit(try S.Options.decode($0), modalities: $1, task: $2, fusion: $3) }
        companions = { S.companions(try S.Options.decode($0), modalities: $1) }
        plan = { S.plan(try S.Options.decode($0), modalities: $1) }
        make = { try S(try S.Options.decode($0), $1) }
    }
}
