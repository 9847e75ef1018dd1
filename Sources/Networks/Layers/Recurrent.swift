// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A gated recurrent layer; all weights and biases begin uniform in ±1/√H, the convention of the field.
public struct GRU: Sendable {
    let inputWeight: ParameterID
    let inputBias: ParameterID
    let stateWeight: ParameterID
    let stateBias: ParameterID
    public let hidden: Int

    public init(_ name: String, _ inputs: Int, _ hidden: Int, _ builder: ParameterBuilder) {
        let start = Initializer.uniform(bound: 1 / Double(hidden).squareRoot())
        (inputWeight, inputBias, stateWeight, stateBias) = builder.scope(name) {
            (
                builder.declare("weight_input", Shape(inputs, 3 * hidden), start),
                builder.declare("bias_input", Shape(3 * hidden), start),
                builder.declare("weight_state", Shape(hidden, 3 * hidden), start),
                builder.declare("bias_state", Shape(3 * hidden), start)
            )
        }
        self.hidden = hidden
    }

    /// The state after every step: x `[B, T, in]` → `[B, T, H]`. Begins with `state` `[B, H]`, or zeros. Tokens that x's
    /// mask hides leave the state alone, so the last step holds the final state.
    public func callAsFunction(_ x: Node, state: Node? = nil, _ context: Context) -> Node {
        x.linear(context(inputWeight), context(inputBias)).gru(
            state: state ?? context.tape.constant(repeating: 0, Shape(x.shape[0], hidden)),
            weight: context(stateWeight), bias: context(stateBias), mask: x.mask)
    }
}

/// A long short-term memory layer; begins like `GRU`.
public struct LSTM: Sendable {
    let inputWeight: ParameterID
    let inputBias: ParameterID
    let stateWeight: ParameterID
    let stateBias: ParameterID
    public let hidden: Int

    public init(_ name: String, _ inputs: Int, _ hidden: Int, _ builder: ParameterBuilder) {
        let start = Initializer.uniform(bound: 1 / Double(hidden).squareRoot())
        (inputWeight, inputBias, stateWeight, stateBias) = builder.scope(name) {
            (
                builder.declare("weight_input", Shape(inputs, 4 * hidden), start),
                builder.declare("bias_input", Shape(4 * hidden), start),
                builder.declare("weight_state", Shape(hidden, 4 * hidden), start),
                builder.declare("bias_state", Shape(4 * hidden), start)
            )
        }
        self.hidden = hidden
    }

    /// h and c side by side after every step: x `[B, T, in]` → `[B, T, 2H]`. Begins with `state` `[B, 2H]`, or zeros.
    public func callAsFunction(_ x: Node, state: Node? = nil, _ context: Context) -> Node {
        x.linear(context(inputWeight), context(inputBias)).lstm(
            state: state ?? context.tape.constant(repeating: 0, Shape(x.shape[0], 2 * hidden)),
            weight: context(stateWeight), bias: context(stateBias), mask: x.mask)
    }
}
