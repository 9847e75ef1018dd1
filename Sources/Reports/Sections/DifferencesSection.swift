// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Each strategy minus joint training, paired by seed.
enum DifferencesSection: ReportSection {
    static let title = "Paired differences to joint training"

    struct Row {
        let strategy: String
        let id: String
        let comparison: PairedComparison
    }

    /// One family per problem.
    static func rows(_ input: ReportInput, _ problem: Problem) -> [Row] {
        var named: [(strategy: String, id: String, differences: [Double])] = []
        for strategy in input.strategies(problem) {
            guard let baseline = input.baseline(problem, for: strategy), baseline != strategy,
                let id = input.records.first(where: { $0.isOf(problem) && $0.labels.strategy == strategy })?.spec
                    .strategy.id
            else { continue }
            let differences = input.differences(problem, strategy, baseline)
            if !differences.isEmpty { named.append((strategy, id, differences)) }
        }
        let comparisons = PairedComparison.family(
            named.map { Series(Array($0.differences.indices), $0.differences) }, direction: input.direction)
        return zip(named, comparisons).map { Row(strategy: $0.strategy, id: $0.id, comparison: $1) }
    }

    static func body(_ input: ReportInput) -> String? {
        var parts: [String] = []
        for problem in input.problems {
            let rows = rows(input, problem)
            guard !rows.isEmpty else { continue }
            let table = rows.map { row -> [String] in
                let difference = row.comparison.difference
                let interval =
                    difference.interval.map {
                        "[\(FixedPoint.signed($0.lowerBound)), \(FixedPoint.signed($0.upperBound))]"
                    } ?? "–"
                return [
                    Markdown.escape(row.strategy), FixedPoint.signed(difference.mean), interval, "\(difference.count)",
                    FixedPoint.text(row.comparison.p), FixedPoint.text(row.comparison.adjusted),
                    row.comparison.verdict.text,
                ]
            }
            parts.append(
                "### \(Markdown.escape(input.title(problem)))\n\n"
                    + Markdown.table(
                        ["strategy", "mean difference", "95 % interval", "seeds", "p", "p (Holm)", "verdict at 0.05"],
                        table))
        }
        guard !parts.isEmpty else { return nil }
        return
            "Strategy minus joint on the same seed (same data, same initial weights of equal parts, same order of batches). Exact two-sided signed-rank test; Holm's correction over the rows of each table.\n\n"
            + parts.joined(separator: "\n")
    }
}
