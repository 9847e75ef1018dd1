// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites

/// Executes one specification: loads the data, trains, opens the test split once, measures.
public struct Worker: RunWorker {
    let catalog: Catalog
    private let shelf = WeightShelf()

    public init(_ catalog: Catalog) { self.catalog = catalog }

    public func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult {
        let clock = ContinuousClock()
        let began = clock.now
        var result: RunResult
        do {
            let run = try train(spec, companions)
            if spec.strategy.id == "unimodal" { shelf.put(run.trainer.model.parameters, of: spec.fingerprint) }
            result = try measure(run)
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

    /// A trained model with everything that is needed to measure it.
    private struct Run {
        let trainer: Trainer
        let task: any LearningTask
        let dataset: LoadedDataset
        /// Operations spent on companions that had to be trained again for their parameters.
        let companionFlops: Int
    }

    private func train(_ spec: RunSpec, _ companions: [Fingerprint: RunResult]) throws -> Run {
        if let reason = catalog.misfit(spec) { throw TrainingError.notApplicable(reason) }
        let whole = try catalog.library.load(spec.dataset, seed: spec.seed)
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
        var companionFlops = 0
        for companion in try entry.companions(spec.strategy.options, problem, spec.seed) {
            let needed = try catalog.specification(companion, beside: spec)
            let fingerprint = needed.fingerprint
            guard let result = companions[fingerprint], result.state == .ok else { continue }
            metrics[companion] = result.metrics
            guard companion.weights else { continue }
            if shelf[fingerprint] == nil {
                let again = try train(needed, [:])
                guard again.trainer.model.parameters.digest == result.parametersSHA256 else {
                    throw TrainingError.checkpoint(
                        "the parameters of \(companion.strategy) \(companion.options.canonicalJSON) are not those of its recorded run (\(fingerprint.hex.prefix(12))): another version made it; run it again with --fresh"
                    )
                }
                companionFlops += again.trainer.flops
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
        let model = try MultimodalModel(
            ModelSpec(
                inputs: dataset.signature.inputs,
                encoders: ModalityMap(modalities) {
                    let choice = spec.encoders[$0.name] ?? Choice("")
                    return (choice.id, choice.options)
                },
                fusion: (spec.fusion.id, spec.fusion.options), outputs: task.outputs),
            entry.plan(spec.strategy.options, modalities), key: key)
        try PretrainedWeights(dataRoot: catalog.dataRoot).load(spec, model.plan.modalities, into: model.parameters)
        let trainer = Trainer(
            data: data, task: task, measure: taskEntry.measures[0], model: model, strategy: strategy,
            optimizer: try optimizers[spec.optimizer.id].make(spec.optimizer.options, model.parameters.count),
            schedule: try schedules[spec.schedule.id].make(spec.schedule.options), budget: budget, key: key)
        try trainer.train()
        return Run(trainer: trainer, task: task, dataset: dataset, companionFlops: companionFlops)
    }

    /// Everything that is read off the trained model; here the test split is opened, once.
    private func measure(_ run: Run) throws -> RunResult {
        let (trainer, task, dataset) = (run.trainer, run.task, run.dataset)
        var result = RunResult(state: .ok)
        let evaluator = Evaluator(dataset.signature, task)
        var source: UnimodalSource?
        for split in [Split.validation, .test] where dataset.part(split).count > 0 {
            let evaluation = evaluator.evaluate(
                trainer.model, dataset.part(split), trainer.strategy)
            for (name, value) in task.metrics(evaluation.predictions) { result.metrics["\(split)/\(name)"] = value }
            guard split == .test, let unimodal = evaluation.unimodal else { continue }
            source = evaluation.source
            let name = trainer.model.fusion == nil ? "head" : (source ?? .split).rawValue
            for (modality, predictions) in unimodal.entries {
                for (metric, value) in task.metrics(predictions) where metric != "loss" {
                    result.unimodal["\(name)/\(modality)/\(metric)"] = value
                }
            }
            for (name, amounts) in [
                ("dependency", evaluation.logitMass), ("biased-dependency", evaluation.biasedLogitMass),
                ("margin-dependency", evaluation.margin),
            ] {
                guard let amounts, let parts = shares(amounts), parts.count > 1 else { continue }
                for (modality, part) in parts.entries { result.diagnostics["\(name)/\(modality)"] = part }
            }
        }
        result.cost.flops = Double(trainer.flops + evaluator.flops + run.companionFlops)
        for (name, value) in trainer.diagnostics { result.diagnostics[name] = value }
        let diagnosis = try Diagnosis(trainer, dataset, task)
        for (name, value) in diagnosis.numbers { result.diagnostics[name] = value }
        for (name, value) in diagnosis.unimodal { result.unimodal[name] = value }
        for (name, value) in trainer.strategy.findings { result.diagnostics[name] = value }
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

    private func peakResidentBytes() -> Int {
        var usage = rusage()
        return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss * 1024 : 0
    }
}
