// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Every strategy against joint training on every problem, and PDMP against the best balancing one: the one family of tests of
/// a report.
struct Comparisons {
    struct Row {
        let problem: Problem
        let strategy: String
        /// The strategy's id: "pdmp" for all its variants, tuned or not.
        let id: String
        let baseline: String
        let differences: Series<Seeds>
        let comparison: PairedComparison
        /// Records of both.
        let records: [String]
    }

    /// Against joint training.
    let rows: [Row]
    /// PDMP against the balancing strategy that validation prefers.
    let balanced: [Row]

    /// Tests in the family.
    var count: Int { rows.count + balanced.count }

    /// Of a report: made once, asked for by sections and figures.
    static func of(_ input: ReportInput) -> Comparisons { input.memo.comparisons { Comparisons(input) } }

    private init(_ input: ReportInput) {
        var pairs: [Pair] = []
        for problem in input.problems {
            for strategy in input.strategies(problem) {
                guard let baseline = input.baseline(problem, for: strategy), baseline != strategy else { continue }
                pairs.append(Pair(problem: problem, strategy: strategy, baseline: baseline))
            }
        }
        let first = pairs.count
        for problem in input.problems {
            for strategy in Balancing.prioritizing(input, problem) {
                guard let best = Balancing.best(input, problem, against: strategy) else { continue }
                pairs.append(Pair(problem: problem, strategy: strategy, baseline: best.strategy))
            }
        }
        let made = Comparisons.rows(input, pairs)
        rows = zip(pairs, made).prefix(first).compactMap(\.1)
        balanced = zip(pairs, made).dropFirst(first).compactMap(\.1)
    }

    /// Two rows of one problem.
    struct Pair {
        let problem: Problem
        let strategy: String
        let baseline: String
    }

    /// All pairs as one family; nil for those without a common seed.
    static func rows(_ input: ReportInput, _ pairs: [Pair]) -> [Row?] {
        let differences = pairs.map { input.differences($0.problem, $0.strategy, $0.baseline) }
        let present = pairs.indices.filter { !differences[$0].values.isEmpty }
        // Directions differ between problems, so the sign is turned for those whose scores fall.
        let family = PairedComparison.family(
            present.map { index in
                let own = differences[index]
                let falling = input.direction(pairs[index].problem) == .lowerIsBetter
                return Series(own.labels, falling ? own.values.map { -$0 } : own.values)
            }, direction: .higherIsBetter, margin: input.margin)
        var rows = [Row?](repeating: nil, count: pairs.count)
        for (index, comparison) in zip(present, family) {
            let pair = pairs[index]
            let records = [pair.strategy, pair.baseline].flatMap { input.finished(pair.problem, $0).map(\.id) }
            rows[index] = Row(
                problem: pair.problem, strategy: pair.strategy,
                id: input.example(pair.problem, pair.strategy)?.spec.kind ?? "", baseline: pair.baseline,
                differences: differences[index], comparison: comparison, records: records)
        }
        return rows
    }

    /// The difference as the metric shows it: method minus baseline, whatever its direction.
    static func shown(_ row: Row, _ input: ReportInput) -> MeanInterval {
        input.meanDifference(row.problem, row.differences.values)
    }

    static func finding(_ row: Row, _ input: ReportInput) -> Finding {
        let summary = shown(row, input)
        let interval = summary.interval.map {
            " [\(FixedPoint.signed($0.lowerBound)), \(FixedPoint.signed($0.upperBound))]"
        }
        let outcome: Finding.Outcome =
            switch row.comparison.verdict {
            case .better: .wins
            case .worse: .loses
            case .equivalent: .ties
            case .noDifferenceShown: .open(seeds: row.comparison.seedsForPower ?? 0)
            case .cannotDecide(let needed): .undecidable(needs: needed)
            }
        return .comparison(
            problem: input.title(row.problem), strategy: row.strategy, baseline: row.baseline,
            metric: input.metricName(row.problem), difference: FixedPoint.signed(summary.mean) + (interval ?? ""),
            p: TableSyntax.relation(row.comparison.adjusted), seeds: summary.count, outcome: outcome)
    }
}
