// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// z = Σ_m h_m·W_m + b: a linear head on the concatenated features.
public struct Concat: Fusion {
    public static let card = Card(
        id: "concat", title: "Concatenation", summary: "linear head on the concatenated features")

    public static let splits = true

    let weights: ModalityMap<ParameterID>
    let bias: ParameterID

    public init(_: NoOptions, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        let total = widths.values.reduce(0, +)
        weights = ModalityMap(widths.modalities) { modality in
            builder.declare(
                "weight.\(modality)", Shape(widths[modality], outputs), .normal(gain: 1, fanIn: total))
        }
        bias = builder.declare("bias", Shape(outputs), .constant(0))
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        let vectors = presentVectors(features, present).values
        // What is absent in every row adds nothing: its product is not computed.
        var chosen = vectors.indices.filter { present.includes($0) }
        if chosen.isEmpty { chosen = [0] }
        return Node.linear(chosen.map { vectors[$0] }, chosen.map { context(weights.values[$0]) }, context(bias))
    }

    /// z_m = h_m·W_m + b/M
    public func share(of modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node? {
        let part = 1 / Float(weights.count)
        return features[modality].pooledFeature().linear(context(weights[modality]), context(bias) * part)
    }

    public func shareParameters(of modality: Modality) -> [ParameterID] { [weights[modality]] }

    public func shareBias(of modality: Modality, _ parameters: Parameters) -> [Float]? {
        let info = parameters[bias]
        let part = 1 / Float(weights.count)
        return (0..<info.count).map { parameters.buffer.pointer[info.offset + $0] * part }
    }
}
