// SPDX-License-Identifier: Apache-2.0

/// act(Σ x_i·W_i + b): a linear map of features that lie apart.
struct JoinedLinear {
    let weights: [ParameterID]
    let bias: ParameterID
    let activation: Activation

    init(
        _ name: String, _ inputs: [Int], _ outputs: Int, _ builder: ParameterBuilder, _ list: inout ReferenceList,
        _ activation: Activation = .identity
    ) {
        weights = inputs.enumerated().map {
            builder.declare("\(name).weight\($0)", Shape($1, outputs), .constant(0))
        }
        bias = builder.declare("\(name).bias", Shape(outputs), .constant(0))
        self.activation = activation
        list.linear(
            name, inputs.reduce(0, +), outputs, weights: inputs.indices.map { "\(name).weight\($0)" })
    }

    func callAsFunction(_ inputs: [Node], _ context: Context) -> Node {
        Node.linear(inputs, weights.map { context($0) }, context(bias), activation)
    }
}

extension Linear {
    /// A layer and its entry in the definition, under one name.
    init(
        _ name: String, _ inputs: Int, _ outputs: Int, _ builder: ParameterBuilder, _ list: inout ReferenceList,
        _ activation: Activation = .identity
    ) {
        self.init(name, inputs, outputs, builder, activation)
        list.linear(name, inputs, outputs)
    }
}
