// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// How many settings of each strategy were tried, and what chose among them.
enum TuningSection: ReportSection {
    static let id = "tuning"
    static let title = "Tuning budget"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var rows: [[TableCell]] = []
        var counts: Set<Double> = []
        var tuned = false
        var seen: [String] = []
        for record in input.records where !record.isExternal && !seen.contains(record.spec.strategy.id) {
            seen.append(record.spec.strategy.id)
        }
        for id in seen.sorted() {
            let own = input.records.filter { $0.spec.strategy.id == id && !$0.isExternal }
            let trials = own.compactMap { record in
                record.result.diagnostics["tuning/trials"].map { (record.id, $0) }
            }
            let examples = input.exampleRecords.filter { $0.spec.strategy.id == id && !$0.isExternal }
            let settings = Set(examples.map(\.spec.strategy.options)).count
            if let first = trials.first {
                tuned = true
                counts.insert(first.1)
            }
            let selections = Set(examples.map { $0.spec.budget["selection"]?.stringValue ?? "validation" }).sorted()
            rows.append([
                .text(id), .count(settings, records: own.map(\.id)), .mean(trials, 0),
                .text(selections.joined(separator: ", ")),
            ])
        }
        guard !rows.isEmpty else { return [] }
        let (kept, cells) = ImbalanceSection.withoutEmpty(
            ["strategy", "settings in this suite", "trials", "epoch chosen by"], rows)
        let verdict =
            !tuned
            ? "No strategy was tuned here: every setting stands in the suite and was reported, none was picked by its result."
            : counts.count == 1
                ? "Every tuned strategy had the same number of trials, judged on the validation split."
                : "**Trials differ between strategies**: the comparison favours those with more."
        return [
            .text(verdict),
            .table(ReportTable(id: "tuning", title: "Tuning budget", columns: kept, rows: cells)),
        ]
    }
}
