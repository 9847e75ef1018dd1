// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Scores over several sets of results, in the order given.
public enum HistoryFigures {
    /// What provenance says of them; they need several sources, so no report holds them.
    public static let plan = FigurePlan(id: "history", section: "", summary: "scores over several sources") { _, _, _ in
        []
    }

    /// One figure for each problem that two or more of the sets hold.
    public static func figures(
        _ results: [(name: String, input: ReportInput)], preset: Layout.Preset = .double,
        problem wanted: (String) -> Bool = { _ in true }
    ) -> [Figure] {
        var problems: [Problem] = []
        for result in results {
            for problem in result.input.problems where !problems.contains(problem) { problems.append(problem) }
        }
        return problems.compactMap { problem in
            guard let first = results.first(where: { $0.input.problems.contains(problem) })?.input,
                wanted(first.title(problem))
            else { return nil }
            var strategies: [String] = []
            for result in results {
                for name in result.input.strategies(problem) where !strategies.contains(name) {
                    strategies.append(name)
                }
            }
            return HistoryPlot.figure(
                name: "history " + first.title(problem), title: "Scores over results: " + first.title(problem),
                quantity: "\(first.metric(problem)), mean and 95 % interval", stops: results.map(\.name),
                lines: strategies.prefix(ScoreFigures.mostLines).map { strategy in
                    .init(
                        name: strategy,
                        points: results.map { result in
                            let values = result.input.scores(problem, strategy).map(\.value)
                            guard !values.isEmpty else { return nil }
                            let summary = result.input.mean(problem, values)
                            return (summary.mean, summary.interval)
                        })
                }, preset: preset)
        }
    }
}
