// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// z = (1/M)·Σ_m (h_m·W_m + b_m): a head for each modality, logits averaged over those that are there.
public struct LateLogits: Fusion {
    public static let card = Card(
        id: "late-logits", title: "Late logits", summary: "one linear head per modality, logits averaged")

    public static let splits = true

    let heads: ModalityMap<Linear>

    public init(_: NoOptions, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        heads = ModalityMap(widths.modalities) { Linear("head.\($0)", widths[$0], outputs, builder) }
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        var parts: [(logits: Node, weight: Node?)] = []
        for (position, (modality, feature)) in features.entries.enumerated() where present.includes(position) {
            parts.append((heads[modality](feature.pooledFeature(), context), present.column(position)))
        }
        guard let first = parts.first else {
            let batch = features.values[0].shape[0]
            let outputs = context.parameters[heads.values[0].bias].count
            return context.tape.constant(repeating: 0, Shape(batch, outputs))
        }
        if case .rows(let flags) = present {
            // Σ u_m z_m / max(1, Σ u_m)
            let shares = flags.columns(0..<flags.shape.last)
            let counts = (0..<flags.shape[0]).map { row in
                1
                    / max(
                        1,
                        (0..<shares.shape.last).reduce(Float(0)) { $0 + shares.pointer[row * shares.shape.last + $1] })
            }
            let rates = context.tape.constant(counts, Shape(counts.count))
            var total: Node?
            for (logits, weight) in parts {
                let part = weight.map { logits.scaledRows(by: $0) } ?? logits
                total = total.map { $0 + part } ?? part
            }
            return (total ?? first.logits).scaledRows(by: rates)
        }
        let total = parts.dropFirst().reduce(first.logits) { $0 + $1.logits }
        return parts.count == 1 ? total : total * (1 / Float(parts.count))
    }

    /// z_m = (h_m·W_m + b_m)/M
    public func share(of modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node? {
        heads[modality](features[modality].pooledFeature(), context) * (1 / Float(heads.count))
    }

    public func shareParameters(of modality: Modality) -> [ParameterID] {
        [heads[modality].weight, heads[modality].bias]
    }

    public func shareBias(of modality: Modality, _ parameters: Parameters) -> [Float]? {
        let info = parameters[heads[modality].bias]
        return (0..<info.count).map { parameters.buffer.pointer[info.offset + $0] / Float(heads.count) }
    }
}
