// SPDX-License-Identifier: Apache-2.0

import Testing
import Training

/// Training of networks that keep state (running statistics, recurrent layers, dropout), through the one loop.
@Suite(.serialized) struct `Training of networks` {
    /// Minimizes the task's loss and nothing else.
    struct Plain: TrainingStrategy {
        static let card = Card(id: "plain", title: "Plain", summary: "the task's loss")
        init() {}
        init(_: NoOptions, _: Setting) {}
    }

    static func dataset() throws -> LoadedDataset {
        try datasets["shapes-captions"].load(
            try datasets["shapes-captions"].resolve([
                "size": 16, "train": 48, "validation": 16, "test": 8,
            ]).canonical, DatasetContext(runSeed: 0, dataRoot: nil))
    }

    static func trainer(fusion: String, epochs: Int) throws -> Trainer {
        let dataset = try dataset()
        let task = try tasks["classification"].make(
            tasks["classification"].resolve(.null).canonical, dataset.signature)
        let cnn = try encoders["log-mel-cnn"].resolve(["channels": 4, "width": 8, "norm": "batch"]).canonical
        let gru = try encoders["text-gru"].resolve(["embedding": 6, "width": 8, "dropout": 0.2]).canonical
        let choice = try fusions[fusion]
        let options = choice.resolve(fusion == "attention" ? ["width": 8, "heads": 2, "dropout": 0.1] : .null).canonical
        let modalities = dataset.signature.modalities
        let model = try MultimodalModel(
            ModelSpec(
                inputs: dataset.signature.inputs,
                encoders: ModalityMap(modalities) { $0.name == "text" ? ("text-gru", gru) : ("log-mel-cnn", cnn) },
                fusion: (fusion, options), outputs: task.outputs),
            ModelPlan(modalities: modalities), key: RandomKey(seed: 4))
        return Trainer(
            data: try TrainingData(dataset), task: task, measure: Classification.measures[0], model: model,
            strategy: Plain(),
            optimizer: try optimizers["adamw"].make(
                optimizers["adamw"].resolve(["learningRate": 0.01, "weightDecay": 0.1]).canonical,
                model.parameters.count),
            schedule: try schedules["constant"].make(.null),
            budget: try Budget.decode(
                Budget.resolve(["epochs": .int(epochs), "batchSize": 16, "selection": "last"]).canonical),
            key: RandomKey(seed: 4))
    }

    @Test(arguments: ["gated", "attention"])
    func `goes on from a checkpoint with the same bits`(_ fusion: String) throws {
        let whole = try `Training of networks`.trainer(fusion: fusion, epochs: 4)
        try whole.train()
        let half = try `Training of networks`.trainer(fusion: fusion, epochs: 4)
        try half.train(until: 2)
        let saved = try half.checkpoint()
        let rest = try `Training of networks`.trainer(fusion: fusion, epochs: 4)
        try rest.restore(saved)
        try rest.train()
        #expect(rest.model.parameters.digest == whole.model.parameters.digest)
        #expect(rest.curves == whole.curves)
        // The running statistics have moved, and decay has not touched them.
        let states = whole.model.parameters.states
        #expect(states.count == 6)
        for info in states {
            let values = (0..<info.count).map { whole.model.parameters.buffer.pointer[info.offset + $0] }
            let start: Float = info.name.hasSuffix("var") ? 1 : 0
            #expect(values.contains { $0 != start } && values.allSatisfy(\.isFinite))
        }
    }

    @Test func `learns with the same bits on every instruction set`() throws {
        let best = InstructionSets.active
        defer { try? InstructionSets.select(best) }
        var digests: Set<String> = []
        for level in InstructionSets.available {
            try InstructionSets.select(level)
            let trainer = try `Training of networks`.trainer(fusion: "attention", epochs: 6)
            try trainer.train()
            digests.insert(trainer.model.parameters.digest)
            let losses = try #require(trainer.curves["train/loss"])
            #expect(losses[5] < losses[0])
        }
        #expect(digests.count == 1)
    }

    @Test func `running statistics are refreshed on request, and by nothing else`() throws {
        let trainer = try `Training of networks`.trainer(fusion: "gated", epochs: 1)
        let dataset = try `Training of networks`.dataset()
        let (model, part) = (trainer.model, dataset.part(.train))
        let task = try tasks["classification"].make(
            tasks["classification"].resolve(.null).canonical, dataset.signature)
        let evaluator = Evaluator(dataset.signature, task)
        let before = model.parameters.buffer.values
        evaluator.walk(model, part) { _ in }
        #expect(model.parameters.buffer.values == before)
        evaluator.walk(model, part, training: RandomKey(seed: 1)) { _ in }
        let after = model.parameters.buffer.values
        let count = model.parameters.count
        #expect(after[..<count] == before[..<count] && after[count...] != before[count...])
    }
}
