// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `The program` {
    /// Runs the built program in a folder of its own.
    func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> (
        code: Int32, out: String, err: String
    ) {
        let process = Process()
        // The program is built beside the tests.
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("pdmpbench")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PDMPBENCH_HOME": folder.appendingPathComponent("home").path]) { $1 }.merging(environment) { $1 }
        let (out, err) = (folder.appendingPathComponent("stdout"), folder.appendingPathComponent("stderr"))
        for url in [out, err] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try String(contentsOf: out, encoding: .utf8),
            try String(contentsOf: err, encoding: .utf8)
        )
    }

    func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    let tiny = """
        name: tiny
        datasets: [{id: latent, options: {train: 64, validation: 32, test: 64}}]
        strategies: [joint, unimodal, {id: pdmp, options: {rankingSeeds: [1]}}]
        budget: {epochs: 2, batchSize: 16}
        seeds: [1, 2]
        """

    @Test func `three mistakes are three diagnostics, exit 2, no folder`() throws {
        try inFolder { folder in
            try Data(
                "name: bad\ndatasets: [latnt]\nstrategies: [{id: ogm, options: {alfa: 1}}]\nbudget: {epochs: -1}\nseeds: [1]\n"
                    .utf8
            )
            .write(to: folder.appendingPathComponent("bad.yaml"))
            let result = try run(["run", "bad.yaml", "-o", "out"], in: folder)
            #expect(result.code == 2)
            let lines = result.err.split(separator: "\n")
            #expect(lines.count == 3, "\(result.err)")
            for (line, place) in zip(lines, ["bad.yaml:2:", "bad.yaml:3:", "bad.yaml:4:"]) {
                #expect(line.hasPrefix(place))
            }
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("out").path))
        }
    }

    @Test func `runs, resumes without work, and checks a baseline`() throws {
        try inFolder { folder in
            try Data(tiny.utf8).write(to: folder.appendingPathComponent("tiny.yaml"))
            let first = try run(
                ["run", "tiny.yaml", "-j", "2", "-o", "out", "--save-baseline", "base.jsonl"], in: folder)
            #expect(first.code == 0, "\(first.err)")
            #expect(!first.err.contains("\u{1b}") && !first.err.contains("\r"))
            let report = try Data(contentsOf: folder.appendingPathComponent("out/report.md"))
            let second = try run(["run", "tiny.yaml", "-o", "out", "--baseline", "base.jsonl"], in: folder)
            #expect(second.code == 0 && second.err.contains("0 to do"), "\(second.err)")
            #expect(try Data(contentsOf: folder.appendingPathComponent("out/report.md")) == report)
            let changed = try run(
                ["run", "tiny.yaml", "-o", "out", "--baseline", "base.jsonl", "--set", "budget.epochs=1"], in: folder)
            #expect(changed.code == 3)
            let verdict = try String(contentsOf: folder.appendingPathComponent("out/verdict.json"), encoding: .utf8)
            #expect(verdict.contains(#""exit_code":3"#))
            #expect(try run(["run", "tiny.yaml", "-o", "out", "--baseline", "none.jsonl"], in: folder).code == 6)
            let plan = try run(["plan", "tiny.yaml"], in: folder)
            #expect(plan.out.split(separator: "\n").count == 8)
        }
    }

    @Test func `a diverging run is a result, the others go on, exit 1`() throws {
        try inFolder { folder in
            try Data(tiny.utf8).write(to: folder.appendingPathComponent("tiny.yaml"))
            let result = try run(
                ["run", "tiny.yaml", "-o", "out", "--set", "optimizers=[{id: sgd, options: {learningRate: 1000000}}]"],
                in: folder)
            #expect(result.code == 1, "\(result.err)")
            #expect(result.err.contains("not finite"))
        }
    }

    @Test func `mistyped words are answered with the nearest, exit 2`() throws {
        try inFolder { folder in
            let verb = try run(["rnu"], in: folder)
            #expect(verb.code == 2 && verb.err.contains("did you mean 'run'?"))
            #expect(try run(["run", "none.yaml"], in: folder).code == 2)
            #expect(try run(["run"], in: folder).code == 2)
            for verb in [
                "run", "plan", "list", "validate", "status", "report", "verify-determinism", "doctor", "schema",
            ] {
                let help = try run([verb, "--help"], in: folder)
                #expect(help.code == 0 && help.out.contains("Example:"), "\(verb)")
                #expect(help.out.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(verb)")
            }
        }
    }

    @Test func `determinism is proved, and a breach is found`() throws {
        try inFolder { folder in
            try Data(tiny.utf8).write(to: folder.appendingPathComponent("tiny.yaml"))
            #expect(try run(["verify-determinism", "tiny.yaml"], in: folder).code == 0)
            #expect(try run(["verify-determinism", "tiny.yaml", "--self-test"], in: folder).code == 7)
        }
    }
}
