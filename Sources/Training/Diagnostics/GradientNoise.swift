// SPDX-License-Identifier: Apache-2.0

import Tasks

/// How much of what each part of a model is told is signal, measured on micro-batches of training rows with parameters and
/// statistics standing still:
///
///     signal-to-noise   ‖ḡ‖² / tr Cov(g) of a component's gradients g over the micro-batches
///     conflicts         share of the micro-batches in which cos(∂L/∂θ_m, ∂L_m/∂θ_m) < 0
///
/// L is the task's loss of what the strategy predicts, L_m that of modality m alone.
struct GradientNoise {
    /// By component; those that receive nothing, or the same in every micro-batch, are left out.
    private(set) var signalToNoise: [(component: Component, ratio: Double)] = []
    /// By modality; empty where modalities have no loss of their own.
    private(set) var conflicts: [(modality: Modality, share: Double)] = []

    private static let count = 8

    /// - Parameters:
    ///   - rows: what micro-batches are drawn from, evenly spread.
    ///   - batchSize: rows of all micro-batches together, as far as there are so many.
    init(
        _ model: MultimodalModel, _ task: any LearningTask, _ signature: DatasetSignature, _ part: DatasetPart,
        rows: [Int], batchSize: Int, _ strategy: any TrainingStrategy
    ) {
        let size = max(1, min(batchSize, rows.count) / GradientNoise.count)
        guard rows.count >= GradientNoise.count * size else { return }
        let shown = (0..<GradientNoise.count * size).map { rows[$0 * rows.count / (GradientNoise.count * size)] }
        let tape = Tape()
        let batch = Batch(signature, capacity: size)
        let (one, sum, alone) = (Gradients(model.parameters), Gradients(model.parameters), Gradients(model.parameters))
        let components = model.parameters.components
        let modalities = task.rows == .pairs ? [] : model.plan.modalities
        var squares = [Double](repeating: 0, count: components.count)
        var against = [Int](repeating: 0, count: modalities.count)
        var compared = against
        for index in 0..<GradientNoise.count {
            // Every micro-batch takes each eighth row, so that none is one end of a sorted table.
            let chosen = (0..<size).map { shown[$0 * GradientNoise.count + index] }
            batch.load(part, chosen[...])
            tape.restart()
            let context = Context(
                tape: tape, parameters: model.parameters, training: false, key: RandomKey(seed: 0))
            let encoded = model.encode(ModalityMap(model.plan.modalities) { batch.input($0, on: tape) }, context)
            withExtendedLifetime(Forward(model, task, batch, context, encoded)) { forward in
                tape.backward(from: forward.meanLoss(strategy.predict(forward)), into: one.buffer)
                if modalities.count > 1, let own = forward.trainedUnimodalLogits {
                    for (position, modality) in modalities.enumerated() {
                        tape.backward(from: forward.meanLoss(own[modality]), into: alone.buffer)
                        let component = Component.encoder(modality)
                        let product = one.dot(alone, component)
                        compared[position] += 1
                        if product < 0 { against[position] += 1 }
                    }
                }
            }
            sum.add(one)
            for (position, component) in components.enumerated() {
                let norm = one.norm(component)
                squares[position] += norm * norm
            }
        }
        let count = Double(GradientNoise.count)
        for (component, total) in zip(components, squares) {
            let length = sum.norm(component) / count
            let signal = length * length
            let noise = (total - count * signal) / (count - 1)
            // Beyond this the difference is rounding.
            if total > 0, noise > 1e-6 * signal { signalToNoise.append((component, signal / noise)) }
        }
        conflicts = zip(modalities, zip(against, compared)).compactMap { modality, counts in
            counts.1 > 0 ? (modality, Double(counts.0) / Double(counts.1)) : nil
        }
    }
}
