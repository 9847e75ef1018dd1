// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Trainable parts beyond encoders, fusion and heads that a strategy brings along.
public enum ExtraPart: Hashable, Sendable {
    /// One number, with its first value.
    case scalar(Float)
    /// A linear map of the outputs to as many outputs.
    case outputMap
    /// A linear map of each modality's feature to this width.
    case projections(Int)
    /// Gates by which all modalities' features modulate each one's (squeeze and excitation across modalities, MMTM).
    case crossGates
    /// One head that all modalities share, behind a linear adapter where a feature's width is not the largest.
    case sharedHead
}

/// The extra parts of a model.
public struct ExtraParts: Sendable {
    /// A number that is learned.
    public var scalar: ParameterID?
    /// The map of the outputs.
    public var outputMap: Linear?
    /// The maps of features to one width.
    public var projections: ModalityMap<Linear>?
    /// First layers of the gates, by modality.
    public var squeeze: ModalityMap<ParameterID>?
    /// Bias of the gates' first layers.
    public var squeezeBias: ParameterID?
    /// Second layers of the gates, by modality.
    public var excite: ModalityMap<Linear>?
    /// The head that all modalities share.
    public var sharedHead: Linear?
    /// Adapters before it; nil for the widest features.
    public var adapters: ModalityMap<Linear?>?

    init(_ parts: [ExtraPart], widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        let total = widths.values.reduce(0, +)
        for part in parts {
            builder.component = .fusion
            switch part {
            case .scalar(let value): scalar = builder.declare("extra.scalar", Shape(1), .constant(value))
            case .outputMap: outputMap = Linear("extra.output", outputs, outputs, builder)
            case .projections(let width):
                projections = ModalityMap(widths.modalities) { modality in
                    builder.component = .auxiliary(modality)
                    return Linear("extra.projection.\(modality)", widths[modality], width, builder)
                }
            case .crossGates:
                let narrow = max(1, total / 4)
                squeeze = ModalityMap(widths.modalities) { modality in
                    builder.declare(
                        "extra.squeeze.\(modality)", Shape(widths[modality], narrow), .normal(gain: 2, fanIn: total))
                }
                squeezeBias = builder.declare("extra.squeeze.bias", Shape(narrow), .constant(0))
                excite = ModalityMap(widths.modalities) { modality in
                    Linear("extra.excite.\(modality)", narrow, widths[modality], builder)
                }
            case .sharedHead:
                let width = widths.values.max() ?? 1
                adapters = ModalityMap(widths.modalities) { modality in
                    guard widths[modality] != width else { return nil }
                    builder.component = .encoder(modality)
                    return Linear("extra.adapter.\(modality)", widths[modality], width, builder)
                }
                builder.component = .fusion
                sharedHead = Linear("extra.head", width, outputs, builder)
            }
        }
    }
}
