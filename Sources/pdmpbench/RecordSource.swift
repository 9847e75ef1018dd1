// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Runner
import Suites
import Workshop

/// Where records come from: a suite's YAML (from the ledger), a report's folder, or a `cells.jsonl`.
struct RecordSource {
    let input: ReportInput
    /// What people call it.
    let name: String

    /// - Parameter suite: flags of the suite (`--set`, `--data` …), for a YAML only.
    static func load(_ path: String, suite flags: [String] = []) throws -> RecordSource {
        if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
            let loaded = try SuiteOptions.parse([path] + flags).load()
            let found = try records(of: loaded.suite, from: try openLedger())
            guard found.contains(where: { $0.result.state != .notApplicable }) else {
                throw Stop(code: 1, message: "nothing of '\(loaded.suite.name)' is done: pdmpbench run \(path)")
            }
            return RecordSource(input: reportInput(loaded, found), name: loaded.suite.name)
        }
        let url = URL(fileURLWithPath: path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Stop.configuration("\(path): there is no such file or folder")
        }
        do {
            var found: [CellRecord]
            if isFolder.boolValue {
                found = try CellsReader.read(
                    url.appendingPathComponent("cells.jsonl"), curve: ReportInput.reads(curve:))
                let external = url.appendingPathComponent(ExternalResults.fileName)
                if FileManager.default.fileExists(atPath: external.path) {
                    found += try ExternalResults.read(external, task: found.first?.spec.task.id ?? "classification")
                }
            } else {
                found = try CellsReader.read(url, curve: ReportInput.reads(curve:))
            }
            if found.isEmpty { throw Stop.configuration("\(path): holds no records") }
            found = try once(found, path)
            let name = url.standardizedFileURL.path == "/" ? path : url.standardizedFileURL.lastPathComponent
            return RecordSource(input: input(found, reproduce: "pdmpbench plot \(path)"), name: name)
        } catch let error as InputError {
            throw Stop.configuration(error.description)
        }
    }

    /// As text, in which numbers that do not exist are equal.
    private static func contract(_ record: CellRecord) -> String {
        ConfigValue.object(CellsFile.contract(record)).canonicalJSON
    }

    /// A record that stands twice counts once; two that contradict each other are refused.
    private static func once(_ records: [CellRecord], _ path: String) throws -> [CellRecord] {
        // Runs without a fusion stand under every fusion with one fingerprint.
        struct Key: Hashable {
            let fingerprint: Fingerprint
            let dataset, fusion, strategy: String
        }
        var known: [Key: Int] = [:]
        known.reserveCapacity(records.count)
        var kept: [Int] = []
        for (index, record) in records.enumerated() {
            let labels = record.labels
            let key = Key(
                fingerprint: record.fingerprint, dataset: labels.dataset, fusion: labels.fusion,
                strategy: labels.strategy)
            guard let other = known[key] else {
                known[key] = index
                kept.append(index)
                continue
            }
            guard contract(records[other]) == contract(record) else {
                throw Stop.configuration(
                    "\(path): record \(record.id) (\(labels.strategy), seed \(record.spec.seed)) stands there twice with different results; keep one"
                )
            }
        }
        if kept.count == records.count { return records }
        Console.note("\(path): \(records.count - kept.count) records stand there twice and count once")
        return kept.map { records[$0] }
    }

    /// Records of several sources as one; what two of them hold stands once.
    static func joined(_ sources: [RecordSource]) -> ReportInput {
        if sources.count == 1 { return sources[0].input }
        // Runs without a fusion stand under every fusion with one fingerprint.
        struct Key: Hashable {
            let fingerprint: Fingerprint
            let labels: RunLabels
        }
        var seen: Set<Key> = []
        return input(
            sources.flatMap(\.input.records).filter {
                seen.insert(Key(fingerprint: $0.fingerprint, labels: $0.labels)).inserted
            },
            reproduce: "pdmpbench query")
    }

    private static func input(_ records: [CellRecord], reproduce: String) -> ReportInput {
        let catalog = Catalog(dataRoot: nil)
        let first = records.first { !$0.isExternal } ?? records.first
        return ReportInput(
            suite: first?.labels.suite ?? "", question: "", reproduce: reproduce, records: records,
            directions: catalog.metricDirections, ranges: catalog.metricRanges,
            primaryMetric: catalog.primaryMetric(task: first?.spec.task.id ?? ""),
            taskMetrics: taskMetrics(records, catalog), sources: sources(catalog),
            scaleFreeOptimizers: catalog.scaleFreeOptimizers)
    }
}

/// What the report of a suite is made from.
func reportInput(_ loaded: SuiteOptions.Loaded, _ records: [CellRecord]) -> ReportInput {
    ReportInput(
        suite: loaded.suite.name, question: loaded.suite.question, reproduce: "pdmpbench run \(loaded.path)",
        records: records, directions: loaded.catalog.metricDirections,
        ranges: loaded.catalog.metricRanges,
        primaryMetric: loaded.catalog.primaryMetric(task: loaded.suite.cells[0].spec.task.id),
        taskMetrics: taskMetrics(records, loaded.catalog), sources: sources(loaded.catalog),
        arguments: loaded.arguments, scaleFreeOptimizers: loaded.catalog.scaleFreeOptimizers,
        skipped: loaded.suite.skipped.map { "\($0.label): \($0.reason)" }
    )
}

/// The metric each task of the records is judged by.
private func taskMetrics(_ records: [CellRecord], _ catalog: Catalog) -> [String: String] {
    var metrics: [String: String] = [:]
    for record in records where metrics[record.spec.task.id] == nil {
        let known = catalog.cards(.task).contains { $0.id == record.spec.task.id }
        if known { metrics[record.spec.task.id] = catalog.primaryMetric(task: record.spec.task.id) }
    }
    return metrics
}

/// Cards of everything that can be cited, named with their kind.
private func sources(_ catalog: Catalog) -> [Card] {
    [ChoiceKind.dataset, .encoder, .fusion, .strategy, .optimizer].flatMap { kind in
        catalog.cards(kind).map { card in
            Card(
                id: "\(kind.rawValue)/\(card.id)", title: card.title, summary: card.summary, reference: card.reference,
                bibtex: card.bibtex, version: card.version)
        }
    }
}

/// Writes a table or text where `-o` says; standard output for `-` or nothing.
func deliver(_ text: String, to output: String?) throws {
    guard let output, output != "-" else {
        FileHandle.standardOutput.write(Data(text.utf8))
        return
    }
    do {
        try WholeFile.write(text, to: URL(fileURLWithPath: output))
    } catch {
        throw Stop(code: 1, message: "\(output) cannot be written: \(sentence(error))")
    }
}
