// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Whose parameter it is; nobody searches names for "audio".
public enum Component: Hashable, Sendable, CustomStringConvertible {
    /// Everything used only by one modality, up to its feature.
    case encoder(Modality)
    /// The fusion and the task head: everything the modalities share.
    case fusion
    /// The head of one modality alone.
    case auxiliary(Modality)
    /// A linear readout of one modality's detached feature: it watches and never influences an encoder.
    case probe(Modality)
    /// A gallery tower or a decoder that is none of the modalities.
    case target

    public var description: String {
        switch self {
        case .encoder(let modality): "encoder(\(modality))"
        case .fusion: "fusion"
        case .auxiliary(let modality): "auxiliary(\(modality))"
        case .probe(let modality): "probe(\(modality))"
        case .target: "target"
        }
    }

    /// Whether it is a modality's encoder.
    public var isEncoder: Bool { if case .encoder = self { true } else { false } }
}
