// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites

/// How jobs are asked for.
public struct SlurmOptions: Sendable {
    /// Slurm's own default if nil.
    public var partition: String?
    /// Tasks of an array that may run at once; nil leaves it to Slurm.
    public var throttle: Int?
    /// Runs that one task does, one after the other.
    public var runsPerTask = 1
    /// What one run may take.
    public var limits = RunLimits()
    /// Handed to sbatch as they are: "--account=vision", "--constraint=avx512".
    public var extra: [String] = []

    public init() {}

    /// For sbatch. Limits are kept by the task itself for each run; Slurm gets room around them.
    func arguments(tasks: Int, runs: Int, log: URL) -> [String] {
        var words = [
            "--array=0-\(tasks - 1)" + (throttle.map { "%\($0)" } ?? ""), "--requeue", "--open-mode=append",
            "--cpus-per-task=1", "--output=\(log.path)", "--error=\(log.path)",
        ]
        if let partition { words.append("--partition=\(partition)") }
        if let seconds = limits.seconds {
            words.append("--time=\(Int((seconds * Double(runs) / 60).rounded(.up)) + 2)")
        }
        if let bytes = limits.bytes { words.append("--mem=\((bytes >> 20) + 256)M") }
        return words + extra
    }
}

/// Runs a plan as job arrays of Slurm. The jobs write each result as a whole file into a folder that they share with
/// this process, and only this process writes the ledger. Jobs go on when the submitter ends; the next run of the same
/// plan takes them up again.
public final class SlurmExecutor: @unchecked Sendable {
    private let slurm: Slurm
    private let ledger: Ledger
    private let home: URL
    private let options: SlurmOptions
    private let interval: Double
    private let note: @Sendable (String) -> Void
    private let lock = NSLock()
    private var stopping = false

    /// - Parameters:
    ///   - slurm: the cluster's commands.
    ///   - ledger: what is known; results are brought into it.
    ///   - home: where batches are laid out; every node sees it under this path.
    ///   - options: of its jobs.
    ///   - interval: seconds between two looks at the folder.
    ///   - note: told what a person wants to know.
    public init(
        slurm: Slurm = Slurm(), ledger: Ledger, home: URL, options: SlurmOptions, interval: Double = 1,
        note: @escaping @Sendable (String) -> Void
    ) {
        self.slurm = slurm
        self.ledger = ledger
        self.home = URL(fileURLWithPath: home.path).standardizedFileURL
        self.options = options
        self.interval = interval
        self.note = note
    }

    /// Waits no longer; the jobs go on. Safe from any thread.
    public func stop() { lock.withLock { stopping = true } }

    private var stopped: Bool { lock.withLock { stopping } }

    /// What is submitted: by which program, with which arguments of its hidden command `work`.
    public struct Command: Sendable {
        /// The executable, seen under the same path by all nodes.
        public var program: URL
        /// Words behind the program's name.
        public var arguments: [String]
        /// What the jobs get of the environment.
        public var environment: [String: String]

        public init(program: URL, arguments: [String], environment: [String: String]) {
            self.program = program
            self.arguments = arguments
            self.environment = environment
        }
    }

    /// Brings in what earlier jobs of this plan have finished or still do, submits the rest and waits for it.
    /// - Parameters:
    ///   - plan: what is to be trained.
    ///   - suite: its name, for the names of jobs.
    ///   - command: this program as nodes start it.
    ///   - failFast: whether a failed run ends the rest.
    ///   - detach: submit, and do not wait.
    ///   - fresh: earlier jobs and results do not count.
    ///   - report: told of each run that begins or ends.
    /// - Returns: all results of the plan that are known then.
    public func run(
        _ plan: WorkPlan, suite: String, command: Command, failFast: Bool = false, detach: Bool = false,
        fresh: Bool = false, report: @escaping @Sendable (Scheduler.Event) -> Void
    ) throws(SlurmError) -> [Fingerprint: RunResult] {
        var session = Session(plan, failFast: failFast, detach: detach, fresh: fresh, report: report)
        if !fresh { for batch in SlurmBatch.open(in: home) { try takeUp(batch, &session) } }
        let left = plan.orders.filter {
            !session.ended.contains($0.fingerprint) && !session.flying.contains($0.fingerprint)
        }
        if !left.isEmpty, !stopped, !session.mustEnd {
            let watch = try submit(left, suite: suite, command: command)
            if !detach { try wait(for: watch, &session) }
        }
        do { return try ledger.results(plan.all) } catch { throw .ledger(error) }
    }

    /// What is known of one call of `run`.
    private struct Session {
        let orders: [Fingerprint: WorkOrder]
        let failFast: Bool
        let detach: Bool
        let fresh: Bool
        let report: @Sendable (Scheduler.Event) -> Void
        /// Orders that came back.
        var ended: Set<Fingerprint> = []
        /// Orders that earlier jobs are doing and nobody waits for.
        var flying: Set<Fingerprint> = []
        var anyFailed = false

        init(
            _ plan: WorkPlan, failFast: Bool, detach: Bool, fresh: Bool,
            report: @escaping @Sendable (Scheduler.Event) -> Void
        ) {
            orders = Dictionary(plan.orders.map { ($0.fingerprint, $0) }, uniquingKeysWith: { $1 })
            self.failFast = failFast
            self.detach = detach
            self.fresh = fresh
            self.report = report
        }

        var mustEnd: Bool { failFast && anyFailed }

        mutating func end(_ order: WorkOrder, _ result: RunResult) {
            guard ended.insert(order.fingerprint).inserted else { return }
            if result.state == .failed { anyFailed = true }
            report(.finished(order, result, done: ended.count, total: orders.count))
        }
    }

    /// One batch while its jobs run.
    private struct Watch {
        struct Part {
            let task: SlurmTask?
            let log: URL
            let runs: [Fingerprint]
            /// Looks in a row at which Slurm did not know it.
            var silent = 0
        }

        let batch: SlurmBatch
        var parts: [Part]
        let arrays: [String]
        /// Of an earlier submitter.
        let adopted: Bool
        /// Results that were brought in.
        var seen: Set<Fingerprint> = []
        /// Tasks that ended without all of their results.
        var lost: [(part: Part, missing: [Fingerprint])] = []

        init(_ batch: SlurmBatch, arrays: [String?], adopted: Bool) throws {
            self.batch = batch
            self.adopted = adopted
            self.arrays = arrays.compactMap { $0 }
            parts = try batch.levels().enumerated().flatMap { level, tasks in
                tasks.enumerated().map { index, runs in
                    Part(
                        task: level < arrays.count ? arrays[level].map { SlurmTask(array: $0, index: index) } : nil,
                        log: batch.log(level, index), runs: runs)
                }
            }
        }
    }

    // MARK: Submitting

    private func submit(
        _ orders: [WorkOrder], suite: String, command: Command
    ) throws(SlurmError) -> Watch {
        let maximal = try slurm.maximalArray()
        let made = Set(orders.map(\.fingerprint))
        let batch: SlurmBatch
        let levels: [[[Fingerprint]]]
        do {
            let known = try ledger.results(orders.flatMap(\.needs).filter { !made.contains($0) })
            // In the order of time when sorted, and unlike any other's.
            let stamp = String(UInt64(Date().timeIntervalSince1970 * 1e6), radix: 36)
            batch = try SlurmBatch(
                in: home, id: "\(stamp)-\(getpid())", suite: suite, program: command.program, orders: orders,
                known: known, runsPerTask: options.runsPerTask, maximalArray: maximal)
            levels = try batch.levels()
        } catch { throw SlurmError(error) }
        var arrays: [String] = []
        do {
            for (level, tasks) in levels.enumerated() {
                let script = try batch.script(
                    level, arguments: command.arguments,
                    environment: ProcessWorker.environment.merging(command.environment) { $1 })
                var words = options.arguments(
                    tasks: tasks.count, runs: tasks.map(\.count).max() ?? 1,
                    log: batch.folder.appendingPathComponent("logs/\(level)-%a.log"))
                words.append("--job-name=\(batch.name(level))")
                // Companions have ended then, however they did; a task whose companion is missing says so.
                if let before = arrays.last { words.append("--dependency=afterany:\(before)") }
                arrays.append(try slurm.submit(script, words))
                try batch.noteArray(level, arrays[level])
            }
            note(
                "submitted \(orders.count) runs in \(levels.reduce(0) { $0 + $1.count }) tasks: job\(arrays.count == 1 ? "" : "s") \(arrays.joined(separator: ", "))"
            )
            return try Watch(batch, arrays: arrays, adopted: false)
        } catch {
            // All or none.
            try? slurm.cancel(arrays)
            batch.takeAway()
            throw SlurmError(error)
        }
    }

    /// Takes up a batch that an earlier submitter left. What ended without a result is free to be submitted again.
    private func takeUp(_ batch: SlurmBatch, _ session: inout Session) throws(SlurmError) {
        do {
            let all = try batch.levels().flatMap { $0.flatMap { $0 } }
            let own = all.filter { session.orders[$0] != nil }.count
            if own == 0 {
                // Perhaps its submitter ended between the last result and the clearing up.
                if isBroughtIn(batch) { batch.takeAway() }
                return
            }
            let arrays = try batch.levels().indices.map { try batch.array($0) ?? slurm.array(named: batch.name($0)) }
            note("taking up \(own) runs of batch \(batch.manifest.id), submitted before")
            try wait(for: Watch(batch, arrays: arrays, adopted: true), &session)
        } catch { throw SlurmError(error) }
    }

    // MARK: Waiting

    /// Brings results in as they come, until the batch has no more to bring to this plan.
    private func wait(for watched: Watch, _ session: inout Session) throws(SlurmError) {
        var watch = watched
        var (held, unreachable) = (false, false)
        while true {
            do { try bringIn(&watch, &session) } catch { throw SlurmError(error) }
            let open = watch.parts.indices.filter {
                watch.parts[$0].runs.contains { session.orders[$0] != nil && !session.ended.contains($0) }
            }
            if open.isEmpty { break }
            if session.mustEnd {
                try slurm.cancel(watch.arrays)
                note("a run failed: jobs \(watch.arrays.joined(separator: ", ")) are cancelled")
                return
            }
            if stopped {
                let arrays = watch.arrays.joined(separator: " ")
                note("the jobs go on; the same command brings their results in, scancel \(arrays) ends them")
                return
            }
            do {
                let active = try slurm.active(watch.arrays)
                unreachable = false
                if !held, let task = active.first(where: { $0.value.contains("Held") || $0.value.contains("held") }) {
                    held = true
                    note("Slurm holds tasks back (\(task.value)); scontrol release lets them run")
                }
                for index in open {
                    let here = watch.parts[index].task.map { active[$0] != nil } ?? false
                    watch.parts[index].silent = here ? 0 : watch.parts[index].silent + 1
                }
            } catch {
                // The controller may be away for a while; jobs and results do not need it.
                if !unreachable { note("\(error.description); waiting for it") }
                unreachable = true
            }
            // A result may be seen a little later than the end of its job.
            let gone = open.filter { watch.parts[$0].silent >= (session.detach ? 1 : SlurmExecutor.patience) }
            if !gone.isEmpty {
                do { try bringIn(&watch, &session) } catch { throw SlurmError(error) }
                for index in gone { try lose(index, &watch, &session) }
            }
            if session.detach {
                session.flying.formUnion(watch.parts.filter { $0.silent == 0 }.flatMap(\.runs))
                session.flying.subtract(session.ended)
                return
            }
            Thread.sleep(forTimeInterval: interval)
        }
        close(watch, session)
    }

    private static let patience = 4

    /// Puts what came since the last look into the ledger, each result once.
    private func bringIn(_ watch: inout Watch, _ session: inout Session) throws {
        for fingerprint in try watch.batch.finished() where watch.seen.insert(fingerprint).inserted {
            // What belongs to another plan waits for that.
            guard let order = session.orders[fingerprint] else { continue }
            let result = try watch.batch.result(fingerprint)
            let known = session.fresh ? nil : try ledger.results([fingerprint])[fingerprint]
            switch known {
            case .some(let known) where known.state != .failed:
                guard known.hasBits(of: result) else { throw SlurmError.violation(fingerprint) }
            case .some(let known) where known.cost.finished == result.cost.finished:
                // Brought in before; it is asked for again.
                continue
            default:
                try ledger.store(order.spec, result, at: Date())
            }
            session.end(order, result)
        }
    }

    /// A task that ended without all its results. Those of an earlier submitter are simply done again.
    private func lose(_ index: Int, _ watch: inout Watch, _ session: inout Session) throws(SlurmError) {
        let part = watch.parts[index]
        let missing = part.runs.filter { session.orders[$0] != nil && !session.ended.contains($0) }
        guard !missing.isEmpty else { return }
        watch.lost.append((part, missing))
        watch.parts[index] = Watch.Part(task: nil, log: part.log, runs: [])
        if watch.adopted { return }
        let job = part.task.map { "task \($0)" } ?? "a task"
        let ending = part.task.map(slurm.ending) ?? "it was never submitted"
        let said = SlurmExecutor.lastLine(part.log).map { "; it said: \($0)" } ?? ""
        for fingerprint in missing {
            guard let order = session.orders[fingerprint] else { continue }
            var result = RunResult(state: .failed, reason: "\(job) ended without a result: \(ending)\(said)")
            result.cost.finished = Date().ISO8601Format()
            do { try ledger.store(order.spec, result, at: Date()) } catch { throw .ledger(error) }
            session.end(order, result)
        }
    }

    /// The folder goes when everything in it is in the ledger; after a failure its logs stay to be read.
    private func close(_ watch: Watch, _ session: Session) {
        if watch.adopted, !watch.lost.isEmpty {
            note(
                "\(watch.lost.reduce(0) { $0 + $1.missing.count }) of these runs ended without a result; they are done again"
            )
        }
        guard isBroughtIn(watch.batch) else { return }
        guard session.anyFailed else { return watch.batch.takeAway() }
        watch.batch.markClosed()
        if !watch.adopted { note("logs of the jobs: \(watch.batch.folder.appendingPathComponent("logs").path)") }
    }

    private func isBroughtIn(_ batch: SlurmBatch) -> Bool {
        guard let levels = try? batch.levels() else { return false }
        let all = Set(levels.flatMap { $0.flatMap { $0 } })
        return (try? ledger.states(Array(all)))?.count == all.count
    }

    private static func lastLine(_ log: URL) -> String? {
        guard let file = try? FileHandle(forReadingFrom: log) else { return nil }
        defer { try? file.close() }
        let length = (try? file.seekToEnd()) ?? 0
        try? file.seek(toOffset: length > 2048 ? length - 2048 : 0)
        let text = String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
        return text.split(separator: "\n").last.map(String.init)
    }
}

extension SlurmError {
    /// What else can go wrong around jobs is their folder.
    init(_ error: any Error) {
        switch error {
        case let error as SlurmError: self = error
        case let error as LedgerError: self = .ledger(error)
        case let error as CocoaError: self = .folder(error.localizedDescription)
        default: self = .folder("\(error)")
        }
    }
}
