// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// A real Slurm of two nodes, started for the test on this machine.
final class Cluster {
    let folder: URL
    private static let script = Repository.root.appendingPathComponent("Tests/cluster/one-machine-slurm").path

    /// Why it cannot run here; nil where it can.
    static let obstacle: String? = {
        guard getuid() == 0 else { return "Slurm's daemons need root" }
        let missing = ["munged", "slurmctld", "slurmd"].filter { name in
            !["/usr/sbin", "/usr/bin", "/usr/local/sbin"].contains {
                FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
            }
        }
        return missing.isEmpty ? nil : "\(missing.joined(separator: ", ")) not installed: make setup-slurm"
    }()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-slurm-\(UUID().uuidString)")
        try #require(run([Self.script, "start", folder.path]) == 0, "Slurm does not start")
    }

    deinit {
        _ = run([Self.script, "stop", folder.path])
        try? FileManager.default.removeItem(at: folder)
    }

    var environment: [String: String] { ["SLURM_CONF": folder.appendingPathComponent("slurm.conf").path] }

    @discardableResult
    func run(_ words: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        for output in [\Process.standardInput, \.standardOutput, \.standardError] {
            process[keyPath: output] = FileHandle.nullDevice
        }
        guard (try? process.run()) != nil else { return 127 }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Ends the daemon of a node without warning and starts it again.
    func killNode(_ name: String) throws {
        let file = folder.appendingPathComponent("\(name).pid")
        let text = try String(contentsOf: file, encoding: .utf8)
        let pid = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(kill(pid, SIGKILL) == 0)
        usleep(300_000)
        #expect(run([Self.script, "node", folder.path, name]) == 0)
    }
}

extension Program {
    /// How many results jobs have laid down that were not taken away yet.
    fileprivate var results: Int {
        let home = folder.appendingPathComponent("home/slurm")
        let batches = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        return batches.reduce(0) { sum, batch in
            let results = home.appendingPathComponent("\(batch)/results").path
            return sum + ((try? FileManager.default.contentsOfDirectory(atPath: results))?.count ?? 0)
        }
    }
}

@Suite(.serialized) struct `A real Slurm` {
    /// 80 runs in an array, 20 in the one that depends on it.
    static let suite = """
        name: cluster
        datasets: [{id: latent, options: {train: 64, validation: 32, test: 64}}]
        strategies: [joint, ogm, mmpareto, agm, {id: pdmp, options: {rankingSeeds: [1]}}]
        budget: {epochs: 2, batchSize: 16}
        seeds: 1..20
        """

    @Test(.enabled(if: Cluster.obstacle == nil, Comment(rawValue: "skipped: \(Cluster.obstacle ?? "")")))
    func `survives what happens on a cluster, and gives the bytes of one machine`() throws {
        let here = try Program(["cluster.yaml": Self.suite])
        #expect(try here.run(["run", "cluster.yaml", "-j", "2", "-o", "out"]).code == 0)
        let expected = try here.cells("out")
        #expect(expected.count == 100)

        let cluster = try Cluster()
        let there = try Program(["cluster.yaml": Self.suite])
        let command = ["run", "cluster.yaml", "-o", "out", "--executor", "slurm", "--partition", "bench"]
        func waitFor(_ count: Int, _ process: Process) {
            while there.results < count, process.isRunning { usleep(20000) }
        }

        // Tasks are cancelled, a node is drained and resumed, a daemon is killed; then the submitter is.
        var process = try there.start(command, environment: cluster.environment)
        waitFor(6, process)
        #expect(cluster.run(["scancel", "1_70", "1_71", "1_72"]) == 0)
        #expect(cluster.run(["scontrol", "update", "NodeName=n2", "State=DRAIN", "Reason=test"]) == 0)
        waitFor(12, process)
        try cluster.killNode("n1")
        #expect(cluster.run(["scontrol", "update", "NodeName=n2", "State=RESUME"]) == 0)
        waitFor(20, process)
        #expect(process.isRunning)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()

        // Another one takes the jobs up, and makes good what failed before the eyes of the first.
        process = try there.start(command + ["--retry-failed"], environment: cluster.environment)
        process.waitUntilExit()
        let said = try there.read("stderr")
        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.contains("taking up"), "\(said)")
        #expect(try there.cells("out") == expected)
        #expect(try there.run(["doctor"]).out.contains("integrity ok"))
    }

    @Test(.enabled(if: Cluster.obstacle == nil, Comment(rawValue: "skipped: \(Cluster.obstacle ?? "")")))
    func `explains cancelled tasks, and runs them again when asked to`() throws {
        let cluster = try Cluster()
        let program = try Program(["cluster.yaml": `Job arrays`.many])
        let command = ["run", "cluster.yaml", "-o", "out", "--executor", "slurm", "--time-limit", "300"]
        let hanging = cluster.environment.merging(["PDMPBENCH_FAULT": "hang 2"]) { $1 }
        let process = try program.start(command, environment: hanging)
        // Everything but the hanging runs and what waits behind them is there after a while.
        while program.results < 3, process.isRunning { usleep(20000) }
        #expect(cluster.run(["scancel", "1"]) == 0)
        process.waitUntilExit()
        let said = try program.read("stderr")
        #expect(process.terminationStatus == 1, "\(said)")
        #expect(said.contains("ended without a result: CANCELLED, exit 0:15"), "\(said)")
        #expect(said.contains("did not come back"), "what needed them says so: \(said)")
        let again = try program.run(command + ["--retry-failed"], environment: cluster.environment)
        #expect(again.code == 0, "\(again.err)")
        let here = try Program(["cluster.yaml": `Job arrays`.many])
        _ = try here.run(["run", "cluster.yaml", "-o", "out"])
        let (cells, expected) = (try program.cells("out"), try here.cells("out"))
        #expect(cells == expected)
    }
}
