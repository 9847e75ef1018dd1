// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

enum ImbalanceFigures {
    static func dependency(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let names = input.strategies(problem).flatMap { strategy in
            input.finished(problem, strategy).prefix(1).flatMap { record in
                record.result.curves.keys.filter { $0.hasPrefix("dependency/") }
            }
        }
        let declared = input.modalities(problem).map { "dependency/\($0)" }
        guard let curve = declared.first(where: names.contains) ?? names.sorted().first else { return nil }
        let lines = ScoreFigures.told(ScoreFigures.curves(input, problem, curve), input, problem) { $0.name }
        return DependencyPlot.figure(
            name: "dependency " + input.title(problem),
            title: "Dependency over training: " + input.title(problem) + lines.note,
            modality: String(curve.dropFirst("dependency/".count)),
            lines: lines.kept, preset: preset)
    }

    /// Within the trained model minus alone, per modality.
    static func gap(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let alone = input.unimodal(problem)
        let metric = input.metricName(problem)
        let strategies = input.strategies(problem).filter { name in
            !alone.contains { $0.strategy == name } && !(input.example(problem, name)?.isExternal ?? true)
        }
        return BarPlot.figure(
            name: "gap " + input.title(problem), title: "Unimodal gap: " + input.title(problem),
            quantity: "\(metric) within the model minus alone", groups: strategies,
            series: alone.map { pair in
                let reference = Descriptive.mean(input.scores(problem, pair.strategy).map(\.value))
                return (
                    pair.modality,
                    strategies.map { strategy in
                        let values = input.finished(problem, strategy).compactMap {
                            ImbalanceSection.readout($0, pair.modality, metric)
                        }
                        return values.isEmpty || !reference.isFinite ? nil : Descriptive.mean(values) - reference
                    }
                )
            }, preset: preset)
    }

    static func shapley(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let strategies = input.strategies(problem).filter { label in
            input.example(problem, label)?.spec.strategy.id != "unimodal"
        }
        return ShapleyPlot.figure(
            name: "shapley " + input.title(problem), title: "Shapley contributions: " + input.title(problem),
            quantity: "contribution to \(input.metricName(problem))", strategies: strategies,
            modalities: input.modalities(problem).map { modality in
                (
                    modality,
                    strategies.map { strategy in
                        let values = input.finished(problem, strategy).compactMap {
                            $0.result.diagnostics["shapley/\(modality)"]
                        }
                        return values.isEmpty ? nil : Descriptive.mean(values)
                    }
                )
            }, preset: preset)
    }
}

enum StabilityFigures {
    /// Seeds that one panel can show.
    private static let mostSeeds = 16

    static func panels(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        let (lines, note) = ScoreFigures.told(
            ScoreFigures.curves(input, problem, "validation/loss"), input, problem, most: 12
        ) { $0.name }
        let most = lines.map(\.seeds.count).max() ?? 0
        return SmallMultiplesPlot.figure(
            name: "stability " + input.title(problem),
            title: (most > mostSeeds ? "Training of the first \(mostSeeds) seeds: " : "Every seed's training: ")
                + input.title(problem) + note, quantity: "validation loss",
            panels: lines.map { .init(name: $0.name, seeds: Array($0.seeds.prefix(mostSeeds))) }, preset: preset)
    }
}

enum RobustnessFigures {
    static func figures(_ input: ReportInput, _ preset: Layout.Preset, _ problems: [Problem]) -> [Figure] {
        problems.flatMap { problem in
            RobustnessSection.damages(input, problem).compactMap { damage -> Figure? in
                let lines = ScoreFigures.told(
                    RobustnessSection.lines(input, problem, damage.modality, damage.kind), input, problem
                ) { $0.name }
                return RobustnessPlot.figure(
                    name: "robustness \(damage.modality) \(damage.kind) " + input.title(problem),
                    title: "\(RobustnessSection.title(damage)): " + input.title(problem) + lines.note,
                    quantity: input.metric(problem), damage: RobustnessSection.quantity(damage), lines: lines.kept,
                    within: input.range(problem), preset: preset)
            }
        }
    }
}
