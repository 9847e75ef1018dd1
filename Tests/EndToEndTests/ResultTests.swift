// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What is done with results: figures, questions, comparisons, exchange.
@Suite struct `Results` {
    static let suite = """
        name: tiny
        datasets: [{id: latent, options: {train: 64, validation: 32, test: 64}}]
        strategies: [joint, unimodal, ogm]
        budget: {epochs: 2, batchSize: 16}
        seeds: [1, 2, 3]
        """

    static var gnuplot: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/gnuplot") }

    @Test func `are asked, compared, exported, imported and traced`() throws {
        let program = try Program(["tiny.yaml": Self.suite])
        #expect(try program.run(["run", "tiny.yaml", "-o", "Reports/tiny", "-j", "2", "--quiet"]).code == 0)
        let check = try program.run(["report", "tiny.yaml", "-o", "Reports/tiny", "--check"])
        #expect(check.code == 0, "\(check.err)")

        let asked = try program.run([
            "query", "method:(joint OR ogm) metric:accuracy", "--col", "dataset", "--format", "csv",
        ])
        #expect(asked.code == 0 && asked.out.split(separator: "\n").count == 3, "\(asked.out)\(asked.err)")
        #expect(asked.out.hasPrefix("method,latent,latent low,latent high\njoint,0."))
        let vague = try program.run(["query", "metric:accuracy", "--row", "dataset", "--col", "task"])
        #expect(vague.code == 0 && vague.err.contains("warning:") && vague.err.contains("method"))
        let wrong = try program.run(["query", "metod:x"])
        #expect(wrong.code == 2 && wrong.err.contains("did you mean 'method'?"))

        let same = try program.run(["compare", "Reports/tiny", "tiny.yaml", "--format", "csv"])
        #expect(same.code == 0 && same.err.contains("identical to the bit"), "\(same.err)")
        let cells = try program.read("Reports/tiny/cells.jsonl")
        try program.write("other/cells.jsonl", Data(cells.replacing(#""cpu":""#, with: #""cpu":"other "#).utf8))
        #expect(try program.run(["compare", "Reports/tiny", "other"]).code == 6)
        let stamped = try program.run(["compare", "Reports/tiny", "other", "--allow-cross-machine"])
        #expect(stamped.code == 0 && stamped.out.contains("CROSS-MACHINE"))

        let exported = try program.run(["export", "Reports/tiny", "-o", "mine.csv"])
        #expect(exported.code == 0)
        let mine = try program.read("mine.csv").replacing(",ogm,", with: ",theirs,")
        try program.write("theirs.csv", Data(mine.utf8))
        let imported = try program.run(["import", "theirs.csv", "-o", "Reports/tiny"])
        #expect(imported.code == 0, "\(imported.err)")
        #expect(try program.run(["report", "tiny.yaml", "-o", "Reports/tiny"]).code == 0)
        #expect(try program.read("Reports/tiny/report.md").contains("| theirs † |"))
        try program.write("bad.csv", Data("dataset,method,seed,metric,value\nd,m,1,accuracy,x\n".utf8))
        let bad = try program.run(["import", "bad.csv", "-o", "Reports/tiny"])
        #expect(bad.code == 2 && bad.err.contains("bad.csv:2:"))

        try program.write("odd.csv", Data("dataset,method,seed,metric,value\nd,m,1,acuracy,0.5\n".utf8))
        let odd = try program.run(["import", "odd.csv", "-o", "odd"])
        #expect(odd.code == 0 && odd.err.contains("did you mean 'accuracy'?"), "\(odd.err)")

        // Empty files, records that stand twice, and records that contradict each other.
        try program.write("empty/cells.jsonl", Data())
        for command in [["plot", "empty"], ["export", "empty"], ["query", "metric:accuracy", "--in", "empty"]] {
            let empty = try program.run(command)
            #expect(empty.code == 2 && empty.err.contains("holds no records"), "\(empty.err)")
        }
        let line = String(cells.split(separator: "\n")[0])
        try program.write("twice/cells.jsonl", Data((cells + line + "\n").utf8))
        let twice = try program.run(["export", "twice"])
        #expect(twice.code == 0 && twice.err.contains("1 records stand there twice"), "\(twice.err)")
        let other = line.replacing(#""state":"ok""#, with: #""state":"failed""#)
        try program.write("contrary/cells.jsonl", Data((cells + other + "\n").utf8))
        let contrary = try program.run(["export", "contrary"])
        #expect(contrary.code == 2 && contrary.err.contains("twice with different results"), "\(contrary.err)")

        // A record that is gone is missed.
        let fewer = cells.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
        try program.write("Reports/tiny/cells.jsonl", Data(fewer.utf8))
        let lost = try program.run(["report", "tiny.yaml", "-o", "Reports/tiny", "--check"])
        #expect(lost.code == 3 && lost.err.contains("rests on record"), "\(lost.err)")
    }

    @Test func `what was tuned is told by the cells as well`() throws {
        let program = try Program([
            "tuned.yaml": Self.suite.replacing(
                "[joint, unimodal, ogm]", with: "[{id: tuned, options: {strategy: joint}}]"
            ).replacing("[1, 2, 3]", with: "[1]")
        ])
        let run = try program.run(["run", "tuned.yaml", "-o", "out", "-j", "2", "--quiet"])
        #expect(run.code == 0, "\(run.err)")
        #expect(try program.read("out/report.md").contains("| chosen setting |"))
        let check = try program.run(["report", "tuned.yaml", "-o", "out", "--check"])
        #expect(check.code == 0, "\(check.out)\(check.err)")
    }

    @Test(.enabled(if: Results.gnuplot, "gnuplot is not installed"))
    func `figures are made again: identical, and different when the records are`() throws {
        let program = try Program(["tiny.yaml": Self.suite])
        let first = try program.run(["run", "tiny.yaml", "-o", "out", "-j", "2", "--quiet"])
        #expect(first.code == 0, "\(first.err)")
        let figures = try FileManager.default.contentsOfDirectory(atPath: program.path("out/figures"))
        let scores = try #require(figures.first { $0.hasPrefix("scores") && $0.hasSuffix(".svg") })
        for file in [scores, scores.replacing(".svg", with: ".png")] {
            let again = try program.run(["reproduce", "out/figures/\(file)"])
            #expect(again.code == 0 && again.out.hasPrefix("identical"), "\(again.out)\(again.err)")
        }
        // A ledger of its own has to train first, and finds the same.
        let fresh = try program.run(
            ["reproduce", "out/figures/\(scores)"], environment: ["PDMPBENCH_HOME": program.path("empty")])
        #expect(fresh.code == 0 && fresh.err.contains("runs to do"), "\(fresh.err)")
        try program.write("tiny.yaml", Data(Self.suite.replacing("epochs: 2", with: "epochs: 1").utf8))
        let other = try program.run(["reproduce", "out/figures/\(scores)"])
        #expect(other.out.hasPrefix("different") || other.out.hasPrefix("within"), "\(other.out)\(other.err)")
        let none = try program.run(["reproduce", "tiny.yaml"])
        #expect(none.code == 2)
        // Under another name, as a study keeps it: table and script are beside it.
        for ending in ["svg", "tsv", "gp"] {
            let file = scores.replacing(".svg", with: ".\(ending)")
            try program.write(
                "study/figures/mine.\(ending)",
                try Data(contentsOf: URL(fileURLWithPath: program.path("out/figures/\(file)"))))
        }
        let renamed = try program.run(["reproduce", "study/figures/mine.svg"])
        #expect(renamed.out == other.out && renamed.code == other.code, "\(renamed.out)\(renamed.err)")
        try FileManager.default.removeItem(atPath: program.path("study/figures/mine.tsv"))
        #expect(try program.run(["reproduce", "study/figures/mine.svg"]).out.contains("is not beside the figure"))

        let plot = try program.run([
            "plot", "out", "-o", "print", "--preset", "single", "--kind", "scores,pareto", "--format", "pdf,eps,tex",
        ])
        #expect(plot.code == 0 && plot.out.split(separator: "\n").count == 2, "\(plot.err)")
        let history = try program.run(["plot", "out", "out", "-o", "history", "--format", "svg"])
        #expect(history.code == 0 && history.out.contains("history"), "\(history.err)")
        #expect(try program.run(["plot", "out", "--kind", "score"]).code == 2)
        let row = try program.run(["plot", "out", "--kind", "phase", "--of", "ogn"])
        #expect(row.code == 2 && row.err.contains("did you mean 'ogm'?"), "\(row.err)")
        #expect(try program.run(["plot", "out", "--of", "ogm"]).err.contains("--kind phase"))
    }

    @Test(.enabled(if: Results.gnuplot, "gnuplot is not installed"))
    func `make figures leaves the same bytes a second later`() throws {
        let program = try Program(["Suites/paper/tiny.yaml": Self.suite])
        func digests() throws -> [String: Data] {
            let make = try program.run(
                [
                    "make", "--no-print-directory", "-f", Repository.root.appendingPathComponent("Makefile").path, "-o",
                    "build", "figures", "BENCH=\(Program.url.path)", "JOBS=2",
                ], program: URL(fileURLWithPath: "/usr/bin/env"))
            #expect(make.code == 0, "\(make.err)")
            var found: [String: Data] = [:]
            let root = program.folder.appendingPathComponent("Reports/paper/tiny")
            for place in ["figures", "tables", "print"] {
                let folder = root.appendingPathComponent(place)
                for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                    found["\(place)/\(file)"] = try Data(contentsOf: folder.appendingPathComponent(file))
                }
            }
            return found
        }
        let first = try digests()
        Thread.sleep(forTimeInterval: 1.05)
        let second = try digests()
        #expect(first.count > 40 && first.keys.sorted() == second.keys.sorted())
        for (file, data) in first { #expect(second[file] == data, "\(file)") }
    }

    /// A checkout whose program is this one and whose build puts it in place.
    @Test(.enabled(if: Results.gnuplot, "gnuplot is not installed"))
    func `a figure is made again by the commit that made it`() throws {
        let program = try Program([
            "Package.swift": "", "tiny.yaml": Self.suite, "build.sh": "mkdir -p bin && cp '\(Program.url.path)' bin/\n",
            "gate.yaml": "build: [sh, build.sh]\nprogram: bin/pdmpbench\nbenchmarks: [{name: one, arguments: []}]\n",
            ".gitignore": "bin\ncache\nhome\nout\nstderr\nstdout\n",
        ])
        func shell(_ command: String) throws {
            let done = try program.run(["sh", "-c", command], program: URL(fileURLWithPath: "/usr/bin/env"))
            #expect(done.code == 0, "\(done.err)")
        }
        let commit = "git add . && git -c user.name=t -c user.email=t@example.org commit -qm"
        try shell("git init -q -b main && \(commit) first && sh build.sh")
        let own = program.folder.appendingPathComponent("bin/pdmpbench")
        let made = try program.run(["run", "tiny.yaml", "-o", "out", "-j", "2", "--quiet"], program: own)
        #expect(made.code == 0, "\(made.err)")
        let figures = try FileManager.default.contentsOfDirectory(atPath: program.path("out/figures"))
        let scores = "out/figures/" + (try #require(figures.first { $0.hasPrefix("scores") && $0.hasSuffix(".png") }))
        let here = try program.run(["reproduce", scores], program: own)
        #expect(here.code == 0 && here.out.hasPrefix("identical") && here.err.isEmpty, "\(here.out)\(here.err)")

        // The next commit changes the suite: only the commit that made the figure makes it again.
        try program.write("tiny.yaml", Data(Self.suite.replacing("epochs: 2", with: "epochs: 1").utf8))
        try shell("\(commit) second")
        let now = try program.run(["reproduce", scores], program: own)
        #expect(!now.out.hasPrefix("identical") && now.err.contains("--at-commit asks the one"), "\(now.out)\(now.err)")
        let then = try program.run(["reproduce", scores, "--at-commit"], program: own)
        #expect(then.code == 0 && then.out.hasPrefix("identical"), "\(then.out)\(then.err)")
        #expect(then.err.contains("building") && then.err.contains("runs to do"), "\(then.err)")
        // What was built and trained there is there the second time.
        let again = try program.run(["reproduce", scores, "--at-commit"], program: own)
        #expect(again.code == 0 && !again.err.contains("runs to do"), "\(again.out)\(again.err)")
        // A commit that is gone is told.
        try program.write("tiny.yaml", Data(Self.suite.utf8))
        try shell("rm -rf .git && git init -q -b main && \(commit) other")
        let gone = try program.run(["reproduce", scores, "--at-commit"], program: own)
        #expect(gone.code == 6 && gone.err.contains("cannot be built"), "\(gone.out)\(gone.err)")
    }
}
