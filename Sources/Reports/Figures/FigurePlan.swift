// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// A kind of figure that a report can hold; a new one is one plot and one line in `figurePlans`.
public struct FigurePlan: Sendable {
    /// What `pdmpbench plot` calls it.
    public let id: String
    /// Id of the section in which it stands.
    public let section: String
    /// What is to be seen in it, one sentence.
    public let summary: String
    /// The two rows that were asked for; empty where the plan says which.
    var contrast: [String] = []
    let figures: @Sendable (ReportInput, Layout.Preset, [Problem]) -> [Figure]

    /// The figures of this kind over some of the input's problems.
    public func draw(_ input: ReportInput, preset: Layout.Preset = .double, problems: [Problem]? = nil) -> [Figure] {
        var seen: Set<String> = []
        return figures(input, preset, problems ?? input.problems).map { figure in
            // Titles that differ in what file names leave out would meet in one file.
            var figure = figure
            var number = 2
            let name = figure.name
            while !seen.insert(figure.name).inserted {
                figure = figure.renamed("\(name)-\(number)")
                number += 1
            }
            return figure
        }
    }

    /// What a phase diagram can subtract besides a row.
    public static let references = PhaseFigures.Reference.words

    /// Phase diagrams of any two rows: `reference` is a row's label or one of `references`.
    public static func phase(_ strategy: String, minus reference: String) -> FigurePlan {
        FigurePlan(
            id: "phase", section: "balancing", summary: "\(strategy) minus \(reference)",
            contrast: [strategy, reference]
        ) { input, preset, _ in PhaseFigures.figures(input, preset, strategy, PhaseFigures.Reference(reference)) }
    }

    /// One figure for each problem.
    static func each(
        _ id: String, _ section: String, _ summary: String,
        _ figure: @escaping @Sendable (ReportInput, Layout.Preset, Problem) -> Figure?
    ) -> FigurePlan {
        FigurePlan(id: id, section: section, summary: summary) { input, preset, problems in
            problems.compactMap { figure(input, preset, $0) }
        }
    }

    /// One figure for each group of problems that share a metric.
    static func group(
        _ id: String, _ section: String, _ summary: String,
        _ figure: @escaping @Sendable (ReportInput, Layout.Preset, ReportInput.MetricGroup) -> Figure?
    ) -> FigurePlan {
        FigurePlan(id: id, section: section, summary: summary) { input, preset, _ in
            input.metricGroups.compactMap { figure(input, preset, $0) }
        }
    }
}

/// All kinds of figures, alphabetical.
public let figurePlans: [FigurePlan] = [
    .each("balance", "sweeps", "score over a swept coefficient with the peak's interval", SweepFigures.balance),
    .each("balance-measured", "sweeps", "the same over the dependency that was measured", SweepFigures.dependency),
    .each("cost", "cost", "FLOPs of each strategy relative to joint training", CostFigures.bars),
    .each("dependency", "imbalance", "what the decision rests on, over training", ImbalanceFigures.dependency),
    FigurePlan(id: "differences", section: "significance", summary: "paired differences to joint training") {
        ScoreFigures.differences($0, $1, $2)
    },
    .each("gap", "imbalance", "each modality within the model minus alone", ImbalanceFigures.gap),
    .group("heat-map", "scores", "strategies × problems", ScoreFigures.heatMap),
    .group("improvement", "ranks", "probability that a run beats joint training", RankFigures.improvement),
    .each("learning", "scores", "learning curves with bands over seeds", ScoreFigures.learning),
    .each("pareto", "cost", "score against training cost, dominated methods marked", CostFigures.pareto),
    FigurePlan(
        id: "phase", section: "balancing",
        summary: "difference of two strategies over two options of the data sets, with marks where significant"
    ) { input, preset, _ in PhaseFigures.figures(input, preset) },
    .group("profile", "ranks", "share of runs beyond each threshold", RankFigures.profile),
    .group("ranks", "ranks", "critical-difference diagram", RankFigures.ranks),
    FigurePlan(id: "robustness", section: "robustness", summary: "score as a modality is damaged") {
        RobustnessFigures.figures($0, $1, $2)
    },
    .each("runs", "scores", "box and violin of all runs", ScoreFigures.runs),
    .each("scores", "scores", "means with intervals and single runs", ScoreFigures.scores),
    .each("shapley", "imbalance", "contribution of each modality", ImbalanceFigures.shapley),
    .each("stability", "stability", "validation loss of every seed", StabilityFigures.panels),
    .each("surface", "sweeps", "score over two swept coefficients", SweepFigures.surface),
]
