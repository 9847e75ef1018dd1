// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Lexicon
import Runner
import Suites

extension Bench {
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status", abstract: "Say how much of a suite is done, and why a cell is not.",
            usage: "pdmpbench status <suite> [options]",
            discussion: """
                --why takes the beginning of a fingerprint or a glob over the cell's name
                as plan prints them, and names what tells the cell from the nearest known
                run.
                Example: pdmpbench status Suites/smoke.yaml
                Example: pdmpbench status Suites/smoke.yaml --why '*pdmp*seed 1'
                """)

        @OptionGroup var options: SuiteOptions
        @Option(help: "Say why this cell is or is not done.") var why: String?

        func run() throws {
            let suite = try options.load().suite
            let ledger = try openLedger()
            if let why {
                try explain(why, suite, ledger)
                return
            }
            let states = try ledger.states(suite.cells.map(\.fingerprint))
            let idle = suite.cells.filter { $0.notApplicable != nil }.count
            let done = suite.cells.filter { $0.notApplicable == nil && states[$0.fingerprint] != nil }.count
            let failed = suite.cells.filter { states[$0.fingerprint] == .failed }
            print("\(done + idle) of \(suite.cells.count) cells are done, \(failed.count) of them failed")
            let results = try ledger.results(failed.map(\.fingerprint))
            for cell in failed { print("failed: \(cell.name): \(results[cell.fingerprint]?.reason ?? "")") }
        }

        private func explain(_ pattern: String, _ suite: Suite, _ ledger: Ledger) throws {
            let cells = suite.cells.filter { $0.fingerprint.hex.hasPrefix(pattern) || glob(pattern, $0.name) }
            guard !cells.isEmpty else {
                throw Stop.configuration(
                    "no cell of '\(suite.name)' is called '\(pattern)': see pdmpbench plan \(try options.path())")
            }
            let known = try ledger.specifications()
            let specifications = known.map(\.specification)
            let results = try ledger.results(cells.map(\.fingerprint))
            for cell in cells {
                print("\(cell.fingerprint.short)  \(cell.name)")
                if let reason = cell.notApplicable {
                    print("    is not applicable: \(reason)")
                } else if let result = results[cell.fingerprint] {
                    let when = result.cost.finished.map { " on \($0)" } ?? ""
                    let reason = result.reason.isEmpty ? "" : ": \(result.reason)"
                    print("    is known: \(result.state.rawValue)\(when)\(reason)")
                } else if let nearest = SpecDifference.nearest(to: cell.spec.configValue, among: specifications) {
                    let other = known[nearest.index]
                    print(
                        "    is not known; the nearest run is \(other.fingerprint.short) of \(other.finishedAt), from which it differs in"
                    )
                    for change in nearest.changes { print("      \(change)") }
                } else {
                    print("    is not known: the ledger is empty")
                }
            }
        }
    }
}
