// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites

/// Results that were made elsewhere, as CSV or JSON lines. See Docs/import.md for the schema.
///
/// They become records like ours, marked by their code version, so that they stand in the same tables; what we cannot
/// know of them stays empty, and nothing pairs their seeds with ours.
public enum ExternalResults {
    /// The beginning of an imported record's code version.
    public static let mark = "external"
    /// The file of a report's folder in which imported results stand.
    public static let fileName = "external.jsonl"

    static let columns = ["dataset", "method", "seed", "metric", "value", "task", "fusion", "pairing", "source"]
    private static let required = ["dataset", "method", "seed"]
    private static let longest = 200
    private static let mostRows = 1_000_000
    private static let mostBytes = 256 << 20

    /// One run as a file tells it.
    struct Row: Hashable {
        var task: String
        var dataset: String
        var fusion: String
        var pairing: String
        var method: String
        var source: String
        var seed: Int
    }

    /// Reads a `.csv`, or a `.jsonl`; any mistake refuses the whole file.
    public static func read(_ url: URL, task: String) throws -> [CellRecord] {
        let place = url.relativePath
        let bytes: Data
        do {
            let size = try url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            guard size.isRegularFile ?? false else {
                throw InputError(place: place, line: nil, message: "is not a file")
            }
            guard (size.fileSize ?? 0) <= mostBytes else {
                throw InputError(place: place, line: nil, message: "is larger than \(mostBytes >> 20) MiB")
            }
            bytes = try Data(contentsOf: url)
        } catch let error as InputError {
            throw error
        } catch {
            throw InputError(place: place, line: nil, message: "cannot be read")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputError(place: place, line: nil, message: "is not UTF-8 text")
        }
        switch url.pathExtension.lowercased() {
        case "csv": return try csv(text, place: place, task: task)
        case "jsonl", "ndjson": return try jsonLines(text, place: place, task: task)
        default: throw InputError(place: place, line: nil, message: "must end in .csv or .jsonl")
        }
    }

    static func csv(_ text: String, place: String, task: String) throws -> [CellRecord] {
        let rows: [DelimitedText.Row]
        do {
            rows = try DelimitedText.rows(text)
        } catch {
            throw InputError(place: place, line: error.line, message: error.message)
        }
        guard let header = rows.first else { throw InputError(place: place, line: 1, message: "is empty") }
        for name in header.fields where !columns.contains(name) {
            throw InputError(
                place: place, line: 1,
                message:
                    "unknown column '\(name.prefix(40))'\(NearestName.hint(name, among: columns)) (known: \(columns.joined(separator: ", ")))"
            )
        }
        guard Set(header.fields).count == header.fields.count else {
            throw InputError(place: place, line: 1, message: "names a column twice")
        }
        for name in required + ["metric", "value"] where !header.fields.contains(name) {
            throw InputError(place: place, line: 1, message: "column '\(name)' is missing")
        }
        var builder = Builder(place: place, task: task)
        for row in rows.dropFirst() {
            guard row.fields.count == header.fields.count else {
                throw InputError(
                    place: place, line: row.line,
                    message: "has \(row.fields.count) fields, the header has \(header.fields.count)")
            }
            var values: [String: String] = [:]
            for (name, field) in zip(header.fields, row.fields) { values[name] = field }
            guard let seed = values["seed"].flatMap({ Int($0) }) else {
                throw InputError(place: place, line: row.line, message: "'seed' must be an integer")
            }
            guard let value = values["value"].flatMap({ Double($0) }), value.isFinite else {
                throw InputError(place: place, line: row.line, message: "'value' must be a finite number")
            }
            try builder.add(values, seed: seed, [(values["metric"] ?? "", value)], line: row.line)
        }
        return builder.records
    }

    static func jsonLines(_ text: String, place: String, task: String) throws -> [CellRecord] {
        var builder = Builder(place: place, task: task)
        // By bytes: a carriage return and a line feed are one character.
        let bytes = text.utf8.starts(with: [0xef, 0xbb, 0xbf]) ? text.utf8.dropFirst(3) : text.utf8[...]
        for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let number = index + 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0d || $0 == 0x09 }) { continue }
            let object = try object(Substring(line), place: place, line: number)
            var values: [String: String] = [:]
            var metrics: [(String, Double)] = []
            for key in object.keys.sorted() {
                guard columns.contains(key) || key == "metrics" else {
                    throw InputError(
                        place: place, line: number,
                        message: "unknown key '\(key.prefix(40))'\(NearestName.hint(key, among: columns + ["metrics"]))"
                    )
                }
                switch key {
                case "metrics":
                    guard let list = object[key]?.objectValue else {
                        throw InputError(place: place, line: number, message: "'metrics' must map names to numbers")
                    }
                    for name in list.keys.sorted() {
                        guard let score = list[name]?.doubleValue, score.isFinite else {
                            throw InputError(
                                place: place, line: number,
                                message: "metric '\(name.prefix(40))' must be a finite number")
                        }
                        metrics.append((name, score))
                    }
                case "value", "seed": continue
                default:
                    guard let text = object[key]?.stringValue else {
                        throw InputError(place: place, line: number, message: "'\(key)' must be a string")
                    }
                    values[key] = text
                }
            }
            guard let seed = object["seed"]?.intValue else {
                throw InputError(place: place, line: number, message: "'seed' must be an integer")
            }
            if let name = values["metric"] {
                guard let score = object["value"]?.doubleValue, score.isFinite else {
                    throw InputError(place: place, line: number, message: "'value' must be a finite number")
                }
                metrics.append((name, score))
            }
            guard !metrics.isEmpty else {
                throw InputError(place: place, line: number, message: "needs 'metric' and 'value', or 'metrics'")
            }
            try builder.add(values, seed: seed, metrics, line: number)
        }
        return builder.records
    }

    private static func object(
        _ text: Substring, place: String, line: Int
    ) throws -> [String: ConfigValue] {
        do {
            if let object = try JSONScanner.value(text).objectValue { return object }
            throw InputError(place: place, line: line, message: "is not a JSON object")
        } catch let failure as JSONScanner.Failure {
            if case .malformed = failure {
                throw InputError(place: place, line: line, message: "is not a JSON object: \(failure)")
            }
            throw InputError(place: place, line: line, message: failure.description)
        }
    }

    private struct Builder {
        let place: String
        let task: String
        var order: [Row] = []
        var metrics: [Row: [String: Double]] = [:]
        var count = 0

        mutating func add(_ values: [String: String], seed: Int, _ scores: [(String, Double)], line: Int) throws {
            count += 1
            guard count <= mostRows else {
                throw InputError(place: place, line: line, message: "more than \(mostRows) rows")
            }
            for name in required where name != "seed" && (values[name] ?? "").isEmpty {
                throw InputError(place: place, line: line, message: "'\(name)' is missing")
            }
            for name in values.keys.sorted() {
                let text = values[name] ?? ""
                guard text.count <= longest, text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
                else {
                    throw InputError(
                        place: place, line: line,
                        message: "'\(name)' must be at most \(longest) characters without control characters")
                }
            }
            let row = Row(
                task: values["task"].flatMap { $0.isEmpty ? nil : $0 } ?? task, dataset: values["dataset"] ?? "",
                fusion: values["fusion"].flatMap { $0.isEmpty ? nil : $0 } ?? "concat",
                pairing: values["pairing"] ?? "",
                method: values["method"] ?? "", source: values["source"] ?? "", seed: seed)
            if metrics[row] == nil { order.append(row) }
            for (name, score) in scores {
                guard !name.isEmpty,
                    name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "@./_-".contains($0)) })
                else {
                    throw InputError(place: place, line: line, message: "'\(name.prefix(40))' is no name of a metric")
                }
                let full = name.contains("/") ? name : "test/\(name)"
                guard metrics[row]?[full] == nil else {
                    throw InputError(
                        place: place, line: line,
                        message: "\(full) of '\(row.method)' on '\(row.dataset)', seed \(seed), is given twice")
                }
                metrics[row, default: [:]][full] = score
            }
        }

        var records: [CellRecord] { order.map { ExternalResults.record($0, metrics[$0] ?? [:]) } }
    }

    static func record(_ row: Row, _ metrics: [String: Double]) -> CellRecord {
        let spec = RunSpec(
            task: Choice(row.task), dataset: Choice(row.dataset), dataDigest: "", encoders: [:],
            fusion: Choice(row.fusion),
            strategy: Choice(row.method), optimizer: Choice("unknown"), schedule: Choice("unknown"), budget: [:],
            seed: row.seed, versions: [:])
        // The source and the scores are part of its name: two imports of one method do not meet.
        let fingerprint = Fingerprint(
            of: [
                "external": .string(row.source), "metrics": .object(metrics.mapValues { .double($0) }),
                "spec": spec.configValue,
            ])
        return CellRecord(
            labels: RunLabels(
                suite: mark, dataset: row.dataset, pairing: row.pairing, fusion: row.fusion, strategy: row.method),
            spec: spec, fingerprint: fingerprint,
            result: RunResult(
                state: .ok, metrics: metrics, codeVersion: row.source.isEmpty ? mark : "\(mark): \(row.source)"))
    }

    /// Imported records in the form that `read` takes back.
    public static func text(_ records: [CellRecord]) -> String {
        records.map { record in
            let source = record.result.codeVersion
            return ConfigValue.object([
                "dataset": .string(record.labels.dataset), "fusion": .string(record.labels.fusion),
                "method": .string(record.labels.strategy),
                "metrics": .object(record.result.metrics.mapValues { .double($0) }),
                "pairing": .string(record.labels.pairing), "seed": .int(record.spec.seed),
                "source": .string(
                    source.hasPrefix("\(mark): ")
                        ? String(source.dropFirst(mark.count + 2)) : source == mark ? "" : "pdmpbench \(source)"),
                "task": .string(record.spec.task.id),
            ]).canonicalJSON + "\n"
        }.joined()
    }

    /// Records of an earlier import and new ones; a run that both hold with the same scores stands once.
    public static func merged(_ old: [CellRecord], with new: [CellRecord]) throws -> [CellRecord] {
        var seen: [Row: Fingerprint] = [:]
        return try (old + new).filter { record in
            let row = Row(
                task: record.spec.task.id, dataset: record.labels.dataset, fusion: record.labels.fusion,
                pairing: record.labels.pairing, method: record.labels.strategy, source: record.result.codeVersion,
                seed: record.spec.seed)
            guard let known = seen[row] else {
                seen[row] = record.fingerprint
                return true
            }
            guard known == record.fingerprint else {
                throw InputError(
                    place: fileName, line: nil,
                    message:
                        "'\(row.method)' on '\(row.dataset)', seed \(row.seed), was imported before with other scores; --replace forgets what was"
                )
            }
            return false
        }
    }

    /// The input with what was imported into a report's folder. A method of ours by the same name is told apart.
    static func joined(_ input: ReportInput, _ folder: URL) throws -> ReportInput {
        let url = folder.appendingPathComponent(fileName)
        guard FileManager.default.fileExists(atPath: url.path) else { return input }
        let task = input.records.first?.spec.task.id ?? "classification"
        let own = Set(input.records.map(\.labels.strategy))
        let external = try read(url, task: task).map { record in
            var record = record
            if own.contains(record.labels.strategy) { record.labels.strategy += " (external)" }
            return record
        }
        return input.joined(by: external)
    }
}
