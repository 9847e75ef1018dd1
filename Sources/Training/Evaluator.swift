// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What evaluating a split brings.
public struct Evaluation {
    public var predictions: Predictions
    /// By modality, where the model can be read so ("split", or each head of a model without fusion).
    public var unimodal: ModalityMap<Predictions>?
    /// Dependency D1: mean over rows of Σ_k |z_m,k − β_m,k|, per modality, before normalization.
    public var logitMass: ModalityMap<Double>?
    /// Dependency D2: max(0, mean over rows of z_m[target] − mean_k z_m,k), before normalization.
    public var margin: ModalityMap<Double>?
}

/// Runs a model over a split without changing it.
public final class Evaluator {
    private let tape = Tape()
    private let batch: Batch
    private let task: any LearningTask
    private static let rows = 256

    public init(_ signature: DatasetSignature, _ task: any LearningTask) {
        batch = Batch(signature, capacity: Evaluator.rows)
        tape.recordsGradients = false
        self.task = task
    }

    public var flops: Int { tape.flops }

    /// Evaluates in order of rows. `predict` names the logits that count.
    public func evaluate(_ model: MultimodalModel, _ part: DatasetPart, predict: (Forward) -> Node) -> Evaluation {
        let options = task.outputs
        let modalities = model.plan.modalities
        var predictions = Predictions(options: options)
        var unimodal = [Predictions](repeating: Predictions(options: options), count: modalities.count)
        var mass = [Double](repeating: 0, count: modalities.count)
        var margin = mass
        var splits = true
        let biases = modalities.map { model.fusion?.shareBias(of: $0, model.parameters) ?? [] }
        predictions.logits.reserveCapacity(part.count * options)

        var start = 0
        while start < part.count {
            let indices = Array(start..<min(start + Evaluator.rows, part.count))
            batch.load(part, indices[...])
            tape.restart()
            let context = Context(
                tape: tape, parameters: model.parameters, training: false, key: RandomKey(seed: 0))
            let inputs = ModalityMap(modalities) { batch.input($0, on: tape) }
            let forward = Forward(model, task, batch, context, model.encode(inputs, context))
            append(predict(forward), to: &predictions)
            if let shares = forward.unimodalLogits {
                for (position, share) in shares.values.enumerated() {
                    append(share, to: &unimodal[position])
                    let bias = biases[position]
                    for row in 0..<batch.count {
                        var sum = 0.0
                        for option in 0..<options {
                            let z = share.pointer[row * options + option]
                            mass[position] += Double(abs(z - (bias.isEmpty ? 0 : bias[option])))
                            sum += Double(z)
                        }
                        let right = Double(share.pointer[row * options + Int(batch.targets[row])])
                        margin[position] += right - sum / Double(options)
                    }
                }
            } else {
                splits = false
            }
            start += indices.count
        }
        let rows = Double(max(1, part.count))
        return Evaluation(
            predictions: predictions, unimodal: splits ? ModalityMap(modalities, unimodal) : nil,
            logitMass: splits ? ModalityMap(modalities, mass.map { $0 / rows }) : nil,
            margin: splits ? ModalityMap(modalities, margin.map { max(0, $0 / rows) }) : nil)
    }

    private func append(_ logits: Node, to predictions: inout Predictions) {
        predictions.logits.append(contentsOf: logits.buffer)
        let losses = task.losses(logits, batch)
        for row in 0..<batch.count {
            predictions.targets.append(batch.targets[row])
            predictions.lossSum += Double(losses.pointer[row])
        }
    }
}

/// Shares of a total; nil when the total is 0.
public func shares(_ amounts: ModalityMap<Double>) -> ModalityMap<Double>? {
    let total = amounts.values.reduce(0, +)
    return total > 0 ? amounts.map { $0 / total } : nil
}
