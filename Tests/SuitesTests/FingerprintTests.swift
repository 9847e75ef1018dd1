// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites
import Testing

@Suite struct FingerprintTests {
    static let spec = RunSpec(
        task: Choice("classification"), dataset: Choice("latent", ["classes": 4, "noise": 0.1]), dataDigest: "",
        encoders: ["audio": Choice("mlp"), "image": Choice("mlp")], fusion: Choice("concat"), strategy: Choice("joint"),
        optimizer: Choice("sgd"), schedule: Choice("constant"), budget: ["epochs": 2], seed: 7,
        versions: ["strategy/joint": 1])

    @Test func `the text that is hashed never changes by itself`() {
        #expect(
            Self.spec.configValue.canonicalJSON
                == #"{"budget":{"epochs":2},"data_digest":"","dataset":{"id":"latent","options":{"classes":4,"#
                + #""noise":0.1}},"encoders":{"audio":{"id":"mlp","options":{}},"image":{"id":"mlp","options":{}}},"#
                + #""fusion":{"id":"concat","options":{}},"optimizer":{"id":"sgd","options":{}},"schedule":{"id":"#
                + #""constant","options":{}},"seed":7,"strategy":{"id":"joint","options":{}},"task":{"id":"#
                + #""classification","options":{}},"versions":{"strategy/joint":1}}"#)
        #expect(Self.spec.fingerprint.hex == "4b5fba038640af29b48415371b8e7034e532d0c1e8e42a887557860c1ab7c54a")
    }

    @Test func `whatever determines a run changes its name`() {
        var others: [RunSpec] = []
        for change: (inout RunSpec) -> Void in [
            { $0.seed = 8 }, { $0.dataDigest = "d" }, { $0.versions["strategy/joint"] = 2 },
            { $0.budget = ["epochs": 3] }, { $0.strategy = Choice("joint", ["a": 0]) }, { $0.fusion = Choice("sum") },
        ] {
            var other = Self.spec
            change(&other)
            others.append(other)
        }
        #expect(Set(([Self.spec] + others).map(\.fingerprint)).count == 7)
    }

    @Test func `labels, key order and spelled-out defaults change nothing`() throws {
        let short = try SuiteFiles(["a.yaml": SuiteFiles.plain]).read()
        let long = try SuiteFiles([
            "a.yaml": """
            seeds: [1]
            strategies: [{label: Another name, id: joint}]
            budget: {batchSize: 32, epochs: 10}
            fusions: [{id: concat, label: c}]
            optimizers: [{id: sgd, options: {learningRate: 0.1}}]
            datasets: [{id: latent, label: d, options: {regime: redundant}}]
            question: why?
            name: other
            """
        ]).read()
        #expect(short.cells.map(\.spec.fingerprint) == long.cells.map(\.spec.fingerprint))
    }
}
