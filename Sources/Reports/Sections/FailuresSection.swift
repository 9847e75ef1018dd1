// SPDX-License-Identifier: Apache-2.0

import Suites

/// Cells that failed or cannot be, each with its reason.
enum FailuresSection: ReportSection {
    static let title = "Failures and cells that cannot be"

    static func body(_ input: ReportInput) -> String? {
        let rows = input.records.filter { $0.result.state != .ok }.map { record in
            "- \(record.result.state == .failed ? "failed" : "not applicable"): \(Markdown.escape(record.labels.dataset)) / \(Markdown.escape(record.labels.fusion)) / \(Markdown.escape(record.labels.strategy)) / seed \(record.spec.seed): \(Markdown.escape(record.result.reason))\n"
        }
        return rows.isEmpty ? "None.\n" : rows.joined()
    }
}
