// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `The program` {
    @Test func `three mistakes are three diagnostics, exit 2, no folder`() throws {
        let program = try Program([
            "bad.yaml":
                "name: bad\ndatasets: [latnt]\nstrategies: [{id: ogm, options: {alfa: 1}}]\nbudget: {epochs: -1}\nseeds: [1]\n"
        ])
        let result = try program.run(["run", "bad.yaml", "-o", "out"])
        #expect(result.code == 2)
        let lines = result.err.split(separator: "\n")
        #expect(lines.count == 3, "\(result.err)")
        for (line, place) in zip(lines, ["bad.yaml:2:", "bad.yaml:3:", "bad.yaml:4:"]) {
            #expect(line.hasPrefix(place))
        }
        #expect(!program.exists("out") && !program.exists("home"))
    }

    @Test func `runs, resumes without work, and tells what it stands on`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let first = try program.run(["run", "tiny.yaml", "-j", "2", "-o", "out"])
        #expect(first.code == 0, "\(first.err)")
        let (report, cells) = (try program.read("out/report.md"), try program.read("out/cells.jsonl"))
        let second = try program.run(["resume", "tiny.yaml", "-o", "out"])
        #expect(second.code == 0 && second.err.contains("0 to do"), "\(second.err)")
        #expect(try program.read("out/report.md") == report && program.read("out/cells.jsonl") == cells)
        for key in [
            "\"flops\":", "\"seconds\":", "\"peak_rss_bytes\":", "\"started\":\"20", "\"finished\":\"20", "\"kernel\":",
            "\"libc\":", "\"compiler\":", "\"isa\":",
        ] {
            #expect(cells.contains(key), "\(key)")
        }
        let manifest = try program.read("out/manifest.json")
        for key in [
            "\"generator_sha256\"", "\"schema\"", "\"started\"", "\"environment\"", "\"PDMPBENCH_HOME\"",
            #""budget.epochs":{"origin":"tiny.yaml:4","value":2}"#,
            #""budget.clipNorm":{"origin":"default","value":0}"#,
        ] {
            #expect(manifest.contains(key), "\(key)")
        }
        #expect(try program.run(["report", "tiny.yaml", "-o", "again"]).code == 0)
        #expect(try program.read("again/report.md") == report)
    }

    @Test func `plan prints exactly the cells that run executes, in their order`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let filters = ["-m", "uni*", "-m", "joint", "--seed", "2", "-t", "lat*"]
        let plan = try program.run(["plan", "tiny.yaml"] + filters)
        #expect(plan.code == 0 && !program.exists("home"))
        #expect(try program.run(["run", "tiny.yaml", "--dry-run"] + filters).out == plan.out)
        #expect(!program.exists("Reports"))
        #expect(try program.run(["run", "tiny.yaml", "-o", "out"] + filters).code == 0)
        let planned = plan.out.split(separator: "\n").map { String($0.prefix(12)) }
        let done = try program.read("out/cells.jsonl").split(separator: "\n").compactMap { line in
            line.firstRange(of: "\"fingerprint\":\"").map { String(line[$0.upperBound...].prefix(12)) }
        }
        #expect(planned.count == 3 && planned == done)
        let none = try program.run(["run", "tiny.yaml", "-m", "nothing"])
        #expect(none.code == 2 && none.err.contains("leave no cell"))
    }

    @Test func `every value is shown with its origin`() throws {
        let program = try Program([
            "base.yaml": Program.tiny, "own.yaml": "include: base.yaml\nname: own\nbudget:\n  batchSize: 8\n",
        ])
        let plan = try program.run(["plan", "own.yaml", "--origins", "--set", "budget.epochs=3", "-m", "joint"])
        for line in [
            "budget.batchSize = 8  (own.yaml:4)", "budget.epochs = 3  (command line: --set budget.epochs=3)",
            "budget.clipNorm = 0  (default)", "dataset.options.train = 64  (base.yaml:2)",
            "fusion.id = \"concat\"  (default)",
        ] {
            #expect(plan.out.contains(line), "\(line)")
        }
    }

    @Test func `the environment stands below the command line and above the suite`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let seeded = try program.run(["plan", "tiny.yaml", "-m", "joint"], environment: ["PDMPBENCH_SEED": "7..8"])
        #expect(seeded.out.contains("seed 7\n") && seeded.out.contains("seed 8\n") && !seeded.out.contains("seed 1\n"))
        let chosen = try program.run(
            ["plan", "tiny.yaml", "-m", "joint", "--seed", "2"], environment: ["PDMPBENCH_SEED": "7"])
        #expect(chosen.out.contains("seed 2\n"))
        for (name, value) in [("PDMPBENCH_SEED", "x"), ("PDMPBENCH_JOBS", "many"), ("PDMPBENCH_ISA", "sse9")] {
            let wrong = try program.run(["run", "tiny.yaml", "-o", "out"], environment: [name: value])
            #expect(wrong.code == 2 && wrong.err.contains(name), "\(wrong.err)")
        }
        let jobs = try program.run(
            ["run", "tiny.yaml", "-o", "out"], environment: ["PDMPBENCH_JOBS": "2"])
        #expect(jobs.err.contains("on 2 workers"))
    }

    @Test func `status names what tells a cell from the nearest known run`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        #expect(try program.run(["status", "tiny.yaml"]).out.hasPrefix("0 of 8 cells are done"))
        _ = try program.run(["run", "tiny.yaml", "-o", "out"])
        #expect(try program.run(["status", "tiny.yaml"]).out.hasPrefix("8 of 8 cells are done, 0 of them failed"))
        let known = try program.run(["status", "tiny.yaml", "--why", "*joint*seed 1"])
        #expect(known.out.contains("is known: ok on 20"))
        let changed = try program.run(
            ["status", "tiny.yaml", "--why", "*joint*seed 1", "--set", "budget.epochs=3"])
        #expect(changed.out.contains("budget.epochs: 2 → 3"), "\(changed.out)")
        #expect(try program.run(["status", "tiny.yaml", "--why", "nobody"]).code == 2)
    }

    @Test func `a limited run says SMOKE on every output and is never taken for a result`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let smoke = try program.run(["run", "tiny.yaml", "--limit", "20", "-o", "out"])
        #expect(smoke.code == 0 && smoke.out.contains("SMOKE"), "\(smoke.err)")
        for file in ["report.md", "cells.jsonl", "verdict.json", "manifest.json"] {
            #expect(try program.read("out/\(file)").contains("SMOKE"), "\(file)")
        }
        let figures = try FileManager.default.contentsOfDirectory(atPath: program.path("out/figures"))
        for figure in figures.filter({ $0.hasSuffix(".svg") || $0.hasSuffix(".gp") }) {
            #expect(try program.read("out/figures/\(figure)").contains("SMOKE"), "\(figure)")
        }
        #expect(try program.run(["status", "tiny.yaml"]).out.hasPrefix("0 of 8"))
        #expect(try program.run(["run", "tiny.yaml", "--limit", "0"]).code == 2)
        #expect(try program.run(["run", "tiny.yaml", "--limit", "9", "--save-baseline", "b"]).code == 2)
    }

    @Test func `mistyped words are answered with the nearest, exit 2`() throws {
        let program = try Program()
        let verb = try program.run(["rnu"])
        #expect(verb.code == 2 && verb.err.contains("did you mean 'run'?"))
        #expect(try program.run(["run", "none.yaml"]).code == 2)
        #expect(try program.run(["run"]).code == 2)
        #expect(try program.run(["list", "strateges"]).code == 2)
        let listed = try JSONSerialization.jsonObject(
            with: Data(try program.run(["list", "strategies", "--format", "json"]).out.utf8))
        let entries = try #require(listed as? [[String: Any]])
        let ogm = try #require(entries.first { $0["id"] as? String == "ogm" })
        #expect(ogm["stages"] as? [String] == ["gradient"] && (ogm["bibtex"] as? String)?.hasPrefix("@") == true)
        let keys = try program.run(["list", "strategies", "--cite"]).out.split(separator: "\n")
            .filter { $0.hasPrefix("@") }
        #expect(Set(keys).count == keys.count && keys.count > 15)
    }

    @Test func `help of every verb fits 80 columns and shows an example`() throws {
        let program = try Program()
        let root = try program.run(["--help"])
        let section = try #require(root.out.components(separatedBy: "SUBCOMMANDS:").last)
        let verbs = section.split(separator: "\n").filter {
            $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("help <")
        }
        .compactMap { $0.split(whereSeparator: { $0 == " " || $0 == "," }).first.map(String.init) }
        #expect(verbs.count >= 11, "\(root.out)")
        for verb in verbs {
            let help = try program.run([verb, "--help"])
            #expect(help.code == 0 && help.out.contains("Example:"), "\(verb)")
            #expect(help.out.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(verb)\n\(help.out)")
        }
        #expect(root.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test(
        arguments: [
            (["--quiet"], [:]), (["--verbose"], [:]), (["--color", "never"], [:]), ([], ["NO_COLOR": "1"]), ([], [:]),
        ] as [([String], [String: String])])
    func `no escape byte and no carriage return leaves it`(_ flags: [String], _ environment: [String: String]) throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let failing = ["--set", "optimizers=[{id: sgd, options: {learningRate: 1000000}}]"]
        let result = try program.run(["run", "tiny.yaml", "-o", "out"] + failing + flags, environment: environment)
        #expect(result.code == 1)
        for text in [result.out, result.err] {
            #expect(!text.utf8.contains(0x1b) && !text.utf8.contains(0x0d))
        }
        #expect(flags == ["--quiet"] ? result.out.isEmpty && result.err.isEmpty : result.err.contains("failed"))
    }

    @Test func `labels are drawn, not run`() throws {
        let label = #"\"; system(\"touch pwned\"); #"#
        let program = try Program([
            "tiny.yaml": Program.tiny.replacingOccurrences(
                of: "[joint, unimodal,", with: "[{id: joint, label: \"\(label)\"}, {id: ogm, label: \"`touch pwned`\"},"
            )
        ])
        let result = try program.run(["run", "tiny.yaml", "-o", "out"])
        #expect(result.code == 0, "\(result.err)")
        #expect(!program.exists("pwned") && !program.exists("out/pwned") && !program.exists("out/figures/pwned"))
        let figures = try FileManager.default.contentsOfDirectory(atPath: program.path("out/figures"))
            .filter { $0.hasSuffix(".svg") }
        #expect(try figures.contains { try program.read("out/figures/\($0)").contains("touch pwned") })
    }

    @Test func `without gnuplot the report says so, and fails only if figures are required`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let bare = ["PATH": program.path("nothing")]
        let result = try program.run(["run", "tiny.yaml", "-o", "out", "-m", "joint"], environment: bare)
        #expect(result.code == 0 && result.out.contains("figures skipped:"), "\(result.err)")
        #expect(try program.read("out/report.md").contains("figures skipped:"))
        let required = try program.run(
            ["run", "tiny.yaml", "-o", "out", "-m", "joint", "--require-figures"], environment: bare)
        #expect(required.code == 1 && required.err.contains("figures are required"))
        #expect(try program.read("out/verdict.json").contains(#""exit_code":1"#))
    }
}
