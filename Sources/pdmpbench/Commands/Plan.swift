// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Lexicon
import Runner
import Suites
import Workshop

extension Bench {
    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "plan", abstract: "Print the cells that run would execute, in their order.",
            usage: "pdmpbench plan <suite> [options]",
            discussion: "Nothing is run. Example: pdmpbench plan Suites/smoke.yaml --seed 1")

        @OptionGroup var options: SuiteOptions

        func run() throws {
            for cell in try options.load(options.catalog()).cells {
                let labels = cell.labels
                var line =
                    "\(cell.spec.fingerprint.short)  \(labels.dataset)  \(labels.fusion)  \(labels.strategy)  seed \(cell.spec.seed)"
                if !cell.companions.isEmpty { line += "  after \(cell.companions.count) companions" }
                if let reason = cell.notApplicable { line += "  not applicable: \(reason)" }
                print(line)
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
            let suite = try options.load(options.catalog())
            print("\(options.suite): suite '\(suite.name)' is sound, \(suite.cells.count) cells")
        }
    }

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status", abstract: "Say how much of a suite is done.",
            usage: "pdmpbench status <suite> [options]",
            discussion: "Example: pdmpbench status Suites/smoke.yaml")

        @OptionGroup var options: SuiteOptions

        func run() throws {
            let suite = try options.load(options.catalog())
            let results = try openLedger().results(suite.cells.map(\.spec.fingerprint))
            let found = records(of: suite, results)
            let failed = found.filter { $0.result.state == .failed }
            print("\(found.count) of \(suite.cells.count) cells are done, \(failed.count) of them failed")
            for record in failed {
                print(
                    "failed: \(record.labels.dataset) / \(record.labels.strategy) / seed \(record.spec.seed): \(record.result.reason)"
                )
            }
        }
    }
}
