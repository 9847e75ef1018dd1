// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Suites

/// Records by hand.
enum Sample {
    static func record(
        _ strategy: String, _ seed: Int, _ accuracy: Double, state: RunState = .ok, dataset: String = "d|`x`",
        task: String = "classification", fusion: String = "concat", options: ConfigValue = [:],
        metric: String = "test/accuracy", diagnostics: [String: Double] = [:], label: String? = nil,
        data: ConfigValue = [:], machine: [String: String] = ["cpu": "x", "cores": "2"]
    ) -> CellRecord {
        let spec = RunSpec(
            task: Choice(task), dataset: Choice("latent", data), dataDigest: "",
            encoders: ["a": Choice("mlp"), "b": Choice("mlp")], fusion: Choice(fusion),
            strategy: Choice(strategy, options), optimizer: Choice("sgd"), schedule: Choice("constant"),
            budget: ["selection": "best"], seed: seed, versions: ["dataset": dataset.count])
        let ok = state == .ok
        var result = RunResult(
            state: state, reason: ok ? "" : "boom | <b>",
            metrics: ok ? [metric: accuracy, "validation/accuracy": accuracy] : [:],
            curves: ok ? ["validation/accuracy": [0.1, accuracy], "validation/loss": [1, 0.5, 0.6]] : [:],
            diagnostics: ok ? diagnostics : [:],
            parametersSHA256: ok ? SHA256.hex(of: "\(strategy) \(seed) \(accuracy)") : "",
            machine: machine)
        result.cost.flops = 1e9 * Double(strategy.count)
        result.cost.seconds = 1
        return CellRecord(
            labels: RunLabels(
                suite: "s", dataset: dataset, pairing: "a-b", fusion: fusion, strategy: label ?? strategy),
            spec: spec, fingerprint: Fingerprint(hex: SHA256.hex(of: spec.fingerprint.hex + dataset + (label ?? ""))),
            result: result)
    }

    /// Joint and PDMP on eight seeds, PDMP a tenth better.
    static var clear: [CellRecord] {
        (1...8).flatMap { seed in
            [record("joint", seed, 0.5 + Double(seed) / 1000), record("pdmp", seed, 0.6 + Double(seed) / 900)]
        }
    }

    static func input(_ records: [CellRecord], sources: [Card] = []) -> ReportInput {
        ReportInput(
            suite: "s", question: "Q?", reproduce: "pdmpbench run s.yaml", records: records,
            directions: ["accuracy": .higherIsBetter, "perplexity": .lowerIsBetter], primaryMetric: "test/accuracy",
            taskMetrics: ["generation": "test/perplexity"], sources: sources)
    }

    static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The report without figures.
    static func write(_ input: ReportInput, to folder: URL) throws -> String {
        _ = try ReportWriter(input, gnuplot: Gnuplot(program: "no-such-gnuplot")).write(to: folder)
        return try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
    }

    static func markdown(_ records: [CellRecord], sources: [Card] = []) throws -> String {
        try inFolder { try write(input(records, sources: sources), to: $0) }
    }
}
