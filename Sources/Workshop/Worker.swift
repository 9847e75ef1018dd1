// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites

/// Executes one specification: loads the data, trains, opens the test split once, measures.
public struct Worker: RunWorker {
    let catalog: Catalog
    private let shelf = WeightShelf()

    /// A worker that asks `catalog` for the parts of a run.
    public init(_ catalog: Catalog) { self.catalog = catalog }

    public func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult {
        let clock = ContinuousClock()
        let began = clock.now
        var result: RunResult
        do {
            result = try outcome(spec, companions)
        } catch let error as TrainingError {
            if case .notApplicable(let reason) = error {
                result = RunResult(state: .notApplicable, reason: reason)
            } else {
                result = RunResult(state: .failed, reason: error.description)
            }
        } catch {
            result = RunResult(state: .failed, reason: "\(error)")
        }
        let elapsed = began.duration(to: clock.now)
        result.cost.seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        result.cost.peakRSSBytes = peakResidentBytes()
        return result
    }

    private func outcome(_ spec: RunSpec, _ companions: [Fingerprint: RunResult]) throws -> RunResult {
        if let tuning = try Tuning(spec) { return try tuned(spec, tuning, companions) }
        let run = try train(spec, companions)
        if spec.strategy.id == "unimodal" { shelf.put(run.trainer.model.parameters, of: spec.fingerprint) }
        return try measure(run, spec)
    }

    /// The parameters and running statistics of a run, trained here: its specification determines every bit of them.
    /// `part` is an address such as "encoder.image": then only what lies below it, under the names it has there.
    public func weights(of spec: RunSpec, part: String? = nil) throws -> TrainedWeights {
        if try Tuning(spec) != nil {
            throw WeightsError("of a tuned cell belong to the trial it chose: make that strategy a row of its own")
        }
        let parameters = try train(spec, [:]).trainer.model.parameters
        return try TrainedWeights(parameters.namedTensors, part: part, parametersSHA256: parameters.digest)
    }

    /// Chooses the trial that is best on validation and trains it with the row's seed.
    private func tuned(
        _ spec: RunSpec, _ tuning: Tuning, _ companions: [Fingerprint: RunResult]
    ) throws -> RunResult {
        if let reason = catalog.misfit(spec) { throw TrainingError.notApplicable(reason) }
        let measure = try tasks[spec.task.id].measures[0]
        let metric = "validation/\(measure.name)"
        var best: (score: Double, trial: Int)?
        for (index, trial) in tuning.trials.enumerated() {
            let runs = try tuning.runs(trial).map { recorded(try catalog.essence($0), companions) }
            let scores = runs.compactMap { $0.state == .ok ? $0.metrics[metric] : nil }
            guard scores.count == runs.count else { continue }
            let score = scores.reduce(0, +) / Double(scores.count)
            if best.map({ measure.direction.prefers(score, to: $0.score) }) ?? true { best = (score, index) }
        }
        guard let best else {
            throw TrainingError.missingCompanion("\(tuning.options.strategy), all trials", metric: metric)
        }
        let chosen = tuning.trials[best.trial]
        var result = try outcome(try catalog.essence(chosen), companions)
        var needed = result.companions ?? [:]
        for run in try catalog.companions(spec) {
            needed[run.fingerprint.hex] = recorded(run, companions).cost.flops
        }
        result.companions = needed
        var notes = result.notes ?? [:]
        notes["trials"] = String(tuning.trials.count)
        notes["tuned-on"] = metric
        notes["tuned-choice"] = tuning.settings[best.trial].description
        notes["tuned-strategy"] = chosen.strategy.options.canonicalJSON
        notes["tuned-optimizer"] = chosen.optimizer.options.canonicalJSON
        result.notes = notes
        result.diagnostics["tuning/trials"] = Double(tuning.trials.count)
        result.diagnostics["tuning/chosen"] = Double(best.trial)
        result.diagnostics["tuning/score"] = best.score
        return result
    }

    /// The result of a run that another one needs: the one at hand, or made here. A specification determines every bit
    /// of it, so it does not matter which.
    private func recorded(_ spec: RunSpec, _ companions: [Fingerprint: RunResult]) -> RunResult {
        let fingerprint = spec.fingerprint
        if let known = companions[fingerprint] ?? shelf.result(of: fingerprint) { return known }
        let made = run(spec, companions: companions)
        shelf.put(made, of: fingerprint)
        return made
    }

    /// A trained model with everything that is needed to measure it.
    private struct Run {
        let trainer: Trainer
        let task: any LearningTask
        let dataset: LoadedDataset
        /// Operations of each companion, by fingerprint.
        let companions: [String: Double]
    }

    private func train(_ spec: RunSpec, _ companions: [Fingerprint: RunResult]) throws -> Run {
        if let reason = catalog.misfit(spec) { throw TrainingError.notApplicable(reason) }
        let whole = try catalog.library.load(spec.dataset, for: spec.task, seed: spec.seed)
        let dataset = spec.limit.map { whole.limited(to: $0) } ?? whole
        let data = try TrainingData(dataset)
        let modalities = dataset.signature.modalities
        let budget = try Budget.decode(spec.budget)
        let taskEntry = try tasks[spec.task.id]
        let task = try taskEntry.make(spec.task.options, dataset.signature)
        let entry = try strategies[spec.strategy.id]
        let key = RandomKey(seed: spec.seed)
        let problem = try catalog.problem(spec)

        var metrics: [Companion: [String: Double]] = [:]
        var weights: [Companion: NamedWeights] = [:]
        var flops: [String: Double] = [:]
        for companion in try entry.companions(spec.strategy.options, problem, spec.seed) {
            let needed = try catalog.specification(companion, beside: spec)
            let fingerprint = needed.fingerprint
            let result = recorded(needed, companions)
            flops[fingerprint.hex] = result.cost.flops
            guard result.state == .ok else { continue }
            metrics[companion] = result.metrics.merging(result.diagnostics) { metric, _ in metric }
            guard companion.weights else { continue }
            if shelf[fingerprint] == nil {
                let again = try train(needed, companions)
                guard again.trainer.model.parameters.digest == result.parametersSHA256 else {
                    throw TrainingError.checkpoint(
                        "the parameters of \(companion.strategy) \(companion.options.canonicalJSON) are not those of its recorded run (\(fingerprint.hex.prefix(12))): another version made it; run it again with --fresh"
                    )
                }
                shelf.put(again.trainer.model.parameters, of: fingerprint)
            }
            weights[companion] = shelf[fingerprint]
        }
        let setting = Setting(
            problem: problem, seed: spec.seed, optimizer: spec.optimizer.id, outputs: task.outputs,
            epochs: budget.epochs, stepsPerEpoch: (data.train.count + budget.batchSize - 1) / budget.batchSize,
            validationRows: data.validation.count, selectionMetric: taskEntry.measures[0],
            learningRate: spec.optimizer.options["learningRate"]?.doubleValue ?? 0,
            companions: CompanionResults(metrics, weights: weights))
        let strategy = try entry.make(spec.strategy.options, setting)
        if budget.clipBeforeScale, budget.clipNorm > 0, strategy.scaleMode == .cotangent {
            throw TrainingError.notApplicable(
                "'clipBeforeScale' needs a gradient before coefficients act, and mode 'cotangent' has none: use 'gradient' or 'update'"
            )
        }
        let model = try MultimodalModel(
            ModelSpec(
                inputs: dataset.signature.inputs,
                encoders: ModalityMap(modalities) {
                    let choice = spec.encoders[$0.name] ?? Choice("")
                    return (choice.id, choice.options)
                },
                fusion: (spec.fusion.id, spec.fusion.options), outputs: task.outputs,
                part: task.part(try catalog.galleryEncoder(spec)), readsModalities: task.readsModalities),
            entry.plan(spec.strategy.options, modalities), key: key)
        try PretrainedWeights(dataRoot: catalog.dataRoot).load(spec, model.plan.modalities, into: model.parameters)
        let trainer = Trainer(
            data: data, task: task, measure: taskEntry.measures[0], model: model, strategy: strategy,
            optimizer: try optimizers[spec.optimizer.id].make(spec.optimizer.options, model.parameters.count),
            schedule: try schedules[spec.schedule.id].make(spec.schedule.options), budget: budget, key: key)
        try trainer.train()
        return Run(trainer: trainer, task: task, dataset: dataset, companions: flops)
    }

    /// Everything that is read off the trained model; here the test split is opened, once.
    private func measure(_ run: Run, _ spec: RunSpec) throws -> RunResult {
        let (trainer, task, dataset) = (run.trainer, run.task, run.dataset)
        var result = RunResult(state: .ok)
        let evaluator = Evaluator(dataset.signature, task)
        var source: UnimodalSource?
        for split in [Split.validation, .test] where dataset.part(split).count > 0 {
            let evaluation = evaluator.evaluate(
                trainer.model, dataset.part(split), writes: true, trainer.strategy)
            for (name, value) in task.metrics(evaluation.predictions) { result.metrics["\(split)/\(name)"] = value }
            if split == .test {
                result.diagnostics["calibration-error"] = calibrationError(evaluation.predictions, task)
            }
            guard split == .test, let unimodal = evaluation.unimodal else { continue }
            source = evaluation.source
            let name = !trainer.model.plan.fused ? "head" : (source ?? .split).rawValue
            for (modality, predictions) in unimodal.entries {
                for (metric, value) in task.metrics(predictions) where metric != "loss" {
                    result.unimodal["\(name)/\(modality)/\(metric)"] = value
                }
                result.diagnostics["calibration-error/\(modality)"] = calibrationError(predictions, task)
            }
            for (name, amounts) in [
                ("dependency", evaluation.logitMass), ("biased-dependency", evaluation.biasedLogitMass),
                ("margin-dependency", evaluation.margin),
            ] {
                guard let amounts, let parts = shares(amounts), parts.count > 1 else { continue }
                for (modality, part) in parts.entries { result.diagnostics["\(name)/\(modality)"] = part }
            }
        }
        result.cost.flops = Double(trainer.flops + evaluator.flops)
        result.companions = run.companions.isEmpty ? nil : run.companions
        for (name, value) in trainer.diagnostics { result.diagnostics[name] = value }
        let diagnosis = try Diagnosis(trainer, dataset, task)
        for (name, value) in diagnosis.numbers { result.diagnostics[name] = value }
        for (name, value) in diagnosis.unimodal { result.unimodal[name] = value }
        if let damage = spec.robustness {
            let robustness = Robustness(
                try RobustnessOptions.decode(damage), trainer, dataset, task, seed: spec.seed)
            for (name, value) in robustness.numbers { result.diagnostics[name] = value }
        }
        for (name, value) in trainer.strategy.findings { result.diagnostics[name] = value }
        for (name, value) in task.trivial(train: dataset.part(.train), test: dataset.part(.test)) {
            result.diagnostics["trivial/\(name)"] = value
        }
        for (name, value) in dataset.facts { result.diagnostics["data/\(name)"] = value }
        result.diagnostics["selected-epoch"] = Double(trainer.selectedEpoch)
        result.diagnostics["parameters"] = Double(trainer.model.parameters.count)
        result.notes = [
            "variant": trainer.strategy.variant.rawValue, "readout": source?.rawValue ?? "none",
            "absent": diagnosis.absent,
        ]
        result.curves = trainer.curves
        result.parametersSHA256 = trainer.model.parameters.digest
        return result
    }

    /// Expected calibration error of class predictions over 15 bins of equal mass; nil for other decision rows.
    private func calibrationError(_ predictions: Predictions, _ task: any LearningTask) -> Double? {
        guard task.rows == .classes, predictions.rows > 0 else { return nil }
        return CalibrationError.expected(
            ClassEvidence(
                classes: predictions.options, scores: predictions.logits, labels: predictions.targets.map(Int.init)))
    }

    private func peakResidentBytes() -> Int {
        var usage = rusage()
        return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss * 1024 : 0
    }
}
