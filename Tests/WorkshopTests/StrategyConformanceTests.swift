// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Strategies
import Suites
import Testing
import Workshop

/// Every strategy on every task: the same bits twice, or a reason.
@Suite struct `Strategies and tasks` {
    static let tasks: [(name: String, text: String)] = [
        ("classification", "classification"), ("retrieval", "retrieval"), ("dual-retrieval", "dual-retrieval"),
        ("generation", "{id: generation, options: {width: 8}}"),
        (
            "generation, transformer",
            "{id: generation, options: {decoder: transformer, width: 8, heads: 2, layers: 1}}"
        ),
        ("prediction", "{id: prediction, options: {target: c, levels: 4}}"), ("multi-label", "multi-label"),
    ]
    /// Options that bring a strategy into action within two epochs.
    static let options: [String: String] = [
        "arl": "{firstEpoch: 1}", "diagnosing-relearning": "{period: 0.5}", "gradient-blending": "{superEpoch: 2}",
        "greedy": "{firstEpoch: 0}", "opm": "{firstEpoch: 0, execution: 1}",
        "reconboost": "{stageEpochs: 1, rectificationEpochs: 1}", "unimodal": "{modality: a}",
        "valuation": "{warmup: 1}", "pdmp": "{rankingSeeds: [1]}",
    ]
    static let cases = tasks.indices.flatMap { task in strategies.ids.map { (task, $0) } }
    /// What says that it cannot act, by task; everything else must run.
    static let refused: [String: Set<String>] = [
        "classification": [],
        "retrieval": [],
        "dual-retrieval": [
            "agm", "amco", "arl", "blind", "cggm", "cml", "dgl", "gradient-blending", "greedy", "late-fusion", "lfm",
            "mbsd",
            "mla", "mmcosine", "mmpareto", "opm", "reconboost", "valuation",
        ],
        "generation": ["mla", "mmcosine"],
        "generation, transformer": ["mla", "mmcosine"],
        "prediction": ["mmcosine"], "multi-label": ["mmcosine"],
    ]

    func cell(_ task: String, _ strategy: String) throws -> Cell {
        let text = """
            name: tiny
            task: \(task)
            datasets: [{id: latent, options: {\(task == "multi-label" ? "regime: complementary, several: true, " : "")\(task.contains("prediction") ? "modalities: [a, b, c], " : "")dimensions: [6], snr: [1], noise: 1, classes: 3, train: 48, validation: 24, test: 24}}]
            encoders: {"*": {id: mlp, options: {widths: [8]}}}
            strategies: [{id: \(strategy), options: \(Self.options[strategy] ?? "{}")}]
            optimizers: [{id: sgd, options: {learningRate: 0.01}}]
            budget: {epochs: 3, batchSize: 16}
            seeds: [1]
            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try #require(try SuiteReader.read(try SuiteSource(file: file.path), Catalog(dataRoot: nil)).cells.first)
    }

    @Test(arguments: `Strategies and tasks`.cases)
    func `run with the same bits twice, or say why not`(_ task: Int, _ strategy: String) throws {
        let (name, text) = Self.tasks[task]
        let cell = try cell(text, strategy)
        let isRefused = try #require(Self.refused[name]).contains(strategy)
        #expect((cell.notApplicable != nil) == isRefused, "\(cell.notApplicable ?? "it runs")")
        if let reason = cell.notApplicable {
            #expect(!reason.isEmpty)
            return
        }
        // What other runs bring is made on the way.
        let first = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
        try #require(first.state == .ok, "\(first.reason)")
        let second = Worker(Catalog(dataRoot: nil)).run(cell.spec, companions: [:])
        #expect(first.parametersSHA256 == second.parametersSHA256)
        #expect(first.metrics == second.metrics && first.diagnostics == second.diagnostics)
        #expect(first.metrics.values.allSatisfy { $0.isFinite })
        if strategy == "pdmp" {
            let evidence = name == "dual-retrieval" ? "label-r-precision" : "unimodal-runs"
            #expect(first.diagnostics["ranked-by/\(evidence)"] == 1)
        }
        #expect(first.notes?["variant"] == "paper" && first.notes?["readout"] != nil)
        if let full = first.diagnostics["shapley/full"], let empty = first.diagnostics["shapley/empty"] {
            let shares = ["a", "b"].compactMap { first.diagnostics["shapley/\($0)"] }
            #expect(abs(shares.reduce(0, +) - (full - empty)) < 1e-9)
        }
    }

    @Test(arguments: [
        "agm", "arl", "cml", "diagnosing-relearning", "lfm", "mbsd", "mla", "mmpareto", "opm", "pmr", "reconboost",
        "valuation",
    ])
    func `released variants run and differ from the paper's form`(_ strategy: String) throws {
        func digest(_ variant: String) throws -> String {
            var members = Catalog(dataRoot: nil).resolve(.strategy, strategy, [:]).canonical.objectValue ?? [:]
            members["variant"] = .string(variant)
            let extra: [String: ConfigValue] =
                switch strategy {
                case "arl": ["firstEpoch": 0]
                case "diagnosing-relearning": ["period": 0.34]
                case "lfm": ["schedule": "learned"]
                case "opm": ["firstEpoch": 0, "execution": 1]
                case "reconboost": ["stageEpochs": 1, "rectificationEpochs": 1]
                case "valuation": ["warmup": 1]
                default: [:]
                }
            for (key, value) in extra { members[key] = value }
            var spec = try cell("classification", strategy).spec
            spec.strategy = Choice(
                strategy, Catalog(dataRoot: nil).resolve(.strategy, strategy, .object(members)).canonical)
            let result = Worker(Catalog(dataRoot: nil)).run(spec, companions: [:])
            try #require(result.state == .ok, "\(result.reason)")
            #expect(result.notes?["variant"] == variant)
            return result.parametersSHA256
        }
        #expect(try digest("paper") != digest("released"))
    }
}
