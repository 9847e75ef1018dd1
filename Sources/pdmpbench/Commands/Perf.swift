// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Processes
import Records
import Reports
import Runner
import Workloads

extension Bench {
    struct Perf: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "perf", abstract: "Time the reference workloads W1 to W7 on one thread.",
            usage: "pdmpbench perf [options]",
            discussion: """
                Each workload trains on data and initial weights that any program can rebuild, so that engines can be
                timed and checked against each other. `ceiling_gflops` is the best this program's own product of
                1024 × 1024 matrices reaches on the machine now.
                Example: pdmpbench perf --workload W1 --steps 200 --format json
                """)

        enum Format: String, ExpressibleByArgument, CaseIterable { case json, table }

        @Option(help: "W1 to W7; may be repeated. Without it: all.") var workload: [String] = []
        @Option(help: "Steps of each workload (default: 200; 14 for W6, 40 for W7).") var steps: Int?
        @Option(help: "Steps before the clock counts (default: 10; 3 for W6, 5 for W7).") var warmup: Int?
        @Option(help: "json: one object a line; table: for people.") var format: Format = .table
        @Flag(help: "Say where the time of a step goes, by operation.") var profile = false
        @Option(name: [.short, .long], help: "Folder for perf.json, perf.md and a figure.") var output: String?
        @Flag(help: "Train on every instruction set and compare the weights; exit 7 if any differ.") var isaMatrix =
            false
        @Flag(help: "Time each workload alone and two at once, and say what each of the two loses.") var sideBySide =
            false

        func validate() throws {
            if let steps, steps < 1 { throw ValidationError("--steps must be at least 1") }
            if let warmup, warmup < 0 { throw ValidationError("--warmup must not be negative") }
            if isaMatrix, profile || output != nil {
                throw ValidationError("--isa-matrix compares weights; it goes with neither --profile nor --output")
            }
            if sideBySide, isaMatrix || profile || output != nil {
                throw ValidationError("--side-by-side goes with none of --isa-matrix, --profile and --output")
            }
            for name in workload where Workload.named(name) == nil {
                let known = Workload.all.map(\.name)
                throw ValidationError(
                    "unknown workload '\(name)'\(NearestName.hint(name, among: known)) (known: \(known.joined(separator: ", ")))"
                )
            }
        }

        func run() throws {
            try selectInstructionSet()
            let chosen = workload.isEmpty ? Workload.all : workload.compactMap { Workload.named($0) }
            if isaMatrix { return try compareInstructionSets(chosen) }
            if sideBySide { return try measureSideBySide(chosen) }
            if format == .table { print(PerfTable.header) }
            // Peak memory and the time to start belong to a process, so each workload has one.
            if chosen.count == 1, output == nil {
                let measured = Measurement(
                    chosen[0], steps: steps ?? chosen[0].steps, warmup: warmup ?? chosen[0].warmup,
                    start: ProcessClock.start, profiled: profile)
                show(measured.record)
                if profile { Console.error(measured.profile) }
                return
            }
            var records: [ConfigValue] = []
            for entry in chosen {
                records.append(try measureApart(entry, instructionSet: nil))
                show(records[records.count - 1])
            }
            if let output { try PerfReport(records: records).write(to: URL(fileURLWithPath: output)) }
        }

        private func show(_ record: ConfigValue) {
            print(format == .json ? record.canonicalJSON : PerfTable.row(record))
        }

        /// The record of a workload from a process of its own.
        private func measureApart(_ entry: Workload, instructionSet: String?) throws -> ConfigValue {
            try record(of: launch(entry, instructionSet: instructionSet))
        }

        private typealias Launched = (entry: Workload, process: RunningProcess)

        private func launch(_ entry: Workload, instructionSet: String? = nil) throws -> Launched {
            let arguments =
                ["perf", "--workload", entry.name, "--format", "json"] + (steps.map { ["--steps", "\($0)"] } ?? [])
                + (warmup.map { ["--warmup", "\($0)"] } ?? []) + (profile ? ["--profile"] : [])
            let environment = ChildProcess.inherited(with: instructionSet.map { ["PDMPBENCH_ISA": $0] } ?? [:])
            let child = ChildProcess(Program.url.path, arguments, environment: environment, errors: .inherited)
            return (entry, try child.start())
        }

        private func record(of launched: Launched) throws -> ConfigValue {
            let outcome = launched.process.wait()
            guard outcome.status == 0 else {
                throw Stop(code: 1, message: "\(launched.entry.name) ended with \(outcome.status)")
            }
            return try JSONDecoder().decode(ConfigValue.self, from: Data(outcome.output.utf8))
        }

        /// Alone before and after, so that a machine that grows slower meanwhile is not taken for a loss.
        private func measureSideBySide(_ chosen: [Workload]) throws {
            guard ProcessInfo.processInfo.activeProcessorCount > 1 else {
                throw Stop(code: 1, message: "--side-by-side needs two processors; this process may use one")
            }
            func median(_ record: ConfigValue) -> Double { record["median_ms"]?.doubleValue ?? .nan }
            func text(_ value: Double) -> String { FixedPoint.text(value, 3) }
            print("workload  alone ms  two at once ms  loss")
            for entry in chosen {
                let before = median(try measureApart(entry, instructionSet: nil))
                let pair = [try launch(entry), try launch(entry)]
                let both = try pair.map { median(try record(of: $0)) }
                let alone = (before + median(try measureApart(entry, instructionSet: nil))) / 2
                let losses = both.map { FixedPoint.text(100 * ($0 / alone - 1), 1) + " %" }
                print(
                    "\(entry.name)  \(text(alone))  \(both.map(text).joined(separator: ", "))  "
                        + losses.joined(separator: ", "))
            }
        }

        private func compareInstructionSets(_ chosen: [Workload]) throws {
            let names = Array(InstructionSets.available.reversed())
            print("workload  steps  " + names.joined(separator: "  "))
            var differing: [String] = []
            for entry in chosen {
                let hashes = try names.map {
                    try measureApart(entry, instructionSet: $0)["weight_hash"]?.stringValue ?? "?"
                }
                if Set(hashes).count > 1 { differing.append(entry.name) }
                print("\(entry.name)  \(steps ?? entry.steps)  \(hashes.joined(separator: "  "))")
            }
            guard differing.isEmpty else {
                Console.error("weights differ between instruction sets: \(differing.joined(separator: ", "))")
                throw ExitCode(7)
            }
        }
    }
}

/// Seconds of a clock that never goes back, and when this process began on it.
enum ProcessClock {
    static var now: Double { seconds(CLOCK_BOOTTIME) }

    /// From /proc/self/stat, in ticks of 10 ms; now where that cannot be read.
    static var start: Double {
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 19,
            let ticks = Double(fields[19])
        else { return now }
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// One workload, run and timed.
private struct Measurement {
    let workload: Workload
    let steps: Int
    let times: [Double]
    let losses: [Float]
    let firstStep: Double
    let total: Double
    let weightHash: String
    let peakMegabytes: Double
    let ceiling: Double
    let ledger: OperationTimes

    init(_ workload: Workload, steps: Int, warmup: Int, start: Double, profiled: Bool) {
        self.workload = workload
        self.steps = steps
        let run = WorkloadRun(workload)
        let ledger = OperationTimes()
        var times: [Double] = []
        var losses: [Float] = []
        var firstStep = 0.0
        times.reserveCapacity(steps)
        losses.reserveCapacity(steps)
        for step in 0..<steps {
            if profiled, step == min(warmup, steps - 1) { run.tape.probe = ledger.note }
            let before = ProcessClock.now
            ledger.begin()
            losses.append(run.step())
            ledger.end()
            let after = ProcessClock.now
            times.append(after - before)
            if step == 0 { firstStep = after - start }
        }
        total = ProcessClock.now - start
        self.times = times[min(warmup, steps - 1)...].sorted()
        self.losses = losses
        self.firstStep = firstStep
        self.ledger = ledger
        weightHash = run.weightHash
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        peakMegabytes = Double(usage.ru_maxrss) / 1024
        ceiling = ProductCeiling.gigaflops
    }

    var median: Double {
        let middle = times.count / 2
        return times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
    }
    var gigaflops: Double { workload.gigaflops / median }

    /// The keys that all engines print.
    var record: ConfigValue {
        func number(_ value: Double, _ decimals: Int) -> ConfigValue {
            .double(Double(String(format: "%.\(decimals)f", value)) ?? value)
        }
        var shown: [String: ConfigValue] = [:]
        for step in [1, 2, 5, 10, 50, 200] where step <= losses.count {
            shown["\(step)"] = .double(Double(losses[step - 1]))
        }
        return .object([
            "workload": .string(workload.name), "threads": .int(1), "steps": .int(steps),
            "median_ms": number(median * 1e3, 4), "min_ms": number(times[0] * 1e3, 4),
            "p90_ms": number(times[Int(0.9 * Double(times.count - 1))] * 1e3, 4),
            "samples_per_s": number(Double(workload.batch) / median, 1), "first_step_s": number(firstStep, 3),
            "total_s": number(total, 3), "peak_rss_mb": number(peakMegabytes, 1), "losses": .object(shown),
            "weight_hash": .string(weightHash), "gflops": number(gigaflops, 2),
            "ceiling_gflops": number(ceiling, 1),
        ])
    }

    var profile: String { ledger.text(steps: times.count) }
}

/// What our own GEMM reaches on this machine now; measured once a process.
private enum ProductCeiling {
    static let gigaflops: Double = {
        let n = 1024
        let (a, b, c) = (Buffer(count: n * n), Buffer(count: n * n), Buffer(count: n * n))
        for index in 0..<n * n {
            a.pointer[index] = Float(index % 7) - 3
            b.pointer[index] = Float(index % 5) - 2
        }
        var best = Double.infinity
        for _ in 0..<8 {
            let before = ProcessClock.now
            Arithmetic.product(a.pointer, b.pointer, rows: n, columns: n, depth: n, into: c.pointer)
            best = min(best, ProcessClock.now - before)
        }
        return 2 * Double(n * n * n) / best * 1e-9
    }()
}

/// Time by operation and direction, summed over steps.
private final class OperationTimes {
    private var names: [String] = []
    private var seconds: [Double] = []
    private var current = -1
    private var since = 0.0

    func begin() {
        current = -1
        since = ProcessClock.now
    }

    /// Closes the operation in progress and opens the next.
    func note(_ name: String) {
        close()
        current = names.firstIndex(of: name) ?? names.count
        if current == names.count {
            names.append(name)
            seconds.append(0)
        }
        since = ProcessClock.now
    }

    func end() { close() }

    private func close() { if current >= 0 { seconds[current] += ProcessClock.now - since } }

    func text(steps: Int) -> String {
        let total = seconds.reduce(0, +)
        return names.indices.sorted { seconds[$0] > seconds[$1] }.map {
            let share = FixedPoint.text(100 * seconds[$0] / total, 1)
            let each = FixedPoint.text(seconds[$0] / Double(steps) * 1e3, 4)
            return String(repeating: " ", count: max(0, 6 - share.count)) + share + " %"
                + String(repeating: " ", count: max(0, 11 - each.count)) + each + " ms  " + names[$0]
        }.joined(separator: "\n")
    }
}

/// The table for people.
private enum PerfTable {
    static let header =
        "workload           median ms    min ms  samples/s  GFLOP/s  of ceiling  first step s  peak MB  weights"

    static func row(_ record: ConfigValue) -> String {
        func pad(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        func number(_ key: String, _ decimals: Int) -> String {
            FixedPoint.text(record[key]?.doubleValue ?? .nan, decimals)
        }
        let id = record["workload"]?.stringValue ?? ""
        let name = "\(id) \(Workload.named(id)?.title ?? "")"
        let share = 100 * (record["gflops"]?.doubleValue ?? .nan) / (record["ceiling_gflops"]?.doubleValue ?? .nan)
        return name + String(repeating: " ", count: max(0, 17 - name.count)) + pad(number("median_ms", 3), 11)
            + pad(number("min_ms", 3), 10) + pad(number("samples_per_s", 0), 11) + pad(number("gflops", 1), 9)
            + pad(FixedPoint.text(share, 0) + " %", 12) + pad(number("first_step_s", 3), 14)
            + pad(number("peak_rss_mb", 0), 9) + "  " + (record["weight_hash"]?.stringValue ?? "")
    }
}

/// perf.json, perf.md and the figure of a measurement.
private struct PerfReport {
    let records: [ConfigValue]

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let json = records.map(\.canonicalJSON).joined(separator: ",\n")
        try WholeFile.write("[\n\(json)\n]\n", to: folder.appendingPathComponent("perf.json"))
        let rows = records.map { record in
            (
                workload: record["workload"]?.stringValue ?? "", minimum: record["min_ms"]?.doubleValue ?? .nan,
                median: record["median_ms"]?.doubleValue ?? .nan, p90: record["p90_ms"]?.doubleValue ?? .nan
            )
        }
        var drawn = false
        if let figure = StepTimePlot.figure(
            name: "step-time", title: "Time of a training step, one thread", rows: rows)
        {
            do {
                try Gnuplot().draw(figure, into: folder)
                drawn = true
            } catch let error as PlotError {
                Console.error("\(error)")
            }
        }
        try WholeFile.write(markdown(drawn: drawn), to: folder.appendingPathComponent("perf.md"))
    }

    private func markdown(drawn: Bool) -> String {
        func cell(_ record: ConfigValue, _ key: String, _ decimals: Int) -> String {
            FixedPoint.text(record[key]?.doubleValue ?? .nan, decimals)
        }
        let machine = Machine.describe()
        let rows = records.map { record -> String in
            let id = record["workload"]?.stringValue ?? ""
            let cells = [
                "\(id) \(Workload.named(id)?.title ?? "")", cell(record, "median_ms", 3), cell(record, "min_ms", 3),
                cell(record, "p90_ms", 3), cell(record, "samples_per_s", 0), cell(record, "gflops", 1),
                cell(record, "ceiling_gflops", 0), cell(record, "first_step_s", 2), cell(record, "peak_rss_mb", 0),
                "`\(record["weight_hash"]?.stringValue ?? "")`",
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }
        return """
            # Speed of the reference workloads

            One thread, \(machine["cpu"] ?? "unknown processor"), \(InstructionSets.active). GFLOP/s count multiply-adds of \
            products and convolutions as two, as if each were computed directly: 3×3 convolutions of stride 1 need fewer \
            than are counted (Winograd), so a workload may pass the ceiling, which is our own product of 1024 × 1024 \
            matrices. `pdmpbench perf --help` says more.

            | workload | median ms | min ms | p90 ms | samples/s | GFLOP/s | ceiling | first step s | peak MB | weights |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            \(rows.joined(separator: "\n"))
            \(drawn ? "\n![ms per step by workload](step-time.svg)\n" : "")
            """
    }
}
