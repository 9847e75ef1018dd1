// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Documents
import Foundation
import Lexicon
import Records
import Reports
import Runner
import Suites
import Workshop

/// What every command that reads a suite understands.
struct SuiteOptions: ParsableArguments {
    @Argument(help: "The suite's YAML file.") var suite: String?
    @Option(name: [.customShort("c"), .customLong("config")], help: "The suite's YAML file, as an option.")
    var config: String?
    @Option(name: .customLong("set"), help: "Override a value: path.to.key=value. Repeatable.") var settings: [String] =
        []
    @Option(name: .customLong("data"), help: "Folder of loaded data sets (or PDMPBENCH_DATA_DIR).") var data: String?
    @Option(
        name: [.customShort("t"), .customLong("task")],
        help: "Only these tasks or data sets; globs. Repeatable.") var tasks: [String] = []
    @Option(name: .customLong("dataset"), help: "Only these data sets; globs. Repeatable.") var datasets: [String] = []
    @Option(name: .customLong("fusion"), help: "Only these fusions; globs. Repeatable.") var fusions: [String] = []
    @Option(
        name: [.customShort("m"), .customLong("method"), .customLong("strategy")],
        help: "Only these strategies; globs. Repeatable.") var strategies: [String] = []
    @Option(
        name: .customLong("seed"),
        help: "Only these seeds: 3, 0..4 or 1,2. Repeatable.") var seeds: [String] = []
    @Option(help: "Use the first N rows of each split; a SMOKE test.") var limit: Int?

    /// A checked suite and the catalog that answered for it.
    struct Loaded {
        private(set) var suite: Suite
        let catalog: Catalog
        /// As it was named.
        let path: String
        /// The suite's file and what it includes.
        let files: [String]
        /// Arguments that name the same cells again.
        let arguments: [String]

        /// Keeps the first cell only: of 10⁵ cells the plan takes as much room as their records, which hold all of it that a
        /// report tells.
        mutating func forgetCells() {
            suite = Suite(
                name: suite.name, question: suite.question, file: suite.file, cells: Array(suite.cells.prefix(1)),
                skipped: suite.skipped)
        }
    }

    /// The overrides and filters, as they may be given again.
    var narrowing: [String] {
        var arguments: [String] = []
        for (flag, values) in [
            ("--set", settings), ("--task", tasks), ("--dataset", datasets), ("--fusion", fusions),
            ("--strategy", strategies), ("--seed", seeds),
        ] {
            for value in values { arguments.append("\(flag)=\(value)") }
        }
        if let limit { arguments.append("--limit=\(limit)") }
        return arguments
    }

    /// What is named, else where `data prepare` puts its sets, if there are any.
    var dataRoot: String? { data ?? Folders.knownData }

    func path() throws -> String {
        switch (suite, config) {
        case (let path?, nil), (nil, let path?): return path
        case (nil, nil): throw Stop.configuration("which suite? Name its YAML file, for example Suites/smoke.yaml")
        case (let path?, let other?):
            throw Stop.configuration("two suites are named, '\(path)' and --config '\(other)': give one")
        }
    }

    /// Reads and checks the suite; all mistakes at once, exit 2.
    func load() throws -> Loaded {
        let path = try path()
        if let limit, limit < 1 { throw Stop.configuration("--limit must be at least 1, found \(limit)") }
        let wanted = try wantedSeeds()
        do {
            var places = settings.map { (text: $0, place: "command line: --set \($0)") }
            if seeds.isEmpty, let seed = variable("PDMPBENCH_SEED"),
                !settings.contains(where: { $0.hasPrefix("seeds=") })
            {
                guard let range = Int(seed).map({ $0...$0 }) ?? SeedRange.parse(seed) else {
                    throw Stop.configuration("PDMPBENCH_SEED '\(seed)': expected a number or first..last")
                }
                let text = "seeds=\"\(range.lowerBound)..\(range.upperBound)\""
                places.insert((text, "environment: PDMPBENCH_SEED=\(seed)"), at: 0)
            }
            let source = try SuiteSource(file: path, settings: places)
            let catalog = Catalog(
                dataRoot: dataRoot, suites: source.files.reversed(), digestCache: Folders.digests.path,
                preparedCache: Folders.prepared.path, progress: loadProgress)
            var chosen = try SuiteReader.read(source, catalog).filtered(
                CellFilter(tasks: tasks, datasets: datasets, fusions: fusions, strategies: strategies, seeds: wanted))
            if chosen.cells.isEmpty { throw Stop.configuration("the filters leave no cell of suite '\(chosen.name)'") }
            if let limit { chosen = chosen.limited(to: limit) }
            return Loaded(
                suite: chosen, catalog: catalog, path: path, files: source.files, arguments: arguments(path))
        } catch let error as Diagnostics {
            throw Stop.configuration(error.description)
        }
    }

    private func arguments(_ path: String) -> [String] {
        func repeated(_ flag: String, _ values: [String]) -> [String] { values.flatMap { [flag, $0] } }
        return [path] + repeated("--set", settings) + (data.map { ["--data", $0] } ?? [])
            + repeated("--task", tasks) + repeated("--dataset", datasets) + repeated("--fusion", fusions)
            + repeated("--strategy", strategies) + repeated("--seed", seeds)
            + (limit.map { ["--limit", "\($0)"] } ?? [])
    }

    private func wantedSeeds() throws -> Set<Int>? {
        var wanted: Set<Int>?
        for text in seeds.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }) {
            guard let range = Int(text).map({ $0...$0 }) ?? SeedRange.parse(text) else {
                throw Stop.configuration("--seed '\(text)': expected a number or first..last")
            }
            wanted = (wanted ?? []).union(range)
        }
        return wanted
    }
}

/// A set, non-empty environment variable.
func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
}

/// Where the ledger is.
func openLedger() throws -> Ledger {
    do {
        let ledger = try Ledger(folder: variable("PDMPBENCH_HOME") ?? ".pdmpbench")
        if let backup = ledger.backup {
            Console.note("the ledger was brought up to date; a copy of the old one is \(backup)")
        }
        return ledger
    } catch {
        throw Stop(code: 2, message: error.description)
    }
}

/// The cells with their results; cells without one are left out.
func records(of suite: Suite, _ results: [Fingerprint: RunResult]) -> [CellRecord] { records(of: suite.cells, results) }

private func records(of cells: [Cell], _ results: [Fingerprint: RunResult]) -> [CellRecord] {
    cells.compactMap { cell in
        if let reason = cell.notApplicable {
            return CellRecord(
                labels: cell.labels, spec: cell.spec, fingerprint: cell.fingerprint,
                result: RunResult(state: .notApplicable, reason: reason))
        }
        guard let result = results[cell.fingerprint] else { return nil }
        return CellRecord(labels: cell.labels, spec: cell.spec, fingerprint: cell.fingerprint, result: result)
    }
}

/// The cells with what the ledger knows of them, without the curves that no report reads.
func records(of suite: Suite, from ledger: Ledger) throws(LedgerError) -> [CellRecord] {
    records(of: suite, try ledger.results(suite.cells.map(\.fingerprint), curve: ReportInput.reads(curve:)))
}

/// Writes `cells.jsonl` from the ledger, some cells at a time, and returns the records as a report needs them: a suite of
/// 10⁵ runs has more curves than memory should hold.
func writeCells(of suite: Suite, from ledger: Ledger, to url: URL) throws -> [CellRecord] {
    var kept: [CellRecord] = []
    kept.reserveCapacity(suite.cells.count)
    try WholeFile.write(to: url) { append in
        var rest = suite.cells[...]
        while !rest.isEmpty {
            var parts: [[Cell]] = []
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount where !rest.isEmpty {
                parts.append(Array(rest.prefix(500)))
                rest = rest.dropFirst(500)
            }
            let written = try parts.concurrentMap { cells in
                var text = ""
                let found = records(of: cells, try ledger.results(cells.map(\.fingerprint)))
                for record in found {
                    CellsFile.write(record, to: &text)
                    text += "\n"
                }
                return (text: text, records: found.map(\.told))
            }
            for part in written {
                try append(part.text)
                kept += part.records
            }
        }
    }
    return kept
}

/// Forces the instruction set that PDMPBENCH_ISA names.
func selectInstructionSet() throws {
    guard let name = variable("PDMPBENCH_ISA") else { return }
    do {
        try InstructionSets.select(name)
    } catch {
        throw Stop.configuration("PDMPBENCH_ISA: \(error)")
    }
}

/// Says on a terminal how far a long load is, every few seconds.
let loadProgress: @Sendable (String, Int, Int) -> Void = { what, done, all in
    guard Terminal.isInteractive, done > 0, loadClock.passed() else { return }
    Console.note("loading \(what): \(done) of \(all)")
}

private let loadClock = LoadClock()

/// Lets a message through every two seconds.
private final class LoadClock: @unchecked Sendable {
    private let lock = NSLock()
    private var last = Date()

    func passed() -> Bool {
        lock.withLock {
            guard Date().timeIntervalSince(last) > 2 else { return false }
            last = Date()
            return true
        }
    }
}
