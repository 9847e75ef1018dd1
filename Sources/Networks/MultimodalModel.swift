// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Which parts a strategy trains.
public struct ModelPlan: Equatable, Sendable {
    /// Modalities that have an encoder, in declared order.
    public var modalities: [Modality]
    /// Whether there is a fusion with its head.
    public var fused: Bool
    /// Whether each modality has a head of its own.
    public var auxiliaryHeads: Bool

    public init(modalities: [Modality], fused: Bool = true, auxiliaryHeads: Bool = false) {
        self.modalities = modalities
        self.fused = fused
        self.auxiliaryHeads = auxiliaryHeads
    }
}

/// What a model is made of.
public struct ModelSpec: Sendable {
    public var inputs: ModalityMap<InputShape>
    /// Id and resolved options by modality.
    public var encoders: ModalityMap<(id: String, options: ConfigValue)>
    public var fusion: (id: String, options: ConfigValue)
    public var outputs: Int

    public init(
        inputs: ModalityMap<InputShape>, encoders: ModalityMap<(id: String, options: ConfigValue)>,
        fusion: (id: String, options: ConfigValue), outputs: Int
    ) {
        self.inputs = inputs
        self.encoders = encoders
        self.fusion = fusion
        self.outputs = outputs
    }
}

/// Encoders, a fusion, and heads of single modalities, as far as the plan asks for them.
public struct MultimodalModel {
    public let plan: ModelPlan
    public let encoders: ModalityMap<any Encoder>
    public let fusion: (any Fusion)?
    public let auxiliary: ModalityMap<Linear>?
    public let parameters: Parameters

    public init(_ spec: ModelSpec, _ plan: ModelPlan, key: RandomKey) throws {
        let builder = ParameterBuilder()
        let made = try ModalityMap<any Encoder>(plan.modalities) { modality in
            let choice = spec.encoders[modality]
            let entry = try Networks.encoders[choice.id]
            builder.component = .encoder(modality)
            return try builder.scope("encoder.\(modality)") {
                try entry.make(choice.options, spec.inputs[modality], builder)
            }
        }
        encoders = made
        if plan.fused {
            builder.component = .fusion
            let entry = try fusions[spec.fusion.id]
            fusion = try builder.scope("fusion") {
                try entry.make(spec.fusion.options, made.map(\.width), spec.outputs, builder)
            }
        } else {
            fusion = nil
        }
        if plan.auxiliaryHeads {
            auxiliary = ModalityMap(plan.modalities) { modality in
                builder.component = .auxiliary(modality)
                return Linear("auxiliary.\(modality)", made[modality].width, spec.outputs, builder)
            }
        } else {
            auxiliary = nil
        }
        self.plan = plan
        parameters = builder.finish(key: key)
    }

    public func encode(_ inputs: ModalityMap<EncoderInput>, _ context: Context) -> ModalityMap<Node> {
        ModalityMap(plan.modalities) { modality in
            let own = Context(
                tape: context.tape, parameters: context.parameters, training: context.training,
                key: context.key.fold(modality.name))
            return encoders[modality](inputs[modality], own)
        }
    }
}
