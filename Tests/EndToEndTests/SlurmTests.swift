// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The executor against stand-ins of Slurm's commands, which run the tasks of an array one after the other.
@Suite struct `Job arrays` {
    static let many = """
        name: many
        datasets: [{id: latent, options: {train: 64, validation: 32, test: 64}}]
        strategies: [joint, ogm, unimodal, {id: pdmp, options: {rankingSeeds: [1]}}]
        budget: {epochs: 2, batchSize: 16}
        seeds: 1..4
        """

    static let tools = Repository.root.appendingPathComponent("Tests/cluster/stand-in").path

    /// A program in a folder whose Slurm is the stand-in.
    struct Place {
        let program: Program
        let environment: [String: String]

        init(_ facts: [String: String] = [:]) throws {
            program = try Program(["many.yaml": `Job arrays`.many])
            let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
            environment = facts.merging(
                ["PATH": "\(`Job arrays`.tools):\(path)", "STAND_IN": program.path("cluster")]
            ) { $1 }
        }

        func run(_ flags: [String] = [], _ more: [String: String] = [:]) throws -> Program.Outcome {
            try program.run(
                ["run", "many.yaml", "-o", "out", "--executor", "slurm"] + flags,
                environment: environment.merging(more) { $1 })
        }

        func lines(_ name: String) -> [String] {
            ((try? program.read("cluster/\(name)")) ?? "").split(separator: "\n").map(String.init)
        }

        var batches: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: program.path("home/slurm"))) ?? []).sorted()
        }
    }

    func local() throws -> [String] {
        let program = try Program(["many.yaml": Self.many])
        #expect(try program.run(["run", "many.yaml", "-j", "2", "-o", "out"]).code == 0)
        return try program.cells("out")
    }

    @Test func `give the bytes of a local run, companions in an array before, and leave nothing behind`() throws {
        let place = try Place()
        let result = try place.run(["--partition", "fast", "-j", "3", "--sbatch=--account=vision"])
        #expect(result.code == 0, "\(result.err)")
        let (cells, expected) = (try place.program.cells("out"), try local())
        #expect(cells == expected)
        let calls = place.lines("calls")
        #expect(calls.count == 2 && calls.allSatisfy { $0.contains("--partition=fast") && $0.contains("%3") })
        #expect(calls.allSatisfy { $0.contains("--requeue") && $0.contains("--account=vision") })
        #expect(calls.count == 2 && calls[1].contains("--dependency=afterany:1"))
        #expect(place.batches.isEmpty)
        // A second time there is nothing to submit.
        #expect(try place.run().code == 0)
        #expect(place.lines("calls").count == 2)
    }

    @Test func `a task that is lost fails its runs with Slurm's reason, and is made good`() throws {
        let place = try Place()
        let result = try place.run([], ["STAND_IN_DROP": "1_3"])
        #expect(result.code == 1, "\(result.err)")
        #expect(result.err.contains("task 1_3 ended without a result: NODE_FAIL, exit 0:1"), "\(result.err)")
        #expect(place.batches.count == 1, "the logs are kept")
        let again = try place.run(["--retry-failed"])
        #expect(again.code == 0, "\(again.err)")
        let (cells, expected) = (try place.program.cells("out"), try local())
        #expect(cells == expected)
        #expect(try place.program.run(["clean"], environment: place.environment).code == 0)
        #expect(place.batches.isEmpty)
    }

    @Test func `a submitter that is killed comes back to its jobs and does nothing twice`() throws {
        let place = try Place()
        let process = try place.program.start(
            ["run", "many.yaml", "-o", "out", "--executor", "slurm"], environment: place.environment)
        while place.lines("ran").count < 3, process.isRunning { usleep(20000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let result = try place.run()
        #expect(result.code == 0 && result.err.contains("taking up"), "\(result.err)")
        let (cells, expected) = (try place.program.cells("out"), try local())
        #expect(cells == expected)
        let ran = place.lines("ran")
        #expect(Set(ran).count == ran.count && place.lines("calls").count == 2, "no task ran twice: \(ran)")
        #expect(place.batches.isEmpty)
    }

    @Test func `detached jobs are brought in later, and are not submitted again meanwhile`() throws {
        let place = try Place()
        for _ in 0..<2 {
            let result = try place.run(["--detach"])
            #expect(result.code == 0 && result.err.contains("brings the results in"), "\(result.err)")
        }
        #expect(place.lines("calls").count == 2)
        #expect(try place.run().code == 0)
        let (cells, expected) = (try place.program.cells("out"), try local())
        #expect(cells == expected)
    }

    @Test func `several runs share a task where the cluster allows small arrays only`() throws {
        let place = try Place(["STAND_IN_MAX_ARRAY": "5"])
        #expect(try place.run().code == 0)
        let (cells, expected) = (try place.program.cells("out"), try local())
        #expect(cells == expected)
        #expect(place.lines("calls").allSatisfy { call in (0...4).contains { call.contains("--array=0-\($0) ") } })
    }

    @Test func `says what is wrong before anything is submitted`() throws {
        let place = try Place()
        let refused = try place.run([], ["STAND_IN_REFUSE": "invalid partition specified: fast"])
        #expect(refused.code == 2 && refused.err.contains("invalid partition specified: fast"), "\(refused.err)")
        #expect(place.batches.isEmpty)
        let absent = try place.run([], ["PATH": "/usr/games"])
        #expect(absent.code == 2 && absent.err.contains("Slurm"), "\(absent.err)")
        let misplaced = try place.program.run(["run", "many.yaml", "--partition", "fast"])
        #expect(misplaced.code == 2 && misplaced.err.contains("--executor slurm"), "\(misplaced.err)")
    }
}
