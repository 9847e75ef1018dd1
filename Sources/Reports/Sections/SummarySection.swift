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
        for tally in tallies(asked) {
            blocks.append(
                .finding(
                    .tally(
                        strategy: tally.label, wins: tally.wins, ties: tally.ties, losses: tally.losses,
                        open: tally.open),
                    records: tally.records))
        }
        for tally in tallies(Comparisons.of(input).balanced) {
            blocks.append(
                .finding(
                    .balancing(
                        strategy: tally.label, wins: tally.wins, ties: tally.ties, losses: tally.losses,
                        open: tally.open),
                    records: tally.records))
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
            if let gap = ImbalanceSection.gap(input, problem), FixedPoint.text(gap.difference) != FixedPoint.text(0) {
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

    /// How the comparisons of each label ended.
    private static func tallies(
        _ rows: [Comparisons.Row]
    ) -> [(label: String, wins: Int, ties: Int, losses: Int, open: Int, records: [String])] {
        var labels: [String] = []
        for row in rows where !labels.contains(row.strategy) { labels.append(row.strategy) }
        return labels.map { label in
            let own = rows.filter { $0.strategy == label }
            func count(_ verdict: PairedComparison.Verdict) -> Int {
                own.filter { $0.comparison.verdict == verdict }.count
            }
            let (wins, ties, losses) = (count(.better), count(.equivalent), count(.worse))
            return (label, wins, ties, losses, own.count - wins - ties - losses, own.flatMap(\.records))
        }
    }
}
