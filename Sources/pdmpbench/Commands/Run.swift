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
                Example: pdmpbench run Suites/bench.yaml -m 'pdmp*' --seed 1..3 --dry-run
                """, aliases: ["resume"])

        enum Executor: String, ExpressibleByArgument, CaseIterable { case thread, process, slurm }

        @OptionGroup var options: SuiteOptions
        @Option(name: .shortAndLong, help: "Runs at a time (or PDMPBENCH_JOBS).") var jobs: Int?
        @Option(name: .shortAndLong, help: "Output folder; Reports/<suite> if left out.") var output: String?
        @Flag(help: "Print the cells and run nothing.") var dryRun = false
        @Flag(name: [.customLong("fresh"), .customLong("force")], help: "Run everything again.") var fresh = false
        @Flag(help: "Run failed cells again.") var retryFailed = false
        @Flag(help: "Begin no new run after a failure.") var failFast = false
        @Flag(help: "Go on after failures; the default.") var keepGoing = false
        @Option(help: "thread, process (a crash ends one run only) or slurm (job arrays).") var executor: Executor?
        @Option(help: "Seconds a run may take; needs process or slurm.") var timeLimit: Double?
        @Option(help: "MiB a run may take; needs process or slurm.") var memoryLimit: Int?
        @OptionGroup(title: "Slurm") var cluster: ClusterOptions
        @Option(help: "Compare digests and metrics with this file; exit 3 on a difference.") var baseline: String?
        @Option(help: "Write digests and metrics to this file.") var saveBaseline: String?
        @Flag(help: "Fail when figures cannot be drawn.") var requireFigures = false
        @OptionGroup var console: OutputOptions

        func run() throws {
            let clock = ContinuousClock()
            let began = clock.now
            let started = Date()
            try selectInstructionSet()
            try checkFlags()
            try cluster.check(executor: chosenExecutor)
            let jobs = try checkedJobs() ?? (chosenExecutor == .slurm ? cluster.processors() : 1)
            let loaded = try options.load()
            let suite = loaded.suite
            if dryRun {
                Plan.printCells(suite)
                return
            }
            let ledger = try openLedger()
            let folder = URL(fileURLWithPath: output ?? "Reports/\(suite.name)")
            try prepare(folder)

            let plan = try WorkPlan(suite.cells, ledger: ledger, fresh: fresh, retryFailed: retryFailed)
            let progress = Progress(
                total: plan.orders.count, jobs: jobs, output: console, forecast: try Forecast(plan, ledger: ledger))
            progress.begin(cells: suite.cells.count, known: plan.known.count)
            let machine = describeMachine()
            let signals = try train(plan, loaded, ledger, jobs: jobs, machine: machine, progress)
            progress.end()
            if cluster.detach {
                Console.note("the same command without --detach brings the results in")
                return
            }
            if let code = signals.exitCode { try interrupted(code, suite, ledger, folder, clock, began) }
            let cells = folder.appendingPathComponent("cells.jsonl")
            let records = try written(folder) { try writeCells(of: suite, from: ledger, to: cells) }
            // What is not to be had everywhere is in no baseline.
            let optional = Set(suite.cells.filter(\.isOptional).map(\.fingerprint))
            let expected = records.filter { !optional.contains($0.fingerprint) }
            func seconds() -> Double {
                let elapsed = began.duration(to: clock.now).components
                return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
            }
            var verdict = Verdict(suite: suite.name, records: records, differences: nil, seconds: seconds())
            let outcome = try written(folder) {
                let outcome = try ReportWriter(reportInput(loaded, records)).write(to: folder)
                try WholeFile.write(
                    RunManifest(
                        suite: suite, files: loaded.files, command: CommandLine.arguments,
                        machine: machine.merging(["gnuplot": Gnuplot.version ?? "missing"]) { $1 },
                        environment: Provenance.environment(), executor: chosenExecutor.rawValue, jobs: jobs,
                        started: started, finished: Date(), trained: plan.orders.count, known: plan.known.count
                    ).json, to: folder.appendingPathComponent("manifest.json"))
                if let saveBaseline {
                    try WholeFile.write(Baseline.text(expected), to: URL(fileURLWithPath: saveBaseline))
                }
                return outcome
            }
            verdict.seconds = seconds()
            if let baseline {
                do {
                    let differences = try Baseline(contentsOf: URL(fileURLWithPath: baseline))
                        .differences(from: expected)
                    verdict = Verdict(
                        suite: suite.name, records: records, differences: differences, seconds: seconds())
                } catch {
                    Console.error(error.description)
                    verdict.word = .incomparable
                }
            }
            if requireFigures, outcome.skipped != nil, verdict.word == .passed { verdict.word = .failed }
            let word = verdict
            try written(folder) { try WholeFile.write(word.json, to: folder.appendingPathComponent("verdict.json")) }
            if !console.quiet { summarize(verdict, outcome, folder) }
            try noteStep(verdict)
            for difference in verdict.regressions.prefix(20) { Console.error("differs: \(difference)") }
            if verdict.regressions.count > 20 { Console.error("… and \(verdict.regressions.count - 20) more") }
            if requireFigures, let skipped = outcome.skipped { Console.error("figures are required: \(skipped)") }
            if verdict.exitCode != 0 { throw ExitCode(verdict.exitCode) }
        }

        /// Runs what is missing, where the executor says.
        private func train(
            _ plan: WorkPlan, _ loaded: SuiteOptions.Loaded, _ ledger: Ledger, jobs: Int, machine: [String: String],
            _ progress: Progress
        ) throws -> Interruption {
            let report: @Sendable (Scheduler.Event) -> Void = { event in
                if case .finished(let order, let result, let done, _) = event { progress.step(order, result, done) }
            }
            do {
                guard chosenExecutor == .slurm else {
                    let scheduler = Scheduler(worker: worker(loaded), ledger: ledger, machine: machine)
                    let signals = Interruption { scheduler.stop() }
                    try scheduler.execute(plan, jobs: jobs, failFast: failFast, report: report)
                    return signals
                }
                let executor = cluster.executor(
                    ledger: ledger, throttle: try checkedJobs(),
                    limits: RunLimits(seconds: timeLimit, bytes: memoryLimit.map { $0 << 20 }), quiet: console.quiet)
                let signals = Interruption { executor.stop() }
                _ = try executor.run(
                    plan, suite: loaded.suite.name,
                    command: cluster.command(
                        arguments: workArguments(loaded), timeLimit: timeLimit, memoryLimit: memoryLimit),
                    failFast: failFast, detach: cluster.detach, fresh: fresh, report: report)
                return signals
            } catch let error as SlurmError {
                throw Stop(code: error.exitCode, message: "\(error.description)\nwhat was finished before is saved")
            } catch let error as LedgerError {
                throw Stop(code: 1, message: "\(error.description)\nwhat was finished before is saved")
            }
        }

        /// Says so, and leaves a verdict over what is finished.
        private func interrupted(
            _ code: Int32, _ suite: Suite, _ ledger: Ledger, _ folder: URL, _ clock: ContinuousClock,
            _ began: ContinuousClock.Instant
        ) throws {
            let elapsed = began.duration(to: clock.now).components
            let known = records(of: suite, try ledger.results(suite.cells.map(\.fingerprint)) { _ in false })
            var verdict = Verdict(
                suite: suite.name, records: known, differences: nil,
                seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
            verdict.word = code == 130 ? .interrupted : .terminated
            try WholeFile.write(verdict.json, to: folder.appendingPathComponent("verdict.json"))
            Console.error("interrupted; what is finished is saved: run the same command to go on")
            throw ExitCode(code)
        }

        /// -j or PDMPBENCH_JOBS; nil if neither is given.
        private func checkedJobs() throws -> Int? {
            var given = jobs
            if given == nil, let text = variable("PDMPBENCH_JOBS") {
                guard let number = Int(text) else {
                    throw Stop.configuration("PDMPBENCH_JOBS '\(text)': expected a number of runs at a time")
                }
                given = number
            }
            guard let jobs = given else { return nil }
            guard (1...1024).contains(jobs) else { throw Stop.configuration("-j must lie in 1 … 1024, found \(jobs)") }
            return jobs
        }

        private func checkFlags() throws {
            if failFast, keepGoing { throw Stop.configuration("--fail-fast and --keep-going exclude each other") }
            if let timeLimit, !(timeLimit > 0) { throw Stop.configuration("--time-limit must be above 0 seconds") }
            if let memoryLimit, memoryLimit < 1 { throw Stop.configuration("--memory-limit must be at least 1 MiB") }
            if executor == .thread, timeLimit != nil || memoryLimit != nil {
                throw Stop.configuration("limits need --executor process or slurm: a thread cannot be ended")
            }
            if options.limit != nil, baseline != nil || saveBaseline != nil {
                throw Stop.configuration("--limit makes a SMOKE run, which is no baseline and has none")
            }
        }

        private var chosenExecutor: Executor {
            executor ?? (timeLimit == nil && memoryLimit == nil ? .thread : .process)
        }

        private func worker(_ loaded: SuiteOptions.Loaded) -> any RunWorker {
            guard chosenExecutor == .process else { return Worker(loaded.catalog) }
            return ProcessWorker(
                program: Program.url, arguments: ["work"] + workArguments(loaded),
                limits: RunLimits(seconds: timeLimit, bytes: memoryLimit.map { $0 << 20 }))
        }

        private func workArguments(_ loaded: SuiteOptions.Loaded) -> [String] {
            WorkArguments.text(data: loaded.catalog.dataRoot, manifests: loaded.catalog.manifestFolders)
        }

        /// The folder is there and can be written to, before anything is trained. An old verdict is gone then.
        private func prepare(_ folder: URL) throws {
            let probe = folder.appendingPathComponent(".writable-\(getpid())")
            do {
                try WholeFile.write("", to: probe)
                try FileManager.default.removeItem(at: probe)
            } catch {
                throw Stop.configuration(
                    "the output folder \(folder.relativePath) cannot be written: \(sentence(error)) Name another with -o"
                )
            }
            try? FileManager.default.removeItem(at: folder.appendingPathComponent("verdict.json"))
        }

        private func summarize(_ verdict: Verdict, _ outcome: ReportOutcome, _ folder: URL) {
            let word = Console.paint(
                verdict.word.rawValue, good: verdict.exitCode == 0, console.colored && isatty(1) == 1)
            print(
                "\(word): \(verdict.succeeded) ok, \(verdict.failed) failed, \(verdict.skipped) not applicable, \(FixedPoint.text(verdict.seconds, 1)) s"
            )
            if let limit = options.limit { print("SMOKE: only the first \(limit) rows of each split; not a result") }
            if let skipped = outcome.skipped { print("figures skipped: \(skipped)") }
            print("report: \(folder.relativePath)/report.md (\(outcome.figures.count) figures)")
        }

        /// A few lines for the page of a CI job, where it asks for them.
        private func noteStep(_ verdict: Verdict) throws {
            guard let path = variable("GITHUB_STEP_SUMMARY") else { return }
            var text = "### pdmpbench \(Markdown.escape(verdict.suite)): \(verdict.word.rawValue)\n\n"
            text += "\(verdict.succeeded) ok, \(verdict.failed) failed, \(verdict.skipped) not applicable\n\n"
            for difference in verdict.regressions.prefix(50) { text += "- \(Markdown.escape(difference))\n" }
            let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o644)
            guard descriptor >= 0 else {
                Console.error("GITHUB_STEP_SUMMARY \(path) cannot be written; the summary is left out")
                return
            }
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
        }
    }
}

/// The program that runs.
enum Program {
    static var url: URL { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath() }
}

/// Where results are made, the checkout of the program included.
func describeMachine() -> [String: String] {
    Machine.describe().merging(Provenance.checkout(of: Program.url)) { $1 }.merging(["isa": InstructionSets.active]) {
        $1
    }
}

/// Writes into an output folder; what goes wrong there (a full disk, a folder made read-only) ends with code 1.
func written<Value>(_ folder: URL, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch {
        throw Stop(
            code: 1,
            message:
                "the report in \(folder.relativePath) is not whole: \(sentence(error)); the results are saved, render again with pdmpbench report"
        )
    }
}
