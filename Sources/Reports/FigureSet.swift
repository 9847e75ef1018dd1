// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// The figures of a report, each from the records alone.
enum FigureSet {
    static func figures(_ input: ReportInput) -> [Figure] {
        input.problems.flatMap { problem in
            [scores(input, problem), curves(input, problem), dependency(input, problem), gaps(input, problem)]
                .compactMap { $0 }
        }
    }

    private static func scores(_ input: ReportInput, _ problem: Problem) -> Figure? {
        let joint = input.records.first { $0.isOf(problem) && $0.spec.strategy.id == "joint" }?.labels.strategy
        let reference = joint.map { MeanInterval(input.scores(problem, $0).map(\.value)).mean }
        return IntervalPlot.figure(
            name: "scores " + input.title(problem), title: "Scores: " + input.title(problem),
            quantity: "\(input.primaryMetric), mean and 95 % interval over seeds",
            rows: input.strategies(problem).map {
                .init(name: $0, values: input.scores(problem, $0).map(\.value))
            }, reference: reference.flatMap { $0.isFinite ? $0 : nil })
    }

    private static func curves(_ input: ReportInput, _ problem: Problem) -> Figure? {
        CurvePlot.figure(
            name: "learning " + input.title(problem), title: "Learning curves: " + input.title(problem),
            quantity: "validation \(input.metricName), mean and range over seeds",
            lines: input.strategies(problem).map { strategy in
                .init(
                    name: strategy,
                    seeds: input.finished(problem, strategy).compactMap {
                        $0.result.curves["validation/\(input.metricName)"]
                    })
            })
    }

    private static func dependency(_ input: ReportInput, _ problem: Problem) -> Figure? {
        let first = input.records.first {
            $0.isOf(problem) && $0.result.curves.keys.contains { $0.hasPrefix("dependency/") }
        }
        guard let modality = first?.result.curves.keys.filter({ $0.hasPrefix("dependency/") }).sorted().first else {
            return nil
        }
        return CurvePlot.figure(
            name: "dependency " + input.title(problem), title: "Dependency over training: " + input.title(problem),
            quantity: "dependency on \(modality.dropFirst("dependency/".count)) (share of logit mass)",
            lines: input.strategies(problem).map { strategy in
                .init(
                    name: strategy, seeds: input.finished(problem, strategy).compactMap { $0.result.curves[modality] })
            }, range: 0...1)
    }

    /// Within the trained model minus alone, per modality.
    private static func gaps(_ input: ReportInput, _ problem: Problem) -> Figure? {
        let alone = input.unimodal(problem)
        let strategies = input.strategies(problem).filter { name in !alone.contains { $0.strategy == name } }
        return BarPlot.figure(
            name: "gap " + input.title(problem), title: "Unimodal gap: " + input.title(problem),
            quantity: "\(input.metricName) within the model minus alone", groups: strategies,
            series: alone.map { pair in
                let reference = MeanInterval(input.scores(problem, pair.strategy).map(\.value)).mean
                return (
                    pair.modality,
                    strategies.map { strategy in
                        let values = input.finished(problem, strategy).compactMap {
                            ImbalanceSection.readout($0, pair.modality, input.metricName)
                        }
                        return values.isEmpty || !reference.isFinite ? nil : MeanInterval(values).mean - reference
                    }
                )
            })
    }
}
