// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Everything the trainer may see: the test split is not among it.
public struct TrainingData {
    /// What models and tasks must know of the data.
    public let signature: DatasetSignature
    /// Rows that are trained on.
    public let train: DatasetPart
    /// Rows that choose the epoch.
    public let validation: DatasetPart

    /// The data of a run, without its test split.
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
/// Before the first epoch `prepare`. For each epoch: `epochBegan`; for each batch, for each of its `passes`: encode →
/// `features` → fuse → `objective` → `coefficients` → gradients (of each term apart, then `combine`, where a strategy
/// asks for it) → `modulate` → clip → optimizer → `updated`; then validate, `epochEnded`. The model that is kept is the
/// best on validation, or the last.
public final class Trainer {
    /// What is trained.
    public let model: MultimodalModel
    /// How it is trained, with its state.
    public internal(set) var strategy: any TrainingStrategy
    /// One value per finished epoch, by name.
    public private(set) var curves: [String: [Double]] = [:]
    /// Epochs done.
    public private(set) var epoch = 0
    /// The epoch whose model is kept.
    public private(set) var selectedEpoch = 0

    let data: TrainingData
    let task: any LearningTask
    let measure: Measure
    let budget: Budget
    let optimizer: any Optimizer
    private let schedule: any Schedule
    let key: RandomKey
    let tape = Tape()
    let batch: Batch
    let evaluator: Evaluator
    let gradients: Gradients
    var termGradients: [Gradients] = []
    var segments: [UpdateSegment] = []
    /// The parameters with which the run began.
    let initial: [Float]
    /// Rows of the training split that are trained on, and those a strategy had set aside.
    let trainRows: [Int]
    let heldOutRows: [Int]
    /// What the strategy wants this epoch to consist of; nil: all training rows.
    var samples: [TrainingSample]?
    var norms: NormMeter
    let heldScores = ScoreKeeper()
    private var stability = StabilityMeter()
    private let journal = Journal()
    /// Steps done.
    var step = 0
    private var prepared = false
    private var best: [Float] = []
    private var bestScore = Double.nan

    /// A run before its first epoch.
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
        initial = model.parameters.buffer.values
        norms = NormMeter(model.parameters)
        let count = data.train.count
        let aside = min(count - 1, Int((Double(count) * strategy.heldOutShare).rounded()))
        if aside > 0 {
            let order = key.fold("held-out").permutation(count)
            heldOutRows = order[..<aside].sorted()
            trainRows = order[aside...].sorted()
        } else {
            heldOutRows = []
            trainRows = Array(0..<count)
        }
    }

    /// Operations in products and convolutions so far, validation included.
    public var flops: Int { tape.flops + evaluator.flops }

    /// Numbers about the whole run: stability of the loss, norms in its last tenth.
    public var diagnostics: [String: Double] {
        var found = stability.summary(validation: curves["validation/loss"] ?? [])
        let tail = max(1, epoch / 10)
        for name in curves.keys.sorted() where name.hasPrefix("odc/") || name.hasPrefix("gradient-ratio/") {
            guard let values = curves[name] else { continue }
            let last = values.suffix(tail)
            found["\(name)"] = last.reduce(0, +) / Double(last.count)
        }
        if let scores = curves["validation/\(measure.name)"] {
            let last = scores.suffix(tail)
            let mean = last.reduce(0, +) / Double(max(1, last.count))
            let variance = last.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, last.count - 1))
            if mean != 0 { found["stability/plateau-variation"] = variance.squareRoot() / abs(mean) }
        }
        if let train = curves["train/loss"], let validation = curves["validation/loss"],
            train.indices.contains(selectedEpoch), validation.indices.contains(selectedEpoch)
        {
            found["stability/generalization-gap"] = validation[selectedEpoch] - train[selectedEpoch]
        }
        return found
    }

    /// Trains the epochs that are left, up to `epochs` in all, then puts the kept model in place if that was the last.
    public func train(until epochs: Int? = nil) throws {
        let end = min(epochs ?? budget.epochs, budget.epochs)
        while epoch < end { try trainEpoch() }
        if epoch == budget.epochs, budget.selection == .best, !best.isEmpty { model.parameters.buffer.values = best }
    }

    private func trainEpoch() throws {
        let lab = Lab(self)
        if !prepared {
            try strategy.prepare(lab)
            prepared = true
        }
        samples = nil
        try strategy.epochBegan(lab)
        let loss = try runEpoch(
            &strategy, journal, shuffle: key.fold("shuffle").fold(epoch), record: true)
        note("train/loss", loss)
        for (name, mean) in journal.drain() { note(name, mean) }
        for (name, mean) in norms.drain() { note(name, mean) }
        try validate()
        try strategy.epochEnded(lab)
        epoch += 1
    }

    /// One walk over this epoch's samples. Returns the mean loss. Rollouts (`Lab.rollout`) are not recorded.
    func runEpoch(
        _ strategy: inout any TrainingStrategy, _ journal: Journal, shuffle: RandomKey, record: Bool
    ) throws -> Double {
        let rate = schedule.factor(epoch: epoch, of: budget.epochs)
        let samples = samples
        let count = samples?.count ?? trainRows.count
        let order = shuffle.permutation(count)
        let steps = (count + budget.batchSize - 1) / budget.batchSize
        var rows: [Int] = []
        rows.reserveCapacity(budget.batchSize)
        var lossSum = 0.0
        var start = 0
        heldScores.forget()
        for inEpoch in 0..<steps {
            let chosen = order[start..<min(start + budget.batchSize, count)]
            rows.removeAll(keepingCapacity: true)
            for index in chosen { rows.append(samples?[index].row ?? trainRows[index]) }
            batch.load(data.train, rows[...], variation: key.fold("augment").fold(step))
            let presence = samples.map { samples in chosen.map { samples[$0].present } }
            var loss = 0.0
            let moment = Step(
                epoch: epoch, epochs: budget.epochs, index: step, inEpoch: inEpoch, stepsPerEpoch: steps, rate: rate,
                pass: Pass.whole[0], key: key.fold("strategy").fold(step), journal: journal)
            let passes = strategy.passes(moment)
            for pass in passes { loss += try run(pass, moment, presence, &strategy, record: record) }
            loss /= Double(max(1, passes.count))
            guard loss.isFinite else { throw TrainingError.diverged(epoch: epoch, step: step) }
            lossSum += loss * Double(chosen.count)
            if record { stability.add(loss) }
            start += chosen.count
            step += 1
        }
        return lossSum / Double(max(1, count))
    }

    private func validate() throws {
        let evaluation = evaluator.evaluate(model, data.validation, strategy)
        guard evaluation.predictions.lossSum.isFinite else { throw TrainingError.diverged(epoch: epoch, step: step) }
        let metrics = task.metrics(evaluation.predictions)
        for name in metrics.keys.sorted() { note("validation/\(name)", metrics[name] ?? .nan) }
        if let mass = evaluation.logitMass, mass.count > 1, let parts = shares(mass) {
            for (modality, part) in parts.entries { note("dependency/\(modality)", part) }
        }
        if let margin = evaluation.margin, margin.count > 1, let parts = shares(margin) {
            for (modality, part) in parts.entries { note("odc/margin/\(modality)", part) }
        }
        let score = metrics[measure.name] ?? .nan
        guard strategy.selects(epoch: epoch) || (bestScore.isNaN && epoch == budget.epochs - 1) else { return }
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
            strategy: try encodedState(of: strategy), prepared: prepared, stability: stability, epoch: epoch,
            step: step, selectedEpoch: selectedEpoch, best: best, bestScore: bestScore.isNaN ? nil : bestScore,
            curves: curves)
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
        prepared = checkpoint.prepared
        stability = checkpoint.stability
        epoch = checkpoint.epoch
        step = checkpoint.step
        selectedEpoch = checkpoint.selectedEpoch
        best = checkpoint.best
        bestScore = checkpoint.bestScore ?? .nan
        curves = checkpoint.curves
        if prepared { try strategy.resumed(Lab(self)) }
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
