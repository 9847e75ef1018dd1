// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import TestSupport
import Testing

@Suite(.serialized) struct `The gate` {
    /// The example of the documentation in a repository of its own.
    private func example() throws -> Program {
        let program = try Program()
        let source = Repository.root.appendingPathComponent("Docs/gate-example")
        for name in ["bench.c", "Makefile", "gate.yaml"] {
            try program.write(name, try Data(contentsOf: source.appendingPathComponent(name)))
        }
        try program.write(".gitignore", Data("home\nReports\nstdout\nstderr\nbench\n".utf8))
        for arguments in [
            ["init", "-q", "-b", "main"], ["add", "."],
            ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "example"],
        ] {
            let git = try #require(ChildProcess.find("git"))
            #expect(try ChildProcess(git, arguments, folder: program.folder.path).run().status == 0)
        }
        return program
    }

    private func verdict(_ program: Program) throws -> ConfigValue {
        try JSONDecoder().decode(ConfigValue.self, from: Data(program.read("Reports/gate/verdict.json").utf8))
    }

    private let common = ["gate", "--base", "main", "--tier", "time", "--max-load", "1000"]

    @Test func `an unchanged tree passes and a slowed function is named`() throws {
        let program = try example()
        let quiet = try program.run(common)
        #expect(quiet.code == 0, "\(quiet.out)\(quiet.err)")
        #expect(["equivalent", "inconclusive"].contains(try verdict(program)["verdict"]?.stringValue))
        // Twice the work in `sum` only.
        let code = try program.read("bench.c").replacing("round < 40", with: "round < 80")
        try program.write("bench.c", Data(code.utf8))
        let slow = try program.run(common)
        #expect(slow.code == 3, "\(slow.out)\(slow.err)")
        let found = try verdict(program)
        #expect(found["exit_code"] == 3 && found["verdict"] == "regressed")
        let regressed = (found["findings"]?.arrayValue ?? []).filter { $0["judgement"] == "regressed" }
        #expect(regressed.count == 1 && regressed[0]["subject"] == "sum" && regressed[0]["metric"] == "time")
        #expect(try program.read("Reports/gate/comment.md").contains("| regressed | time and memory | sum |"))
        #expect(try program.read("Reports/gate/junit.xml").contains("<failure type=\"regression\""))
        #expect(try program.read("bench.c") == code)
    }

    @Test func `under GitHub Actions it annotates and adds to the step summary`() throws {
        let program = try example()
        try program.write("summary", Data("before\n".utf8))
        let code = try program.read("bench.c").replacing("round < 40", with: "round < 80")
        try program.write("bench.c", Data(code.utf8))
        let result = try program.run(
            common + ["--benchmark", "su*"],
            environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": program.path("summary")])
        #expect(result.code == 3)
        #expect(result.out.contains("::error title=regression%3A sum::"))
        let summary = try program.read("summary")
        #expect(summary.hasPrefix("before\n") && summary.contains("## Gate: regressed"))
    }

    @Test func `wrong usage and nothing to compare with have their codes`() throws {
        let program = try example()
        #expect(try program.run(["gate"]).code == 2)
        #expect(try program.run(["gate", "--base", "main", "--baseline", "x"]).code == 2)
        #expect(try program.run(common + ["--profile", "nightli"]).err.contains("did you mean 'nightly'"))
        #expect(try program.run(common + ["--benchmark", "nothing*"]).code == 2)
        let unknown = try program.run(["gate", "--base", "no-such", "--max-load", "1000"])
        #expect(unknown.code == 6 && !program.exists("Reports/gate/verdict.json"))
        #expect(try program.run(common + ["--max-load", "0"]).code == 8)
        try program.write("home/calibration.json", Data("{}".utf8))
        #expect(try program.run(common).code == 8)
    }

    @Test func `a tree that does not build is a failure with its first error`() throws {
        let program = try example()
        try program.write("bench.c", Data("int main(void) { return nonsense; }\n".utf8))
        let result = try program.run(common)
        #expect(result.code == 1 && result.err.contains("head tree does not build"))
        #expect(result.err.contains("nonsense"))
    }

    @Test func `an interrupted gate leaves no verdict`() throws {
        let program = try example()
        #expect(try program.run(common).code == 0)
        let process = try program.start(common)
        while process.isRunning, program.exists("Reports/gate/verdict.json") { usleep(1000) }
        process.terminate()
        process.waitUntilExit()
        #expect(!program.exists("Reports/gate/verdict.json"))
        #expect(process.terminationStatus == 143)
    }

    private let suite = """
        name: tiny
        datasets: [{id: latent, options: {train: 64, validation: 32, test: 64}}]
        strategies: [joint, {id: pdmp, options: {rankingSeeds: [1]}}]
        budget: {epochs: 2, batchSize: 16}
        seeds: "1..7"
        """

    private func configured(_ suite: String) throws -> Program {
        try Program([
            "tiny.yaml": suite,
            "gate.yaml": "build: [make]\nprogram: bench\nsuite: tiny.yaml\nbenchmarks: []\n",
        ])
    }

    @Test func `a suite is compared with a saved baseline`() throws {
        let program = try configured(suite)
        #expect(try program.run(["gate", "--baseline", "tiny"]).code == 6)
        let saved = try program.run(["baseline", "save", "tiny", "tiny.yaml"])
        #expect(saved.code == 0 && saved.out.contains("14 cells"), "\(saved.err)")
        #expect(try program.run(["baseline", "list"]).out == "tiny\t14 cells\n")
        #expect(try program.run(["baseline", "show", "tiny"]).out.split(separator: "\n").count == 14)
        let same = try program.run(["gate", "--baseline", "tiny"])
        #expect(same.code == 0, "\(same.out)\(same.err)")
        // One seed's digest is not what it was: the cell is named.
        let text = try program.read("Reports/baselines/tiny.jsonl")
        let damaged = text.replacing("\"parameters_sha256\":\"", with: "\"parameters_sha256\":\"0", maxReplacements: 1)
        try program.write("Reports/baselines/tiny.jsonl", Data(damaged.utf8))
        let differing = try program.run(["gate", "--baseline", "tiny"])
        #expect(differing.code == 3 && differing.out.contains("latent / concat / joint"), "\(differing.out)")
        #expect(try program.run(["baseline", "rm", "tiny"]).code == 0)
        #expect(try program.run(["baseline", "show", "tiny"]).code == 6)
    }

    @Test func `the product's own plan names every operation`() throws {
        let plan = try GateConfiguration.read(file: Repository.root.appendingPathComponent("gate.yaml").path)
        let listed = Set(plan.benchmarks.map(\.name))
        let known = try Program().run(["time", "--list"]).out.split(separator: "\n").map {
            String($0.prefix { $0 != "\t" })
        }
        #expect(!known.isEmpty)
        for name in known where !name.hasPrefix("W") { #expect(listed.contains(name), "\(name) is not in gate.yaml") }
    }
}
