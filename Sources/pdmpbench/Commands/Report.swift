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
            let loaded = try options.load()
            let suite = loaded.suite
            let folder = URL(fileURLWithPath: output ?? "Reports/\(suite.name)")
            if check { return try check(loaded, folder) }
            let ledger = try openLedger()
            let fingerprints = suite.cells.filter { $0.notApplicable == nil }.map(\.fingerprint)
            if try ledger.states(fingerprints).isEmpty {
                throw Stop(code: 1, message: "nothing of '\(suite.name)' is done: pdmpbench run \(loaded.path)")
            }
            do {
                let (outcome, found) = try written(folder) {
                    let found = try writeCells(
                        of: suite, from: ledger, to: folder.appendingPathComponent("cells.jsonl"))
                    return (
                        try ReportWriter(reportInput(loaded, found), preset: preset).write(to: folder), found.count
                    )
                }
                print(
                    "report: \(folder.relativePath)/report.md (\(found) of \(suite.cells.count) cells, \(outcome.figures.count) figures)"
                )
                if let skipped = outcome.skipped {
                    print("figures skipped: \(skipped)")
                    if requireFigures { throw ExitCode(1) }
                }
            } catch let error as InputError {
                throw Stop.configuration(error.description)
            }
        }

        private func check(_ loaded: SuiteOptions.Loaded, _ folder: URL) throws {
            do {
                let records = try CellsReader.read(
                    folder.appendingPathComponent("cells.jsonl"), curve: ReportInput.reads(curve:))
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
