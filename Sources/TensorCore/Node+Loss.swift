// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// −log softmax(row)[target] of each row: logits `[rows, options]`, targets `[rows]` → `[rows]`.
    /// The smoothed target is (1 − s) on the class plus s/options everywhere. A negative target counts as loss 0.
    public func crossEntropy(_ targets: UnsafePointer<Int32>, smoothing: Float = 0) -> Node {
        precondition(shape.rank == 2, "logits \(shape)")
        let index = tape.record(Node.crossEntropyRule, Shape(shape[0]), self)
        let probabilities = tape.reserveSaved(index, shape.count)
        tape.entries[index].tokens = targets
        tape.entries[index].factor = smoothing
        kernels.cross_entropy(
            Int32(shape[0]), Int32(shape[1]), pointer, targets, smoothing, probabilities, tape.value(index))
        return Node(tape, index)
    }

    private static let crossEntropyRule = Rule("cross-entropy") { tape, index in
        let logits = tape.input(index, 0)
        let entry = tape.entries[index]
        guard tape.needsGradient(logits), let arrived = tape.arrived(index), let probabilities = entry.saved,
            let targets = entry.tokens
        else { return }
        let shape = tape.entries[logits].shape
        let (target, accumulate) = tape.target(logits)
        kernels.cross_entropy_gradient(
            Int32(shape[0]), Int32(shape[1]), probabilities, targets, entry.factor, arrived, target, accumulate)
    }
}
