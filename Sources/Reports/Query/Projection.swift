// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// A table over chosen keys: what is not a row or a column is averaged over, and said if it should not be.
public struct Projection: Sendable {
    /// Keys whose values name rows.
    public let rows: [String]
    /// Keys whose values name columns.
    public let columns: [String]
    /// Keys that may vary inside a cell without a warning.
    public let ignored: [String]

    /// - Throws: for a key that records do not have.
    public init(rows: [String], columns: [String], ignored: [String] = []) throws(QueryError) {
        for key in rows + columns + ignored where !RecordKeys.isKnown(key) {
            throw QueryError(
                message: "unknown key '\(key)'\(NearestName.hint(key, among: RecordKeys.plain))", text: key, position: 0
            )
        }
        self.rows = rows
        self.columns = columns
        self.ignored = ignored
    }

    /// The table, and a sentence for each cell whose scores differ in more than the seed.
    public func table(_ input: ReportInput, _ filter: QueryFilter) -> (table: ReportTable, warnings: [String]) {
        var rowLabels: [String] = []
        var columnLabels: [String] = []
        var seenRows: Set<String> = []
        var seenColumns: Set<String> = []
        var values: [String: [String: [(record: String, metric: String, value: Double)]]] = [:]
        var hidden: [String: [String: [String: String]]] = [:]
        var varying: [String: [String: [String]]] = [:]
        let shown = Set(rows + columns + ignored)
        for record in input.records {
            for (metric, value) in scores(record, input, filter) where filter.holds(record, metric: metric) {
                let row = label(rows, record, metric)
                let column = label(columns, record, metric)
                if seenRows.insert(row).inserted { rowLabels.append(row) }
                if seenColumns.insert(column).inserted { columnLabels.append(column) }
                values[row, default: [:]][column, default: []].append((record.id, metric, value))
                for (key, setting) in RecordKeys.hidden(record, metric: metric) where !shown.contains(key) {
                    // What a method is stands in its label, so its options need not be named as well.
                    if key == "strategy", shown.contains("method") { continue }
                    if let known = hidden[row]?[column]?[key] {
                        if known != setting, !(varying[row]?[column] ?? []).contains(key) {
                            varying[row, default: [:]][column, default: []].append(key)
                        }
                    } else {
                        hidden[row, default: [:]][column, default: [:]][key] = setting
                    }
                }
            }
        }
        var warnings: [String] = []
        let cells = rowLabels.map { row in
            [TableCell.text(row)]
                + columnLabels.map { column -> TableCell in
                    guard let found = values[row]?[column] else { return TableCell(.missing) }
                    let keys = varying[row]?[column] ?? []
                    if !keys.isEmpty {
                        warnings.append(
                            "\(row) / \(column): \(keys.joined(separator: ", ")) varies inside this cell; add it to --row or --col, filter it, or --ignore it"
                        )
                    }
                    let summary = MeanInterval(found.map(\.value), within: range(found.map(\.metric), input))
                    return .estimate(summary.mean, summary.interval, records: found.map(\.record))
                }
        }
        return (
            ReportTable(
                id: "query", title: "Query",
                columns: [rows.isEmpty ? "all" : rows.joined(separator: ", ")] + columnLabels,
                rows: cells), warnings
        )
    }

    /// Where all scores of a cell lie; nil where they are of several metrics or of one without bounds.
    private func range(_ metrics: [String], _ input: ReportInput) -> ClosedRange<Double>? {
        let names = Set(metrics.map { $0.hasPrefix("diagnostics/") ? "" : ReportInput.name($0) })
        return names.count == 1 ? names.first.flatMap { input.ranges[$0] } : nil
    }

    private func label(_ keys: [String], _ record: CellRecord, _ metric: String) -> String {
        keys.isEmpty ? "all" : keys.map { RecordKeys.value($0, record, metric: metric) }.joined(separator: ", ")
    }

    /// The scores of a record: named ones from everything it holds, else its task's own.
    private func scores(_ record: CellRecord, _ input: ReportInput, _ filter: QueryFilter) -> [(String, Double)] {
        guard record.result.state == .ok else { return [] }
        guard filter.namesMetrics else {
            let metric = input.taskMetrics[record.spec.task.id] ?? input.primaryMetric
            return record.result.metrics[metric].map { [(metric, $0)] } ?? []
        }
        let result = record.result
        func named(_ values: [String: Double], _ prefix: String) -> [(String, Double)] {
            values.keys.sorted().map { (prefix + $0, values[$0] ?? .nan) }
        }
        var all = named(result.metrics, "")
        all += named(result.unimodal, "unimodal/")
        all += named(result.diagnostics, "diagnostics/")
        return all.filter { $0.1.isFinite }
    }
}
