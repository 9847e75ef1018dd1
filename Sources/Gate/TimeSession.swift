// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Processes

/// Times base and head in one session: rounds of all benchmarks in shuffled order, each as base, head, head, base in
/// four fresh processes; then fresh rounds of the nominated ones only.
public struct TimeSession {
    /// What is compared.
    public var sides: Sides
    /// What is timed on both sides.
    public var benchmarks: [GateBenchmark]
    /// The rule: how many pairs, and what they must show.
    public var test: TwoStage
    /// Order of benchmarks and padding of environments.
    public var key: RandomKey
    /// Runs one process of a benchmark and answers its sample. Replaceable, so that a session can be simulated.
    public var launch: (_ program: String, _ benchmark: GateBenchmark, _ padding: Int) throws -> GateBenchmark.Sample
    /// Told what goes on, for people who wait.
    public var note: (String) -> Void

    public init(
        sides: Sides, benchmarks: [GateBenchmark], test: TwoStage, key: RandomKey,
        launch: @escaping (String, GateBenchmark, Int) throws -> GateBenchmark.Sample = TimeSession.launch,
        note: @escaping (String) -> Void = { _ in }
    ) {
        self.sides = sides
        self.benchmarks = benchmarks
        self.test = test
        self.key = key
        self.launch = launch
        self.note = note
    }

    /// What a session found: a finding for time and one for memory of each benchmark.
    public struct Outcome: Sendable {
        /// In the order of the benchmarks.
        public var findings: [Finding]
        /// Benchmarks that base runs and head does not, one sentence each.
        public var failures: [String]
        /// The pairs that this session measured.
        public var log: PairLog
        /// Processes started.
        public var processes: Int
        /// Names of those that the first stage nominated.
        public var nominated: [String]
    }

    /// Measures and judges. Pairs of earlier attempts at the same comparison are pooled with the new ones, not replaced.
    public func run(after earlier: PairLog = PairLog()) -> Outcome {
        var work = Work(pooled: earlier)
        collect(benchmarks, pairs: test.profile.screeningPairs, .screening, &work)
        var candidates = 0
        let nominated = benchmarks.filter { benchmark in
            guard work.broken[benchmark.name] == nil else { return false }
            let suspected = PairLog.Quantity.allCases.filter {
                test.suspicion(work.pooled.times(.screening, benchmark.name, $0), benchmark: benchmark.name) != nil
            }
            candidates += suspected.count
            return !suspected.isEmpty
        }
        if !nominated.isEmpty {
            note("again with fresh pairs: \(nominated.map(\.name).joined(separator: ", "))")
            let confirming = test.profile.confirmingPairs(candidates: candidates)
            collect(nominated, pairs: confirming, .confirming, &work)
        }
        let broken = benchmarks.compactMap { benchmark in work.broken[benchmark.name].map { (benchmark.name, $0) } }
        let incomparable = broken.filter { !$0.1.isHeads }.map { name, breakage in
            Finding(tier: .time, subject: name, metric: "time", judgement: .incomparable, note: breakage.reason)
        }
        return Outcome(
            findings: incomparable + findings(of: work.pooled, without: Set(broken.map(\.0))),
            failures: broken.filter(\.1.isHeads).map(\.1.reason), log: work.fresh, processes: work.processes,
            nominated: nominated.map(\.name))
    }

    /// Judges what was measured before.
    public func findings(of log: PairLog) -> [Finding] { findings(of: log, without: []) }

    private func findings(of log: PairLog, without broken: Set<String>) -> [Finding] {
        test.findings(
            benchmarks.filter { !broken.contains($0.name) && !log[.screening, $0.name].isEmpty }.flatMap { benchmark in
                PairLog.Quantity.allCases.map { TwoStage.Evidence(log, benchmark.name, $0) }
            })
    }

    private struct Breakage {
        let reason: String
        /// Base ran it, head did not.
        let isHeads: Bool
    }

    private struct Work {
        /// Earlier attempts' and this one's.
        var pooled: PairLog
        var fresh = PairLog()
        var broken: [String: Breakage] = [:]
        var processes = 0
    }

    private func collect(_ benchmarks: [GateBenchmark], pairs count: Int, _ stage: PairLog.Stage, _ work: inout Work) {
        let rounds = (count + 1) / 2
        for round in 0..<rounds {
            let key = key.fold(stage.rawValue).fold(round)
            note("\(stage.rawValue), round \(round + 1) of \(rounds)")
            for position in key.fold("order").permutation(benchmarks.count) {
                let benchmark = benchmarks[position]
                guard work.broken[benchmark.name] == nil else { continue }
                var stream = key.fold(benchmark.name).stream()
                var isHeads = false
                func sample(_ program: String, ofHead: Bool) throws -> GateBenchmark.Sample {
                    work.processes += 1
                    isHeads = ofHead
                    return try launch(program, benchmark, stream.below(4096))
                }
                do {
                    let a = try sample(sides.base, ofHead: false)
                    let b = try sample(sides.head, ofHead: true)
                    let c = try sample(sides.head, ofHead: true)
                    let d = try sample(sides.base, ofHead: false)
                    for pair in [PairLog.Pair(base: a, head: b, first: .base), .init(base: d, head: c, first: .head)] {
                        work.fresh.add(pair, stage, benchmark.name)
                        work.pooled.add(pair, stage, benchmark.name)
                    }
                } catch {
                    work.broken[benchmark.name] = Breakage(reason: "\(error)", isHeads: isHeads)
                }
            }
        }
    }

    /// Seconds after which a process of a benchmark is given up.
    static let patience = 600.0

    /// Starts the program, pinned to one core where the machine can, and reads its sample.
    public static func launch(_ program: String, _ benchmark: GateBenchmark, _ padding: Int) throws
        -> GateBenchmark.Sample
    {
        let pinning = ChildProcess.find("taskset").map { [$0, "-c", "\(lastCore)"] } ?? []
        let words = pinning + [program] + benchmark.arguments
        let outcome = try ChildProcess(
            words[0], Array(words.dropFirst()), environment: ChildProcess.pinned(padding: padding), limit: patience
        ).run()
        guard outcome.status == 0 else {
            throw GateError.benchmark(benchmark.name, program, outcome.status, outcome.complaint)
        }
        return try benchmark.sample(outcome.output)
    }

    /// The last core: interrupts prefer the first.
    static var lastCore: Int { max(0, ProcessInfo.processInfo.activeProcessorCount - 1) }
}

/// What keeps a gate from measuring or reading.
public enum GateError: Error, Equatable, CustomStringConvertible {
    /// A process of a benchmark failed: name, program, status, last line of its errors.
    case benchmark(String, String, Int32, String)
    /// What a benchmark printed is no measurement.
    case sample(String, String)
    /// A revision cannot be found or checked out.
    case git(String)
    /// A side does not build: which, and why.
    case build(String, String)
    /// A line of a `cells.jsonl` or a baseline is no cell.
    case cells(String, line: Int)
    /// The load before the session, in processors, is above the limit.
    case busy(Double, limit: Double)
    /// Sessions do not make a calibration: why.
    case calibration(String)

    /// One line: where, what.
    public var description: String {
        switch self {
        case .benchmark(let name, let program, let status, let complaint):
            "\(name): \(program) ended with \(status): \(complaint)"
        case .sample(let name, let reason): "\(name): \(reason)"
        case .git(let reason): "git: \(reason)"
        case .build(let side, let reason): "the \(side) tree does not build: \(reason)"
        case .cells(let path, let line): "\(path):\(line): is not a cell"
        case .busy(let load, let limit):
            "the machine is busy (\((load * 100).rounded() / 100) processors, limit \(limit)): wait, or raise --max-load"
        case .calibration(let reason): reason
        }
    }
}
