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
            discussion: "Example: pdmpbench report Suites/smoke.yaml -o Reports/smoke")

        @OptionGroup var options: SuiteOptions
        @Option(name: .shortAndLong, help: "Output folder; Reports/<suite> if left out.") var output: String?

        func run() throws {
            let catalog = options.catalog()
            let suite = try options.load(catalog)
            let found = records(of: suite, try openLedger().results(suite.cells.map(\.spec.fingerprint)))
            if found.isEmpty {
                throw Stop(code: 1, message: "nothing of '\(suite.name)' is done: pdmpbench run \(options.suite)")
            }
            let folder = URL(fileURLWithPath: output ?? "Reports/\(suite.name)")
            try WholeFile.write(CellsFile.text(found), to: folder.appendingPathComponent("cells.jsonl"))
            let outcome = try ReportWriter(
                ReportInput(
                    suite: suite.name, question: suite.question, reproduce: "pdmpbench run \(options.suite)",
                    records: found, directions: catalog.metricDirections,
                    primaryMetric: catalog.primaryMetric(task: suite.cells[0].spec.task.id))
            ).write(to: folder)
            print(
                "report: \(folder.relativePath)/report.md (\(found.count) of \(suite.cells.count) cells, \(outcome.figures.count) figures)"
            )
            if let skipped = outcome.skipped { print("figures skipped: \(skipped)") }
        }
    }
}
