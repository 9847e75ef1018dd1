// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reports
import Testing

/// `pdmpbench study`: several suites, one page.
@Suite struct `Study command` {
    static let suite = """
        name: tiny
        datasets: [{id: latent, label: easy, options: {regime: easy-but-weak, classes: 3, train: 64, validation: 32, test: 64}}]
        encoders: {"*": {id: mlp, options: {widths: [8]}}}
        strategies: [joint, {id: pdmp, options: {dominant: a}}]
        budget: {epochs: 2, batchSize: 16}
        seeds: "1..3"
        """
    static let study = """
        name: small
        question: Does it help?
        suites: [tiny.yaml]
        questions: {H1: Does it help?, H2: Is it smoother?}
        hypotheses:
          - {id: H1.1, claim: PDMP is better, suite: tiny, compare: pdmp, with: [joint]}
          - {id: H2.1, claim: its loss is smoother, suite: tiny, compare: pdmp, with: [joint], metric: stability/roughness}
        figures: [tiny/scores-easy]
        """

    @Test func `trains its suites, judges, and does so again from the ledger to the same bytes`() throws {
        let program = try Program(["tiny.yaml": Self.suite, "study.yaml": Self.study])
        let first = try program.run(["study", "study.yaml", "-o", "out", "-j", "2"])
        #expect(first.code == 0, "\(first.err)")
        #expect(first.out.contains("H1.1 cannot be decided (needs ≥ 7 seeds): PDMP is better"))
        let page = try program.read("out/report.md")
        #expect(page.contains("[tiny](tiny/report.md)") && page.contains("| H2 Is it smoother? | 1 |"))
        #expect(program.exists("out/figures/scores-easy.svg") && program.exists("out/tables/hypotheses-h1.tex"))
        let packed = try Data(contentsOf: URL(fileURLWithPath: program.path("out/tiny/cells.jsonl.gz")))
        let again = try program.run(["study", "study.yaml", "-o", "out", "--known", "--quiet"])
        #expect(again.code == 0, "\(again.err)")
        #expect(try program.read("out/report.md") == page)
        #expect(try Data(contentsOf: URL(fileURLWithPath: program.path("out/tiny/cells.jsonl.gz"))) == packed)
        // A folder that holds compressed cells alone can be asked as well.
        try FileManager.default.removeItem(atPath: program.path("out/tiny/cells.jsonl"))
        let cells = try CellsReader.read(URL(fileURLWithPath: program.path("out/tiny/cells.jsonl")))
        #expect(
            cells.count == 6
                && cells.allSatisfy { $0.result.curves.isEmpty && $0.result.metrics["test/accuracy"] != nil })
        let asked = try program.run(["query", "metric:accuracy", "--in", "out/tiny", "--row", "method"])
        #expect(asked.code == 0 && asked.out.contains("pdmp"), "\(asked.err)")
        try packed.prefix(packed.count / 2).write(to: URL(fileURLWithPath: program.path("out/tiny/cells.jsonl.gz")))
        let damaged = try program.run(["query", "metric:accuracy", "--in", "out/tiny"])
        #expect(damaged.code == 2 && damaged.err.contains("cells.jsonl.gz: cannot be unpacked"), "\(damaged.err)")
        let figure = try program.run(["reproduce", "out/figures/scores-easy.svg"])
        #expect(figure.code == 0 && figure.out.contains("identical"), "\(figure.err)")
    }

    @Test func `says what is wrong before anything is trained`() throws {
        let program = try Program([
            "tiny.yaml": Self.suite, "study.yaml": Self.study.replacing("with: [joint]", with: "with: [jont]"),
        ])
        let outcome = try program.run(["study", "study.yaml", "-o", "out"])
        #expect(outcome.code == 2 && outcome.err.contains("H1.1: 'tiny' has no strategy called 'jont'"))
        #expect(!program.exists("out"))
        try program.write(
            "study.yaml", Data(Self.study.replacing("suite: tiny, compare", with: "suite: tny, compare").utf8))
        #expect(try program.run(["study", "study.yaml"]).err.contains("no suite is called 'tny'"))
        #expect(try program.run(["study", "absent.yaml"]).code == 2)
    }
}
