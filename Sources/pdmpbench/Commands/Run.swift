// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dispatch
import Foundation
import Lexicon
import Reports
import Runner
import Suites
import Workshop

extension Bench {
    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Train what is missing of a suite and render its report.",
            usage: "pdmpbench run <suite> [options]",
            discussion: """
                Finished runs are remembered; running again goes on where it stopped.
                Example: pdmpbench run Suites/smoke.yaml -j 2 -o Reports/smoke
                """, aliases: ["resume"])

        @OptionGroup var options: SuiteOptions
        @Option(name: .shortAndLong, help: "Runs at a time (or PDMPBENCH_JOBS).") var jobs: Int?
        @Option(name: .shortAndLong, help: "Output folder; Reports/<suite> if left out.") var output: String?
        @Flag(help: "Run everything again.") var fresh = false
        @Flag(help: "Run failed cells again.") var retryFailed = false
        @Flag(help: "Begin no new run after a failure.") var failFast = false
        @Option(help: "Compare digests and metrics with this file; exit 3 on a difference.") var baseline: String?
        @Option(help: "Write digests and metrics to this file.") var saveBaseline: String?
        @Flag(help: "Fail when figures cannot be drawn.") var requireFigures = false
        @Flag(help: "Say nothing but errors.") var quiet = false
        @Flag(help: "No progress line.") var noProgress = false

        func run() throws {
            let clock = ContinuousClock()
            let began = clock.now
            try selectInstructionSet()
            let catalog = options.catalog()
            let suite = try options.load(catalog)
            let jobs = jobs ?? ProcessInfo.processInfo.environment["PDMPBENCH_JOBS"].flatMap { Int($0) } ?? 1
            guard (1...1024).contains(jobs) else { throw Stop.configuration("-j must lie in 1 … 1024") }
            let ledger = try openLedger()
            let folder = URL(fileURLWithPath: output ?? "Reports/\(suite.name)")
            try? FileManager.default.removeItem(at: folder.appendingPathComponent("verdict.json"))

            let plan = try WorkPlan(suite.cells, ledger: ledger, fresh: fresh, retryFailed: retryFailed)
            let progress = Progress(
                total: plan.orders.count, jobs: jobs, quiet: quiet, animated: !noProgress && !quiet)
            progress.begin(cells: suite.cells.count, known: plan.known.count)
            let scheduler = Scheduler(
                worker: Worker(catalog), ledger: ledger, machine: Machine.describe())
            let signals = Interruption { scheduler.stop() }
            let results = try scheduler.run(plan, jobs: jobs, failFast: failFast) { event in
                if case .finished(let order, let result, let done, _) = event { progress.step(order, result, done) }
            }
            progress.end()
            if let code = signals.exitCode {
                Console.error("interrupted; what is finished is saved: run the same command to go on")
                throw ExitCode(code)
            }

            let records = records(of: suite, results)
            try WholeFile.write(CellsFile.text(records), to: folder.appendingPathComponent("cells.jsonl"))
            let outcome = try ReportWriter(
                ReportInput(
                    suite: suite.name, question: suite.question, reproduce: "pdmpbench run \(options.suite)",
                    records: records, directions: catalog.metricDirections,
                    primaryMetric: catalog.primaryMetric(task: suite.cells[0].spec.task.id))
            ).write(to: folder)
            if let saveBaseline {
                try WholeFile.write(Baseline.text(records), to: URL(fileURLWithPath: saveBaseline))
            }
            let elapsed = began.duration(to: clock.now)
            let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
            var verdict = Verdict(suite: suite.name, records: records, differences: nil, seconds: seconds)
            if let baseline {
                do {
                    let differences = try Baseline(contentsOf: URL(fileURLWithPath: baseline))
                        .differences(from: records)
                    verdict = Verdict(
                        suite: suite.name, records: records, differences: differences, seconds: seconds)
                } catch {
                    Console.error(error.description)
                    verdict.word = .incomparable
                }
            }
            try WholeFile.write(verdict.json, to: folder.appendingPathComponent("verdict.json"))
            if !quiet { summarize(verdict, outcome, folder) }
            for difference in verdict.regressions.prefix(20) { Console.error("differs: \(difference)") }
            if requireFigures, let skipped = outcome.skipped { throw Stop(code: 1, message: "figures: \(skipped)") }
            if verdict.exitCode != 0 { throw ExitCode(verdict.exitCode) }
        }

        private func summarize(_ verdict: Verdict, _ outcome: ReportOutcome, _ folder: URL) {
            print(
                "\(verdict.word.rawValue): \(verdict.succeeded) ok, \(verdict.failed) failed, \(verdict.skipped) not applicable, \(FixedPoint.text(verdict.seconds, 1)) s"
            )
            if let skipped = outcome.skipped { print("figures skipped: \(skipped)") }
            print("report: \(folder.relativePath)/report.md (\(outcome.figures.count) figures)")
        }
    }
}
