// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Mean of the embeddings of each row's tokens: tokens `[rows, length]`, this table `[vocabulary, width]`
    /// → `[rows, width]`. Token 0 is padding and takes no part; a row of padding alone gives zeros.
    public func embeddingMean(_ tokens: UnsafePointer<Int32>, rows: Int, length: Int) -> Node {
        precondition(shape.rank == 2, "embedding table \(shape)")
        let index = tape.record(Node.embeddingMeanRule, Shape(rows, shape[1]), self)
        tape.entries[index].integers[0] = Int32(length)
        tape.entries[index].tokens = tokens
        kernels.embedding_mean(Int32(rows), Int32(length), Int32(shape[1]), tokens, 0, pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let embeddingMeanRule = Rule("embedding-mean") { tape, index in
        let table = tape.input(index, 0)
        let entry = tape.entries[index]
        guard tape.needsGradient(table), let arrived = tape.arrived(index), let tokens = entry.tokens else { return }
        kernels.embedding_mean_gradient(
            Int32(entry.shape[0]), entry.integers[0], Int32(entry.shape[1]), tokens, 0, arrived,
            tape.clearedTarget(table))
    }
}
