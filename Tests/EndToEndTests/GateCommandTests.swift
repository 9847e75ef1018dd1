// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Processes
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
        try commit(program, "example")
        return program
    }

    /// Puts all that stands in the folder into its repository, which begins here if there is none.
    private func commit(_ program: Program, _ message: String) throws {
        for arguments in [
            ["init", "-q", "-b", "main"], ["add", "."],
            ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", message],
        ] {
            let outcome = try ChildProcess("git", arguments, folder: program.folder.path).run()
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    /// A repository whose benchmark is a script that prints what it is told; a hundred of them run in a second.
    private func scripted(_ script: String, extra: [String: String] = [:]) throws -> Program {
        let program = try Program(
            [
                "bench": "#!/bin/sh\n\(script)\n", ".gitignore": "home\nReports\nstdout\nstderr\ncache\n",
                "gate.yaml": "build: [chmod, +x, bench]\nprogram: bench\nbenchmarks: [{name: one, arguments: []}]\n",
            ].merging(extra) { $1 })
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path("bench"))
        try commit(program, "base")
        return program
    }

    private func says(_ time: String) -> String { "echo \"{\\\"median_ms\\\": \(time), \\\"peak_rss_mb\\\": 10}\"" }

    private func rewrite(_ program: Program, _ script: String) throws {
        try program.write("bench", Data("#!/bin/sh\n\(script)\n".utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path("bench"))
    }

    /// The gate through `make`, whose own code for any failure is 2; the verdict says which.
    private func make(_ program: Program, _ flags: String = "") throws -> (make: Int32, exit: Int?) {
        let outcome = try program.run(
            [
                "make", "--no-print-directory", "-f", Repository.root.appendingPathComponent("Makefile").path, "-o",
                "build", "gate", "BENCH=\(Program.url.path)", "FLAGS=--max-load 1000 \(flags)",
            ], program: URL(fileURLWithPath: "/usr/bin/env"))
        return (outcome.code, try? verdict(program)["exit_code"]?.intValue)
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
        #expect(!program.exists("Reports/gate/verdict.json"))
        let unknown = try program.run(["gate", "--base", "no-such", "--max-load", "1000"])
        #expect(unknown.code == 6 && unknown.err.contains("no-such"), "\(unknown.err)")
        #expect(try verdict(program)["exit_code"] == 6 && verdict(program)["verdict"] == "incomparable")
        #expect(try program.run(common + ["--max-load", "0"]).code == 8)
        #expect(try verdict(program)["exit_code"] == 8 && verdict(program)["refusal"] != .null)
        try program.write("home/calibration.json", Data("{}".utf8))
        #expect(try program.run(common).code == 8)
    }

    @Test func `a tree that does not build is a failure with its first error`() throws {
        let program = try example()
        try program.write("bench.c", Data("int main(void) { return nonsense; }\n".utf8))
        let result = try program.run(common)
        #expect(result.code == 1 && result.err.contains("head tree does not build"))
        #expect(result.err.contains("nonsense"))
        #expect(try verdict(program)["exit_code"] == 1)
    }

    @Test func `every verdict has its code, through the program and through make`() throws {
        let program = try scripted(says("10"))
        func gate(_ flags: String...) throws -> Int32 { try program.run(common + flags).code }
        // 0: nothing changed, and says so.
        #expect(try gate() == 0)
        #expect(try verdict(program)["verdict"] == "equivalent")
        #expect(try make(program) == (0, 0))
        // 3: slower.
        try rewrite(program, says("11"))
        #expect(try gate() == 3)
        #expect(try make(program) == (2, 3))
        // 5: faster, where that shall be noticed.
        try rewrite(program, says("9"))
        #expect(try gate() == 0 && gate("--ratchet") == 5)
        #expect(try make(program, "--ratchet") == (2, 5))
        // 4: cannot tell, where that shall be noticed.
        // Base is quick twice and slow twice, head the other way round.
        try rewrite(
            program,
            """
            here=$(dirname $0); echo >> $here/calls; calls=$(wc -l < $here/calls)
            case $here in */base) quick=0;; *) quick=1;; esac
            """ + "\n" + says("$(( (calls - 1) / 2 % 2 == quick ? 10 : 200 ))"))
        try commit(program, "noise")
        #expect(try gate() == 0)
        #expect(try verdict(program)["verdict"] == "inconclusive")
        #expect(try gate("--strict") == 4)
        #expect(try make(program, "--strict") == (2, 4))
        // 1: base runs it, head does not.
        try rewrite(program, "echo broken >&2; exit 7")
        #expect(try gate() == 1)
        #expect(try program.read("Reports/gate/verdict.json").contains("ended with 7: broken"))
        #expect(try make(program) == (2, 1))
        // 6: base does not run it either.
        try commit(program, "broken")
        #expect(try gate() == 6)
        #expect(try make(program) == (2, 6))
        // 8: busy; 2: nothing ran, so there is no verdict.
        #expect(try make(program, "--max-load 0") == (2, 8))
        #expect(try make(program, "--profile weekly").make == 2)
    }

    @Test func `what was judged stands until somebody says why it is measured again`() throws {
        let program = try scripted(says("10"))
        try rewrite(program, says("11"))
        #expect(try program.run(common).code == 3)
        let attempts = try FileManager.default.contentsOfDirectory(atPath: program.path("home/gate/attempts"))
        #expect(attempts.count == 1)
        let again = try program.run(common)
        #expect(again.code == 3 && again.err.contains("--reason WHY"), "\(again.err)")
        #expect(try verdict(program)["attempts"]?.arrayValue?.count == 1)
        #expect(try program.run(common + ["--reason", "the runner | swapped"]).code == 3)
        let pooled = try verdict(program)
        #expect(pooled["attempts"]?.arrayValue?.map { $0["reason"] } == ["", "the runner | swapped"])
        #expect(pooled["findings"]?.arrayValue?.first { $0["metric"] == "time" }?["pairs"] == 32)
        let comment = try program.read("Reports/gate/comment.md")
        #expect(comment.contains("measured 2 times, all of it pooled; repeated because: the runner \\| swapped"))
    }

    @Test func `a worse score is named with its cell and metric`() throws {
        let script = "exec \(Program.url.path) \"$@\""
        let program = try scripted(
            script,
            extra: [
                "tiny.yaml": suite.replacing("epochs: 2", with: "epochs: 8"),
                "gate.yaml": "build: [chmod, +x, bench]\nprogram: bench\nsuite: tiny.yaml\nbenchmarks: []\n",
            ])
        let gate = ["gate", "--base", "main"]
        let same = try program.run(gate)
        #expect(same.code == 0, "\(same.out)\(same.err)")
        #expect(try verdict(program)["verdict"] == "equivalent")
        // Another specification, so other fingerprints: hardly anything is learned.
        try rewrite(program, script + " --set 'optimizers=[{id: sgd, options: {learningRate: 0.00001}}]'")
        let worse = try program.run(gate)
        #expect(worse.code == 3, "\(worse.out)\(worse.err)")
        let found = try verdict(program)["findings"]?.arrayValue?.filter { $0["judgement"] == "regressed" } ?? []
        #expect(!found.isEmpty && found.allSatisfy { $0["tier"] == "quality" && $0["metric"] == "test/accuracy" })
        #expect(found.contains { $0["subject"]?.stringValue?.contains("latent / concat / joint") == true })
        #expect(try program.read("Reports/gate/junit.xml").contains("<failure type=\"quality\""))
        #expect(worse.out.contains("test/accuracy regressed"))
        try program.write(
            "gate.yaml",
            Data(
                "build: [chmod, +x, bench]\nprogram: bench\nsuite: tiny.yaml\nbenchmarks: []\nquality: {test/accurracy: 1}\n"
                    .utf8))
        let misspelled = try program.run(gate)
        #expect(misspelled.code == 2)
    }

    @Test func `nights are remembered, and history shows where the level changed`() throws {
        let program = try scripted(says("10"))
        #expect(try program.run(["history"]).code == 6)
        let night = ["gate", "--base", "main", "--profile", "nightly", "--tier", "time", "--max-load", "1000"]
        #expect(try program.run(night).code == 0)
        let line = try program.read("home/history.jsonl")
        #expect(line.contains("\"one / time\":[10,\"lower\"]"), "\(line)")
        // The same night 36 times, then four slower ones.
        let slower = line.replacing("\"one / time\":[10,", with: "\"one / time\":[12,")
        try program.write(
            "home/history.jsonl",
            Data((String(repeating: line, count: 36) + String(repeating: slower, count: 4)).utf8))
        let history = try program.run(["history"])
        #expect(history.code == 0 && history.out.contains("one / time: worse since"), "\(history.out)\(history.err)")
        #expect(history.out.contains("40 entries, 2 series, 1 of them with a change of level"))
        let page = try program.read("Reports/history/history.md")
        #expect(page.contains("10.000 → 12.000 (+20.0 %)") && page.contains("![one / time](series-1.svg)"))
        #expect(program.exists("Reports/history/series-1.svg"))
        #expect(try program.run(["history", "--series", "nothing*"]).code == 2)
        // The gate of the next night tells of it and does not block.
        try rewrite(program, says("12"))
        try commit(program, "slower")
        #expect(try program.run(night).code == 0)
        let advice = try verdict(program)["findings"]?.arrayValue?.filter { $0["tier"] == "history" } ?? []
        #expect(advice.map { $0["subject"] } == ["one"] && advice[0]["judgement"] == "regressed")
    }

    @Test func `committed results are a history too`() throws {
        let program = try configured(suite)
        #expect(try program.run(["baseline", "save", "tiny", "tiny.yaml"]).code == 0)
        try program.write(".gitignore", Data("home\ncache\nstdout\nstderr\n".utf8))
        try commit(program, "one")
        let text = try program.read("Reports/baselines/tiny.jsonl")
        try program.write("Reports/baselines/tiny.jsonl", Data((text + "\n").utf8))
        try commit(program, "two")
        let history = try program.run(["history", "--commits", "Reports/baselines/tiny.jsonl"])
        #expect(history.code == 0 && history.out.contains("2 entries, 4 series"), "\(history.out)\(history.err)")
        #expect(try program.read("Reports/history/history.md").contains("cannot be judged: needs 30 entries"))
        let named = try program.run(
            ["history", "Reports/baselines/tiny.jsonl", "Reports/baselines/tiny.jsonl", "--metric", "test/*"])
        #expect(named.code == 0 && named.out.contains("2 entries"))
        #expect(try program.run(["history", "no-such"]).code == 2)
        #expect(try program.run(["history", "no-such", "--commits", "x"]).code == 2)
    }

    @Test func `calibration goes on where it stopped, and a stale one is refused`() throws {
        // A program of one's own, which takes as long as it is told to.
        let program = try Program([
            "bench": "#!/bin/sh\n" + says("$((100 + $(echo ${1:-0} | cut -d. -f1)))") + "\n",
            "gate.yaml": """
            build: [chmod, +x, bench]
            program: bench
            benchmarks:
              - {name: one, arguments: [], slow: ["{}"]}
              - {name: two, arguments: [], slow: ["{}"]}
            """,
        ])
        let inject = ["aa", "--sessions", "1", "--inject", "50"]
        let same = try program.run(["aa", "--sessions", "1"])
        #expect(same.code == 0 && same.err.contains("session 1 of 1, A/A"), "\(same.err)")
        let first = try program.run(inject)
        #expect(first.code == 0 && first.err.contains("head's one by 50.0 % slower"), "\(first.err)")
        #expect(first.out.contains("| 50.0 % | 1 of 1"), "\(first.out)")
        #expect(first.out.contains("| 0 % (A/A) | 0 of 3"))
        #expect(try program.read("Reports/calibration/sessions.jsonl").split(separator: "\n").count == 2)
        let again = try program.run(inject)
        #expect(!again.err.contains("session 1 of 1") && again.out == first.out)
        let late = try program.run(["aa", "--sessions", "2", "--minutes", "0.0001"])
        #expect(!late.err.contains("session 2 of 2"))
        #expect(try program.run(["aa", "--inject", "5,much"]).code == 2)
        let many = try program.run(["aa", "--inject", "2,3,5"])
        #expect(many.code == 2 && many.err.contains("only 2 benchmarks"), "\(many.err)")
        // Half a line, as a kill leaves it: that session is measured again.
        let text = try program.read("Reports/calibration/sessions.jsonl")
        try program.write("Reports/calibration/sessions.jsonl", Data(text.dropLast(50).utf8))
        let mended = try program.run(inject)
        #expect(mended.err.contains("half a session in line 2") && mended.err.contains("head's one by 50.0 % slower"))
        try program.write("gate.yaml", Data(program.read("gate.yaml").replacing("+x", with: "+nonsense").utf8))
        #expect(try program.run(["aa", "--sessions", "9"]).code == 1)
        // The gate takes the calibration of its machine, and refuses one that is too old.
        let taken = try program.read("home/calibration.json")
        let old = try #require(taken.range(of: "\"taken\":")).upperBound
        try program.write("home/calibration.json", Data((String(taken[..<old]) + "1}\n").utf8))
        let stale = try scripted(says("10"))
        #expect(try stale.run(common).err.contains("no A/A calibration of this machine"))
        try stale.write("home/calibration.json", Data(taken.utf8))
        let short = try stale.run(common)
        #expect(short.code == 0 && short.err.contains("0 of 2 sessions"), "\(short.err)")
        #expect(try stale.read("Reports/gate/comment.md").contains("quiet sessions would"))
        try stale.write("home/calibration.json", Data(program.read("home/calibration.json").utf8))
        let refused = try stale.run(common)
        #expect(refused.code == 8 && refused.err.contains("days old"), "\(refused.err)")
        #expect(try verdict(stale)["exit_code"] == 8)
        #expect(try make(stale) == (2, 8))
    }

    @Test(arguments: [SIGINT, SIGTERM]) func `an interrupted gate leaves no verdict`(_ number: Int32) throws {
        let program = try example()
        #expect(try program.run(common).code == 0)
        let process = try program.start(common + ["--reason", "to be interrupted"])
        let files = ["verdict.json", "junit.xml", "comment.md", "report.md"].map { "Reports/gate/\($0)" }
        while process.isRunning, files.contains(where: program.exists) { usleep(1000) }
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        for file in files { #expect(!program.exists(file), "\(file)") }
        #expect(process.terminationStatus == 128 + number)
        // What was half measured counts for nothing.
        let attempts = try FileManager.default.contentsOfDirectory(atPath: program.path("home/gate/attempts"))
        #expect(try attempts.map { try program.read("home/gate/attempts/\($0)").split(separator: "\n").count } == [1])
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
        // What is counted is there to be counted: a name that the linker knows.
        let function = try #require(plan.function)
        #expect(try Data(contentsOf: Program.url).range(of: Data(function.utf8)) != nil)
    }
}
