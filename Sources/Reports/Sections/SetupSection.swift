// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// What was run.
enum SetupSection: ReportSection {
    static let title = "Set-up"

    static func body(_ input: ReportInput) -> String? {
        guard let first = input.records.first else { return nil }
        var seeds: [Int] = []
        for record in input.records where !seeds.contains(record.spec.seed) { seeds.append(record.spec.seed) }
        func distinct(_ value: (CellRecord) -> String) -> String {
            var values: [String] = []
            for record in input.records {
                let text = value(record)
                if !values.contains(text) { values.append(text) }
            }
            return values.map { "`\($0.replacingOccurrences(of: "`", with: "'"))`" }.joined(separator: "<br>")
        }
        func show(_ choice: Choice) -> String {
            choice.options == [:] ? choice.id : "\(choice.id) \(choice.options.canonicalJSON)"
        }
        var rows = [
            ["task", distinct { show($0.spec.task) }],
            ["optimizer", distinct { show($0.spec.optimizer) }],
            ["schedule", distinct { show($0.spec.schedule) }],
            ["budget", distinct { $0.spec.budget.canonicalJSON }],
            ["fusion", distinct { show($0.spec.fusion) }],
            ["seeds", seeds.map(String.init).joined(separator: ", ")],
            ["cells", "\(input.records.count)"],
            ["code version", first.result.codeVersion],
        ]
        for problem in input.problems
        where !rows.contains(where: { $0[0] == "data: " + Markdown.escape(problem.dataset) }) {
            guard let record = input.records.first(where: { $0.isOf(problem) }) else { continue }
            let encoders = record.spec.encoders.keys.sorted().map {
                "\($0): \(show(record.spec.encoders[$0] ?? Choice("")))"
            }
            rows.append([
                "data: " + Markdown.escape(problem.dataset),
                "`\(show(record.spec.dataset).replacingOccurrences(of: "`", with: "'"))`<br>encoders: `\(encoders.joined(separator: "; "))`",
            ])
        }
        return "| | |\n| --- | --- |\n"
            + rows.map { "| \($0[0]) | \($0[1].replacingOccurrences(of: "|", with: "\\|")) |\n" }.joined()
            + "\nThe model of each run is chosen on the validation split (`selection` in the budget); the test split is opened once.\n"
    }
}
