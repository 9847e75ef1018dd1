// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites

/// Runs the orders of a plan on a number of threads. A run is one thread and its result depends on nothing but its
/// specification, so the number of workers changes only the time. Each result goes to the ledger as soon as it is there.
public final class Scheduler: @unchecked Sendable {
    public enum Event: Sendable {
        case finished(WorkOrder, RunResult, done: Int, total: Int)
    }

    private let worker: any RunWorker
    private let ledger: Ledger
    private let machine: [String: String]
    private let condition = NSCondition()
    private var waiting: [WorkOrder] = []
    private var results: [Fingerprint: RunResult] = [:]
    private var done = 0
    private var total = 0
    private var stopping = false
    private var failure: LedgerError?

    public init(worker: any RunWorker, ledger: Ledger, machine: [String: String]) {
        self.worker = worker
        self.ledger = ledger
        self.machine = machine
    }

    /// No new run is begun; those in flight end. Safe from any thread.
    public func stop() {
        condition.lock()
        stopping = true
        condition.broadcast()
        condition.unlock()
    }

    /// Runs what is left and returns all results, old and new.
    public func run(
        _ plan: WorkPlan, jobs: Int, failFast: Bool = false, report: @escaping @Sendable (Event) -> Void
    ) throws(LedgerError) -> [Fingerprint: RunResult] {
        waiting = plan.orders
        results = plan.known
        total = plan.orders.count
        done = 0
        let group = DispatchGroup()
        for _ in 0..<max(1, min(jobs, max(1, total))) {
            group.enter()
            let thread = Thread { [self] in
                work(failFast: failFast, report: report)
                group.leave()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        group.wait()
        if let failure { throw failure }
        return results
    }

    private func work(failFast: Bool, report: @Sendable (Event) -> Void) {
        while let order = take() {
            condition.lock()
            let companions = Dictionary(
                order.needs.compactMap { need in results[need].map { (need, $0) } }, uniquingKeysWith: { $1 })
            condition.unlock()
            var result = worker.run(order.spec, companions: companions)
            result.machine = machine
            finish(order, result, failFast: failFast, report: report)
        }
    }

    /// The first order whose companions are there; nil when nothing is left.
    private func take() -> WorkOrder? {
        condition.lock()
        defer { condition.unlock() }
        while !stopping, !waiting.isEmpty {
            if let index = waiting.firstIndex(where: { $0.needs.allSatisfy { results[$0] != nil } }) {
                return waiting.remove(at: index)
            }
            condition.wait()
        }
        return nil
    }

    private func finish(
        _ order: WorkOrder, _ result: RunResult, failFast: Bool, report: @Sendable (Event) -> Void
    ) {
        var problem: LedgerError?
        do {
            try ledger.store(order.spec, result, at: Date())
        } catch {
            problem = error
        }
        condition.lock()
        results[order.fingerprint] = result
        done += 1
        if let problem {
            failure = failure ?? problem
            stopping = true
        }
        if failFast, result.state == .failed { stopping = true }
        report(.finished(order, result, done: done, total: total))
        condition.broadcast()
        condition.unlock()
    }
}
