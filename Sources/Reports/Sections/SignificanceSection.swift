// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Each strategy minus joint training, paired by seed; imported results unpaired.
enum SignificanceSection: ReportSection {
    static let id = "significance"
    static let title = "Paired differences to joint training"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        let rows = Comparisons.of(input).rows
        var blocks: [ReportBlock] = []
        if !rows.isEmpty {
            let all = Comparisons.of(input)
            let needed = Wilcoxon.seedsNeeded(comparisons: all.count)
            let more = all.balanced.isEmpty ? "" : " (with those of the next section)"
            blocks.append(
                .text(
                    "Strategy minus joint on the same seed. All \(all.count) tests of this report\(more) are one family: exact two-sided signed-rank tests, corrected by Holm; with so many, \(needed) seeds are the fewest that can decide. *tie*: the 90 % interval lies within ± \(FixedPoint.text(input.margin)). Seeds for power: what 80 % power would take at the difference and spread seen. The last three columns are the Bayesian signed-rank test's chances that the strategy is worse, practically equal (± \(FixedPoint.text(input.margin))), better."
                ))
            let seedOfAll = RandomKey(
                digest: SHA256.hex(of: rows.flatMap { $0.differences.values.map { "\($0.bitPattern)," } }.joined()))
            for problem in input.problems {
                let own = rows.filter { $0.problem == problem }
                guard !own.isEmpty else { continue }
                let table = own.map { row -> [TableCell] in
                    let shown = Comparisons.shown(row, input)
                    let falling = input.direction(problem) == .lowerIsBetter
                    let chances = BayesianSignedRank(
                        falling ? row.differences.values.map { -$0 } : row.differences.values, margin: input.margin,
                        draws: rows.count > 2000 ? 300 : rows.count > 200 ? 1000 : 5000,
                        key: seedOfAll.fold(row.strategy))
                    return [
                        .text(row.strategy), .estimate(shown.mean, shown.interval, signed: true, records: row.records),
                        .number(EffectSize.hodgesLehmann(row.differences.values), signed: true, records: row.records),
                        .count(shown.count, records: row.records),
                        .p(row.comparison.p, records: row.records),
                        .p(row.comparison.adjusted, records: row.records),
                        .text(row.comparison.verdict.text),
                        row.comparison.seedsForPower.map { .count($0, records: row.records) } ?? TableCell(.missing),
                        .number(chances.worse, 2, records: row.records),
                        .number(chances.equivalent, 2, records: row.records),
                        .number(chances.better, 2, records: row.records),
                    ]
                }
                blocks.append(.heading(input.title(problem)))
                blocks.append(
                    .table(
                        ReportTable(
                            id: "differences-\(Figure.slug(input.title(problem)))",
                            title: "Differences to joint training: \(input.title(problem)), \(input.metric(problem))",
                            columns: [
                                "strategy", "mean difference", "Hodges-Lehmann", "seeds", "p", "p (Holm)",
                                "verdict at 0.05", "seeds for power", "worse", "equal", "better",
                            ], rows: table)))
            }
        }
        return blocks + external(input)
    }

    /// Imported results share no seeds with ours: compared as independent samples.
    private static func external(_ input: ReportInput) -> [ReportBlock] {
        var rows: [[TableCell]] = []
        for problem in input.problems {
            guard let joint = input.joint(problem) else { continue }
            let reference = input.scores(problem, joint).map(\.value)
            for strategy in input.strategies(problem) where input.example(problem, strategy)?.isExternal ?? false {
                let values = input.scores(problem, strategy).map(\.value)
                guard !values.isEmpty, !reference.isEmpty else { continue }
                let ids = (input.finished(problem, strategy) + input.finished(problem, joint)).map(\.id)
                rows.append([
                    .text(input.title(problem)), .text(strategy + " †"),
                    .number(Descriptive.mean(values) - Descriptive.mean(reference), signed: true, records: ids),
                    .p(MannWhitney.test(values, reference).p, records: ids),
                    .number(EffectSize.cliffsDelta(values, reference), 2, signed: true, records: ids),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            .heading("Imported results"),
            .text(
                "† were made elsewhere: seeds do not pair, so these are Mann-Whitney tests of independent samples and Cliff's δ, uncorrected and outside the family above."
            ),
            .table(
                ReportTable(
                    id: "external", title: "Imported results against joint training",
                    columns: ["problem", "strategy", "mean difference", "p", "Cliff's δ"], rows: rows)),
        ]
    }
}
