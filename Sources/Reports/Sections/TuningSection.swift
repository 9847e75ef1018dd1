// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// How many settings of each strategy were tried, what chose among them, and which was chosen.
enum TuningSection: ReportSection {
    static let id = "tuning"
    static let title = "Tuning budget"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var rows: [[TableCell]] = []
        var counts: Set<Double> = []
        var seen: [String] = []
        let records = input.records.filter { !$0.isExternal }
        for record in records where !seen.contains(name(record)) { seen.append(name(record)) }
        for one in seen.sorted() {
            let own = records.filter { name($0) == one }
            let trials = own.compactMap { record in
                record.result.diagnostics["tuning/trials"].map { (record.id, $0) }
            }
            let examples = input.exampleRecords.filter { !$0.isExternal && name($0) == one }
            let settings = Set(examples.map(\.spec.strategy.options.canonicalJSON)).count
            counts.formUnion(trials.map(\.1))
            let selections = Set(examples.map { $0.spec.budget["selection"]?.stringValue ?? "validation" }).sorted()
            rows.append([
                .text(one), .count(settings, records: own.map(\.id)), .mean(trials, 0),
                .text(selections.joined(separator: ", ")),
            ])
        }
        guard !rows.isEmpty else { return [] }
        let (kept, cells) = ImbalanceSection.withoutEmpty(
            ["strategy", "settings in this suite", "trials", "epoch chosen by"], rows)
        let verdict =
            counts.isEmpty
            ? "No strategy was tuned here: every setting stands in the suite and was reported, none was picked by its result."
            : counts.count == 1
                ? "Every tuned strategy had the same number of trials, judged on the validation split."
                : "**Trials differ between strategies**: the comparison favours those with more."
        let blocks: [ReportBlock] = [
            .text(verdict),
            .table(ReportTable(id: "tuning", title: "Tuning budget", columns: kept, rows: cells)),
        ]
        return blocks + chosen(input)
    }

    private static func name(_ record: CellRecord) -> String {
        record.spec.tunedStrategy.map { "\($0) (tuned)" } ?? record.spec.strategy.id
    }

    /// What each tuned row came to be.
    private static func chosen(_ input: ReportInput) -> [ReportBlock] {
        var rows: [[TableCell]] = []
        for problem in input.problems {
            for strategy in input.strategies(problem) {
                guard let first = input.finished(problem, strategy).first, let tuned = first.spec.tunedStrategy,
                    let notes = first.result.notes
                else { continue }
                rows.append([
                    .text(input.title(problem)), .text(strategy), .text(tuned),
                    TableCell(.text(notes["tuned-choice"] ?? ""), records: [first.id]),
                    .number(first.result.diagnostics["tuning/score"], records: [first.id]),
                    TableCell(.text(notes["tuned-on"] ?? ""), records: [first.id]),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            .table(
                ReportTable(
                    id: "tuning-chosen", title: "What was chosen",
                    columns: ["problem", "row", "strategy", "chosen setting", "its score", "judged on"], rows: rows))
        ]
    }
}
