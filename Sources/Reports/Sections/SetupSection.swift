// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// What was run.
enum SetupSection: ReportSection {
    static let id = "set-up"
    static let title = "Set-up"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        let own = input.exampleRecords.filter { !$0.isExternal }
        guard !own.isEmpty else { return [] }
        func distinct(_ value: (CellRecord) -> String) -> String {
            var seen: Set<String> = []
            let values = own.map(value).filter { seen.insert($0).inserted }
            let shown = values.prefix(12).map(Markdown.code).joined(separator: "<br>")
            return values.count > 12 ? shown + "<br>and \(values.count - 12) more" : shown
        }
        let seeds = Array(Set(input.records.filter { !$0.isExternal }.map(\.spec.seed))).sorted()
        let rows = [
            ["task", distinct { show($0.spec.task) }], ["fusion", distinct { show($0.spec.fusion) }],
            ["optimizer", distinct { show($0.spec.optimizer) }], ["schedule", distinct { show($0.spec.schedule) }],
            ["budget", distinct { $0.spec.budget.canonicalJSON }],
            ["encoders", distinct { encoders($0) }],
            [
                "seeds",
                "\(seeds.count): \(seeds.prefix(40).map(String.init).joined(separator: ", "))\(seeds.count > 40 ? " …" : "")",
            ],
            ["cells", "\(input.records.count)"], ["code version", distinct { $0.result.codeVersion }],
        ]
        return [
            .text("| | |\n| --- | --- |\n" + rows.map { "| \($0[0]) | \($0[1]) |\n" }.joined()),
            .text(
                "The model of each run is chosen on the validation split (`selection` in the budget); the test split is opened once. Strategies of one problem and seed share data, initial weights of equal parts and the order of batches."
            ),
        ]
    }

    static func show(_ choice: Choice) -> String {
        choice.options == [:] || choice.options == .null ? choice.id : "\(choice.id) \(choice.options.canonicalJSON)"
    }

    private static func encoders(_ record: CellRecord) -> String {
        record.spec.encoders.keys.sorted().map { "\($0): \(show(record.spec.encoders[$0] ?? Choice("")))" }
            .joined(separator: "; ")
    }
}
