// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What evaluating a split brings.
public struct Evaluation {
    /// Logits of the split with the right options.
    public var predictions: Predictions
    /// By modality, where the model can be read so.
    public var unimodal: ModalityMap<Predictions>?
    /// Where `unimodal` came from.
    public var source: UnimodalSource?
    /// Dependency D1: mean over rows of Σ_k |z_m,k − β_m,k|, per modality, before normalization.
    public var logitMass: ModalityMap<Double>?
    /// As `logitMass` with β = 0.
    public var biasedLogitMass: ModalityMap<Double>?
    /// Dependency D2: max(0, mean over rows of z_m[target] − mean_k z_m,k), before normalization.
    public var margin: ModalityMap<Double>?
}

/// Runs a model over a split without changing it.
public final class Evaluator {
    private let tape = Tape()
    private let batch: Batch
    private let task: any LearningTask
    private static let rows = 256

    /// Memory to evaluate models of a data set with.
    public init(_ signature: DatasetSignature, _ task: any LearningTask) {
        batch = Batch(signature, capacity: Evaluator.rows)
        tape.recordsGradients = false
        self.task = task
    }

    /// Operations so far.
    public var flops: Int { tape.flops }

    /// Shows rows in order (nil: all) to `body`, without gradients; in evaluation mode unless a key for training's
    /// chance is given, when running statistics move too. With `only`, the inputs of all other modalities are zeros; `damage`
    /// may change the inputs of every batch before it is read. Where options are a gallery, rows are compared with all rows shown, unless `gallery` is false.
    public func walk(
        _ model: MultimodalModel, _ part: DatasetPart, rows: [Int]? = nil, training: RandomKey? = nil,
        only modality: Modality? = nil, gallery: Bool = true, damage: ((Batch) -> Void)? = nil,
        _ body: (Forward) -> Void
    ) {
        func begin(_ indices: ArraySlice<Int>, at start: Int) -> (context: Context, features: () -> ModalityMap<Node>) {
            batch.load(part, indices)
            if let modality { batch.clear(except: modality) }
            damage?(batch)
            tape.restart()
            let context = Context(
                tape: tape, parameters: model.parameters, training: training != nil,
                key: (training ?? RandomKey(seed: 0)).fold(start), movesStatistics: training != nil ? true : nil)
            return (
                context,
                { [batch, tape] in
                    let inputs = ModalityMap(model.plan.modalities) { batch.input($0, on: tape) }
                    return model.encode(inputs, context)
                }
            )
        }
        let shown = rows ?? Array(0..<part.count)
        batch.gallery = nil
        if gallery, !shown.isEmpty {
            batch.gallery = task.gallery(model, part, rows: shown, batch, batchRows: Evaluator.rows) {
                begin($0, at: $0.startIndex)
            }
        }
        defer { batch.gallery = nil }
        var start = 0
        while start < shown.count {
            let end = min(start + Evaluator.rows, shown.count)
            let moment = begin(shown[start..<end], at: start)
            batch.gallery?.start = start
            body(Forward(model, task, batch, moment.context, moment.features()))
            start = end
        }
    }

    /// Evaluates in order of rows; the strategy names the logits that count. With `writes`, models that can write do.
    public func evaluate(
        _ model: MultimodalModel, _ part: DatasetPart, rows: [Int]? = nil, writes: Bool = false,
        _ strategy: any TrainingStrategy
    ) -> Evaluation {
        let options = task.outputs
        let modalities = model.plan.modalities
        var predictions = Predictions(options: options)
        var unimodal = [Predictions](repeating: Predictions(options: options), count: modalities.count)
        var mass = [Double](repeating: 0, count: modalities.count)
        var biased = mass
        var margin = mass
        var counted = 0
        var source: UnimodalSource?
        let biases = modalities.map { model.fusion?.shareBias(of: $0, model.parameters) ?? [] }
        predictions.logits.reserveCapacity(part.count * options)

        walk(model, part, rows: rows) { forward in
            let logits = strategy.predict(forward)
            predictions.append(logits, forward)
            if writes {
                let tokens = task.write(model, forward.features, batch, forward.context) {
                    strategy.mixture($0, forward)
                }
                if let tokens { predictions.written += tokens }
            }
            counted += forward.counted(logits.shape[0])
            guard let shares = strategy.unimodalLogits(forward) else { return }
            source = forward.source ?? .heads
            let targets = forward.targets
            for (position, share) in shares.values.enumerated() {
                unimodal[position].append(share, forward)
                let bias = biases[position]
                let width = share.shape[1]
                for row in 0..<share.shape[0] where targets[row] >= 0 {
                    var sum = 0.0
                    for option in 0..<width {
                        let z = share.pointer[row * width + option]
                        // The answers of a sample's questions stand side by side, and so do their biases.
                        let place = task.rows == .answers ? (row * width + option) % max(1, bias.count) : option
                        mass[position] += Double(abs(z - (place < bias.count ? bias[place] : 0)))
                        biased[position] += Double(abs(z))
                        sum += Double(z)
                    }
                    let right = Double(share.pointer[row * width + Int(targets[row])])
                    margin[position] += right - sum / Double(width)
                }
            }
        }
        let divisor = Double(max(1, counted))
        return Evaluation(
            predictions: predictions, unimodal: source.map { _ in ModalityMap(modalities, unimodal) },
            source: source, logitMass: source.map { _ in ModalityMap(modalities, mass.map { $0 / divisor }) },
            biasedLogitMass: source.map { _ in ModalityMap(modalities, biased.map { $0 / divisor }) },
            margin: source.map { _ in ModalityMap(modalities, margin.map { max(0, $0 / divisor) }) })
    }

}

/// Shares of a total; nil when the total is 0.
public func shares(_ amounts: ModalityMap<Double>) -> ModalityMap<Double>? {
    let total = amounts.values.reduce(0, +)
    return total > 0 ? amounts.map { $0 / total } : nil
}
