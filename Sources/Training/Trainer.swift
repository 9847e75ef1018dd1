// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Everything the trainer may see: the test split is not among it.
public struct TrainingData {
    public let signature: DatasetSignature
    public let train: DatasetPart
    public let validation: DatasetPart

    public init(_ dataset: LoadedDataset) throws {
        signature = dataset.signature
        train = dataset.part(.train)
        validation = dataset.part(.validation)
        if train.count == 0 { throw TrainingError.emptySplit("train") }
        if validation.count == 0 { throw TrainingError.emptySplit("validation") }
    }
}

/// The one loop.
///
/// For each epoch: `epochBegan`; for each batch: encode → `features` → fuse → `objective` → `coefficients` → gradients
/// → `modulate` → clip → optimizer; then validate, `epochEnded`. The model that is kept is the best on validation, or
/// the last.
public final class Trainer {
    public let model: MultimodalModel
    public private(set) var strategy: any TrainingStrategy
    /// One value per finished epoch, by name.
    public private(set) var curves: [String: [Double]] = [:]
    /// Epochs done.
    public private(set) var epoch = 0
    /// The epoch whose model is kept.
    public private(set) var selectedEpoch = 0

    private let data: TrainingData
    private let task: any LearningTask
    private let measure: Measure
    private let budget: Budget
    private let optimizer: any Optimizer
    private let schedule: any Schedule
    private let key: RandomKey
    private let gradients: Gradients
    private let tape = Tape()
    private let batch: Batch
    private let evaluator: Evaluator
    private let journal = Journal()
    private var step = 0
    private var best: [Float] = []
    private var bestScore = Double.nan
    private var segments: [UpdateSegment] = []

    public init(
        data: TrainingData, task: any LearningTask, measure: Measure, model: MultimodalModel,
        strategy: any TrainingStrategy, optimizer: any Optimizer, schedule: any Schedule, budget: Budget,
        key: RandomKey
    ) {
        self.data = data
        self.task = task
        self.measure = measure
        self.model = model
        self.strategy = strategy
        self.optimizer = optimizer
        self.schedule = schedule
        self.budget = budget
        self.key = key
        gradients = Gradients(model.parameters)
        batch = Batch(data.signature, capacity: min(budget.batchSize, data.train.count))
        evaluator = Evaluator(data.signature, task)
    }

    /// Operations in products and convolutions so far, validation included.
    public var flops: Int { tape.flops + evaluator.flops }

    /// Trains the epochs that are left, up to `epochs` in all, then puts the kept model in place if that was the last.
    public func train(until epochs: Int? = nil) throws {
        let end = min(epochs ?? budget.epochs, budget.epochs)
        while epoch < end { try trainEpoch() }
        if epoch == budget.epochs, budget.selection == .best, !best.isEmpty { model.parameters.buffer.values = best }
    }

    private func trainEpoch() throws {
        let rate = schedule.factor(epoch: epoch, of: budget.epochs)
        strategy.epochBegan(epoch)
        let order = key.fold("shuffle").fold(epoch).permutation(data.train.count)
        var lossSum = 0.0
        var start = 0
        while start < order.count {
            let rows = order[start..<min(start + budget.batchSize, order.count)]
            batch.load(data.train, rows)
            let loss = trainStep(rate: rate)
            guard loss.isFinite else { throw TrainingError.diverged(epoch: epoch, step: step) }
            lossSum += Double(loss) * Double(rows.count)
            start += rows.count
            step += 1
        }
        note("train/loss", lossSum / Double(order.count))
        for (name, mean) in journal.drain() { note(name, mean) }
        try validate()
        strategy.epochEnded(epoch)
        epoch += 1
    }

    /// One optimizer step on the loaded batch. Returns the first term of the objective.
    private func trainStep(rate: Double) -> Float {
        let moment = Step(
            epoch: epoch, index: step, key: key.fold("strategy").fold(step), journal: journal)
        tape.restart()
        let context = Context(
            tape: tape, parameters: model.parameters, training: true, key: key.fold("dropout").fold(step))
        var features = model.encode(ModalityMap(model.plan.modalities) { batch.input($0, on: tape) }, context)
        let gated = strategy.scaleMode == .cotangent
        if gated { features = features.map { $0.gradientScale(1) } }
        let gates = features
        features = strategy.features(features, moment)
        let forward = Forward(model, task, batch, context, features)
        let objective = strategy.objective(forward, moment)
        let coefficients = strategy.coefficients(forward, moment)
        if gated, let coefficients {
            for (modality, factor) in coefficients.entries { gates[modality].setGradientScale(factor) }
        }
        tape.backward(from: Node.weightedSum(objective.terms.map { ($0.weight, $0.loss) }), into: gradients.buffer)
        if let coefficients {
            if strategy.scaleMode == .gradient { scaleGradients(coefficients) }
            for (modality, factor) in coefficients.entries { moment.log("coefficient/\(modality)", Double(factor)) }
        }
        strategy.modulate(gradients, coefficients, forward, moment)
        if budget.clipNorm > 0 { gradients.clip(to: budget.clipNorm) }
        planSegments(strategy.scaleMode == .update ? coefficients : nil)
        optimizer.step(model.parameters.buffer, gradients.buffer, segments, rate: rate)
        return objective.terms[0].loss.scalar
    }

    private func scaleGradients(_ coefficients: ModalityMap<Float>) {
        let scope = strategy.scaleScope
        for info in model.parameters.infos where scope.contains(info) {
            guard case .encoder(let modality) = info.component, let position = coefficients.index(of: modality),
                coefficients.values[position] != 1
            else { continue }
            Arithmetic.scale(gradients.buffer.pointer + info.offset, info.count, by: coefficients.values[position])
        }
    }

    /// The parameters cut into ranges of equal update factor.
    private func planSegments(_ coefficients: ModalityMap<Float>?) {
        segments.removeAll(keepingCapacity: true)
        guard let coefficients else {
            segments.append(UpdateSegment(range: 0..<model.parameters.count, scale: 1))
            return
        }
        for component in model.parameters.components {
            for info in model.parameters.infos where info.component == component {
                var scale: Float = 1
                if case .encoder(let modality) = info.component, strategy.scaleScope.contains(info),
                    let position = coefficients.index(of: modality)
                {
                    scale = coefficients.values[position]
                }
                if let last = segments.last, last.scale == scale, last.range.upperBound == info.offset {
                    segments[segments.count - 1].range = last.range.lowerBound..<(info.offset + info.count)
                } else {
                    segments.append(UpdateSegment(range: info.offset..<(info.offset + info.count), scale: scale))
                }
            }
        }
    }

    private func validate() throws {
        let evaluation = evaluator.evaluate(model, data.validation, predict: strategy.predict)
        guard evaluation.predictions.lossSum.isFinite else { throw TrainingError.diverged(epoch: epoch, step: step) }
        let metrics = task.metrics(evaluation.predictions)
        for name in metrics.keys.sorted() { note("validation/\(name)", metrics[name] ?? .nan) }
        if let mass = evaluation.logitMass, mass.count > 1, let parts = shares(mass) {
            for (modality, part) in parts.entries { note("dependency/\(modality)", part) }
        }
        let score = metrics[measure.name] ?? .nan
        if bestScore.isNaN || measure.direction.prefers(score, to: bestScore) {
            bestScore = score
            selectedEpoch = epoch
            if budget.selection == .best { best = model.parameters.buffer.values }
        }
        if budget.selection == .last { selectedEpoch = epoch }
    }

    private func note(_ name: String, _ value: Double) { curves[name, default: []].append(value) }

    // MARK: Checkpoint

    /// Everything a run needs to go on, taken between epochs.
    public func checkpoint() throws -> Checkpoint {
        Checkpoint(
            parameters: model.parameters.buffer.values, optimizer: optimizer.state,
            strategy: try encodedState(of: strategy), epoch: epoch, step: step, selectedEpoch: selectedEpoch,
            best: best, bestScore: bestScore.isNaN ? nil : bestScore, curves: curves)
    }

    /// Goes on from a checkpoint of the same specification.
    public func restore(_ checkpoint: Checkpoint) throws {
        guard checkpoint.parameters.count == model.parameters.buffer.count else {
            throw TrainingError.checkpoint(
                "\(checkpoint.parameters.count) parameters for a model of \(model.parameters.buffer.count)")
        }
        model.parameters.buffer.values = checkpoint.parameters
        optimizer.state = checkpoint.optimizer
        try restoreState(of: &strategy, checkpoint.strategy)
        epoch = checkpoint.epoch
        step = checkpoint.step
        selectedEpoch = checkpoint.selectedEpoch
        best = checkpoint.best
        bestScore = checkpoint.bestScore ?? .nan
        curves = checkpoint.curves
    }

    private func encodedState<S: TrainingStrategy>(of strategy: S) throws -> [UInt8] {
        try Checkpoint.encode(strategy.state)
    }

    private func restoreState(of strategy: inout any TrainingStrategy, _ bytes: [UInt8]) throws {
        func restore<S: TrainingStrategy>(_ typed: S) throws -> any TrainingStrategy {
            var typed = typed
            typed.state = try Checkpoint.decode(S.State.self, bytes)
            return typed
        }
        strategy = try restore(strategy)
    }
}
