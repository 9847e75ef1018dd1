// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// What was learned from: settings, digests and what is known of the data.
enum DataSection: ReportSection {
    static let id = "data"
    static let title = "Data"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var seen: Set<String> = []
        var lines: [String] = []
        var rows: [[TableCell]] = []
        for problem in input.problems {
            guard let label = input.strategies(problem).first, let record = input.example(problem, label),
                seen.insert(problem.dataset).inserted
            else { continue }
            let digest =
                record.spec.dataDigest.isEmpty ? "generated" : "SHA-256 \(Markdown.code(record.spec.dataDigest))"
            lines.append(
                "- \(Markdown.escape(problem.dataset)) (\(Markdown.escape(record.labels.pairing)), \(digest)): \(Markdown.code(SetupSection.show(record.spec.dataset)))\n"
            )
            let finished = input.strategies(problem).flatMap { input.finished(problem, $0) }
            let facts = Set(finished.flatMap { $0.result.diagnostics.keys.filter { $0.hasPrefix("data/") } }).sorted()
            for fact in facts {
                let values = finished.compactMap { record in
                    record.result.diagnostics[fact].map { (record.id, $0) }
                }
                rows.append([.text(problem.dataset), .text(String(fact.dropFirst(5))), .mean(values)])
            }
        }
        for line in input.skipped { lines.append("- skipped: \(Markdown.escape(line))\n") }
        guard !lines.isEmpty else { return [] }
        var blocks: [ReportBlock] = [.text(lines.joined())]
        if !rows.isEmpty {
            blocks.append(
                .text(
                    "What is known of the data (means over seeds; `bayes` is the best accuracy that any model can have):"
                ))
            blocks.append(
                .table(
                    ReportTable(
                        id: "data", title: "Facts of the data", columns: ["data", "fact", "value"],
                        rows: Array(rows.prefix(200)))))
        }
        return blocks
    }
}
