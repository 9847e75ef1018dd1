// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Workloads

extension Bench {
    struct TimeOne: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "time", abstract: "Time one operation or workload in this process, for the gate.",
            usage: "pdmpbench time [<name>] [options]",
            discussion: """
                Prints one JSON object with min_ms, median_ms and peak_rss_mb.
                Example: pdmpbench time linear --steps 15
                Example: pdmpbench time --list
                """)

        @Argument(help: "An operation's name, or W1 to W7.") var name: String?
        @Option(help: "Steps that are timed.") var steps = 15
        @Option(help: "Steps before the clock counts.") var warmup = 5
        @Option(help: "Per cent by which every step is slowed, for calibration.") var slow = 0.0
        @Flag(help: "List what can be timed.") var list = false

        func validate() throws {
            if steps < 1 { throw ValidationError("--steps must be at least 1") }
            if warmup < 0 { throw ValidationError("--warmup must not be negative") }
            if !(0...1000).contains(slow) { throw ValidationError("--slow must lie in 0 … 1000") }
            if !list, name == nil { throw ValidationError("name an operation or a workload (--list shows them)") }
        }

        func run() throws {
            if list {
                for operation in OperationBenchmark.all { print("\(operation.name)\t\(operation.summary)") }
                for workload in Workload.all { print("\(workload.name)\t\(workload.title)") }
                return
            }
            try selectInstructionSet()
            let step = try work(named: name ?? "")
            for _ in 0..<warmup { step() }
            let times = (0..<steps).map { _ in
                let before = ProcessClock.now
                step()
                let taken = ProcessClock.now - before
                guard slow > 0 else { return taken }
                let end = before + taken * (1 + slow / 100)
                while ProcessClock.now < end {}
                return ProcessClock.now - before
            }.sorted()
            var usage = rusage()
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            let middle = times.count / 2
            let median = times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
            let result: ConfigValue = [
                "median_ms": .double(median * 1e3), "min_ms": .double(times[0] * 1e3), "name": .string(name ?? ""),
                "peak_rss_mb": .double(Double(usage.ru_maxrss) / 1024), "steps": .int(steps),
            ]
            print(result.canonicalJSON)
        }

        /// One step of it.
        private func work(named name: String) throws -> () -> Void {
            if let operation = OperationBenchmark.named(name) {
                let run = OperationRun(operation)
                return { run.step() }
            }
            if let workload = Workload.named(name) {
                let run = WorkloadRun(workload)
                return { _ = run.step() }
            }
            let known = OperationBenchmark.all.map(\.name) + Workload.all.map(\.name)
            throw Stop.configuration(
                "unknown operation or workload '\(name)'\(NearestName.hint(name, among: known)) (`pdmpbench time --list`)"
            )
        }
    }
}
