// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Weights and biases of a gated recurrent layer; all begin uniform in ±1/√H, the convention of the field.
struct RecurrentWeights: Sendable {
    let inputWeight: ParameterID
    let inputBias: ParameterID
    let stateWeight: ParameterID
    let stateBias: ParameterID

    /// `gates`: how many gates a hidden unit has.
    init(_ name: String, _ inputs: Int, _ hidden: Int, gates: Int, _ builder: ParameterBuilder) {
        let start = Initializer.uniform(bound: 1 / Double(hidden).squareRoot())
        let width = gates * hidden
        (inputWeight, inputBias, stateWeight, stateBias) = builder.scope(name) {
            (
                builder.declare("weight_input", Shape(inputs, width), start),
                builder.declare("bias_input", Shape(width), start),
                builder.declare("weight_state", Shape(hidden, width), start),
                builder.declare("bias_state", Shape(width), start)
            )
        }
    }

    /// The input's part of the gates, one product for all steps.
    func gates(_ x: Node, _ context: Context) -> Node { x.linear(context(inputWeight), context(inputBias)) }
}

/// A gated recurrent layer.
public struct GRU: Sendable {
    private let weights: RecurrentWeights
    /// Width of the state.
    public let hidden: Int

    /// Declares weights and biases of the gates.
    public init(_ name: String, _ inputs: Int, _ hidden: Int, _ builder: ParameterBuilder) {
        weights = RecurrentWeights(name, inputs, hidden, gates: 3, builder)
        self.hidden = hidden
    }

    /// The state after every step: x `[B, T, in]` → `[B, T, H]`. Begins with `state` `[B, H]`, or zeros. Tokens that x's
    /// mask hides leave the state alone, so the last step holds the final state.
    public func callAsFunction(_ x: Node, state: Node? = nil, _ context: Context) -> Node {
        weights.gates(x, context).gru(
            state: state ?? context.tape.constant(repeating: 0, Shape(x.shape[0], hidden)),
            weight: context(weights.stateWeight), bias: context(weights.stateBias), mask: x.mask)
    }
}

/// A long short-term memory layer.
public struct LSTM: Sendable {
    private let weights: RecurrentWeights
    /// Width of the state.
    public let hidden: Int

    /// Declares weights and biases of the gates.
    public init(_ name: String, _ inputs: Int, _ hidden: Int, _ builder: ParameterBuilder) {
        weights = RecurrentWeights(name, inputs, hidden, gates: 4, builder)
        self.hidden = hidden
    }

    /// h and c side by side after every step: x `[B, T, in]` → `[B, T, 2H]`. Begins with `state` `[B, 2H]`, or zeros.
    public func callAsFunction(_ x: Node, state: Node? = nil, _ context: Context) -> Node {
        weights.gates(x, context).lstm(
            state: state ?? context.tape.constant(repeating: 0, Shape(x.shape[0], 2 * hidden)),
            weight: context(weights.stateWeight), bias: context(weights.stateBias), mask: x.mask)
    }
}
