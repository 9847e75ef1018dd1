// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What a task needs of a model besides encoders and a fusion.
public enum TaskPart: Sendable {
    /// Nothing: the fusion's output are the logits.
    case none
    /// An encoder of gallery items and a learned temperature.
    case gallery(input: InputShape, encoder: (id: String, options: ConfigValue), temperature: Double)
    /// Two towers that are compared directly, and a learned temperature; no fusion.
    case pairs(width: Int, temperature: Double)
    /// A decoder of token sequences.
    case decoder(id: String, options: ConfigValue, vocabulary: Int, length: Int)

    /// Whether the model has a fusion at all.
    public var takesFusion: Bool {
        get throws {
            switch self {
            case .none, .gallery: true
            case .pairs: false
            case .decoder(let id, let options, _, _): try decoders[id].vectorWidth(options) != nil
            }
        }
    }
}

extension TaskPart {
    /// Width of what a modality's head puts out: that of the fusion's output, or, before a decoder that looks at the
    /// features themselves, that of the feature in whose place it stands.
    func headWidth(_ feature: Int, outputs: Int, _ plan: ModelPlan) throws -> Int {
        guard case .decoder = self, plan.fused, try !takesFusion else { return outputs }
        return feature
    }
}

/// Gallery items → rows of unit length.
public struct GalleryTower: Sendable {
    let encoder: any Encoder
    let projection: Linear

    /// The feature of each gallery item.
    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        projection(encoder(input, context.scoped("target")).pooledFeature(), context).l2Normalized()
    }
}

/// The parts that a task asked for, as a model has them.
///
/// A fused model has one gallery tower or decoder; a model of single heads has one for each modality, so that its members
/// share nothing.
public struct TaskParts: Sendable {
    let towers: ModalityMap<GalleryTower>?
    let decoders: ModalityMap<any SequenceDecoder>?
    /// Projections of the two towers that are compared.
    public let projections: ModalityMap<Linear>?
    let logScales: ModalityMap<ParameterID>?

    /// - Parameters:
    ///   - outputs: width of what the fusion, or each head, puts out.
    init(
        _ part: TaskPart, _ plan: ModelPlan, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder
    ) throws {
        /// One for all modalities of a fused model, else one each; the only one is called as in a fused model.
        func made<Part>(_ component: Component, _ make: (Modality) throws -> Part) throws -> ModalityMap<Part> {
            try builder.owned(by: component) {
                if plan.fused || plan.modalities.count == 1 {
                    let shared = try make(plan.modalities[0])
                    return ModalityMap(plan.modalities) { _ in shared }
                }
                return try ModalityMap(plan.modalities) { modality in
                    try builder.scope(modality.name) { try make(modality) }
                }
            }
        }
        func scales(_ temperature: Double) throws -> ModalityMap<ParameterID> {
            let start = Float(Elementary.log(1 / temperature))
            return try made(.fusion) { _ in builder.declare("log-scale", Shape(1), .constant(start)) }
        }
        switch part {
        case .none: (towers, decoders, projections, logScales) = (nil, nil, nil, nil)
        case .gallery(let input, let choice, let temperature):
            towers = try made(.target) { _ in
                try builder.scope("target") {
                    let encoder = try encoders[choice.id].make(choice.options, input, builder)
                    return GalleryTower(
                        encoder: encoder, projection: Linear("projection", encoder.width, outputs, builder))
                }
            }
            logScales = try scales(temperature)
            (decoders, projections) = (nil, nil)
        case .pairs(let width, let temperature):
            projections = ModalityMap(plan.modalities) { modality in
                builder.owned(by: .encoder(modality)) {
                    Linear("project.\(modality)", widths[modality], width, builder)
                }
            }
            logScales = try scales(temperature)
            (towers, decoders) = (nil, nil)
        case .decoder(let id, let options, let vocabulary, let length):
            let entry = try Networks.decoders[id]
            decoders = try made(.target) { modality in
                // A head's output is one token of its modality.
                let shape = DecoderShape(
                    vocabulary: vocabulary, length: length,
                    widths: plan.fused ? widths : ModalityMap([modality], [outputs]))
                return try builder.scope("decoder") { try entry.make(options, shape, builder) }
            }
            (towers, projections, logScales) = (nil, nil, nil)
        }
    }

    /// The gallery tower of a modality's head, or of the fused prediction.
    public func tower(_ modality: Modality?) -> GalleryTower? {
        towers.map { all in modality.map { all[$0] } ?? all.values[0] }
    }

    /// The decoder of a modality's head, or of the fused prediction.
    public func decoder(_ modality: Modality?) -> (any SequenceDecoder)? {
        decoders.map { all in modality.map { all[$0] } ?? all.values[0] }
    }

    /// ln(1/τ) of a modality's head, or of the fused prediction.
    public func logScale(_ modality: Modality?) -> ParameterID? {
        logScales.map { all in modality.map { all[$0] } ?? all.values[0] }
    }
}
