// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites
import Testing
import Workshop

/// The integration table of PDMP: four classes, two 16-dimensional modalities of signal 1.0 and 0.6 in noise 2, one
/// linear ReLU layer each, 40 epochs; coefficients √ρ and 1/√ρ. The reference means over six seeds come from an
/// independent simulation, so tolerances are about twice the spread of such a mean.
@Suite struct `PDMP integration` {
    struct Row {
        var accuracy = 0.0
        var mass = 0.0
        var margin = 0.0
    }

    func rows(_ optimizer: Choice, mode: String) throws -> [Row] {
        let catalog = Catalog(dataRoot: nil)
        let worker = Worker(catalog)
        return try PDMPIntegrationRatios.all.map { ratio in
            var row = Row()
            for seed in 1...6 {
                let spec = try specification(catalog, optimizer, ratio: ratio, mode: mode, seed: seed)
                let result = worker.run(spec, companions: [:])
                #expect(result.state == .ok, "\(result.reason)")
                row.accuracy += (result.metrics["test/accuracy"] ?? .nan) / 6
                row.mass += (result.diagnostics["dependency/a"] ?? .nan) / 6
                row.margin += (result.diagnostics["margin-dependency/a"] ?? .nan) / 6
            }
            return row
        }
    }

    func specification(
        _ catalog: Catalog, _ optimizer: Choice, ratio: Double, mode: String, seed: Int
    ) throws -> RunSpec {
        func resolved(_ kind: ChoiceKind, _ id: String, _ given: ConfigValue) -> Choice {
            let resolution = catalog.resolve(kind, id, given)
            #expect(resolution.issues.isEmpty, "\(resolution.issues)")
            return Choice(id, resolution.canonical)
        }
        let root = ratio.squareRoot()
        let encoder = resolved(.encoder, "mlp", ["widths": [16]])
        return RunSpec(
            task: resolved(.task, "classification", [:]),
            dataset: resolved(
                .dataset, "latent",
                [
                    "regime": "redundant", "classes": 4, "dimensions": [16], "snr": [1.0, 0.6], "noise": 2.0,
                    "train": 800, "validation": 100, "test": 4000, "perSeed": true,
                ]),
            dataDigest: "", encoders: ["a": encoder, "b": encoder], fusion: resolved(.fusion, "concat", [:]),
            strategy: resolved(
                .strategy, "pdmp",
                [
                    "dominant": "a", "gammaDominant": .double(root), "gammaRest": .double(1 / root),
                    "mode": .string(mode),
                ]),
            optimizer: resolved(.optimizer, optimizer.id, optimizer.options),
            schedule: resolved(.schedule, "constant", [:]),
            budget: catalog.resolveBudget(["epochs": 40, "batchSize": 64, "selection": "last"]).canonical, seed: seed,
            versions: [:])
    }

    @Test func `SGD follows the coefficients`() throws {
        let rows = try rows(
            Choice("sgd", ["learningRate": 0.05, "momentum": 0.9, "weightDecay": 0]), mode: "gradient")
        try check(rows, accuracy: [0.770, 0.781, 0.785, 0.787, 0.777], mass: [0.550, 0.576, 0.611, 0.649, 0.688])
        #expect(rows[3].accuracy >= rows[1].accuracy - 0.005)
    }

    @Test func `Adam ignores gradient coefficients`() throws {
        let rows = try rows(Choice("adam", ["learningRate": 2e-3]), mode: "gradient")
        for row in rows {
            #expect(abs(row.accuracy - rows[2].accuracy) < 1e-3)
            #expect(abs(row.mass - rows[2].mass) < 1e-3)
        }
    }

    @Test func `Adam follows update coefficients`() throws {
        let rows = try rows(Choice("adam", ["learningRate": 2e-3]), mode: "update")
        try check(rows, accuracy: [0.766, 0.796, 0.813, 0.814, 0.802], mass: [0.543, 0.591, 0.632, 0.673, 0.712])
    }

    private func check(_ rows: [Row], accuracy: [Double], mass: [Double]) throws {
        for (index, row) in rows.enumerated() {
            #expect(abs(row.accuracy - accuracy[index]) < 0.04, "row \(index): accuracy \(row.accuracy)")
            #expect(abs(row.mass - mass[index]) < 0.05, "row \(index): D1 \(row.mass)")
            if index > 0 {
                #expect(row.mass > rows[index - 1].mass)
                #expect(row.margin > rows[index - 1].margin)
            }
        }
        let best = rows.max { $0.accuracy < $1.accuracy }
        #expect((best?.mass ?? 0) > 0.5)
    }
}

enum PDMPIntegrationRatios { static let all = [1.0 / 16, 1.0 / 4, 1, 4, 16] }
