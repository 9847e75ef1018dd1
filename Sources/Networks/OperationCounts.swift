// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Operations of one layer in the recorded step.
public struct OperationCount: Equatable, Sendable {
    /// Address of the layer ("encoder.image.block0"), or the operation's own name where no parameter takes part.
    public let layer: String
    /// Multiply-adds of products and convolutions as two operations each, forward and backward as far as it went.
    public let operations: Int
}

extension Parameters {
    /// What each layer has cost since the tape restarted, in the order in which layers were first used.
    ///
    /// Counted are products and convolutions: forward, and backward with respect to what needs a gradient, which the data
    /// do not. Norms, activations and the optimizer are not counted.
    public func operationCounts(on tape: Tape) -> [OperationCount] {
        var counts: [OperationCount] = []
        for (operation, offset, amount) in tape.operationCounts {
            let info = offset.flatMap { offset in infos.first { $0.offset == offset } }
            let name = info.map { $0.name.split(separator: ".").dropLast().joined(separator: ".") } ?? operation
            if let index = counts.firstIndex(where: { $0.layer == name }) {
                counts[index] = OperationCount(layer: name, operations: counts[index].operations + amount)
            } else {
                counts.append(OperationCount(layer: name, operations: amount))
            }
        }
        return counts
    }
}
