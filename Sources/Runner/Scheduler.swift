// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites

/// Runs the orders of a plan on a number of threads. A run is one thread and its result depends on nothing but its
/// specification, so the number of workers changes only the time. Each result goes to the ledger as soon as it is there,
/// and only from here.
public final class Scheduler: @unchecked Sendable {
    /// What happens while a plan is executed.
    public enum Event: Sendable {
        /// A run ended and is saved; `done` of `total` runs are.
        case finished(WorkOrder, RunResult, done: Int, total: Int)
    }

    private let worker: any RunWorker
    private let ledger: Ledger
    private let machine: [String: String]
    private let condition = NSCondition()
    private var queue = WorkQueue([])
    /// Results that runs of this plan need.
    private var companions: [Fingerprint: RunResult] = [:]
    private var needed: Set<Fingerprint> = []
    private var done = 0
    private var total = 0
    private var running = 0
    private var stopping = false
    private var failure: LedgerError?

    /// A scheduler whose runs are done by `worker` and kept in `ledger`.
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

    /// Runs what is left and returns all results of the plan that are known then, old and new.
    public func run(
        _ plan: WorkPlan, jobs: Int, failFast: Bool = false, report: @escaping @Sendable (Event) -> Void
    ) throws(LedgerError) -> [Fingerprint: RunResult] {
        try execute(plan, jobs: jobs, failFast: failFast, report: report)
        return try ledger.results(plan.all)
    }

    /// Runs what is left; results stay in the ledger.
    public func execute(
        _ plan: WorkPlan, jobs: Int, failFast: Bool = false, report: @escaping @Sendable (Event) -> Void
    ) throws(LedgerError) {
        queue = WorkQueue(plan.orders)
        total = plan.orders.count
        done = 0
        needed = Set(plan.orders.flatMap(\.needs))
        companions = try ledger.results(needed.filter { plan.known[$0] != nil })
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
    }

    private func work(failFast: Bool, report: @Sendable (Event) -> Void) {
        while let (order, companions) = take() {
            let result = worker.timed(order.spec, companions: companions, machine: machine)
            finish(order, result, at: Date(), failFast: failFast, report: report)
        }
    }

    /// The first order whose companions are there, and these; nil when nothing is left.
    private func take() -> (WorkOrder, [Fingerprint: RunResult])? {
        condition.lock()
        defer { condition.unlock() }
        while !stopping {
            if let order = queue.next() {
                running += 1
                let results = order.needs.compactMap { need in companions[need].map { (need, $0) } }
                return (order, Dictionary(results, uniquingKeysWith: { $1 }))
            }
            guard queue.waiting > 0, running > 0 else { break }
            condition.wait()
        }
        return nil
    }

    private func finish(
        _ order: WorkOrder, _ result: RunResult, at time: Date, failFast: Bool, report: @Sendable (Event) -> Void
    ) {
        var problem: LedgerError?
        do {
            try ledger.store(order.spec, result, at: time)
        } catch {
            problem = error
        }
        condition.lock()
        running -= 1
        if needed.contains(order.fingerprint) { companions[order.fingerprint] = result }
        queue.finished(order.fingerprint)
        if let problem {
            failure = failure ?? problem
            stopping = true
        } else {
            done += 1
            report(.finished(order, result, done: done, total: total))
        }
        if failFast, result.state == .failed { stopping = true }
        condition.broadcast()
        condition.unlock()
    }
}

extension RunWorker {
    /// A result that says when and where it was made.
    func timed(
        _ spec: RunSpec, companions: [Fingerprint: RunResult], machine: [String: String]
    ) -> RunResult {
        let started = Date()
        var result = run(spec, companions: companions)
        result.machine = result.machine.merging(machine) { own, _ in own }
        result.cost.started = started.ISO8601Format()
        result.cost.finished = Date().ISO8601Format()
        return result
    }
}
