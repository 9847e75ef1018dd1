// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Runner
import Suites
import Testing

@Suite struct `Worker processes` {
    /// A process that answers each line by what `script` does.
    func worker(_ script: String, _ limits: RunLimits = RunLimits()) -> ProcessWorker {
        ProcessWorker(
            program: URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", "while read -r line; do \(script); done"],
            limits: limits)
    }

    let answer = String(
        decoding: (try? WorkLine.encode(RunResult(state: .ok, metrics: ["m": .nan, "n": 0.1]))) ?? Data(), as: UTF8.self
    ).trimmingCharacters(in: .newlines)

    @Test func `answer one line for each order, numbers that are none included`() {
        let worker = worker("echo '\(answer)'")
        for seed in 1...3 {
            let result = worker.run(FakeWorker.spec("joint", seed), companions: [:])
            #expect(result.state == .ok && result.metrics["m"]?.isNaN == true && result.metrics["n"] == 0.1)
        }
    }

    @Test func `are replaced when they die, and say how`() {
        let dying = worker("kill -SEGV $$")
        for _ in 1...2 {
            let result = dying.run(FakeWorker.spec("joint", 1), companions: [:])
            #expect(result.state == .failed && result.reason.contains("signal 11"), "\(result.reason)")
        }
        let leaving = worker("exit 3").run(FakeWorker.spec("joint", 1), companions: [:])
        #expect(leaving.state == .failed && leaving.reason.contains("code 3"))
    }

    @Test func `are ended when a run takes too long`() {
        let worker = worker("sleep 60", RunLimits(seconds: 0.2))
        let result = worker.run(FakeWorker.spec("joint", 1), companions: [:])
        #expect(result.state == .failed && result.reason.contains("time limit"))
    }

    @Test func `that talk nonsense are failures, not crashes`() {
        let result = worker("echo nonsense").run(FakeWorker.spec("joint", 1), companions: [:])
        #expect(result.state == .failed)
    }

    @Test func `a program that is not there is a failed run`() {
        let worker = ProcessWorker(program: URL(fileURLWithPath: "/nowhere/pdmpbench"), arguments: [])
        #expect(worker.run(FakeWorker.spec("joint", 1), companions: [:]).state == .failed)
    }

    @Test func `requests come through with their companions`() throws {
        let spec = FakeWorker.spec("ranked", 1)
        let companion = FakeWorker.spec("joint", 1).fingerprint
        let sent = WorkRequest(spec: spec, companions: [companion: RunResult(state: .ok, metrics: ["m": 2])])
        let received = try WorkLine.decode(WorkRequest.self, try WorkLine.encode(sent))
        #expect(received.spec.fingerprint == spec.fingerprint)
        #expect(received.results[companion]?.metrics == ["m": 2])
    }
}

@Suite(.timeLimit(.minutes(1))) struct `Large plans` {
    @Test func `three thousand runs with companions are done in order of the plan`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runner-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(folder: folder.path)
        struct Instant: RunWorker {
            func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult {
                RunResult(state: .ok, metrics: ["m": Double(companions.count)])
            }
        }
        let plan = try WorkPlan(FakeWorker.cells(0..<1500), ledger: ledger, fresh: false, retryFailed: false)
        let seen = Seen()
        let results = try Scheduler(worker: Instant(), ledger: ledger, machine: [:]).run(plan, jobs: 1) {
            if case .finished(let order, _, _, _) = $0 { seen.add(order.fingerprint) }
        }
        #expect(seen.list == plan.orders.map(\.fingerprint))
        #expect(results.count == 3000 && results.values.filter { $0.metrics["m"] == 1 }.count == 1500)
    }

    final class Seen: @unchecked Sendable {
        private let lock = NSLock()
        private var names: [Fingerprint] = []
        func add(_ name: Fingerprint) { lock.withLock { names.append(name) } }
        var list: [Fingerprint] { lock.withLock { names } }
    }
}
