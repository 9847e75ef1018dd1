// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Runner
import TestSupport
import Testing

/// What happens to a suite when its surroundings fail it.
@Suite struct Survival {
    @Test(arguments: ["thread", "process"])
    func `killed at many instants, it comes to the bytes of an undisturbed run`(_ executor: String) throws {
        let whole = try Program(["long.yaml": `Exit codes`.long])
        #expect(try whole.run(["run", "long.yaml", "-o", "out"]).code == 0)
        let program = try Program(["long.yaml": `Exit codes`.long])
        // Milliseconds after the start; drawn once, spread over opening, training and writing.
        for delay in [15, 40, 70, 110, 160, 230] {
            let process = try program.start(["run", "long.yaml", "-j", "2", "-o", "out", "--executor", executor])
            usleep(UInt32(delay) * 1000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try program.run(["run", "long.yaml", "-j", "2", "-o", "out"]).code == 0)
        #expect(try program.cells("out") == whole.cells("out"))
        #expect(try program.read("out/report.md") == whole.read("out/report.md"))
        #expect(try program.run(["doctor"]).out.contains("integrity ok"))
    }

    @Test func `the harness of faults finds nothing lost`() throws {
        let program = try Program(["long.yaml": `Exit codes`.long])
        let result = try program.run(["survive", "long.yaml", "--kills", "3", "-o", "out"])
        #expect(result.code == 0, "\(result.out)\n\(result.err)")
        #expect(try program.read("out/report.md").contains("| SIGKILL to the scheduler | 3 |"), "\(result.out)")
    }

    @Test(arguments: [("crash 2", "ended by signal 6"), ("hang 2", "time limit"), ("grow 2", "memory limit")])
    func `a run that crashes, hangs or swells ends alone`(_ fault: String, _ reason: String) throws {
        let program = try Program(["tiny.yaml": Program.tiny])
        let result = try program.run(
            ["run", "tiny.yaml", "-j", "2", "-o", "out", "--time-limit", "3", "--memory-limit", "400"],
            environment: ["PDMPBENCH_FAULT": fault])
        #expect(result.code == 1 && result.err.contains(reason), "\(result.err)")
        let undisturbed = try Program(["tiny.yaml": Program.tiny])
        _ = try undisturbed.run(["run", "tiny.yaml", "-o", "out"])
        let pairs = try zip(program.cells("out"), undisturbed.cells("out"))
        for (cell, expected) in pairs {
            #expect(cell.contains(#""seed":2"#) ? cell.contains(#""state":"failed""#) : cell == expected)
        }
        // The failed ones are made good without the fault.
        _ = try program.run(["run", "tiny.yaml", "-o", "out", "--retry-failed"])
        #expect(try program.cells("out") == undisturbed.cells("out"))
    }

    @Test func `a folder that cannot be written is said before anything is trained`() throws {
        // Not even root writes here.
        let program = try Program(["tiny.yaml": Program.tiny, "file": ""])
        for place in ["/proc/pdmpbench", program.path("file/below")] {
            let result = try program.run(["run", "tiny.yaml", "-o", place])
            #expect(result.code == 2 && result.err.contains("cannot be written"), "\(result.err)")
            #expect(result.err.split(separator: "\n").count == 1)
        }
        #expect(try program.run(["status", "tiny.yaml"]).out.hasPrefix("0 of"))
    }

    @Test func `a ledger that is damaged, in the way or of a newer program is refused in one line`() throws {
        let program = try Program([
            "tiny.yaml": Program.tiny, "bad/ledger.sqlite": String(repeating: "no ledger ", count: 999), "file": "",
        ])
        for home in ["bad", "file", "/proc/pdmpbench"] {
            let result = try program.run(["run", "tiny.yaml", "-o", "out"], environment: ["PDMPBENCH_HOME": home])
            #expect(result.code == 2 && result.err.contains("PDMPBENCH_HOME"), "\(home): \(result.err)")
            #expect(result.err.split(separator: "\n").count == 1, "\(result.err)")
        }
    }

    @Test func `ledgers are merged, and other bits for the same run are a violation`() throws {
        let (here, there) = (try Program(["tiny.yaml": Program.tiny]), try Program(["tiny.yaml": Program.tiny]))
        _ = try here.run(["run", "tiny.yaml", "-o", "out", "--seed", "1"])
        _ = try there.run(["run", "tiny.yaml", "-o", "out"])
        let merged = try here.run(["merge", there.path("home")])
        #expect(merged.code == 0 && merged.out.contains("0 in conflict"), "\(merged.err)")
        #expect(try here.run(["run", "tiny.yaml", "-o", "out"]).err.contains("0 to do"))
        #expect(try here.cells("out") == there.cells("out"))
        #expect(try here.run(["merge", "nowhere"]).code == 2)
    }
}
