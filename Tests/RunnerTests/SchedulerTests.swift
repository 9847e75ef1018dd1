// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Runner
import Suites
import Testing

@Suite struct `The scheduler` {
    struct Echo: RunWorker {
        func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult {
            if spec.seed == 13 { return RunResult(state: .failed, reason: "unlucky") }
            let sum = companions.values.reduce(0.0) { $0 + ($1.metrics["x"] ?? .nan) }
            return RunResult(state: .ok, metrics: ["x": Double(spec.seed) + sum])
        }
    }

    func cells() -> [Cell] {
        func spec(_ seed: Int, _ id: String) -> RunSpec {
            RunSpec(
                task: Choice("t"), dataset: Choice("d"), dataDigest: "", encoders: [:], fusion: Choice("f"),
                strategy: Choice(id), optimizer: Choice("o"), schedule: Choice("c"), budget: [:], seed: seed,
                versions: [:])
        }
        let labels = RunLabels(suite: "s", dataset: "d", pairing: "a", fusion: "f", strategy: "x")
        return (1...20).map { Cell(labels: labels, spec: spec($0, "x"), companions: [spec(100, "u"), spec(101, "u")]) }
    }

    func run(jobs: Int, times: Int = 1) throws -> (results: [Fingerprint: RunResult], executed: Int) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-run-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(folder: folder.path)
        var last: [Fingerprint: RunResult] = [:]
        var executed = 0
        for _ in 0..<times {
            let plan = try WorkPlan(cells(), ledger: ledger, fresh: false, retryFailed: false)
            executed = plan.orders.count
            last = try Scheduler(worker: Echo(), ledger: ledger, machine: [:]).run(plan, jobs: jobs) { _ in }
                .withoutCost
        }
        return (last, executed)
    }

    @Test func `gives the same results with any number of workers, companions first`() throws {
        let one = try run(jobs: 1)
        #expect(one.executed == 22 && one.results.count == 22)
        #expect(try run(jobs: 4).results == one.results)
        #expect(one.results[cells()[0].spec.fingerprint]?.metrics["x"] == 202)
        #expect(one.results[cells()[12].spec.fingerprint]?.state == .failed)
    }

    @Test func `does nothing twice`() throws { #expect(try run(jobs: 2, times: 2).executed == 0) }
}
