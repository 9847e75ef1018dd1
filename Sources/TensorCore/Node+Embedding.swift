// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Mean of the embeddings of each row's tokens: tokens `[rows, length]`, this table `[vocabulary, width]`
    /// → `[rows, width]`. Token `padding` takes no part (-1: all do); a row of padding alone gives zeros.
    public func embeddingMean(_ tokens: UnsafePointer<Int32>, rows: Int, length: Int, padding: Int32 = 0) -> Node {
        precondition(shape.rank == 2, "embedding table \(shape)")
        let index = tape.record(Node.embeddingMeanRule, Shape(rows, shape[1]), self)
        tape.entries[index].integers[0] = Int32(length)
        tape.entries[index].integers[1] = padding
        tape.entries[index].tokens = tokens
        kernels.embedding_mean(
            Int32(rows), Int32(length), Int32(shape[1]), tokens, padding, pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let embeddingMeanRule = Rule("embedding-mean") { tape, index in
        let table = tape.input(index, 0)
        let entry = tape.entries[index]
        guard tape.needsGradient(table), let arrived = tape.arrived(index), let tokens = entry.tokens else { return }
        kernels.embedding_mean_gradient(
            Int32(entry.shape[0]), entry.integers[0], Int32(entry.shape[1]), tokens, entry.integers[1], arrived,
            tape.clearedTarget(table))
    }

    /// The embedding of each token: tokens `[rows, length]`, this table `[vocabulary, width]` → `[rows, length, width]`.
    /// The row of token `padding` (-1: none) gets no gradient.
    public func embedding(_ tokens: UnsafePointer<Int32>, rows: Int, length: Int, padding: Int32 = 0) -> Node {
        precondition(shape.rank == 2, "embedding table \(shape)")
        let index = tape.record(Node.embeddingRule, Shape(rows, length, shape[1]), self)
        tape.entries[index].integers[0] = padding
        tape.entries[index].tokens = tokens
        kernels.gather_rows(Int32(rows * length), Int32(shape[1]), tokens, -1, pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let embeddingRule = Rule("embedding") { tape, index in
        let table = tape.input(index, 0)
        let entry = tape.entries[index]
        guard tape.needsGradient(table), let arrived = tape.arrived(index), let tokens = entry.tokens else { return }
        kernels.scatter_add_rows(
            Int32(entry.shape.rows), Int32(entry.shape.last), tokens, entry.integers[0], arrived,
            tape.clearedTarget(table))
    }
}

extension Tape {
    /// 1 where a token is not padding, else 0: `[rows, length]`.
    public func mask(_ tokens: UnsafePointer<Int32>, rows: Int, length: Int, padding: Int32 = 0) -> Node {
        let index = recordConstant(Shape(rows, length))
        for place in 0..<(rows * length) { value(index)[place] = tokens[place] == padding ? 0 : 1 }
        return Node(self, index)
    }
}
