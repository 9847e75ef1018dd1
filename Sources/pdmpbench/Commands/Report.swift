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
        @Flag(help: "Fail when figures cannot be drawn.") var requireFigures = false

        func run() throws {
            let loaded = try options.load()
            let suite = loaded.suite
            let found = records(of: suite, try openLedger().results(suite.cells.map(\.fingerprint)))
            if !found.contains(where: { $0.result.state != .notApplicable }) {
                throw Stop(code: 1, message: "nothing of '\(suite.name)' is done: pdmpbench run \(loaded.path)")
            }
            let folder = URL(fileURLWithPath: output ?? "Reports/\(suite.name)")
            let outcome = try written(folder) {
                try WholeFile.write(CellsFile.text(found), to: folder.appendingPathComponent("cells.jsonl"))
                return try ReportWriter(reportInput(loaded, found)).write(to: folder)
            }
            print(
                "report: \(folder.relativePath)/report.md (\(found.count) of \(suite.cells.count) cells, \(outcome.figures.count) figures)"
            )
            if let skipped = outcome.skipped {
                print("figures skipped: \(skipped)")
                if requireFigures { throw ExitCode(1) }
            }
        }
    }
}
