// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// What came out, in sentences; each follows from a typed verdict.
enum SummarySection: ReportSection {
    static let id = "summary"
    static let title = "Summary"
    /// Comparisons told one by one; the others stand in their table.
    private static let most = 24

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        let rows = Comparisons.of(input).rows
        var blocks: [ReportBlock] = []
        // PDMP is the question; a suite without it tells of all strategies.
        let asked = rows.contains { $0.id == "pdmp" } ? rows.filter { $0.id == "pdmp" } : rows
        var labels: [String] = []
        for row in asked where !labels.contains(row.strategy) { labels.append(row.strategy) }
        for label in labels {
            let own = asked.filter { $0.strategy == label }
            func count(_ verdicts: [PairedComparison.Verdict]) -> Int {
                own.filter { verdicts.contains($0.comparison.verdict) }.count
            }
            let (wins, ties, losses) = (count([.better]), count([.equivalent]), count([.worse]))
            blocks.append(
                .finding(
                    .tally(
                        strategy: label, wins: wins, ties: ties, losses: losses,
                        open: own.count - wins - ties - losses), records: own.flatMap(\.records)))
        }
        blocks += asked.prefix(most).map { .finding(Comparisons.finding($0, input), records: $0.records) }
        for problem in input.problems.prefix(most) {
            if let best = ScoresSection.best(input, problem) {
                blocks.append(
                    .finding(
                        .best(
                            problem: input.title(problem), strategy: best.strategy, metric: input.metricName(problem),
                            score: FixedPoint.text(best.mean)),
                        records: input.finished(problem, best.strategy).map(\.id)))
            }
            if let gap = ImbalanceSection.gap(input, problem) {
                let (name, text) = (input.title(problem), FixedPoint.text(abs(gap.difference)))
                let metric = input.metricName(problem)
                blocks.append(
                    .finding(
                        gap.difference < 0
                            ? .below(problem: name, modality: gap.best, metric: metric, difference: text)
                            : .above(problem: name, modality: gap.best, metric: metric, difference: text),
                        records: gap.records))
            }
        }
        let failed = input.records.filter { $0.result.state == .failed }
        if !failed.isEmpty {
            blocks.append(
                .finding(.failures(failed: failed.count, total: input.records.count), records: failed.map(\.id)))
        }
        let inapplicable = input.records.filter { $0.result.state == .notApplicable }
        if !inapplicable.isEmpty {
            blocks.append(
                .finding(
                    .inapplicable(cells: inapplicable.count, total: input.records.count),
                    records: inapplicable.map(\.id)))
        }
        if asked.count > most || input.problems.count > most {
            blocks.append(.text("Only the first \(most) are told here; the tables below hold all."))
        }
        return blocks
    }
}
