// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Counts the instructions of base and head under callgrind, addresses and environment pinned.
public struct CountSession: Sendable {
    public var sides: Sides
    public var benchmarks: [GateBenchmark]
    public var tier: CountTier
    public var repeats: Int

    public init(sides: Sides, benchmarks: [GateBenchmark], tier: CountTier = CountTier(), repeats: Int = 2) {
        self.sides = sides
        self.benchmarks = benchmarks
        self.tier = tier
        self.repeats = repeats
    }

    /// Why nothing can be counted on this machine; nil if it can.
    public static var obstacle: String? {
        ChildProcess.find("valgrind") == nil ? "valgrind is not installed" : nil
    }

    public func findings(_ note: (String) -> Void) -> [Finding] {
        benchmarks.filter { !$0.counted.isEmpty }.map { benchmark in
            note("counting \(benchmark.name)")
            do {
                return tier.finding(
                    subject: benchmark.name, base: try counts(sides.base, benchmark),
                    head: try counts(sides.head, benchmark))
            } catch {
                return Finding(
                    tier: .counts, subject: benchmark.name, metric: "instructions", judgement: .incomparable,
                    note: "\(error)")
            }
        }
    }

    private func counts(_ program: String, _ benchmark: GateBenchmark) throws -> [Int] {
        try (0..<repeats).map { _ in try count(program, benchmark) }
    }

    private func count(_ program: String, _ benchmark: GateBenchmark) throws -> Int {
        guard let valgrind = ChildProcess.find("valgrind") else {
            throw GateError.benchmark(benchmark.name, program, 127, "valgrind is not installed")
        }
        var environment = ChildProcess.pinned()
        // Not every valgrind knows AVX-512, so AVX2 is forced everywhere; programs that know no levels ignore it.
        environment["PDMPBENCH_ISA"] = "avx2"
        let arguments =
            ["--tool=callgrind", "--callgrind-out-file=/dev/null", program] + benchmark.counted
        let child =
            ChildProcess.find("setarch").map {
                ChildProcess($0, ["-R", valgrind] + arguments, environment: environment)
            } ?? ChildProcess(valgrind, arguments, environment: environment)
        let outcome = try child.run()
        guard outcome.status == 0, let count = CountSession.instructions(outcome.errors) else {
            throw GateError.benchmark(benchmark.name, program, outcome.status, outcome.complaint)
        }
        return count
    }

    /// The number after "Collected :" in callgrind's closing lines.
    static func instructions(_ text: String) -> Int? {
        for line in text.split(separator: "\n") {
            guard let range = line.range(of: "Collected : ") else { continue }
            return Int(line[range.upperBound...].prefix { $0.isNumber })
        }
        return nil
    }
}
