// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Runner
import Suites
import Testing

@Suite(.timeLimit(.minutes(1))) struct ResumeTests {
    private func withLedger<Value>(_ body: (Ledger) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runner-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(try Ledger(folder: folder.path))
    }

    private func run(
        _ cells: [Cell], _ ledger: Ledger, _ worker: FakeWorker, jobs: Int = 2, fresh: Bool = false,
        retryFailed: Bool = false, failFast: Bool = false
    ) throws -> [Fingerprint: RunResult] {
        try Scheduler(worker: worker, ledger: ledger, machine: ["cpu": "test"]).run(
            WorkPlan(cells, ledger: ledger, fresh: fresh, retryFailed: retryFailed), jobs: jobs, failFast: failFast
        ) { _ in }.withoutCost
    }

    @Test func `companions stand first and each run once`() throws {
        try withLedger { ledger in
            let plan = try WorkPlan(FakeWorker.cells(0..<3), ledger: ledger, fresh: false, retryFailed: false)
            #expect(
                plan.orders.map { "\($0.spec.strategy.id) \($0.spec.seed)" }
                    == ["joint 0", "ranked 0", "joint 1", "ranked 1", "joint 2", "ranked 2"])
        }
    }

    @Test func `one worker and four bring the same results`() throws {
        let cells = FakeWorker.cells(0..<12)
        let one = try withLedger { try run(cells, $0, FakeWorker(failing: [5]), jobs: 1) }
        let worker = FakeWorker(failing: [5])
        let four = try withLedger { try run(cells, $0, worker, jobs: 4) }
        #expect(one == four)
        #expect(one.count == 24)
        #expect(worker.withoutCompanion == 0)
    }

    @Test func `a failing run is a result and the others go on`() throws {
        try withLedger { ledger in
            let results = try run(FakeWorker.cells(0..<4), ledger, FakeWorker(failing: [1]))
            #expect(results.values.filter { $0.state == .failed }.count == 2)
            #expect(try ledger.counts() == ["failed": 2, "ok": 6])
        }
    }

    @Test func `a second run recomputes nothing, a fresh one everything`() throws {
        try withLedger { ledger in
            let first = try run(FakeWorker.cells(0..<4), ledger, FakeWorker())
            let idle = FakeWorker()
            #expect(try run(FakeWorker.cells(0..<4), ledger, idle) == first)
            #expect(idle.order.isEmpty)
            let again = FakeWorker()
            #expect(try run(FakeWorker.cells(0..<4), ledger, again, fresh: true) == first)
            #expect(again.order.count == 8)
        }
    }

    @Test func `failed runs are done again only when asked for`() throws {
        try withLedger { ledger in
            _ = try run(FakeWorker.cells(0..<3), ledger, FakeWorker(failing: [1]))
            let idle = FakeWorker()
            _ = try run(FakeWorker.cells(0..<3), ledger, idle)
            #expect(idle.order.isEmpty)
            let retry = FakeWorker()
            let results = try run(FakeWorker.cells(0..<3), ledger, retry, retryFailed: true)
            #expect(retry.order.map(\.seed) == [1, 1])
            #expect(results.values.allSatisfy { $0.state == .ok })
        }
    }

    @Test func `a stopped run is completed by the next to the same results`() throws {
        let whole = try withLedger { try run(FakeWorker.cells(0..<8), $0, FakeWorker()) }
        try withLedger { ledger in
            let scheduler = Scheduler(worker: FakeWorker(), ledger: ledger, machine: ["cpu": "test"])
            let plan = try WorkPlan(FakeWorker.cells(0..<8), ledger: ledger, fresh: false, retryFailed: false)
            let stopper = Thread {
                Thread.sleep(forTimeInterval: 0.004)
                scheduler.stop()
            }
            stopper.start()
            let part = try scheduler.run(plan, jobs: 2) { _ in }
            #expect(try ledger.counts()["ok", default: 0] == part.count)
            let rest = FakeWorker()
            #expect(try run(FakeWorker.cells(0..<8), ledger, rest) == whole)
            #expect(rest.order.count == 16 - part.count)
        }
    }

    @Test func `fail-fast begins nothing after a failure`() throws {
        try withLedger { ledger in
            let worker = FakeWorker(failing: [0])
            _ = try run(FakeWorker.cells(0..<6), ledger, worker, jobs: 1, failFast: true)
            #expect(worker.order.count == 1)
        }
    }

    @Test func `cells that cannot be are not run`() throws {
        try withLedger { ledger in
            let cells = FakeWorker.cells(0..<1).map {
                Cell(labels: $0.labels, spec: $0.spec, companions: $0.companions, notApplicable: "no")
            }
            let plan = try WorkPlan(cells, ledger: ledger, fresh: false, retryFailed: false)
            #expect(plan.orders.isEmpty)
        }
    }
}
