// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Lexicon
import Suites

extension Bench {
    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "plan", abstract: "Print the cells that run would execute, in their order.",
            usage: "pdmpbench plan <suite> [options]",
            discussion: """
                Nothing is run.
                Example: pdmpbench plan Suites/smoke.yaml --seed 1
                Example: pdmpbench plan Suites/smoke.yaml --origins --method pdmp
                """)

        @OptionGroup var options: SuiteOptions
        @Flag(help: "Print every value of each row with where it comes from.") var origins = false

        func run() throws {
            let suite = try options.load().suite
            if origins { Plan.printOrigins(suite) } else { Plan.printCells(suite) }
        }

        static func printCells(_ suite: Suite) {
            for cell in suite.cells {
                let labels = cell.labels
                var line =
                    "\(cell.fingerprint.short)  \(labels.dataset)  \(labels.fusion)  \(labels.strategy)  seed \(cell.spec.seed)"
                if !cell.companions.isEmpty { line += "  after \(cell.companions.count) companions" }
                if let reason = cell.notApplicable { line += "  not applicable: \(reason)" }
                print(line)
            }
        }

        /// One block a row; seeds differ in nothing else.
        private static func printOrigins(_ suite: Suite) {
            for row in suite.rows {
                print("\(row.labels.dataset) / \(row.labels.fusion) / \(row.labels.strategy)")
                for (path, value, place) in row.values { print("    \(path) = \(value.canonicalJSON)  (\(place))") }
            }
        }
    }

    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "validate", abstract: "Check suites; every mistake with its place.",
            usage: "pdmpbench validate <suite> [options]",
            discussion: "Example: pdmpbench validate Suites/smoke.yaml")

        @OptionGroup var options: SuiteOptions

        func run() throws {
            let loaded = try options.load()
            print("\(loaded.path): suite '\(loaded.suite.name)' is sound, \(loaded.suite.cells.count) cells")
        }
    }
}
