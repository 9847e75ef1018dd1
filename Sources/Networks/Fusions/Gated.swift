// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// One modality opens a gate for another:
///
///     u_m = h_m·U_m + c_m        z = (σ(u_a) ⊙ u_v)·W + b
///
/// With each modality as a gate in turn, or more than two: z = ((1/M)·Σ_m σ(u_m) ⊙ mean of the others' u)·W + b. The
/// projections U_m belong to the encoders.
public struct Gated: Fusion {
    public static let card = Card(
        id: "gated", title: "Gated", summary: "the projection of one modality gates that of another",
        reference: "Kiela et al., AAAI 2018")

    public struct Options: Configurable {
        @Field("which modality is the gate, in declared order; auto: the first of two, each of more")
        public var gate: Gate = .auto
        @Field("width of the projections", in: 1...4096) public var width: Int = 64
        public init() {}
    }

    /// Which modality opens the gate.
    public enum Gate: String, FieldChoice { case auto, first, last, each }

    let projections: ModalityMap<Linear>
    let head: Linear
    /// Positions of the gates.
    let gates: [Int]

    public init(_ options: Options, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        projections = ModalityMap(widths.modalities) { modality in
            builder.owned(by: .encoder(modality)) {
                Linear("project.\(modality)", widths[modality], options.width, builder)
            }
        }
        head = Linear("head", options.width, outputs, builder)
        switch options.gate {
        case .first: gates = [0]
        case .last: gates = [widths.count - 1]
        case .each: gates = Array(0..<widths.count)
        case .auto: gates = widths.count <= 2 ? [0] : Array(0..<widths.count)
        }
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        let vectors = presentVectors(features, present)
        let projected = vectors.modalities.map { projections[$0](vectors[$0], context) }
        var total: Node?
        for gate in gates {
            let others = projected.indices.filter { $0 != gate || projected.count == 1 }
            var mean = projected[others[0]]
            for other in others.dropFirst() { mean = mean + projected[other] }
            if others.count > 1 { mean = mean * (1 / Float(others.count)) }
            let opened = projected[gate].activated(.sigmoid) * mean
            total = total.map { $0 + opened } ?? opened
        }
        guard let total else { preconditionFailure("a fusion without gates") }
        return head(gates.count == 1 ? total : total * (1 / Float(gates.count)), context)
    }

    /// z_m = (σ(u_m) ⊙ u_m)·W + b
    public func selfFused(_ modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node? {
        let projected = projections[modality](features[modality].pooledFeature(), context)
        return head(projected.activated(.sigmoid) * projected, context)
    }
}
