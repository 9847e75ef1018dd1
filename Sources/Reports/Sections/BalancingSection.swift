// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// PDMP minus the best balancing strategy, which validation chooses; and both over what the data vary in.
enum BalancingSection: ReportSection {
    static let id = "balancing"
    static let title = "Prioritizing and balancing"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        let rows = Comparisons.of(input).balanced
        var blocks: [ReportBlock] = []
        if !rows.isEmpty {
            blocks.append(
                .text(
                    "PDMP minus the balancing strategy with the best mean validation score on the problem, seed by seed; of strategies with the same optimizer, and tuned where PDMP is. All but joint training, late fusion, single modalities, *blind* and PDMP's own variants count as balancing. Test scores have no part in the choice. The tests belong to the family above."
                ))
            blocks.append(
                .table(
                    ReportTable(
                        id: "balancing", title: "PDMP against the best balancing strategy",
                        columns: [
                            "problem", "strategy", "best balancing", "mean difference", "seeds", "p", "p (Holm)",
                            "verdict at 0.05",
                        ],
                        rows: rows.map { row in
                            let shown = Comparisons.shown(row, input)
                            return [
                                .text(input.title(row.problem)), .text(row.strategy), .text(row.baseline),
                                .estimate(shown.mean, shown.interval, signed: true, records: row.records),
                                .count(shown.count, records: row.records), .p(row.comparison.p, records: row.records),
                                .p(row.comparison.adjusted, records: row.records), .text(row.comparison.verdict.text),
                            ]
                        })))
        }
        if PhaseFigures.exist(input) {
            blocks.append(
                .text(
                    "Phase diagrams show the paired difference over two options of the data. ● is significant after Holm over all tests of this report; ○ after Holm over the cells of that diagram alone, a family of its own for the one question that it asks. The `.tsv` beside each holds intervals, both corrected p and verdicts."
                ))
        }
        return blocks
    }
}
