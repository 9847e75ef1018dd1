// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Every exit code that the table in the documentation gives to these commands, provoked through the binary and, for the
/// verdicts, through `make bench` as well.
@Suite struct `Exit codes` {
    @Test func `0 when all is well, 1 when a cell failed, 3 when it differs, 6 without a baseline`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let saved = try program.run(["run", "tiny.yaml", "-o", "out", "--save-baseline", "base.jsonl"])
        #expect(saved.code == 0, "\(saved.err)")
        #expect(try program.run(["run", "tiny.yaml", "-o", "out", "--baseline", "base.jsonl"]).code == 0)
        let changed = ["--set", "budget.epochs=1"]
        let differs = try program.run(["run", "tiny.yaml", "-o", "out", "--baseline", "base.jsonl"] + changed)
        #expect(differs.code == 3 && differs.err.contains("differs:"))
        #expect(try program.read("out/verdict.json").contains(#""exit_code":3"#))
        #expect(try program.run(["run", "tiny.yaml", "-o", "out", "--baseline", "none.jsonl"]).code == 6)
        #expect(try program.read("out/verdict.json").contains(#""exit_code":6"#))
        let failing = ["--set", "optimizers=[{id: sgd, options: {learningRate: 1000000}}]"]
        let failed = try program.run(["run", "tiny.yaml", "-o", "out"] + failing)
        #expect(failed.code == 1 && failed.err.contains("not finite"))
        #expect(try program.read("out/verdict.json").contains(#""exit_code":1"#))
        // What failed is not tried again unasked, but then it is.
        #expect(try program.run(["run", "tiny.yaml", "-o", "out"] + failing).err.contains("0 to do"))
        #expect(
            !(try program.run(["run", "tiny.yaml", "-o", "out", "--retry-failed"] + failing)).err.contains("0 to do"))
    }

    @Test func `7 when determinism is broken, 0 when it is proved`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let proved = try program.run(["verify-determinism", "tiny.yaml"])
        #expect(proved.code == 0, "\(proved.err)")
        let broken = try program.run(["verify-determinism", "tiny.yaml", "--self-test"])
        #expect(broken.code == 7 && broken.err.contains("first at epoch 0"), "\(broken.err)")
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func `130 and 143 when interrupted, and the next run goes on`(_ signal: Int32, _ code: Int32) throws {
        let program = try Program(["long.yaml": Self.long])
        let process = try program.start(["run", "long.yaml", "-j", "2", "-o", "out", "--verbose"])
        try Self.wait { try program.read("stderr").contains("ok:") }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationStatus == code)
        #expect(try program.read("out/verdict.json").contains("\"exit_code\":\(code)"))
        #expect(try program.read("stderr").contains("run the same command to go on"))
        let rest = try program.run(["run", "long.yaml", "-j", "2", "-o", "out"])
        #expect(rest.code == 0 && !rest.err.contains(" 0 runs known"), "\(rest.err)")
        let whole = try Program(["long.yaml": Self.long])
        _ = try whole.run(["run", "long.yaml", "-o", "out"])
        #expect(try program.cells("out") == whole.cells("out"))
    }

    @Test func `make bench hands the verdict on`() throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        func make(_ settings: [String]) throws -> Int32 {
            try program.run(
                [
                    "make", "--no-print-directory", "-o", "build", "bench", "BENCH=\(Program.url.path)",
                    "SUITE=\(program.path("tiny.yaml"))", "OUT=\(program.path("out"))",
                ] + settings, program: URL(fileURLWithPath: "/usr/bin/env"), in: Repository.root
            ).code
        }
        _ = try program.run(["run", "tiny.yaml", "-o", "out", "--save-baseline", "base.jsonl"])
        let base = "BASELINE=\(program.path("base.jsonl"))"
        #expect(try make([base]) == 0)
        #expect(try program.read("out/verdict.json").contains(#""exit_code":0"#))
        // make's own code for any failure is 2; the verdict says which.
        #expect(try make([base, "FLAGS=--set budget.epochs=1"]) == 2)
        #expect(try program.read("out/verdict.json").contains(#""exit_code":3"#))
        #expect(try make(["BASELINE=\(program.path("none.jsonl"))"]) == 2)
        #expect(try program.read("out/verdict.json").contains(#""exit_code":6"#))
    }

    static let long = """
        name: long
        datasets: [{id: latent, options: {train: 256, validation: 64, test: 64}}]
        strategies: [joint, unimodal, {id: pdmp, options: {rankingSeeds: [1]}}]
        budget: {epochs: 60, batchSize: 16}
        seeds: "1..8"
        """

    /// Waits at most half a minute for something another process does.
    static func wait(_ condition: () throws -> Bool) throws {
        for _ in 0..<1500 {
            if try condition() { return }
            usleep(20_000)
        }
        Issue.record("nothing happened in half a minute")
    }
}
