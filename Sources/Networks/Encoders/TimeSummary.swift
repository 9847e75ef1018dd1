// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What an encoder makes of vectors of time steps.
public enum TimeReading: String, FieldChoice { case mean, gru, tokens }

/// One linear layer with ReLU on each time step, then what `reading` says.
struct TimeSummary: Sendable {
    let linear: Linear
    let layer: GRU?
    let reading: TimeReading
    let width: Int

    init(_ inputs: Int, width: Int, _ reading: TimeReading, _ builder: ParameterBuilder) {
        linear = Linear("linear", inputs, width, builder, .relu)
        layer = reading == .gru ? GRU("gru", width, width, builder) : nil
        self.reading = reading
        self.width = width
    }

    /// x `[B · T, inputs]` → `[B, width]` or `[B, T, width]`.
    func callAsFunction(_ x: Node, batch: Int, steps: Int, _ context: Context) -> Node {
        let tokens = linear(x, context).reshaped(Shape(batch, steps, width))
        if let layer { return layer(tokens, context).token(steps - 1) }
        return reading == .mean ? tokens.meanOverTokens() : tokens
    }
}
