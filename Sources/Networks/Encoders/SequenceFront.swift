// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Brings a sequence to one width: words by a table, vectors by a linear layer.
enum SequenceFront: Sendable {
    case words(Embedding)
    case vectors(Linear)

    /// Why a sequence encoder cannot read such an input; nil if it can.
    static func misfit(_ input: InputShape) -> String? {
        switch input {
        case .tokens: nil
        case .dense(let shape):
            shape.rank == 2 ? nil : "it reads tokens or sequences of vectors [T, D], not \(input.description)"
        }
    }

    /// Rows of the table begin normal with this deviation, the linear layer uniform in ±1/√D.
    init(_ input: InputShape, width: Int, deviation: Double, _ builder: ParameterBuilder) {
        switch input {
        case .tokens(_, let vocabulary):
            self = .words(
                Embedding("embedding", vocabulary: vocabulary, width: width, deviation: deviation, builder))
        case .dense(let shape):
            self = .vectors(Linear("embedding", shape.last, width, builder, start: .uniform))
        }
    }

    /// Steps of a sequence.
    static func length(_ input: InputShape) -> Int {
        switch input {
        case .tokens(let length, _): length
        case .dense(let shape): shape[0]
        }
    }

    /// `[B, T, width]`; words know which are padding.
    func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        switch (self, input) {
        case (.words(let embedding), .tokens(let tokens, let rows, let length)):
            return embedding(tokens, rows: rows, length: length, context)
        case (.vectors(let linear), .dense(let node)): return linear(node, context)
        default: preconditionFailure("an encoder was given another input than it was made for")
        }
    }
}
