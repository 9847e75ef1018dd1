// SPDX-License-Identifier: Apache-2.0

import Suites

/// Cells that failed or cannot be, each with its reason; equal reasons over seeds stand once.
enum FailuresSection: ReportSection {
    static let id = "failures"
    static let title = "Failures and cells that cannot be"
    private static let most = 200

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        struct Key: Hashable {
            let problem: Problem
            let strategy: String
            let state: RunState
            let reason: String
        }
        var order: [Key] = []
        var seeds: [Key: [Int]] = [:]
        for record in input.records where record.result.state != .ok {
            let key = Key(
                problem: Problem(record), strategy: record.labels.strategy, state: record.result.state,
                reason: record.result.reason)
            if seeds[key] == nil { order.append(key) }
            seeds[key, default: []].append(record.spec.seed)
        }
        guard !order.isEmpty else { return [.text("None.")] }
        let lines = order.prefix(most).map { key in
            let list = seeds[key] ?? []
            let shown = list.prefix(12).map(String.init).joined(separator: ", ") + (list.count > 12 ? " …" : "")
            return
                "- \(key.state == .failed ? "failed" : "not applicable"): \(Markdown.escape(input.title(key.problem))) / \(Markdown.escape(key.strategy)) / seed \(shown): \(Markdown.escape(key.reason))\n"
        }
        let rest = order.count > most ? "- and \(order.count - most) more, in `cells.jsonl`\n" : ""
        return [.text(lines.joined() + rest)]
    }
}
