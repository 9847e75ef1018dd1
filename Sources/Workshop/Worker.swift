// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites

/// Executes one specification: loads the data, trains, opens the test split once, measures.
public struct Worker: RunWorker {
    let catalog: Catalog

    public init(_ catalog: Catalog) { self.catalog = catalog }

    public func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult {
        let clock = ContinuousClock()
        let began = clock.now
        var result: RunResult
        do {
            result = try train(spec, companions)
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

    private func train(_ spec: RunSpec, _ companions: [Fingerprint: RunResult]) throws -> RunResult {
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

        var metrics: [Companion: [String: Double]] = [:]
        for companion in try entry.companions(spec.strategy.options, modalities) {
            let fingerprint = try catalog.specification(companion, beside: spec).fingerprint
            if let result = companions[fingerprint], result.state == .ok { metrics[companion] = result.metrics }
        }
        let setting = Setting(
            modalities: modalities, task: spec.task.id, fusion: spec.fusion.id, optimizer: spec.optimizer.id,
            outputs: task.outputs, epochs: budget.epochs,
            stepsPerEpoch: (data.train.count + budget.batchSize - 1) / budget.batchSize,
            validationRows: data.validation.count, selectionMetric: taskEntry.measures[0],
            companions: CompanionResults(metrics))
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
        return measure(trainer, task, dataset, modalities)
    }

    /// Everything that is read off the trained model; here the test split is opened, once.
    private func measure(
        _ trainer: Trainer, _ task: any LearningTask, _ dataset: LoadedDataset, _ modalities: [Modality]
    ) -> RunResult {
        var result = RunResult(state: .ok)
        let evaluator = Evaluator(dataset.signature, task)
        for split in [Split.validation, .test] where dataset.part(split).count > 0 {
            let evaluation = evaluator.evaluate(
                trainer.model, dataset.part(split), predict: trainer.strategy.predict)
            for (name, value) in task.metrics(evaluation.predictions) { result.metrics["\(split)/\(name)"] = value }
            guard split == .test, let unimodal = evaluation.unimodal else { continue }
            let readout = trainer.model.fusion == nil ? "head" : "split"
            for (modality, predictions) in unimodal.entries {
                for (name, value) in task.metrics(predictions) where name != "loss" {
                    result.unimodal["\(readout)/\(modality)/\(name)"] = value
                }
            }
            if modalities.count > 1, let mass = evaluation.logitMass, let parts = shares(mass), parts.count > 1 {
                for (modality, part) in parts.entries { result.diagnostics["dependency/\(modality)"] = part }
            }
            if let margin = evaluation.margin, let parts = shares(margin), parts.count > 1 {
                for (modality, part) in parts.entries { result.diagnostics["margin-dependency/\(modality)"] = part }
            }
        }
        for (name, value) in trainer.strategy.findings { result.diagnostics[name] = value }
        for (name, value) in dataset.facts { result.diagnostics["data/\(name)"] = value }
        result.diagnostics["selected-epoch"] = Double(trainer.selectedEpoch)
        result.diagnostics["parameters"] = Double(trainer.model.parameters.count)
        result.curves = trainer.curves
        result.parametersSHA256 = trainer.model.parameters.digest
        result.cost.flops = Double(trainer.flops + evaluator.flops)
        return result
    }

    private func peakResidentBytes() -> Int {
        var usage = rusage()
        return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss * 1024 : 0
    }
}
