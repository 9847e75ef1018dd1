// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// Times base and head in one session: rounds of all benchmarks in shuffled order, each as base, head, head, base in
/// four fresh processes; then fresh rounds of the nominated ones only.
public struct TimeSession {
    public var sides: Sides
    public var benchmarks: [GateBenchmark]
    public var test: TwoStage
    /// Order of benchmarks and padding of environments.
    public var key: RandomKey
    /// Runs one process of a benchmark and answers its sample. Replaceable, so that a session can be simulated.
    public var launch: (_ program: String, _ benchmark: GateBenchmark, _ padding: Int) throws -> GateBenchmark.Sample
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
        public var findings: [Finding]
        /// The times of the first stage, which calibration learns from.
        public var estimates: [Calibration.Estimate]
        /// Processes started.
        public var processes: Int
        /// How many the first stage nominated.
        public var nominated: Int
    }

    public func run() -> Outcome {
        var pairs: [String: Pairs] = [:]
        var broken: [String: String] = [:]
        var processes = 0
        let screening = test.profile.screeningPairs
        collect(benchmarks, pairs: screening, stage: "screening", &pairs, &broken, &processes)
        let sound = benchmarks.filter { broken[$0.name] == nil }
        let nominated = sound.filter { benchmark in
            guard let found = pairs[benchmark.name] else { return false }
            return test.nominates(PairedTimes(found.time), benchmark: benchmark.name)
                || test.nominates(PairedTimes(found.memory), benchmark: benchmark.name)
        }
        var fresh: [String: Pairs] = [:]
        if !nominated.isEmpty {
            note("again with fresh pairs: \(nominated.map(\.name).joined(separator: ", "))")
            // Each nominated benchmark is tested for time and for memory.
            let confirming = test.profile.confirmingPairs(candidates: 2 * nominated.count)
            collect(nominated, pairs: confirming, stage: "confirming", &fresh, &broken, &processes)
        }
        var evidence: [TwoStage.Evidence] = []
        var findings: [Finding] = []
        for benchmark in benchmarks {
            if let reason = broken[benchmark.name] {
                findings.append(
                    Finding(
                        tier: .time, subject: benchmark.name, metric: "time", judgement: .incomparable, note: reason))
                continue
            }
            guard let first = pairs[benchmark.name] else { continue }
            let second = fresh[benchmark.name]
            for (metric, path) in [("time", \Pairs.time), ("peak memory", \Pairs.memory)] {
                evidence.append(
                    TwoStage.Evidence(
                        benchmark: benchmark.name, metric: metric, screening: PairedTimes(first[keyPath: path]),
                        confirming: second.map { PairedTimes($0[keyPath: path]) }))
            }
        }
        findings += test.findings(evidence)
        let estimates = evidence.filter { $0.metric == "time" }.map {
            Calibration.Estimate(benchmark: $0.benchmark, $0.screening)
        }
        return Outcome(findings: findings, estimates: estimates, processes: processes, nominated: nominated.count)
    }

    private struct Pairs {
        var time: [TimePair] = []
        var memory: [TimePair] = []

        mutating func add(base: GateBenchmark.Sample, head: GateBenchmark.Sample, first: TimePair.First) {
            time.append(TimePair(base: base.milliseconds, head: head.milliseconds, first: first))
            memory.append(TimePair(base: base.megabytes, head: head.megabytes, first: first))
        }
    }

    private func collect(
        _ benchmarks: [GateBenchmark], pairs count: Int, stage: String, _ pairs: inout [String: Pairs],
        _ broken: inout [String: String], _ processes: inout Int
    ) {
        let rounds = (count + 1) / 2
        for round in 0..<rounds {
            let key = key.fold(stage).fold(round)
            note("\(stage), round \(round + 1) of \(rounds)")
            for position in key.fold("order").permutation(benchmarks.count) {
                let benchmark = benchmarks[position]
                guard broken[benchmark.name] == nil else { continue }
                var stream = key.fold(benchmark.name).stream()
                func sample(_ program: String) throws -> GateBenchmark.Sample {
                    processes += 1
                    return try launch(program, benchmark, stream.below(4096))
                }
                do {
                    let a = try sample(sides.base)
                    let b = try sample(sides.head)
                    let c = try sample(sides.head)
                    let d = try sample(sides.base)
                    pairs[benchmark.name, default: Pairs()].add(base: a, head: b, first: .base)
                    pairs[benchmark.name, default: Pairs()].add(base: d, head: c, first: .head)
                } catch {
                    broken[benchmark.name] = "\(error)"
                }
            }
        }
    }

    /// Starts the program, pinned to one core where the machine can, and reads its sample.
    public static func launch(_ program: String, _ benchmark: GateBenchmark, _ padding: Int) throws
        -> GateBenchmark.Sample
    {
        let environment = ChildProcess.pinned(padding: padding)
        let child =
            ChildProcess.find("taskset").map {
                ChildProcess($0, ["-c", "\(lastCore)", program] + benchmark.arguments, environment: environment)
            } ?? ChildProcess(program, benchmark.arguments, environment: environment)
        let outcome = try child.run()
        guard outcome.status == 0, let sample = GateBenchmark.sample(outcome.output) else {
            throw GateError.benchmark(benchmark.name, program, outcome.status, outcome.complaint)
        }
        return sample
    }

    /// The last core: interrupts prefer the first.
    static var lastCore: Int { max(0, ProcessInfo.processInfo.activeProcessorCount - 1) }
}

public enum GateError: Error, Equatable, CustomStringConvertible {
    case benchmark(String, String, Int32, String)
    case git(String)
    case build(String, String)
    case cells(String, line: Int)
    case busy(Double, limit: Double)
    case calibration(String)

    public var description: String {
        switch self {
        case .benchmark(let name, let program, let status, let complaint):
            "\(name): \(program) ended with \(status): \(complaint)"
        case .git(let reason): "git: \(reason)"
        case .build(let side, let reason): "the \(side) tree does not build: \(reason)"
        case .cells(let path, let line): "\(path):\(line): is not a cell"
        case .busy(let load, let limit):
            "the machine is busy (load \((load * 100).rounded() / 100), limit \(limit)): wait, or raise --max-load"
        case .calibration(let reason): reason
        }
    }
}
