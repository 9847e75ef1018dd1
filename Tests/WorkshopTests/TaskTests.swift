// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites
import TestSupport
import Testing
import Workshop

/// Every task from a suite to a result.
@Suite(.serialized) struct `Every task` {
    /// A suite that a test writes, with its cells.
    func cells(_ task: String, _ given: String, strategies: String = "[joint]", epochs: Int = 6) throws -> [Cell] {
        // Several labels a row, where a task asks for them; one modality more, where it takes one away.
        var dataset = given
        if task == "multi-label" {
            dataset = given.replacingOccurrences(
                of: "{modalities", with: "{regime: complementary, several: true, modalities")
        }
        if task.contains("prediction") { dataset = given.replacingOccurrences(of: "[a, b]", with: "[a, b, c]") }
        let text = """
            name: tiny
            task: \(task)
            datasets: [\(dataset)]
            encoders: {"*": {id: mlp, options: {widths: [12]}}}
            strategies: \(strategies)
            optimizers: [{id: adam, options: {learningRate: 0.01}}]
            budget: {epochs: \(epochs), batchSize: 16}
            seeds: [1]
            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try SuiteReader.read(try SuiteSource(file: file.path), Catalog(dataRoot: nil)).cells
    }

    static func latent(_ modalities: String) -> String {
        "{id: latent, options: {modalities: \(modalities), dimensions: [8], snr: [1], noise: 1, classes: 3, train: 96, validation: 48, test: 48}}"
    }

    static let forms = [
        "classification", "retrieval", "{id: retrieval, options: {target: a}}", "dual-retrieval",
        "{id: generation, options: {width: 12}}",
        "{id: generation, options: {decoder: transformer, width: 12, heads: 2, layers: 1}}",
        "{id: generation, options: {width: 12, beam: 3}}", "{id: prediction, options: {target: c, levels: 4}}",
        "multi-label",
    ]

    @Test(arguments: forms)
    func `learns a tiny problem, and gives the same bits twice and on every instruction set`(form: String) throws {
        let spec = try #require(try cells(form, Self.latent("[a, b]")).first).spec
        let result = Worker(Catalog(dataRoot: nil)).run(spec, companions: [:])
        try #require(result.state == .ok, "\(result.reason)")
        let losses = try #require(result.curves["train/loss"])
        #expect((losses.last ?? 1) < 0.9 * (losses.first ?? 0), "\(losses)")
        #expect(result.metrics.values.allSatisfy { $0.isFinite })
        let before = InstructionSets.active
        defer { try? InstructionSets.select(before) }
        for set in InstructionSets.available {
            try InstructionSets.select(set)
            let again = Worker(Catalog(dataRoot: nil)).run(spec, companions: [:])
            #expect(again.parametersSHA256 == result.parametersSHA256, "\(set)")
            #expect(again.metrics == result.metrics && again.unimodal == result.unimodal, "\(set)")
        }
    }

    @Test(arguments: forms)
    func `takes three modalities, or says why not`(form: String) throws {
        let cell = try #require(try cells(form, Self.latent("[a, b, c]"), epochs: 1).first)
        if form == "dual-retrieval" {
            #expect(cell.notApplicable?.contains("compares two modalities") == true)
            return
        }
        #expect(cell.notApplicable == nil)
        let result = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
        #expect(result.state == .ok, "\(result.reason)")
    }

    @Test(arguments: forms)
    func `one modality alone is trained where that means something`(form: String) throws {
        let all = try cells(form, Self.latent("[a, b]"), strategies: "[unimodal]", epochs: 1)
        for cell in all {
            let result = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
            #expect(result.state == .ok, "\(result.reason)")
            if form == "dual-retrieval" {
                // A tower has no task alone: it learns classes, and finding them again stands for its performance.
                #expect(cell.spec.task.id == "classification")
                #expect(result.unimodal.keys.contains { $0.hasPrefix("label-retrieval/") })
            }
            #expect(result.metrics.keys.contains { $0.hasPrefix("test/") })
        }
    }

    @Test(arguments: [forms[4], forms[5]])
    func `all members of an ensemble write together`(form: String) throws {
        for strategy in [
            "late-fusion", "{id: late-fusion, options: {average: probabilities}}",
            "{id: late-fusion, options: {average: weighted, calibrate: true}}",
            "{id: late-fusion, options: {training: joint}}",
        ] {
            let cell = try #require(
                try cells(form, Self.latent("[a, b]"), strategies: "[\(strategy)]", epochs: 2).first)
            let result = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
            #expect(result.state == .ok, "\(result.reason)")
            for metric in ["bleu", "rouge-l", "exact-match", "nll"] {
                #expect(result.metrics["test/\(metric)"] != nil, "\(strategy): \(metric)")
            }
        }
    }

    @Test func `scores of generation hold for some steps, and nobody else notices`() throws {
        func digest(_ strategy: String, _ every: Int) throws -> String {
            let form = "{id: generation, options: {width: 12, scoreEvery: \(every)}}"
            let cell = try #require(
                try cells(form, Self.latent("[a, b]"), strategies: "[\(strategy)]", epochs: 2).first)
            return Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:]).parametersSHA256
        }
        #expect(try digest("joint", 1) == digest("joint", 4))
        let ogm = "{id: ogm, options: {mode: update}}"
        #expect(try digest(ogm, 1) != digest(ogm, 4))
    }

    @Test func `predictions of classes come with their calibration error`() throws {
        let cell = try #require(try cells("classification", Self.latent("[a, b]"), epochs: 2).first)
        let found = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:]).diagnostics
        for name in ["calibration-error", "calibration-error/a", "calibration-error/b"] {
            #expect(found[name].map { (0...1).contains($0) } == true, "\(name)")
        }
    }

    @Test func `a modality that becomes the gallery is no longer shown`() throws {
        let cell = try #require(try cells(Self.forms[2], Self.latent("[a, b]"), epochs: 1).first)
        #expect(cell.labels.pairing == "a-b" && cell.spec.encoders.keys.sorted() == ["a", "b"])
        let result = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
        #expect(result.state == .ok && !result.unimodal.keys.contains { $0.contains("/a/") })
        #expect(throws: (any Error).self) {
            try cells("{id: retrieval, options: {target: z}}", Self.latent("[a, b]"))
        }
    }

    @Test func `generation is better informed by both modalities than by none`() throws {
        let data =
            "{id: latent, options: {regime: redundant, classes: 4, noise: 0.5, train: 200, validation: 100, test: 200}}"
        let cell = try #require(try cells(Self.forms[4], data, epochs: 25).first)
        let result = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
        // Three words, of which one is not known beforehand: ln 4 / 4 with the end.
        #expect((result.metrics["test/nll"] ?? 9) < 0.2)
        #expect((result.metrics["test/exact-match"] ?? 0) > 0.7)
        #expect(result.notes?["readout"] == "maskMemory")
    }
}
