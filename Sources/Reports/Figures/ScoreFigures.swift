// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

enum ScoreFigures {
    /// Lines that can be told apart in one figure.
    static let mostLines = 8

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
        let lines = told(curves(input, problem, name), input, problem) { $0.name }
        return CurvePlot.figure(
            name: "learning " + input.title(problem), title: "Learning curves: " + input.title(problem) + lines.note,
            quantity: name, lines: lines.kept, preset: preset)
    }

    static func curves(_ input: ReportInput, _ problem: Problem, _ curve: String) -> [CurvePlot.Line] {
        let lines = input.strategies(problem).map { strategy in
            CurvePlot.Line(
                name: strategy, seeds: input.finished(problem, strategy).compactMap { $0.result.curves[curve] })
        }
        return lines.filter { !$0.seeds.isEmpty }
    }

    /// No more lines than can be told apart: what the question is about stays, those with the best scores fill up. All of
    /// them in their order, and what a title says of it.
    static func told<Line>(
        _ drawn: [Line], _ input: ReportInput, _ problem: Problem, most: Int = mostLines, _ name: (Line) -> String
    ) -> (kept: [Line], note: String) {
        guard drawn.count > most else { return (drawn, "") }
        let kept = chosen(of: drawn.map(name), input, [problem], most)
        return (drawn.filter { kept.contains(name($0)) }, " (\(kept.count) of \(drawn.count) strategies)")
    }

    /// The rows to draw where not all can be: PDMP and what it is compared with, then the best of the others.
    static func chosen(of names: [String], _ input: ReportInput, _ problems: [Problem], _ most: Int) -> Set<String> {
        var kept: [String] = []
        func keep(_ label: String?) {
            if let label, names.contains(label), !kept.contains(label), kept.count < most { kept.append(label) }
        }
        for problem in problems {
            for label in Balancing.prioritizing(input, problem) {
                keep(label)
                keep(input.baseline(problem, for: label))
                keep(Balancing.best(input, problem, against: label)?.strategy)
            }
            keep(input.joint(problem))
        }
        let means = names.map { label -> Double in
            let scores = problems.map { problem in
                let mean = Descriptive.mean(input.scores(problem, label).map(\.value))
                return input.direction(problem) == .lowerIsBetter ? -mean : mean
            }
            return Descriptive.mean(scores.filter(\.isFinite))
        }
        let order = names.indices.filter { means[$0].isFinite }.sorted { (means[$1], $0) < (means[$0], $1) }
        for index in order { keep(names[index]) }
        for label in names { keep(label) }
        return Set(kept)
    }

    /// The longer of strategies and problems stands in rows. Beyond 60 columns nothing can be read.
    static func heatMap(_ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup) -> Figure? {
        let strategies = input.strategies(of: group.problems)
        guard group.problems.count > 1, strategies.count > 1 else { return nil }
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
        return map(
            "heat-map " + group.metric, "Mean \(group.metric); best of each problem framed", group.metric,
            (strategies, group.problems.map(input.title), values), marked, preset)
    }

    private static func map(
        _ name: String, _ title: String, _ quantity: String,
        _ cells: (strategies: [String], problems: [String], values: [[Double?]]), _ marked: [(row: Int, column: Int)],
        diverging: Bool = false, falling: Bool = false, _ preset: Layout.Preset
    ) -> Figure? {
        let isTurned = cells.problems.count > cells.strategies.count && cells.problems.count > 12
        let (rows, columns) = isTurned ? (cells.problems, cells.strategies) : (cells.strategies, cells.problems)
        guard columns.count <= 60, rows.count <= 120 else { return nil }
        return HeatMapPlot.figure(
            name: name, title: title, quantity: quantity, rows: rows, columns: columns,
            values: isTurned ? rows.indices.map { row in cells.values.map { $0[row] } } : cells.values,
            marked: isTurned ? marked.map { ($0.column, $0.row) } : marked, diverging: diverging,
            falling: falling, preset: preset)
    }

    /// Comparisons that one figure lists row by row.
    private static let mostRows = 48

    /// All comparisons in one figure; where they are too many, a map of all and one figure for each problem.
    static func differences(_ input: ReportInput, _ preset: Layout.Preset, _ problems: [Problem]) -> [Figure] {
        input.metricGroups.flatMap { group -> [Figure] in
            let rows = Comparisons.of(input).rows.filter { row in
                group.problems.contains(row.problem) && row.id != "unimodal"
            }
            guard rows.count > mostRows, group.problems.count > 1 else {
                return [forest("differences " + group.metric, "", rows, input, preset, group)].compactMap { $0 }
            }
            let each = group.problems.filter(problems.contains).map { problem in
                forest(
                    "differences " + input.title(problem), ": " + input.title(problem),
                    rows.filter { $0.problem == problem }, input, preset, group)
            }
            return ([differenceMap(input, preset, group, rows)] + each).compactMap { $0 }
        }
    }

    private static func forest(
        _ name: String, _ title: String, _ rows: [Comparisons.Row], _ input: ReportInput, _ preset: Layout.Preset,
        _ group: ReportInput.MetricGroup
    ) -> Figure? {
        let many = Set(rows.map(\.problem)).count > 1
        return ForestPlot.figure(
            name: name, title: "Paired differences to joint training" + title,
            quantity: "difference of \(group.metric), mean and 95 % interval over seeds",
            rows: rows.map { row in
                let shown = Comparisons.shown(row, input)
                return ForestPlot.Row(
                    name: many ? "\(input.title(row.problem)): \(row.strategy)" : row.strategy,
                    difference: shown.mean, interval: shown.interval,
                    significant: row.comparison.adjusted <= 0.05)
            }, margin: input.margin, preset: preset)
    }

    private static func differenceMap(
        _ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup, _ rows: [Comparisons.Row]
    ) -> Figure? {
        var strategies: [String] = []
        for row in rows where !strategies.contains(row.strategy) { strategies.append(row.strategy) }
        var values = strategies.map { _ in [Double?](repeating: nil, count: group.problems.count) }
        var marked: [(row: Int, column: Int)] = []
        for row in rows {
            guard let at = strategies.firstIndex(of: row.strategy),
                let column = group.problems.firstIndex(of: row.problem)
            else { continue }
            values[at][column] = Comparisons.shown(row, input).mean
            if row.comparison.adjusted <= 0.05 { marked.append((at, column)) }
        }
        return map(
            "differences " + group.metric,
            "Paired differences to joint training; framed: significant after Holm",
            "difference of \(group.metric)", (strategies, group.problems.map(input.title), values), marked,
            diverging: true, falling: group.direction == .lowerIsBetter, preset)
    }
}
