// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

enum ScoreFigures {
    /// Lines that can be told apart in one figure.
    static let mostLines = 12

    static func scores(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let reference = input.joint(problem).map { Descriptive.mean(input.scores(problem, $0).map(\.value)) }
        return IntervalPlot.figure(
            name: "scores " + input.title(problem), title: "Scores: " + input.title(problem),
            quantity: "\(input.metric(problem)), mean and 95 % interval; circles: single runs; line: joint",
            rows: input.strategies(problem).map {
                .init(name: $0, values: input.scores(problem, $0).map(\.value), within: input.range(problem))
            }, reference: reference.flatMap { $0.isFinite ? $0 : nil }, preset: preset)
    }

    static func runs(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let groups = input.strategies(problem).map { ($0, input.scores(problem, $0).map(\.value)) }
        // Boxes of fewer than five runs say less than the points of the score figure.
        guard groups.contains(where: { $0.1.count >= 5 }) else { return nil }
        return DistributionPlot.figure(
            name: "runs " + input.title(problem), title: "All runs: " + input.title(problem),
            quantity: input.metric(problem), groups: groups, preset: preset)
    }

    static func learning(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let name = "validation/\(input.metricName(problem))"
        return CurvePlot.figure(
            name: "learning " + input.title(problem), title: "Learning curves: " + input.title(problem),
            quantity: "\(name), mean and range over seeds", lines: curves(input, problem, name), preset: preset)
    }

    static func curves(_ input: ReportInput, _ problem: Problem, _ curve: String) -> [CurvePlot.Line] {
        let lines = input.strategies(problem).map { strategy in
            CurvePlot.Line(
                name: strategy, seeds: input.finished(problem, strategy).compactMap { $0.result.curves[curve] })
        }
        return told(lines.filter { !$0.seeds.isEmpty }, input, problem) { $0.name }
    }

    /// No more lines than can be told apart: what the question is about stays, the others fill up in their order.
    static func told<Line>(
        _ drawn: [Line], _ input: ReportInput, _ problem: Problem, _ name: (Line) -> String
    ) -> [Line] {
        guard drawn.count > mostLines else { return drawn }
        let asked = Set(
            input.strategies(problem).filter {
                ["joint", "pdmp"].contains(input.example(problem, $0)?.spec.strategy.id)
            })
        let others = drawn.map(name).filter { !asked.contains($0) }.prefix(max(0, mostLines - asked.count))
        let kept = asked.union(others)
        return Array(drawn.filter { kept.contains(name($0)) }.prefix(mostLines))
    }

    static func heatMap(_ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup) -> Figure? {
        let strategies = input.strategies(of: group.problems)
        guard group.problems.count > 1, strategies.count > 1, group.problems.count <= 40 else { return nil }
        let values = strategies.map { strategy in
            group.problems.map { problem -> Double? in
                let scores = input.scores(problem, strategy).map(\.value)
                return scores.isEmpty ? nil : Descriptive.mean(scores)
            }
        }
        let marked = group.problems.enumerated().compactMap { column, problem -> (row: Int, column: Int)? in
            ScoresSection.best(input, problem).flatMap { best in
                strategies.firstIndex(of: best.strategy).map { ($0, column) }
            }
        }
        return HeatMapPlot.figure(
            name: "heat-map " + group.metric, title: "Mean \(group.metric); best of each column framed",
            quantity: group.metric, rows: strategies, columns: group.problems.map(input.title), values: values,
            marked: marked, preset: preset)
    }

    static func differences(_ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup) -> Figure?
    {
        let rows = Comparisons.of(input).rows.filter { row in
            group.problems.contains(row.problem) && row.id != "unimodal"
        }
        let many = group.problems.count > 1
        return ForestPlot.figure(
            name: "differences " + group.metric, title: "Paired differences to joint training",
            quantity: "difference of \(group.metric), mean and 95 % interval over seeds",
            rows: rows.prefix(60).map { row in
                let shown = Comparisons.shown(row, input)
                return ForestPlot.Row(
                    name: many ? "\(input.title(row.problem)): \(row.strategy)" : row.strategy,
                    difference: shown.mean, interval: shown.interval,
                    significant: row.comparison.adjusted <= 0.05)
            }, margin: input.margin, preset: preset)
    }
}
