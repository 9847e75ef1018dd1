// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Suites
import Testing

@Suite struct Reports {
    func record(_ strategy: String, _ seed: Int, _ accuracy: Double, state: RunState = .ok) -> CellRecord {
        let spec = RunSpec(
            task: Choice("classification"), dataset: Choice("latent"), dataDigest: "", encoders: ["a": Choice("mlp")],
            fusion: Choice("concat"), strategy: Choice(strategy), optimizer: Choice("sgd"),
            schedule: Choice("constant"),
            budget: [:], seed: seed, versions: [:])
        return CellRecord(
            labels: RunLabels(suite: "s", dataset: "d|`x`", pairing: "a-b", fusion: "concat", strategy: strategy),
            spec: spec,
            fingerprint: spec.fingerprint,
            result: RunResult(
                state: state, reason: state == .ok ? "" : "boom | <b>",
                metrics: state == .ok ? ["test/accuracy": accuracy] : [:]))
    }

    func write(_ records: [CellRecord]) throws -> (text: String, outcome: ReportOutcome) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-report-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = ReportInput(
            suite: "s", question: "Q?", reproduce: "pdmpbench run s.yaml", records: records,
            directions: ["accuracy": .higherIsBetter], primaryMetric: "test/accuracy")
        let outcome = try ReportWriter(input, gnuplot: Gnuplot(program: "no-such-gnuplot")).write(to: folder)
        return (try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8), outcome)
    }

    @Test func `say where PDMP wins, and degrade without gnuplot`() throws {
        let records = (1...8).flatMap {
            [record("joint", $0, 0.5 + Double($0) / 1000), record("pdmp", $0, 0.6 + Double($0) / 1000)]
        }
        let (text, outcome) = try write(records)
        #expect(text.contains("pdmp beats joint training (accuracy +0.100)"))
        #expect(text.contains("figures skipped:") && outcome.skipped != nil && outcome.figures.isEmpty)
        #expect(text.contains(#"d\|\`x\`"#))
    }

    @Test func `survive failures, single seeds and nothing at all`() throws {
        let failed = try write([record("joint", 1, 0, state: .failed), record("pdmp", 1, 0, state: .failed)]).text
        #expect(failed.contains("failed") && failed.contains(#"boom \| \<b\>"#))
        #expect(
            try write([record("joint", 1, 0.5), record("pdmp", 1, 0.4)]).text.contains("cannot be decided with 1 seeds")
        )
        #expect(try write([]).text.contains("# s"))
    }
}
