// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Mean and interval of every strategy on every problem, and over all problems.
enum ScoresSection: ReportSection {
    static let id = "scores"
    static let title = "Scores"
    private static let columnsAtOnce = 5

    /// The strategy with the best mean; nil without scores. Unimodal runs count as well.
    static func best(_ input: ReportInput, _ problem: Problem) -> (strategy: String, mean: Double)? {
        var best: (strategy: String, mean: Double)?
        for strategy in input.strategies(problem) {
            let values = input.scores(problem, strategy).map(\.value)
            guard !values.isEmpty else { continue }
            let mean = Descriptive.mean(values)
            if let known = best, !input.direction(problem).prefers(mean, to: known.mean) { continue }
            best = (strategy, mean)
        }
        return best
    }

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        input.metricGroups.flatMap { group in table(input, group) + aggregate(input, group) }
    }

    private static func table(_ input: ReportInput, _ group: ReportInput.MetricGroup) -> [ReportBlock] {
        let strategies = input.strategies(of: group.problems)
        var blocks: [ReportBlock] = [
            .text(
                "**\(Markdown.escape(group.metric))** (\(group.direction == .higherIsBetter ? "higher" : "lower") is better): mean over seeds with 95 % Student interval\(bounds(input, group)); intervals need 3 seeds or more. Best mean in bold. † marks results that were made elsewhere and imported."
            )
        ]
        let best = group.problems.map { ScoresSection.best(input, $0)?.strategy }
        let cells = strategies.map { strategy in
            group.problems.enumerated().map { index, problem -> TableCell in
                let summary = input.mean(problem, input.scores(problem, strategy).map(\.value))
                return .estimate(
                    summary.count > 0 ? summary.mean : nil, summary.interval,
                    records: input.finished(problem, strategy).map(\.id), strong: best[index] == strategy)
            }
        }
        // Wide tables are cut, so that pages need not be scrolled sideways; CSV and LaTeX follow the cut.
        for start in stride(from: 0, to: group.problems.count, by: columnsAtOnce) {
            let range = start..<min(start + columnsAtOnce, group.problems.count)
            let number = group.problems.count > columnsAtOnce ? "-\(start / columnsAtOnce + 1)" : ""
            blocks.append(
                .table(
                    ReportTable(
                        id: "scores-\(Figure.slug(group.metric))\(number)", title: "Scores: \(group.metric)",
                        columns: ["strategy"] + range.map { input.title(group.problems[$0]) },
                        rows: strategies.indices.map { row in
                            [.text(strategies[row] + (input.isExternal(strategies[row]) ? " †" : ""))]
                                + cells[row][range]
                        })))
        }
        return blocks
    }

    /// What is said of intervals that would reach beyond what the metric can be.
    private static func bounds(_ input: ReportInput, _ group: ReportInput.MetricGroup) -> String {
        guard let range = input.ranges[group.name] else { return "" }
        let huge = 1e300
        if range.lowerBound < -huge { return ", cut off at \(JSONText.number(range.upperBound))" }
        return range.upperBound > huge
            ? ", cut off at \(JSONText.number(range.lowerBound))"
            : ", cut off at \(JSONText.number(range.lowerBound)) and \(JSONText.number(range.upperBound))"
    }

    private static func aggregate(_ input: ReportInput, _ group: ReportInput.MetricGroup) -> [ReportBlock] {
        let table = input.table(group)
        guard group.problems.count > 1, table.seeds.count > 1 else { return [] }
        let key = table.resamplingKey
        let names = Set(group.problems.map(input.title))
        // Only methods that were run on all problems can be compared over all of them.
        let all = table.methods.indices.map { table.scores(method: $0) }
        let middles = all.concurrentMap { scores in
            Set(scores.labels) == names ? Estimate.interquartileMean(scores, key: key) : nil
        }
        var rows: [[TableCell]] = []
        for (method, name) in table.methods.enumerated() {
            guard let middle = middles[method] else { continue }
            let scores = all[method]
            let ids = group.problems.flatMap { input.finished($0, name).map(\.id) }
            rows.append([
                .text(name), .estimate(middle.value, middle.interval, records: ids),
                .number(Descriptive.mean(scores.values), records: ids),
                .number(Descriptive.medianOfMeans(scores), records: ids),
                group.direction == .higherIsBetter
                    ? .number(Descriptive.optimalityGap(scores.values), records: ids) : TableCell(.missing),
                .text(middle.caution.isEmpty ? "reliable" : middle.caution),
            ])
        }
        guard !rows.isEmpty else { return [] }
        return [
            .text(
                "Over all \(group.problems.count) problems: interquartile mean with a 95 % interval from a stratified bootstrap over seeds (problems are fixed; percentiles widened to Student's quantile), mean, median of the problems' means, and how far scores stay below 1 on average (optimality gap). The resampling is seeded with the digest of these scores, \(Markdown.code(String(table.digest.prefix(16))))."
            ),
            .table(
                ReportTable(
                    id: "aggregate-\(Figure.slug(group.metric))", title: "Over all problems: \(group.metric)",
                    columns: ["strategy", "IQM", "mean", "median", "optimality gap", "interval"], rows: rows)),
        ]
    }
}
