// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// z = Σ_{i<j} vec(h_i ⊗ h_j)·W_ij + b: every product of two features of different modalities has a weight.
public struct Bilinear: Fusion {
    public static let card = Card(
        id: "bilinear", title: "Bilinear", summary: "linear head on the products of features of two modalities",
        reference: "Tenenbaum & Freeman 2000; Fukui et al., EMNLP 2016")

    public struct Options: Configurable {
        @Field("width to which features are brought first; 0: as they are", in: 0...4096) public var project: Int = 0
        public init() {}
    }

    let projections: ModalityMap<Linear>?
    /// A weight for each pair of positions.
    let pairs: [(first: Int, second: Int, weight: ParameterID)]
    let bias: ParameterID

    public init(_ options: Options, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder) {
        projections =
            options.project == 0
            ? nil
            : ModalityMap(widths.modalities) { modality in
                builder.owned(by: .encoder(modality)) {
                    Linear("project.\(modality)", widths[modality], options.project, builder)
                }
            }
        let sizes = widths.values.map { options.project == 0 ? $0 : options.project }
        let names = widths.modalities
        var pairs: [(first: Int, second: Int, weight: ParameterID)] = []
        // One modality alone is paired with itself.
        for first in names.indices {
            for second in (names.count == 1 ? 0 : first + 1)..<max(names.count, 1) {
                let fanIn = sizes[first] * sizes[second]
                let weight = builder.declare(
                    "weight.\(names[first]).\(names[second])", Shape(fanIn, outputs), .normal(gain: 1, fanIn: fanIn))
                pairs.append((first, second, weight))
            }
        }
        self.pairs = pairs
        bias = builder.declare("bias", Shape(outputs), .constant(0))
    }

    public func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node {
        var vectors = presentVectors(features, present)
        if let projections {
            vectors = ModalityMap(vectors.modalities) { projections[$0](vectors[$0], context) }
        }
        let products = pairs.map { vectors.values[$0.first].outer(vectors.values[$0.second]) }
        return Node.linear(products, pairs.map { context($0.weight) }, context(bias))
    }
}
