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

    /// Logits without the options that `hidden` marks with 1: these get `hiddenLogit`, which no softmax sees, and no
    /// gradient. `hidden` has the shape of the logits.
    public func withoutOptions(_ hidden: Node) -> Node {
        precondition(hidden.shape == shape, "logits \(shape), hidden \(hidden.shape)")
        let index = tape.record(Node.hidingRule, shape, self, hidden)
        for place in 0..<shape.count {
            tape.value(index)[place] = hidden.pointer[place] == 0 ? pointer[place] : Node.hiddenLogit
        }
        return Node(tape, index)
    }

    /// Finite, so that means over logits stay finite; its exponential is exactly 0.
    public static let hiddenLogit: Float = -1e9

    private static let hidingRule = Rule("hide-options") { tape, index in
        let logits = tape.input(index, 0)
        guard tape.needsGradient(logits), let arrived = tape.arrived(index) else { return }
        let hidden = tape.value(tape.input(index, 1))
        let (target, accumulate) = tape.target(logits)
        for place in 0..<tape.entries[index].shape.count {
            let slope = hidden[place] == 0 ? arrived[place] : 0
            target[place] = accumulate == 1 ? target[place] + slope : slope
        }
    }

    /// Contrastive logits exp(s)·a·bᵀ of rows of unit length: a `[n, d]`, b `[m, d]` → `[n, m]`. The inverse temperature
    /// exp(s) is held between 1 and 100, as in CLIP (Radford et al., ICML 2021).
    public static func contrastiveLogits(_ a: Node, _ b: Node, logScale: Node) -> Node {
        a.product(b, transposeOther: true).scaled(byExp: logScale, in: 0...largestLogScale)
    }

    /// ln 100.
    public static let largestLogScale: Float = 4.6051702

    /// Symmetric InfoNCE of each row (van den Oord et al. 2018): half the cross-entropy over its row plus half that over
    /// its column, the right option on the diagonal: logits `[n, n]` → `[n]`. Hide false negatives with `withoutOptions`
    /// first. `targets` are 0 ..< n.
    public func symmetricContrast(_ targets: UnsafePointer<Int32>) -> Node {
        precondition(shape.rank == 2 && shape[0] == shape[1], "contrastive logits \(shape)")
        return crossEntropy(targets) * 0.5 + transposed().crossEntropy(targets) * 0.5
    }

    /// −Σ_k q_k·log softmax(row)_k for each row, with any target distribution q of the logits' shape → `[rows]`.
    public func crossEntropy(toward q: Node) -> Node { (logSoftmax() * q).rowSums() * -1 }

    /// KL(q ‖ softmax(self / T))·T² for each row, q = softmax(teacher / T): distillation (Hinton et al. 2015).
    public func distillation(from teacher: Node, temperature: Float) -> Node {
        let wanted = (teacher.stopGradient() * (1 / temperature)).logSoftmax()
        let given = (self * (1 / temperature)).logSoftmax()
        return (wanted.exponential() * (wanted - given)).rowSums() * (temperature * temperature)
    }

    /// Of each element, −t·ln σ(x) − (1 − t)·ln(1 − σ(x)), as softplus(x) − t·x.
    public func binaryCrossEntropy(_ targets: Node) -> Node { softplus() - targets * self }

    /// ½x²/β up to |x| = β, |x| − ½β beyond (smooth L1).
    public func huber(_ beta: Float) -> Node {
        // min(|x|, β) = |x| − max(|x| − β, 0)
        let beyond = (magnitude() + (-beta)).activated(.relu)
        let within = magnitude() - beyond
        return within * within * (0.5 / beta) + beyond
    }

    /// a·b / max(‖a‖·‖b‖, ε) of each row.
    public func cosineSimilarity(_ other: Node, epsilon: Float = 1e-8) -> Node {
        (l2Normalized(epsilon: epsilon) * other.l2Normalized(epsilon: epsilon)).rowSums()
    }
}
