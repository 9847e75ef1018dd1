// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

enum CostFigures {
    static func bars(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        guard let joint = input.joint(problem) else { return nil }
        let reference = CostSection.flops(input, problem, joint)
        guard reference > 0 else { return nil }
        let strategies = input.strategies(problem).filter { !(input.example(problem, $0)?.isExternal ?? true) }
        let needed = strategies.map { CostSection.needed(input.finished(problem, $0)).shared / reference }
        let split = needed.contains { $0 > 0 }
        return CostPlot.figure(
            name: "cost " + input.title(problem), title: "Training cost: " + input.title(problem),
            quantity: "FLOPs of one run relative to joint training"
                + (split ? "; runs needed first are shared by the seeds" : ""),
            rows: strategies.enumerated().map { index, strategy in
                let own = CostSection.flops(input, problem, strategy) / reference
                return (strategy, split ? [own, needed[index]] : [own])
            }, parts: split ? ["the run", "runs needed first"] : ["the run"], reference: 1,
            preset: preset)
    }

    /// Rows whose names are asked for wherever they lie.
    private static func named(_ input: ReportInput, _ problem: Problem) -> Set<String> {
        let asked = Balancing.prioritizing(input, problem)
        return Set(
            asked + asked.compactMap { input.baseline(problem, for: $0) } + [input.joint(problem)].compactMap { $0 })
    }

    static func pareto(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let points = input.strategies(problem).compactMap { strategy -> ParetoPlot.Point? in
            guard let example = input.example(problem, strategy), !example.isExternal else { return nil }
            let summary = input.mean(problem, input.scores(problem, strategy).map(\.value))
            return ParetoPlot.Point(
                name: strategy,
                cost: CostSection.flops(input, problem, strategy)
                    + CostSection.needed(input.finished(problem, strategy)).shared, quality: summary.mean,
                interval: summary.interval)
        }
        return ParetoPlot.figure(
            name: "pareto " + input.title(problem), title: "Score against training cost: " + input.title(problem),
            quantity: input.metric(problem), points: points, named: named(input, problem),
            direction: input.direction(problem),
            preset: preset)
    }
}
