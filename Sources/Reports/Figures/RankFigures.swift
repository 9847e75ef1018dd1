// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

enum RankFigures {
    static func ranks(_ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup) -> Figure? {
        guard let blocks = RanksSection.blocks(input, group), blocks.methods.count <= 60 else { return nil }
        return CriticalDifferencePlot.figure(
            name: "ranks " + group.metric, title: "Mean ranks by \(group.metric) (1 is best)", methods: blocks.methods,
            friedman: blocks.friedman, preset: preset)
    }

    static func profile(_ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup) -> Figure? {
        let table = input.table(group)
        let names = group.problems.map(input.title)
        let all = table.methods.indices.map { (table.methods[$0], table.scores(method: $0)) }
            .filter { $0.1.labels == names }
        let kept = ScoreFigures.chosen(of: all.map(\.0), input, group.problems, ScoreFigures.mostLines)
        let complete = all.filter { kept.contains($0.0) }
        let note = kept.count < all.count ? " (\(kept.count) of \(all.count) strategies)" : ""
        let thresholds = PerformanceProfile.thresholds(complete.flatMap(\.1.values))
        let above = group.direction == .higherIsBetter
        return ProfilePlot.figure(
            name: "profile " + group.metric,
            title: "Performance profiles over \(names.count) problem\(names.count == 1 ? "" : "s")\(note)",
            quantity: group.metric, thresholds: thresholds,
            lines: complete.map { ($0.0, PerformanceProfile.shares($0.1, thresholds: thresholds, above: above)) },
            above: above, preset: preset)
    }

    static func improvement(_ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup) -> Figure?
    {
        let table = input.table(group)
        guard let label = group.problems.first.flatMap({ input.joint($0) }),
            let joint = table.methods.firstIndex(of: label)
        else { return nil }
        let reference = table.scores(method: joint)
        let key = table.resamplingKey
        let rows = table.methods.indices.filter { $0 != joint }.concurrentMap { method -> IntervalPlot.Row? in
            let scores = table.scores(method: method)
            let chance = EffectSize.probabilityOfImprovement(scores, over: reference, group.direction)
            guard chance.isFinite else { return nil }
            return IntervalPlot.Row(
                name: table.methods[method], value: chance,
                interval: EffectSize.probabilityInterval(
                    scores, over: reference, group.direction,
                    count: max(100, min(500, 500_000 / max(1, scores.values.count))),
                    key: key.fold(table.methods[method])))
        }.compactMap { $0 }
        return ImprovementPlot.figure(
            name: "improvement " + group.metric, title: "Probability of improvement by \(group.metric)",
            reference: "one of joint training", rows: Array(rows.prefix(60)), preset: preset)
    }
}
