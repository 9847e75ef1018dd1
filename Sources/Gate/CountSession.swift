// SPDX-License-Identifier: Apache-2.0

import Foundation
import Processes

/// Counts the instructions and allocations of base and head under callgrind, addresses and environment pinned.
///
/// Where the plan names a function, only what runs inside its last call counts: starting the program and warming up are
/// left out, so that a change elsewhere moves no count and a small operation is not lost in a large program.
public struct CountSession: Sendable {
    /// What is compared.
    public var sides: Sides
    /// Those that have arguments for counting.
    public var benchmarks: [GateBenchmark]
    /// A symbol's name; nil counts whole processes, without allocations.
    public var function: String?
    /// The rule that judges the counts.
    public var tier: CountTier
    /// Processes at a time: counts do not depend on who else computes.
    public var jobs: Int

    public init(
        sides: Sides, benchmarks: [GateBenchmark], function: String? = nil, tier: CountTier = CountTier(),
        jobs: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.sides = sides
        self.benchmarks = benchmarks.filter { !$0.counted.isEmpty }
        self.function = function
        self.tier = tier
        self.jobs = max(1, jobs)
    }

    /// Why nothing can be counted on this machine; nil if it can.
    public static var obstacle: String? {
        ChildProcess.find("valgrind") == nil ? "valgrind is not installed" : nil
    }

    /// Both sides once; where they differ, both again, since only counts that repeat are counts.
    public func findings(_ note: @escaping @Sendable (String) -> Void) throws -> [Finding] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-counts-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let readable = Sides(
            base: Self.readable(sides.base, as: folder.appendingPathComponent("base").path),
            head: Self.readable(sides.head, as: folder.appendingPathComponent("head").path))
        let results = Results(count: benchmarks.count)
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = jobs
        for index in benchmarks.indices {
            queue.addOperation {
                note("counting \(benchmarks[index].name)")
                results.put(measured(benchmarks[index], readable, folder.appendingPathComponent("\(index)")), at: index)
            }
        }
        queue.waitUntilAllOperationsAreFinished()
        return results.findings
    }

    /// What operations on several threads found, in the order of the benchmarks.
    private final class Results: @unchecked Sendable {
        private let lock = NSLock()
        private var parts: [[Finding]]

        init(count: Int) { parts = Array(repeating: [], count: count) }

        func put(_ findings: [Finding], at index: Int) { lock.withLock { parts[index] = findings } }

        var findings: [Finding] { lock.withLock { parts.flatMap { $0 } } }
    }

    private func measured(_ benchmark: GateBenchmark, _ sides: Sides, _ scratch: URL) -> [Finding] {
        do {
            var base = [try count(sides.base, benchmark, scratch)]
            var head = [try count(sides.head, benchmark, scratch)]
            if base != head {
                base.append(try count(sides.base, benchmark, scratch))
                head.append(try count(sides.head, benchmark, scratch))
            }
            let instructions = tier.finding(
                subject: benchmark.name, base: base.map(\.instructions), head: head.map(\.instructions))
            guard function != nil else { return [instructions] }
            return [
                instructions,
                ExactTier.finding(
                    subject: benchmark.name, metric: "allocations", base: base.map(\.allocations),
                    head: head.map(\.allocations)),
            ]
        } catch {
            return [
                Finding(
                    tier: .counts, subject: benchmark.name, metric: "instructions", judgement: .incomparable,
                    note: "\(error)")
            ]
        }
    }

    /// A copy without debug information, which not every valgrind can read; the program itself where it has none.
    private static func readable(_ program: String, as copy: String) -> String {
        let outcome = try? ChildProcess("strip", ["--strip-debug", "-o", copy, program]).run()
        return outcome?.status == 0 && FileManager.default.isExecutableFile(atPath: copy) ? copy : program
    }

    private func count(_ program: String, _ benchmark: GateBenchmark, _ scratch: URL) throws -> CallgrindProfile {
        try? FileManager.default.removeItem(at: scratch)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        var environment = ChildProcess.pinned()
        // Not every valgrind knows AVX-512, so AVX2 is forced everywhere; programs that know no levels ignore it.
        environment["PDMPBENCH_ISA"] = "avx2"
        let file = scratch.appendingPathComponent("profile").path
        let stretch = function.map { ["--toggle-collect=\($0)", "--dump-after=\($0)"] } ?? []
        let words =
            (ChildProcess.find("setarch") == nil ? [] : ["setarch", "-R"])
            + ["valgrind", "--tool=callgrind", "--callgrind-out-file=\(file)"] + stretch + [program]
            + benchmark.counted
        let outcome = try ChildProcess(
            words[0], Array(words.dropFirst()), environment: environment, limit: TimeSession.patience * 3
        ).run()
        guard outcome.status == 0 else {
            throw GateError.benchmark(benchmark.name, program, outcome.status, outcome.complaint)
        }
        // With a function, file.1 … file.n are its calls and `file` is the rest.
        var last = file
        if function != nil {
            var call = 1
            while FileManager.default.fileExists(atPath: "\(file).\(call)") {
                last = "\(file).\(call)"
                call += 1
            }
            guard call > 1 else {
                throw GateError.sample(
                    benchmark.name, "it never calls \(function ?? ""), or \(program) has no such symbol")
            }
        }
        guard let text = try? String(contentsOfFile: last, encoding: .utf8), let profile = CallgrindProfile(text) else {
            throw GateError.sample(benchmark.name, "valgrind left no profile of \(program)")
        }
        return profile
    }
}
