// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Reports
import Runner
import Suites
import Workshop

extension Bench {
    struct ReportCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report", abstract: "Render a suite's report from what is known; trains nothing.",
            usage: "pdmpbench report <suite> [options]",
            discussion: """
                --check renders nothing: it says whether every number of the report in the
                folder follows from the records beside it; exit 3 if not.
                Example: pdmpbench report Suites/smoke.yaml -o Reports/smoke
                """)

        @OptionGroup var options: SuiteOptions
        @Option(name: .shortAndLong, help: "Output folder; Reports/<suite> if left out.") var output: String?
        @Option(help: "Width of figures: single or double column.") var preset: Layout.Preset = .double
        @Flag(help: "Compare the report with its records.") var check = false
        @Flag(help: "Fail when figures cannot be drawn.") var requireFigures = false

        func run() throws {
            var loaded = try options.load()
            let folder = URL(fileURLWithPath: output ?? "Reports/\(loaded.suite.name)")
            if check { return try check(&loaded, folder) }
            let ledger = try openLedger()
            let all = loaded.suite.cells.count
            if try isUnknown(loaded.suite, ledger) {
                throw Stop(
                    code: 1, message: "nothing of '\(loaded.suite.name)' is done: pdmpbench run \(loaded.path)")
            }
            do {
                let (outcome, found) = try written(folder) {
                    let found = try writeCells(
                        of: loaded.suite, from: ledger, to: folder.appendingPathComponent("cells.jsonl"))
                    loaded.forgetCells()
                    return (
                        try ReportWriter(reportInput(loaded, found), preset: preset).write(to: folder), found.count
                    )
                }
                print(
                    "report: \(folder.relativePath)/report.md (\(found) of \(all) cells, \(outcome.figures.count) figures)"
                )
                if let skipped = outcome.skipped {
                    print("figures skipped: \(skipped)")
                    if requireFigures { throw ExitCode(1) }
                }
            } catch let error as InputError {
                throw Stop.configuration(error.description)
            }
        }

        private func isUnknown(_ suite: Suite, _ ledger: Ledger) throws -> Bool {
            try ledger.states(suite.cells.filter { $0.notApplicable == nil }.map(\.fingerprint)).isEmpty
        }

        private func check(_ loaded: inout SuiteOptions.Loaded, _ folder: URL) throws {
            loaded.forgetCells()
            do {
                let records = try CellsReader.read(
                    folder.appendingPathComponent("cells.jsonl"), curve: ReportInput.reads(curve:),
                    diagnostic: ReportInput.reads(diagnostic:))
                let problems = try ReportCheck.problems(reportInput(loaded, records), folder: folder)
                for problem in problems.prefix(50) { Console.error(problem) }
                if problems.count > 50 { Console.error("… and \(problems.count - 50) more") }
                if !problems.isEmpty { throw ExitCode(3) }
                print("\(folder.relativePath)/report.md follows from its \(records.count) records")
            } catch let error as InputError {
                throw Stop.configuration(error.description)
            }
        }
    }
}
