// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A vector for each token; rows begin standard normal. Token 0 is padding where `padding` says so: its row is never
/// trained, and the result's mask hides it.
public struct Embedding: Sendable {
    let table: ParameterID
    let padding: Int32

    /// Declares one vector for each token.
    public init(
        _ name: String, vocabulary: Int, width: Int, padding: Bool = true, deviation: Double = 1,
        _ builder: ParameterBuilder
    ) {
        table = builder.scope(name) {
            builder.declare("weight", Shape(vocabulary, width), .gaussian(deviation: deviation))
        }
        self.padding = padding ? 0 : -1
    }

    /// `[rows, length, width]`; where padding counts as such, the result knows which tokens are real.
    public func callAsFunction(
        _ tokens: UnsafePointer<Int32>, rows: Int, length: Int, _ context: Context
    ) -> Node {
        let embedded = context(table).embedding(tokens, rows: rows, length: length, padding: padding)
        return padding < 0 ? embedded : embedded.masked(by: context.tape.mask(tokens, rows: rows, length: length))
    }
}

/// A learned vector for each position, added to the tokens; begins normal with deviation 0.02.
public struct PositionTable: Sendable {
    let table: ParameterID

    /// Declares one vector for each position.
    public init(_ name: String, length: Int, width: Int, _ builder: ParameterBuilder) {
        table = builder.scope(name) { builder.declare("weight", Shape(length, width), .gaussian(deviation: 0.02)) }
    }

    /// x `[B, T, width]`, T up to the table's length.
    public func callAsFunction(_ x: Node, _ context: Context) -> Node { x.plusRow(context(table)) }

    /// Adds the vector of one position: x `[B, 1, width]`.
    public func callAsFunction(_ x: Node, at position: Int, _ context: Context) -> Node {
        let table = context(table)
        let width = table.shape.last
        return x.plusRow(table.reshaped(Shape(table.shape.count)).columns(position * width..<(position + 1) * width))
    }
}
