// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Strategies
import Suites
import Testing
import Workshop

@Suite struct `Tuning` {
    let catalog = Catalog(dataRoot: nil)

    func spec(_ strategy: ConfigValue) throws -> RunSpec {
        let dataset = catalog.resolve(
            .dataset, "latent", ["classes": 3, "dimensions": [6], "train": 96, "validation": 48, "test": 48])
        let tuned = catalog.resolve(.strategy, "tuned", strategy)
        try #require(tuned.issues.isEmpty, "\(tuned.issues)")
        let encoder = Choice("mlp", catalog.resolve(.encoder, "mlp", ["widths": [8]]).canonical)
        return RunSpec(
            task: Choice("classification", catalog.resolve(.task, "classification", .null).canonical),
            dataset: Choice("latent", dataset.canonical), dataDigest: "", encoders: ["a": encoder, "b": encoder],
            fusion: Choice("concat", catalog.resolve(.fusion, "concat", .null).canonical),
            strategy: Choice("tuned", tuned.canonical),
            optimizer: Choice("sgd", catalog.resolve(.optimizer, "sgd", ["learningRate": 0.05]).canonical),
            schedule: Choice("constant", catalog.resolve(.schedule, "constant", .null).canonical),
            budget: catalog.resolveBudget(["epochs": 2, "batchSize": 16]).canonical, seed: 7, versions: [:])
    }

    @Test func `every strategy has six trials that resolve`() throws {
        for entry in strategies.entries {
            let trials = try #require(TuningGrids.trials(entry.card.id, epochs: 20), "\(entry.card.id)")
            #expect(trials.count == 6, "\(entry.card.id)")
            for (index, trial) in trials.enumerated() {
                var members = trial.options.objectValue ?? [:]
                if entry.card.id == "unimodal" { members["modality"] = "a" }
                #expect(entry.resolve(.object(members)).issues.isEmpty, "\(entry.card.id): \(trial)")
                #expect(!trials[..<index].contains(trial), "\(entry.card.id): \(trial) twice")
            }
        }
    }

    @Test(arguments: ["joint", "dgl", "pdmp"])
    func `the best trial on validation is trained with the row's seed`(_ strategy: String) throws {
        let spec = try spec(["strategy": .string(strategy)])
        #expect(catalog.misfit(spec) == nil)
        let worker = Worker(catalog)
        var known: [Fingerprint: RunResult] = [:]
        let companions = try catalog.companions(spec)
        #expect(companions.filter { $0.seed == 1 && $0.strategy.id == strategy }.count >= 6)
        for companion in companions { known[companion.fingerprint] = worker.run(companion, companions: known) }
        let result = worker.run(spec, companions: known)
        #expect(result.state == .ok, "\(result.reason)")
        #expect(result.notes?["trials"] == "6" && result.notes?["tuned-on"] == "validation/accuracy")
        // The same without the companions' results at hand.
        let alone = Worker(catalog).run(spec, companions: [:])
        #expect(alone.parametersSHA256 == result.parametersSHA256 && alone.notes == result.notes)
    }

    @Test func `what cannot be tuned is said`() {
        let issues = catalog.resolve(.strategy, "tuned", ["strategy": "ogmm"]).issues
        #expect(issues.contains { $0.message.contains("did you mean 'ogm'") })
    }
}
