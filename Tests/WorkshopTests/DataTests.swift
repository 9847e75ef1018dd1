// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Strategies
import Suites
import Testing
import Workshop

/// Data and training together.
@Suite(.serialized) struct `Data in training` {
    func cells(_ text: String, _ catalog: Catalog) throws -> [Cell] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try SuiteReader.read(try SuiteSource(file: file.path), catalog).cells
    }

    func suite(
        _ dataset: String, task: String = "classification", strategies: String = "[joint]", seeds: String = "[1]"
    ) -> String {
        """
        name: tiny
        task: \(task)
        datasets: [\(dataset)]
        encoders: {"*": {id: mlp, options: {widths: [12]}}}
        strategies: \(strategies)
        optimizers: [{id: adam, options: {learningRate: 0.01}}]
        budget: {epochs: 3, batchSize: 16}
        seeds: \(seeds)
        """
    }

    @Test(arguments: [
        "classification", "{id: generation, options: {width: 8}}", "{id: prediction, options: {levels: 4}}",
    ])
    func `what was written to disk trains to the same bits`(task: String) throws {
        let options: ConfigValue = [
            "train": 40, "validation": 12, "test": 12, "size": 10, "frames": 2, "soundFrames": 8, "missing": [0.2],
        ]
        let entry = try datasets["sprites-tones"]
        let resolved = entry.resolve(options).canonical
        let context = DatasetContext(runSeed: 0, dataRoot: nil)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-set-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try DatasetExport(
            try entry.load(resolved, context), name: "clips", source: "", sounds: try entry.sounds(resolved, context)
        ).write(to: folder)
        let catalog = Catalog(dataRoot: nil)
        let generated = try #require(
            try cells(suite("{id: sprites-tones, options: \(options.canonicalJSON)}", task: task), catalog).first)
        let loaded = try #require(
            try cells(suite("{id: folder, options: {manifest: \(folder.path)/dataset.yaml}}", task: task), catalog)
                .first)
        let a = Worker(catalog).run(generated.spec, companions: [:])
        let b = Worker(catalog).run(loaded.spec, companions: [:])
        try #require(a.state == .ok && b.state == .ok, "\(a.reason) \(b.reason)")
        #expect(a.parametersSHA256 == b.parametersSHA256 && a.metrics == b.metrics && a.unimodal == b.unimodal)
    }

    /// Codes that a linear model can be as good on as any: two classes, much data.
    static let known =
        "{id: latent, options: {regime: redundant, classes: 2, dimensions: [4], snr: [1, 0.5], noise: 1, train: 4000, validation: 500, test: 2000}}"

    @Test func `one modality alone reaches what is known beforehand, within two standard errors`() throws {
        let catalog = Catalog(dataRoot: nil)
        for cell in try cells(suite(Self.known, strategies: "[unimodal]"), catalog) {
            let result = Worker(catalog).run(cell.spec, companions: [:])
            try #require(result.state == .ok, "\(result.reason)")
            let modality = try #require(cell.spec.strategy.options["modality"]?.stringValue)
            let bayes = try #require(result.diagnostics["data/bayes/\(modality)"])
            let accuracy = try #require(result.metrics["test/accuracy"])
            // Both are shares of 2000 rows.
            #expect(
                abs(accuracy - bayes) < 2 * (2 * bayes * (1 - bayes) / 2000).squareRoot(),
                "\(modality): \(accuracy), \(bayes)")
        }
    }

    @Test func `dominance follows the data, not the name or the place`() throws {
        func dominant(_ names: String, _ snr: String) throws -> (modality: String, weights: RunResult) {
            let set =
                "{id: latent, options: {modalities: \(names), regime: redundant, classes: 3, dimensions: [6], snr: \(snr), noise: 1.5, train: 300, validation: 100, test: 200}}"
            let catalog = Catalog(dataRoot: nil)
            let cell = try #require(
                try cells(suite(set, strategies: "[{id: pdmp, options: {rankingSeeds: [1]}}]"), catalog).first)
            let result = Worker(catalog).run(cell.spec, companions: [:])
            try #require(result.state == .ok, "\(result.reason)")
            let modalities = result.curves.keys.filter { $0.hasPrefix("coefficient/") }.sorted()
            let largest = modalities.max { (result.curves[$0]?.last ?? 0) < (result.curves[$1]?.last ?? 0) }
            return (String(try #require(largest).dropFirst("coefficient/".count)), result)
        }
        #expect(try dominant("[a, b]", "[1.5, 0.5]").modality == "a")
        #expect(try dominant("[a, b]", "[0.5, 1.5]").modality == "b")
        // Codes hang on names: in another order the same data comes in other slots.
        let (first, one) = try dominant("[a, b]", "[1.5, 0.5]")
        let (second, other) = try dominant("[b, a]", "[0.5, 1.5]")
        #expect(first == second)
        let scores = [one, other].map { $0.metrics["test/accuracy"] ?? 0 }
        #expect(abs(scores[0] - scores[1]) < 0.1)
    }

    @Test(arguments: ["joint", "ogm", "pdmp"])
    func `the order in which modalities are declared changes no metric`(strategy: String) throws {
        let entry = try datasets["latent"]
        let options = entry.resolve([
            "regime": "redundant", "classes": 3, "dimensions": [6], "snr": [1.5, 0.5], "noise": 1.5, "train": 120,
            "validation": 60, "test": 60,
        ]).canonical
        let context = DatasetContext(runSeed: 0, dataRoot: nil)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-set-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try DatasetExport(try entry.load(options, context), name: "codes", source: "").write(to: folder)
        let manifest = folder.appendingPathComponent("dataset.yaml")
        let text = try String(contentsOf: manifest, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let a = try #require(lines.firstIndex { $0.hasPrefix("  \"a\":") })
        #expect(lines[a + 1].hasPrefix("  \"b\":"))
        var swapped = lines
        swapped.swapAt(a, a + 1)
        try Data(swapped.joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("swapped.yaml"))
        let catalog = Catalog(dataRoot: nil)
        let results = try ["dataset", "swapped"].map { name -> RunResult in
            // Sums do not hang on the order of two terms; a product over joined features would.
            let text = suite(
                "{id: folder, options: {manifest: \(folder.path)/\(name).yaml}}", strategies: "[\(strategy)]")
            let cell = try #require(try cells(text + "\nfusions: [sum]", catalog).first)
            let result = Worker(catalog).run(cell.spec, companions: [:])
            try #require(result.state == .ok, "\(result.reason)")
            return result
        }
        #expect(results[0].metrics == results[1].metrics && results[0].unimodal == results[1].unimodal)
    }

    @Test func `a decoder that sees nothing is worse than one that sees both`() throws {
        let set =
            "{id: latent, options: {dimensions: [6], snr: [2], noise: 0.5, classes: 4, train: 200, validation: 60, test: 60}}"
        let catalog = Catalog(dataRoot: nil)
        for task in ["classification", "{id: generation, options: {width: 12}}", "retrieval"] {
            let made = try cells(suite(set, task: task, strategies: "[joint, blind]"), catalog).map { cell in
                let result = Worker(catalog).run(cell.spec, companions: [:])
                return (cell, result)
            }
            for (_, result) in made { try #require(result.state == .ok, "\(result.reason)") }
            let metric = catalog.primaryMetric(task: made[0].0.spec.task.id)
            let direction = try #require(catalog.metricDirections[String(metric.dropFirst(5))])
            let (joint, blind) = (made[0].1.metrics[metric] ?? .nan, made[1].1.metrics[metric] ?? .nan)
            #expect(direction.prefers(joint, to: blind), "\(task): \(joint), \(blind)")
        }
        let majority = try #require(try cells(suite(set), catalog).first)
        let result = Worker(catalog).run(majority.spec, companions: [:])
        let trivial = try #require(result.diagnostics["trivial/accuracy"])
        #expect(trivial > 0.1 && trivial < 0.5)
    }
}
