// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites
import TestSupport
import Testing
import Workshop

/// Trained models under damage, from a suite to numbers.
@Suite struct `Robustness` {
    private func cells(
        _ robustness: String, dataset: String? = nil, strategies: String = "[joint, unimodal]",
        encoders: String = "{\"*\": {id: mlp, options: {widths: [12]}}}"
    ) throws -> [Cell] {
        let text = """
            name: tiny
            datasets: [\(dataset ?? "{id: latent, options: {modalities: [a, b], dimensions: [8], snr: [4, 0.5], noise: 1, classes: 3, train: 120, validation: 48, test: 300}}")]
            encoders: \(encoders)
            strategies: \(strategies)
            optimizers: [{id: adam, options: {learningRate: 0.01}}]
            budget: {epochs: 4, batchSize: 16}
            seeds: [1]
            \(robustness)
            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try SuiteReader.read(try SuiteSource(file: file.path), Catalog(dataRoot: nil)).cells
    }

    private func result(_ cell: Cell) throws -> RunResult {
        let result = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
        try #require(result.state == .ok, "\(result.reason)")
        return result
    }

    @Test func `a suite that asks for nothing keeps its fingerprints and its numbers`() throws {
        let plain = try #require(try cells("").first)
        let asked = try #require(try cells("robustness: {missing: [0, 1]}").first)
        #expect(plain.spec.configValue["robustness"] == nil)
        #expect(plain.fingerprint != asked.fingerprint)
        var without = asked.spec
        without.robustness = nil
        #expect(without.fingerprint == plain.fingerprint)
        let (before, after) = (try result(plain), try result(asked))
        #expect(before.metrics == after.metrics)
        #expect(before.parametersSHA256 == after.parametersSHA256)
        #expect(before.diagnostics == after.diagnostics.filter { !$0.key.hasPrefix("robustness/") })
    }

    @Test func `no damage is the test score, and everything missing is the model without the modality`() throws {
        let result = try result(try #require(try cells("robustness: {missing: [0, 0.5, 1], noise: [0, 1, 4]}").first))
        let whole = try #require(result.metrics["test/accuracy"])
        for modality in ["a", "b"] {
            #expect(result.diagnostics["robustness/\(modality)/missing/0"] == whole)
            #expect(result.diagnostics["robustness/\(modality)/noise/0"] == whole)
        }
        // With the input of a at zero, only b is there.
        #expect(result.diagnostics["robustness/a/missing/1"] == result.unimodal["zero-input/b/accuracy"])
        #expect(result.diagnostics["robustness/b/missing/1"] == result.unimodal["zero-input/a/accuracy"])
        // The strong modality is missed more than the weak one.
        let (a, b) = (
            try #require(result.diagnostics["robustness/a/missing/1"]),
            try #require(result.diagnostics["robustness/b/missing/1"])
        )
        #expect(a < b - 0.1)
        let half = try #require(result.diagnostics["robustness/a/missing/0.5"])
        #expect(half < whole && half > a)
        #expect(try #require(result.diagnostics["robustness/a/noise/4"]) < whole)
    }

    @Test func `the same bits twice, and other rows under another seed`() throws {
        let cell = try #require(try cells("robustness: {missing: [0.3], noise: [1]}").first)
        #expect(try result(cell).diagnostics == result(cell).diagnostics)
    }

    @Test func `texts lose words`() throws {
        let cell = try #require(
            try cells(
                "robustness: {missing: [1], noise: [0, 1]}",
                dataset: "{id: shapes-captions, options: {size: 8, train: 120, validation: 40, test: 120}}",
                strategies: "[joint]", encoders: "{image: {id: small-cnn, options: {channels: 4, width: 8}}}"
            ).first)
        let found = try result(cell).diagnostics.keys.filter { $0.hasPrefix("robustness/text/") }
        #expect(found.sorted() == ["robustness/text/missing/1", "robustness/text/noise/0", "robustness/text/noise/1"])
    }

    @Test func `levels that cannot be are named with their place`() throws {
        for (robustness, message) in [
            ("robustness: {missing: [1.5]}", "must lie in 0 … 1, found 1.5"),
            ("robustness: {noise: [1, 1]}", "must name different levels"), ("robustness: {}", "at least one level"),
            ("robustness: {mising: [1]}", "did you mean 'missing'"), ("robustness: 3", "mapping"),
        ] {
            do {
                _ = try cells(robustness)
                Issue.record("\(robustness) was taken")
            } catch let error as Diagnostics {
                #expect(error.description.contains(message), "\(error)")
                #expect(error.description.contains(".yaml:8"), "\(error)")
            }
        }
    }
}
