// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Documents
import Foundation
import Lexicon
import Runner
import Suites
import Workshop

/// What every command that reads a suite understands.
struct SuiteOptions: ParsableArguments {
    @Argument(help: "The suite's YAML file.") var suite: String
    @Option(name: .customLong("set"), help: "Override a value: path.to.key=value. Repeatable.") var settings: [String] =
        []
    @Option(name: .customLong("data"), help: "Folder of loaded data sets (or PDMPBENCH_DATA_DIR).") var data: String?
    @Option(name: [.customShort("t"), .customLong("dataset")], help: "Only these data sets; globs. Repeatable.")
    var datasets: [String] = []
    @Option(name: [.customShort("m"), .customLong("strategy")], help: "Only these strategies; globs. Repeatable.")
    var strategies: [String] = []
    @Option(name: .customLong("seed"), help: "Only these seeds: 3 or 0..4. Repeatable.") var seeds: [String] = []

    func catalog() -> Catalog {
        Catalog(dataRoot: data ?? ProcessInfo.processInfo.environment["PDMPBENCH_DATA_DIR"])
    }

    /// Reads and checks the suite; all mistakes at once, exit 2.
    func load(_ catalog: Catalog) throws -> Suite {
        do {
            let suite = try SuiteReader.read(try SuiteSource(file: suite, settings: settings), catalog)
            var wanted: Set<Int>?
            for text in seeds {
                guard let range = Int(text).map({ $0...$0 }) ?? SeedRange.parse(text) else {
                    throw Stop.configuration("--seed '\(text)': expected a number or first..last")
                }
                wanted = (wanted ?? []).union(range)
            }
            let chosen = suite.filtered(datasets: datasets, strategies: strategies, seeds: wanted)
            if chosen.cells.isEmpty { throw Stop.configuration("the filters leave no cell of suite '\(suite.name)'") }
            return chosen
        } catch let error as Diagnostics {
            throw Stop.configuration(error.description)
        }
    }
}

/// Where the ledger is.
func openLedger() throws -> Ledger {
    do {
        return try Ledger(folder: ProcessInfo.processInfo.environment["PDMPBENCH_HOME"] ?? ".pdmpbench")
    } catch {
        throw Stop(code: 2, message: error.description)
    }
}

/// The cells with their results; cells without one are left out.
func records(of suite: Suite, _ results: [Fingerprint: RunResult]) -> [CellRecord] {
    suite.cells.compactMap { cell in
        let fingerprint = cell.spec.fingerprint
        if let reason = cell.notApplicable {
            return CellRecord(
                labels: cell.labels, spec: cell.spec, fingerprint: fingerprint,
                result: RunResult(state: .notApplicable, reason: reason))
        }
        guard let result = results[fingerprint] else { return nil }
        return CellRecord(labels: cell.labels, spec: cell.spec, fingerprint: fingerprint, result: result)
    }
}

/// Forces the instruction set that PDMPBENCH_ISA names.
func selectInstructionSet() throws {
    guard let name = ProcessInfo.processInfo.environment["PDMPBENCH_ISA"], !name.isEmpty else { return }
    do {
        try InstructionSets.select(name)
    } catch {
        throw Stop.configuration("PDMPBENCH_ISA: \(error)")
    }
}
