// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// How smoothly training went, and how far seeds lie apart.
enum StabilitySection: ReportSection {
    static let id = "stability"
    static let title = "Stability"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        for problem in input.problems {
            let metric = input.metric(problem)
            let strategies = input.strategies(problem)
            let measured = Set(
                strategies.flatMap { input.finished(problem, $0) }.flatMap { record in
                    record.result.diagnostics.keys.filter { $0.hasPrefix("stability/") }
                }
            ).sorted()
            let rows = strategies.compactMap { strategy -> [TableCell]? in
                let records = input.finished(problem, strategy)
                guard !records.isEmpty, !records[0].isExternal else { return nil }
                let scores = records.compactMap { record in record.result.metrics[metric].map { (record.id, $0) } }
                let values = scores.map(\.1)
                let ids = scores.map(\.0)
                func mean(_ name: String) -> TableCell {
                    .mean(records.compactMap { record in record.result.diagnostics[name].map { (record.id, $0) } })
                }
                return [
                    .text(strategy), .number(values.count > 1 ? Descriptive.deviation(values) : nil, records: ids),
                    .number(
                        values.max().flatMap { high in values.min().map { high - $0 } }, records: ids),
                    .mean(records.compactMap { excess($0, metric).map { ($0.0, $0.1) } }, 2),
                    .mean(records.compactMap { up($0, metric).map { ($0.0, $0.1) } }, 2),
                    mean("selected-epoch"),
                ] + measured.map(mean)
            }
            guard !rows.isEmpty else { continue }
            let columns =
                [
                    "strategy", "deviation over seeds", "range over seeds", "variation excess", "up-steps",
                    "selected epoch",
                ]
                + measured.map { String($0.dropFirst("stability/".count)).replacing("-", with: " ") }
            let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
            blocks.append(.heading(input.title(problem)))
            blocks.append(
                .table(
                    ReportTable(
                        id: "stability-\(Figure.slug(input.title(problem)))",
                        title: "Stability: \(input.title(problem))", columns: kept, rows: cells)))
        }
        guard !blocks.isEmpty else { return [] }
        return [
            .text(
                "*Variation excess*: total variation of the validation loss over its fall, 1 for a curve that only falls. *Up-steps*: share of epochs in which it rises. Means over seeds; the deviation and range over seeds are those of the test score."
            )
        ] + blocks
    }

    /// Σ |V_e − V_(e−1)| / |V_0 − min V|.
    private static func excess(_ record: CellRecord, _ metric: String) -> (String, Double)? {
        guard let curve = loss(record), let first = curve.first, let lowest = curve.min(), first != lowest else {
            return nil
        }
        let variation = zip(curve, curve.dropFirst()).reduce(0.0) { $0 + abs($1.1 - $1.0) }
        return (record.id, variation / abs(first - lowest))
    }

    private static func up(_ record: CellRecord, _ metric: String) -> (String, Double)? {
        guard let curve = loss(record) else { return nil }
        let rises = zip(curve, curve.dropFirst()).filter { $0.1 > $0.0 }.count
        return (record.id, Double(rises) / Double(curve.count - 1))
    }

    static func loss(_ record: CellRecord) -> [Double]? {
        guard let curve = record.result.curves["validation/loss"], curve.count > 1, curve.allSatisfy(\.isFinite) else {
            return nil
        }
        return curve
    }
}
