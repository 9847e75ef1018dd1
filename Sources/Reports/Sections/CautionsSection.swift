// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// What in the set-up may have decided the result: budgets that ended too early, coefficients that an optimizer undoes.
enum CautionsSection: ReportSection {
    static let id = "cautions"
    static let title = "Cautions"
    /// A problem is named from this share of its runs on.
    private static let late = 0.25

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        (undone(input).map { [.text($0)] } ?? []) + budgets(input)
    }

    /// Strategies whose coefficients act on gradients, under optimizers that divide a steady factor out again.
    private static func undone(_ input: ReportInput) -> String? {
        var order: [String] = []
        var strategies: [String: [String]] = [:]
        for record in input.exampleRecords where record.spec.scalesGradients {
            let optimizer = record.spec.optimizer.id
            guard input.scaleFreeOptimizers.contains(optimizer) else { continue }
            if strategies[optimizer] == nil { order.append(optimizer) }
            if !strategies[optimizer, default: []].contains(record.labels.strategy) {
                strategies[optimizer, default: []].append(record.labels.strategy)
            }
        }
        guard !order.isEmpty else { return nil }
        return order.map { optimizer in
            let names = (strategies[optimizer] ?? []).map(Markdown.code).joined(separator: ", ")
            return
                "- \(Markdown.code(optimizer)) divides a steady factor on gradients out again, and so undoes the coefficients of \(names). The option `mode: update` scales steps instead.\n"
        }.joined()
    }

    /// Problems of which many runs were best on validation when their epochs ended.
    private static func budgets(_ input: ReportInput) -> [ReportBlock] {
        let rows = input.problems.compactMap { problem -> [TableCell]? in
            let runs = input.strategies(problem).flatMap { input.finished(problem, $0) }.compactMap(lateness)
            let share = runs.isEmpty ? 0 : Double(runs.filter { $0.value == 1 }.count) / Double(runs.count)
            guard share >= late else { return nil }
            return [
                .text(input.title(problem)), .count(runs.count, records: runs.map(\.record)), .mean(runs, 2),
            ]
        }
        guard !rows.isEmpty else { return [] }
        return [
            .text(
                "Runs of these problems were often best on validation within the last tenth of their epochs: more epochs may change scores and order."
            ),
            .table(
                ReportTable(
                    id: "short-budgets", title: "Budgets that may be short",
                    columns: ["problem", "runs", "share that is best at the end"], rows: rows)),
        ]
    }

    /// 1 if the selected epoch lies in the last tenth, 0 if before; nil where no epoch was selected.
    private static func lateness(_ record: CellRecord) -> (record: String, value: Double)? {
        guard let selected = record.result.diagnostics["selected-epoch"],
            let epochs = record.spec.budget["epochs"]?.doubleValue, epochs > 1,
            record.spec.budget["selection"]?.stringValue != "last"
        else { return nil }
        return (record.id, selected + 1 > 0.9 * epochs ? 1 : 0)
    }
}
