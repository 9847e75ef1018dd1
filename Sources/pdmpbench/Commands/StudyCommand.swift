// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Documents
import Foundation
import Records
import Reports
import Suites

extension Bench {
    struct StudyCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "study", abstract: "Run several suites and judge the hypotheses stated about them.",
            usage: "pdmpbench study <study> [options]",
            discussion: """
                A study's YAML names its suites and states hypotheses, all of them one
                family of tests. Every suite is trained and reported as by run, into a
                folder of its own; report.md beside them says how each hypothesis came out.
                Example: pdmpbench study Suites/study/study.yaml -j 2 --data data
                """)

        @Argument(help: "The study's YAML file.") var study: String
        @Option(name: .shortAndLong, help: "Output folder; Reports/<study> if left out.") var output: String?
        @Option(name: .shortAndLong, help: "Runs at a time (or PDMPBENCH_JOBS).") var jobs: Int?
        @Option(help: "Folder of loaded data sets (or PDMPBENCH_DATA_DIR).") var data: String?
        @Option(name: .customLong("seed"), help: "Only these seeds: 3, 0..4 or 1,2. Repeatable.") var seeds: [String] =
            []
        @Flag(help: "Run failed cells again.") var retryFailed = false
        @Flag(help: "Judge what is known and train nothing.") var known = false
        @OptionGroup var console: OutputOptions

        func run() throws {
            let plan: Study
            do {
                plan = try Study.read(file: study)
            } catch {
                throw Stop.configuration(error.description)
            }
            let folder = URL(fileURLWithPath: output ?? "Reports/\(plan.name)")
            // Every suite is checked before the first one trains for an hour.
            let loaded = try plan.suites.map { try SuiteOptions.parse([$0] + narrowing).load() }
            try check(plan, loaded)
            var worst: Int32 = 0
            for path in plan.suites {
                let own = folder.appendingPathComponent(Study.folder(path))
                if !console.quiet { Console.note("\(path) → \(own.relativePath)") }
                worst = max(worst, try report(path, own))
            }
            let ledger = try openLedger()
            let parts = try loaded.map { suite in
                StudyPage.Part(
                    folder: Study.folder(suite.path),
                    input: reportInput(suite, try records(of: suite.suite, from: ledger)))
            }
            try written(folder) {
                let page = StudyPage(plan, parts, command: "pdmpbench study \(study)")
                for figure in try page.write(to: folder) { Console.error("there is no figure \(figure)") }
                for part in parts {
                    try CellsFile.compressed(
                        part.input.records, to: folder.appendingPathComponent("\(part.folder)/cells.jsonl.gz"))
                }
                if !console.quiet { summarize(page, folder) }
            }
            if worst != 0 { throw ExitCode(worst) }
        }

        private var narrowing: [String] {
            (data.map { ["--data", $0] } ?? []) + seeds.flatMap { ["--seed", $0] }
        }

        /// Hypotheses speak of suites and strategies that are there.
        private func check(_ plan: Study, _ loaded: [SuiteOptions.Loaded]) throws {
            var problems: [String] = []
            for hypothesis in plan.hypotheses {
                guard let suite = loaded.first(where: { $0.suite.name == hypothesis.suite })?.suite else {
                    problems.append(
                        "\(study): \(hypothesis.id): no suite is called '\(hypothesis.suite)' (there are \(loaded.map(\.suite.name).joined(separator: ", ")))"
                    )
                    continue
                }
                let labels = Set(suite.cells.map(\.labels.strategy))
                for name in [hypothesis.compare] + hypothesis.with where !name.isEmpty && !labels.contains(name) {
                    problems.append("\(study): \(hypothesis.id): '\(suite.name)' has no strategy called '\(name)'")
                }
            }
            if !problems.isEmpty { throw Stop.configuration(problems.joined(separator: "\n")) }
        }

        /// Trains and reports one suite; failed cells do not end a study.
        private func report(_ path: String, _ folder: URL) throws -> Int32 {
            let arguments = [path] + narrowing + ["--output", folder.relativePath]
            do {
                if known {
                    try ReportCommand.parse(arguments).run()
                } else {
                    try Run.parse(
                        arguments + (jobs.map { ["--jobs", "\($0)"] } ?? []) + (retryFailed ? ["--retry-failed"] : [])
                            + console.arguments
                    ).run()
                }
                return 0
            } catch let code as ExitCode where code.rawValue == 1 {
                return 1
            }
        }

        private func summarize(_ page: StudyPage, _ folder: URL) {
            for outcome in page.outcomes {
                print("\(outcome.hypothesis.id) \(outcome.verdict.text): \(outcome.hypothesis.claim)")
            }
            print("study: \(folder.relativePath)/report.md")
        }
    }
}
