// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Mean and interval of every strategy on every problem.
enum ScoresSection: ReportSection {
    static let title = "Scores"

    static func body(_ input: ReportInput) -> String? {
        let problems = input.problems
        guard !problems.isEmpty else { return nil }
        var best: [Problem: String] = [:]
        for problem in problems {
            var top: Double?
            for strategy in input.strategies(problem) {
                let summary = MeanInterval(input.scores(problem, strategy).map(\.value))
                guard summary.count > 0 else { continue }
                if let known = top, !input.direction.prefers(summary.mean, to: known) { continue }
                top = summary.mean
                best[problem] = strategy
            }
        }
        let rows = input.strategies().map { strategy in
            [Markdown.escape(strategy)]
                + problems.map { problem in
                    let summary = MeanInterval(input.scores(problem, strategy).map(\.value))
                    let text = Markdown.estimate(summary)
                    return best[problem] == strategy ? "**\(text)**" : text
                }
        }
        return
            "\(input.primaryMetric) (\(input.direction == .higherIsBetter ? "higher" : "lower") is better): mean over seeds with 95 % Student interval; intervals need 3 seeds or more. Best mean in bold.\n\n"
            + Markdown.table(["strategy"] + problems.map { Markdown.escape(input.title($0)) }, rows)
    }
}
