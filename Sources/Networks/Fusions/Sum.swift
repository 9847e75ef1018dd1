// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// z = Σ_m (h_m·W_m + b_m): one linear head per modality, logits added.
public struct Sum: Fusion {
    public static let card = Card(id: "sum", title: "Sum", summary: "one linear head per modality, logits added")

    public static let splits = true

    let heads: ModalityMap<Linear>

    public init(_: NoOptions, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        heads = ModalityMap(widths.modalities) { Linear("head.\($0)", widths[$0], outputs, builder) }
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        var total: Node?
        for (modality, feature) in presentVectors(features, present).entries {
            let share = heads[modality](feature, context)
            total = total.map { $0 + share } ?? share
        }
        guard let total else { preconditionFailure("a sum over no modalities") }
        return total
    }

    /// z_m = h_m·W_m + b_m
    public func share(of modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node? {
        heads[modality](features[modality].pooledFeature(), context)
    }

    public func shareParameters(of modality: Modality) -> [ParameterID] {
        [heads[modality].weight, heads[modality].bias]
    }

    public func shareBias(of modality: Modality, _ parameters: Parameters) -> [Float]? {
        let info = parameters[heads[modality].bias]
        return (0..<info.count).map { parameters.buffer.pointer[info.offset + $0] }
    }
}
