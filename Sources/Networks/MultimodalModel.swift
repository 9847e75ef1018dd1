// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Which parts a strategy trains.
public struct ModelPlan: Equatable, Sendable {
    /// Modalities that have an encoder, in declared order.
    public var modalities: [Modality]
    /// Whether there is a fusion with its head.
    public var fused: Bool
    /// Whether each modality has a head of its own, trained with its encoder.
    public var auxiliaryHeads: Bool
    /// What the strategy needs of each modality's own logits.
    public var unimodal: UnimodalNeed
    /// Further parts that only this strategy has.
    public var extras: [ExtraPart]

    public init(
        modalities: [Modality], fused: Bool = true, auxiliaryHeads: Bool = false, unimodal: UnimodalNeed = .none,
        extras: [ExtraPart] = []
    ) {
        self.modalities = modalities
        self.fused = fused
        self.auxiliaryHeads = auxiliaryHeads
        self.unimodal = unimodal
        self.extras = extras
    }
}

/// What a strategy needs of each modality's own logits, whatever the fusion.
public enum UnimodalNeed: Equatable, Sendable {
    /// Nothing.
    case none
    /// Reads them: the shares of a fusion that can be split, else linear probes on detached features.
    case read
    /// Linear probes on detached features, whatever the fusion.
    case probed
    /// Trains by them: the shares of a fusion that can be split, else heads of their own.
    case trained
}

/// What a model is made of.
public struct ModelSpec: Sendable {
    /// What each modality's encoder reads.
    public var inputs: ModalityMap<InputShape>
    /// Id and resolved options by modality.
    public var encoders: ModalityMap<(id: String, options: ConfigValue)>
    /// Id and resolved options.
    public var fusion: (id: String, options: ConfigValue)
    /// Numbers that the fusion puts out for each sample.
    public var outputs: Int
    /// What the task needs besides.
    public var part: TaskPart
    /// Whether the task reads each modality's own rows from the model as it is, so that no heads or probes are made.
    public var readsModalities: Bool

    public init(
        inputs: ModalityMap<InputShape>, encoders: ModalityMap<(id: String, options: ConfigValue)>,
        fusion: (id: String, options: ConfigValue), outputs: Int, part: TaskPart = .none,
        readsModalities: Bool = false
    ) {
        self.part = part
        self.readsModalities = readsModalities
        self.inputs = inputs
        self.encoders = encoders
        self.fusion = fusion
        self.outputs = outputs
    }
}

/// Encoders, a fusion, and heads of single modalities, as far as the plan asks for them.
public struct MultimodalModel {
    /// What the strategy asked for.
    public let plan: ModelPlan
    /// One a modality.
    public let encoders: ModalityMap<any Encoder>
    /// nil where the plan or the task has none.
    public let fusion: (any Fusion)?
    /// Heads of single modalities, trained with their encoders; nil where the plan has none.
    public let auxiliary: ModalityMap<Linear>?
    /// Linear readouts of detached features.
    public let probes: ModalityMap<Linear>?
    /// What only this strategy has.
    public let extras: ExtraParts
    /// What the task asked for besides.
    public let task: TaskParts
    /// Of all parts.
    public let parameters: Parameters

    /// Declares all parts and draws their initial numbers.
    public init(_ spec: ModelSpec, _ plan: ModelPlan, key: RandomKey) throws {
        let builder = ParameterBuilder()
        var splits = spec.readsModalities
        let made = try ModalityMap<any Encoder>(plan.modalities) { modality in
            let choice = spec.encoders[modality]
            let entry = try Networks.encoders[choice.id]
            builder.component = .encoder(modality)
            return try builder.scope("encoder.\(modality)") {
                try entry.make(choice.options, spec.inputs[modality], builder)
            }
        }
        encoders = made
        if try plan.fused && spec.part.takesFusion {
            builder.component = .fusion
            let entry = try fusions[spec.fusion.id]
            splits = splits || entry.splits
            fusion = try builder.scope("fusion") {
                try entry.make(spec.fusion.options, made.map(\.width), spec.outputs, builder)
            }
        } else {
            fusion = nil
        }
        if plan.auxiliaryHeads || (plan.unimodal == .trained && plan.fused && !splits) {
            auxiliary = try ModalityMap(plan.modalities) { modality in
                builder.component = .auxiliary(modality)
                let width = made[modality].width
                return Linear(
                    "auxiliary.\(modality)", width, try spec.part.headWidth(width, outputs: spec.outputs, plan), builder
                )
            }
        } else {
            auxiliary = nil
        }
        if plan.unimodal == .probed || (plan.unimodal == .read && plan.fused && !splits) {
            probes = try ModalityMap(plan.modalities) { modality in
                builder.component = .probe(modality)
                let width = made[modality].width
                return Linear(
                    "probe.\(modality)", width, try spec.part.headWidth(width, outputs: spec.outputs, plan), builder)
            }
        } else {
            probes = nil
        }
        task = try TaskParts(spec.part, plan, widths: made.map(\.width), outputs: spec.outputs, builder)
        extras = ExtraParts(plan.extras, widths: made.map(\.width), outputs: spec.outputs, builder)
        self.plan = plan
        parameters = builder.finish(key: key)
    }

    /// The features of the modalities that `inputs` holds.
    public func encode(_ inputs: ModalityMap<EncoderInput>, _ context: Context) -> ModalityMap<Node> {
        ModalityMap(inputs.modalities) { modality in
            encoders[modality](inputs[modality], context.scoped(modality.name))
        }
    }
}
