// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// What came out, in sentences; each follows from a typed verdict.
enum SummarySection: ReportSection {
    static let title = "Summary"

    static func body(_ input: ReportInput) -> String? {
        var lines: [String] = []
        for problem in input.problems {
            let title = Markdown.escape(input.title(problem))
            for row in DifferencesSection.rows(input, problem) where row.id == "pdmp" {
                let name = Markdown.escape(row.strategy)
                let difference = FixedPoint.signed(row.comparison.difference.mean)
                let sentence =
                    switch row.comparison.verdict {
                    case .better: "- \(title): \(name) beats joint training (\(input.metricName) \(difference))."
                    case .worse: "- \(title): \(name) loses to joint training (\(input.metricName) \(difference))."
                    case .equivalent:
                        "- \(title): \(name) ties with joint training (\(input.metricName) \(difference))."
                    case .noDifferenceShown:
                        "- \(title): no difference between \(name) and joint training was shown (\(input.metricName) \(difference))."
                    case .cannotDecide(let seeds):
                        "- \(title): \(name) against joint training cannot be decided with \(row.comparison.difference.count) seeds (needs ≥ \(seeds)); the mean difference is \(difference)."
                    }
                lines.append(sentence)
            }
            if let gap = ImbalanceSection.gap(input, problem) {
                lines.append(
                    gap.difference < 0
                        ? "- \(title): joint training stays \(FixedPoint.text(-gap.difference)) below the best single modality (\(Markdown.escape(gap.best)))."
                        : "- \(title): joint training is \(FixedPoint.text(gap.difference)) above the best single modality (\(Markdown.escape(gap.best)))."
                )
            }
        }
        let failed = input.records.filter { $0.result.state == .failed }.count
        if failed > 0 { lines.append("- \(failed) of \(input.records.count) cells failed.") }
        return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
    }
}
