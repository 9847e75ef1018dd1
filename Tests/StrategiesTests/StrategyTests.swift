// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// A small problem, trained in a moment.
struct TinyProblem {
    let dataset: LoadedDataset
    let modalities: [Modality]
    let taskID: String
    let task: any LearningTask
    /// Whether strategies are told of the classes.
    let hasClasses: Bool

    init(modalities: Int = 2, task id: String = "classification", hasClasses: Bool = true) throws {
        self.hasClasses = hasClasses
        let names: [ConfigValue] = ["a", "b", "c"].prefix(modalities).map { .string($0) }
        let loaded = try datasets["latent"].load(
            try datasets["latent"].resolve([
                "classes": 3, "dimensions": [6], "snr": [1], "noise": 1, "train": 96, "validation": 48, "test": 48,
                "modalities": .array(names),
            ]).canonical, DatasetContext(runSeed: 0, dataRoot: nil))
        dataset = id == "generation" ? loaded.spellingClasses() : loaded
        self.modalities = dataset.signature.modalities
        let entry = try tasks[id]
        taskID = id
        let options: ConfigValue = id == "classification" ? [:] : ["width": 8]
        task = try entry.make(entry.resolve(options).canonical, dataset.signature)
    }

    func trainer(
        _ strategy: String, _ options: ConfigValue = .null, fusion: String = "concat", optimizer: String = "sgd",
        epochs: Int = 2, batch: Int = 16, rate: Double = 0.05, momentum: Double = 0.9, decay: Double? = nil,
        budget: [String: ConfigValue] = [:], companions: CompanionResults? = nil
    ) throws -> Trainer {
        try trainer(
            entry: strategies[strategy], options, fusion: fusion, optimizer: optimizer, epochs: epochs, batch: batch,
            rate: rate, momentum: momentum, decay: decay, budget: budget, companions: companions)
    }

    /// Of a strategy that need not be registered.
    func trainer(
        entry: StrategyEntry, _ options: ConfigValue = .null, fusion: String = "concat", optimizer: String = "sgd",
        epochs: Int = 2, batch: Int = 16, rate: Double = 0.05, momentum: Double = 0.9, decay: Double? = nil,
        budget given: [String: ConfigValue] = [:], companions: CompanionResults? = nil
    ) throws -> Trainer {
        let resolved = entry.resolve(options)
        try #require(resolved.issues.isEmpty, "\(resolved.issues)")
        let measure = try tasks[taskID].measures[0]
        let encoder = try encoders["mlp"].resolve(["widths": [8]]).canonical
        let setting = Setting(
            problem: try self.problem(fusion), seed: 4, optimizer: optimizer, outputs: task.outputs, epochs: epochs,
            stepsPerEpoch: 6, validationRows: 48, selectionMetric: measure,
            learningRate: rate, companions: try companions ?? needed(entry, resolved.canonical))
        let model = try MultimodalModel(
            ModelSpec(
                inputs: dataset.signature.inputs, encoders: ModalityMap(modalities) { _ in ("mlp", encoder) },
                fusion: (fusion, try fusions[fusion].resolve(.null).canonical), outputs: task.outputs,
                part: task.part(("mlp", encoder)), readsModalities: task.readsModalities),
            entry.plan(resolved.canonical, modalities), key: RandomKey(seed: 4))
        var budget: [String: ConfigValue] = [
            "epochs": .int(epochs), "batchSize": .int(batch), "selection": "last",
        ]
        budget.merge(given) { $1 }
        var descent: [String: ConfigValue] = ["learningRate": .double(rate)]
        if optimizer == "sgd" { descent["momentum"] = .double(momentum) }
        if let decay { descent["weightDecay"] = .double(decay) }
        return Trainer(
            data: try TrainingData(dataset), task: task, measure: measure, model: model,
            strategy: try entry.make(resolved.canonical, setting),
            optimizer: try optimizers[optimizer].make(.object(descent), model.parameters.count),
            schedule: try schedules["constant"].make(.null), budget: try Budget.decode(.object(budget)),
            key: RandomKey(seed: 4))
    }

    /// What the runs that a strategy needs first bring back.
    func needed(_ entry: StrategyEntry, _ options: ConfigValue) throws -> CompanionResults {
        var metrics: [Companion: [String: Double]] = [:]
        var weights: [Companion: NamedWeights] = [:]
        for companion in try entry.companions(options, try problem(), 4) where companion.weights {
            let other = try companion.task.map { try TinyProblem(modalities: modalities.count, task: $0) } ?? self
            let trainer = try other.trainer(companion.strategy, companion.options)
            try trainer.train()
            metrics[companion] = ["validation/accuracy": 0.5]
            weights[companion] = named(trainer.model.parameters)
        }
        return CompanionResults(metrics, weights: weights)
    }

    func named(_ parameters: Parameters) -> NamedWeights {
        var values: [String: [Float]] = [:]
        for info in parameters.infos {
            values[info.name] = Array(
                UnsafeBufferPointer(start: parameters.buffer.pointer + info.offset, count: info.count))
        }
        return NamedWeights(values)
    }

    func problem(_ fusion: String = "concat") throws -> Problem {
        Problem(
            modalities: modalities, task: taskID, rows: task.rows, fusion: fusion,
            splits: try !task.readsModalities && fusions[fusion].splits, hasClasses: hasClasses)
    }

    /// The parameters after training.
    func digest(
        _ strategy: String, _ options: ConfigValue = .null, fusion: String = "concat", optimizer: String = "sgd",
        rate: Double = 0.05
    ) throws -> String {
        let trainer = try trainer(strategy, options, fusion: fusion, optimizer: optimizer, rate: rate)
        try trainer.train()
        return trainer.model.parameters.digest
    }
}

@Suite struct `Every strategy` {
    static let cases = strategies.ids.flatMap { id in fusions.ids.flatMap { fusion in (1...3).map { (id, fusion, $0) } }
    }

    /// Options that bring a strategy into action within a few epochs.
    func options(_ id: String) -> ConfigValue {
        switch id {
        case "amco": ["ramp": 0.1, "threshold": 0.4]
        case "arl": ["firstEpoch": 1, "auxWeight": 1]
        case "diagnosing-relearning": ["period": 0.25]
        case "gradient-blending": ["superEpoch": 2]
        case "greedy": ["firstEpoch": 0, "tolerance": 1e-6]
        case "late-fusion": ["average": "weighted", "calibrate": true]
        case "lfm": ["schedule": "learned", "weightRate": 1, "width": 4]
        case "opm": ["firstEpoch": 0, "execution": 1]
        case "pdmp": ["dominant": "a"]
        case "reconboost": ["stageEpochs": 1, "rectificationEpochs": 1]
        case "unimodal": ["modality": "a"]
        case "valuation": ["warmup": 1]
        default: .null
        }
    }

    @Test(arguments: `Every strategy`.cases)
    func `gives the same bits twice, learns, or says why not`(_ id: String, _ fusion: String, _ count: Int) throws {
        let problem = try TinyProblem(modalities: count)
        let entry = try strategies[id]
        let resolved = entry.resolve(options(id)).canonical
        if let reason = try entry.misfit(resolved, try problem.problem(fusion)) {
            #expect(!reason.isEmpty)
            return
        }
        let digests = try (0..<2).map { _ in try problem.digest(id, options(id), fusion: fusion, rate: 0.01) }
        #expect(digests[0] == digests[1])
        // What sees nothing has nothing to learn: the classes are equally many.
        guard id != "blind" else { return }
        let trainer = try problem.trainer(id, options(id), fusion: fusion, epochs: 8, rate: 0.01)
        try trainer.train()
        let losses = try #require(trainer.curves["validation/loss"])
        #expect((losses.min() ?? 0) < losses[0])
    }

    static let onTasks = ["classification", "retrieval", "dual-retrieval", "generation"].flatMap { task in
        strategies.ids.map { (task, $0) }
    }

    /// Whether it acts on a problem; two towers are compared without heads of their own.
    func acts(_ id: String, _ problem: TinyProblem) throws -> Bool {
        let entry = try strategies[id]
        let resolved = entry.resolve(options(id)).canonical
        let plan = try entry.plan(resolved, problem.modalities)
        if problem.task.rows == .pairs, plan.auxiliaryHeads || plan.unimodal == .probed || !plan.fused { return false }
        return try entry.misfit(resolved, problem.problem()) == nil
    }

    @Test(arguments: `Every strategy`.onTasks)
    func `takes three modalities on every task that it acts on`(_ task: String, _ id: String) throws {
        guard task != "dual-retrieval" else { return }
        let problem = try TinyProblem(modalities: 3, task: task)
        guard try acts(id, problem) else { return }
        let trainer = try problem.trainer(id, options(id), epochs: 2, rate: 0.01)
        try trainer.train()
        #expect(trainer.model.parameters.buffer.values.allSatisfy { $0.isFinite })
        #expect(try problem.digest(id, options(id), rate: 0.01) == trainer.model.parameters.digest)
    }

    @Test(arguments: `Every strategy`.onTasks)
    func `goes on from a checkpoint with the same bits`(_ task: String, _ id: String) throws {
        let problem = try TinyProblem(task: task)
        guard try acts(id, problem) else { return }
        let whole = try problem.trainer(id, options(id), epochs: 4)
        try whole.train()
        let half = try problem.trainer(id, options(id), epochs: 4)
        try half.train(until: 2)
        let saved = try half.checkpoint()
        let rest = try problem.trainer(id, options(id), epochs: 4)
        try rest.restore(saved)
        try rest.train()
        #expect(rest.model.parameters.digest == whole.model.parameters.digest)
        #expect(rest.curves == whole.curves)
    }
}

@Suite struct Prioritization {
    @Test(arguments: ["gradient", "cotangent", "update"], ["sgd", "adamw"])
    func `with coefficients of 1 is joint training to the bit`(_ mode: String, _ optimizer: String) throws {
        let problem = try TinyProblem()
        let neutral: ConfigValue = ["dominant": "b", "gammaDominant": 1, "gammaRest": 1, "mode": .string(mode)]
        #expect(
            try problem.digest("pdmp", neutral, optimizer: optimizer) == problem.digest("joint", optimizer: optimizer))
    }

    @Test func `gradient and cotangent mode agree, and differ from joint`() throws {
        let problem = try TinyProblem()
        func values(_ mode: String) throws -> [Float] {
            let trainer = try problem.trainer("pdmp", ["dominant": "a", "mode": .string(mode)])
            try trainer.train()
            return trainer.model.parameters.buffer.values
        }
        let (gradient, cotangent) = (try values("gradient"), try values("cotangent"))
        // Factors 2 and ½ are exact, so even the bits agree.
        #expect(gradient == cotangent)
        #expect(try problem.digest("pdmp", ["dominant": "a"]) != problem.digest("joint"))
    }

    func ranked(_ scores: [String: Double]) throws -> any TrainingStrategy {
        let problem = try TinyProblem(modalities: scores.count)
        var metrics: [Companion: [String: Double]] = [:]
        for (name, score) in scores {
            for seed in 1...3 {
                metrics[Companion(strategy: "unimodal", options: ["modality": .string(name)], seed: seed)] = [
                    "validation/accuracy": score
                ]
            }
        }
        return try problem.trainer("pdmp", companions: CompanionResults(metrics)).strategy
    }

    @Test func `ranks by the companions' validation scores`() throws {
        #expect(try ranked(["a": 0.6216, "b": 0.1140]).findings["dominant"] == 0)
        #expect(try ranked(["a": 0.1140, "b": 0.6216]).findings["dominant"] == 1)
        #expect(try ranked(["a": 0.95, "b": 0.05]).findings["no-dominance"] == 0)
        let equal = try ranked(["a": 0.5, "b": 0.5]).findings
        #expect(equal["no-dominance"] == 1 && equal["dominant"] == 0)
        #expect(try ranked(["a": 0.1, "b": 0.2, "c": 0.9]).findings["dominant"] == 2)
    }

    @Test func `a missing companion is an error that names it`() throws {
        #expect(throws: TrainingError.self) { try TinyProblem().trainer("pdmp") }
    }
}

@Suite struct `Late fusion` {
    @Test func `has the bits of the unimodal runs`() throws {
        let problem = try TinyProblem()
        let ensemble = try problem.trainer("late-fusion")
        try ensemble.train()
        for modality in problem.modalities {
            let alone = try problem.trainer("unimodal", ["modality": .string(modality.name)])
            try alone.train()
            for info in alone.model.parameters.infos {
                let other = try #require(ensemble.model.parameters.infos.first { $0.name == info.name })
                for index in 0..<info.count {
                    let a = alone.model.parameters.buffer.pointer[info.offset + index]
                    let b = ensemble.model.parameters.buffer.pointer[other.offset + index]
                    #expect(a.bitPattern == b.bitPattern, "\(info.name)")
                }
            }
        }
    }
}
