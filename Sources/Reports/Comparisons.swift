// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Every strategy against joint training on every problem: the one family of tests of a report.
struct Comparisons {
    struct Row {
        let problem: Problem
        let strategy: String
        /// The strategy's id: "pdmp" for all its variants.
        let id: String
        let baseline: String
        let differences: Series<Seeds>
        let comparison: PairedComparison
        /// Records of both.
        let records: [String]
    }

    let rows: [Row]

    /// Of a report: made once, asked for by sections and figures.
    static func of(_ input: ReportInput) -> Comparisons { input.memo.comparisons { Comparisons(input) } }

    private init(_ input: ReportInput) {
        var named: [(Problem, String, String, String, Series<Seeds>, [String])] = []
        for problem in input.problems {
            for strategy in input.strategies(problem) {
                guard let baseline = input.baseline(problem, for: strategy), baseline != strategy,
                    let id = input.example(problem, strategy)?.spec.strategy.id
                else { continue }
                let differences = input.differences(problem, strategy, baseline)
                guard !differences.values.isEmpty else { continue }
                let records = (input.finished(problem, strategy) + input.finished(problem, baseline)).map(\.id)
                named.append((problem, strategy, id, baseline, differences, records))
            }
        }
        // Directions differ between problems, so the sign is turned for those whose scores fall.
        let family = PairedComparison.family(
            named.map { row in
                let falling = input.direction(row.0) == .lowerIsBetter
                return Series(row.4.labels, falling ? row.4.values.map { -$0 } : row.4.values)
            }, direction: .higherIsBetter, margin: input.margin)
        rows = zip(named, family).map { row, comparison in
            Row(
                problem: row.0, strategy: row.1, id: row.2, baseline: row.3, differences: row.4,
                comparison: comparison, records: row.5)
        }
    }

    /// The difference as the metric shows it: method minus baseline, whatever its direction.
    static func shown(_ row: Row) -> MeanInterval { MeanInterval(row.differences.values) }

    static func finding(_ row: Row, _ input: ReportInput) -> Finding {
        let summary = shown(row)
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
            p: TableSyntax.markdown.probability(row.comparison.adjusted), seeds: summary.count, outcome: outcome)
    }
}
