// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Plots
import Statistics

/// One figure of every kind, with a label of the caller's choice wherever a label goes.
enum Gallery {
    /// Numbers that look like results, the same every time.
    static func wave(_ index: Int, _ seed: Int) -> Double {
        var stream = RandomKey(seed: seed).fold(index).stream()
        return Double(stream.uniform())
    }

    static func values(_ index: Int, count: Int = 8) -> [Double] {
        (0..<count).map { 0.6 + 0.03 * Double(index % 5) + 0.06 * wave(index, $0) }
    }

    static func figures(_ label: String = "", preset: Layout.Preset = .double) -> [Figure] {
        let names = ["joint", "pdmp", "ogm-ge", "late-fusion", "unimodal (audio)"].map {
            label.isEmpty ? $0 : label + $0
        }
        func title(_ text: String) -> String { label.isEmpty ? text : label + text }
        let curves = names.indices.map { method in
            CurvePlot.Line(
                name: names[method],
                seeds: (0..<3).map { seed in
                    (0..<20).map { epoch in
                        let level = 0.8 - 0.05 * Double(method)
                        return level - 0.6 / (1 + Double(epoch)) + 0.04 * wave(epoch * 7 + method, seed)
                    }
                })
        }
        let rows = names.indices.map { IntervalPlot.Row(name: names[$0], values: values($0)) }
        let strata = names.indices.map { method in
            Strata<Problems, Seeds>(
                ["p", "q"], [Series(Array(1...8), values(method)), Series(Array(1...8), values(method + 2))])
        }
        let blocks = (0..<8).map { block in
            names.indices.map { 0.5 + 0.04 * Double($0) + 0.1 * wave(block * 9 + $0, 3) }
        }
        let thresholds = PerformanceProfile.thresholds(strata.flatMap(\.values))
        let positions = [-3.0, -2, -1, 0, 1, 2, 3]
        let sweep = (0..<5).map { seed in
            Series<Seeds>(
                Array(1...7), positions.map { 0.8 - 0.012 * ($0 - 0.8) * ($0 - 0.8) + 0.02 * wave(Int($0) + 9, seed) })
        }
        let means = positions.indices.map { at in Descriptive.mean(sweep.map { $0.values[at] }) }
        let optional: [Figure?] = [
            CurvePlot.figure(
                name: "learning " + label, title: title("Learning curves: easy-but-weak"),
                quantity: title("validation accuracy"), lines: curves, preset: preset),
            IntervalPlot.figure(
                name: "scores " + label, title: title("Scores: easy-but-weak"), quantity: title("test accuracy"),
                rows: rows,
                reference: 0.66, preset: preset),
            ForestPlot.figure(
                name: "differences " + label, title: title("Paired differences to joint training"),
                quantity: title("difference of test accuracy"),
                rows: names.indices.map { index in
                    let mean = 0.03 - 0.015 * Double(index)
                    return .init(
                        name: names[index], difference: mean, interval: (mean - 0.01)...(mean + 0.012),
                        significant: index % 2 == 0)
                }, margin: 0.01, preset: preset),
            Friedman(blocks).flatMap {
                CriticalDifferencePlot.figure(
                    name: "ranks " + label, title: title("Mean ranks over 8 blocks"), methods: names, friedman: $0,
                    preset: preset)
            },
            ProfilePlot.figure(
                name: "profile " + label, title: title("Performance profiles"), quantity: title("test accuracy"),
                thresholds: thresholds,
                lines: names.indices.map {
                    (names[$0], PerformanceProfile.shares(strata[$0], thresholds: thresholds))
                }, preset: preset),
            ImprovementPlot.figure(
                name: "improvement " + label, title: title("Probability of improvement"), reference: names[0],
                rows: names.indices.dropFirst().map { index in
                    .init(
                        name: names[index], value: EffectSize.probabilityOfImprovement(strata[index], over: strata[0]),
                        interval: EffectSize.probabilityInterval(
                            strata[index], over: strata[0], count: 200, key: RandomKey(seed: 1)))
                }, preset: preset),
            HeatMapPlot.figure(
                name: "heat " + label, title: title("Strategies × problems"), quantity: title("mean test accuracy"),
                rows: names, columns: ["redundant", "complementary", "easy-but-weak"].map { label + $0 },
                values: names.indices.map { row in
                    (0..<3).map { $0 == 2 && row == 4 ? nil : 0.5 + 0.4 * wave(row * 3 + $0, 1) }
                }, marked: [(0, 0), (1, 1)], preset: preset),
            HeatMapPlot.figure(
                name: "heat difference " + label, title: title("Differences to joint training"),
                quantity: title("difference"), rows: names,
                columns: (1...9).map { "\(label)problem with a long name \($0)" },
                values: names.indices.map { row in (0..<9).map { 0.1 * (wave(row * 3 + $0, 2) - 0.5) } },
                diverging: true,
                preset: preset),
            SurfacePlot.figure(
                name: "surface " + label, title: title("PDMP's coefficients"), quantity: title("mean test accuracy"),
                xTitle: title("γ of the dominant modality"), yTitle: title("γ of the others"),
                points: [0.25, 0.5, 1, 2, 4].flatMap { x in
                    [0.25, 0.5, 1, 2].map { y in
                        SurfacePlot.Point(x: x, y: y, score: 0.85 - 0.02 * abs(x - 2) - 0.05 * abs(y - 0.5))
                    }
                }, direction: .higherIsBetter, preset: preset),
            SweepPlot.figure(
                name: "sweep " + label, title: title("Where the balance is best"), quantity: title("test accuracy"),
                swept: title("ratio of the coefficients"),
                lines: [
                    .init(
                        name: names[1], positions: positions, seeds: sweep,
                        peak: QuadraticPeak(positions, means)?.location,
                        interval: QuadraticPeak.interval(positions, sweep, count: 200, key: RandomKey(seed: 1)))
                ], preset: preset),
            DependencyPlot.figure(
                name: "dependency " + label, title: title("Dependency over training"), modality: title("audio"),
                lines: curves, preset: preset),
            BarPlot.figure(
                name: "gap " + label, title: title("Unimodal gap"), quantity: title("accuracy within minus alone"),
                groups: names,
                series: ["audio", "visual"].enumerated().map { index, name in
                    (label + name, names.indices.map { $0 == 3 ? nil : 0.1 * wave($0, index) - 0.08 })
                }, preset: preset),
            ShapleyPlot.figure(
                name: "shapley " + label, title: title("Shapley contributions"),
                quantity: title("share of test accuracy"),
                strategies: names,
                modalities: ["audio", "visual"].enumerated().map { index, name in
                    (label + name, names.indices.map { 0.4 * wave($0, index) - ($0 == 2 && index == 1 ? 0.5 : 0) })
                }, preset: preset),
            ParetoPlot.figure(
                name: "pareto " + label, title: title("Quality against training cost"),
                quantity: title("test accuracy"),
                points: names.indices.map { index in
                    let mean = 0.6 + 0.05 * wave(index, 4)
                    return .init(
                        name: names[index], cost: 1e9 * (1 + 2 * wave(index, 5)), quality: mean,
                        interval: (mean - 0.01)...(mean + 0.01))
                }, direction: .higherIsBetter, preset: preset),
            SmallMultiplesPlot.figure(
                name: "stability " + label, title: title("Stability of training"), quantity: title("validation loss"),
                panels: curves, preset: preset),
            CostPlot.figure(
                name: "cost " + label, title: title("Training cost"),
                quantity: title("FLOPs relative to joint training"),
                rows: names.indices.map { (names[$0], [1 + 0.2 * Double($0), $0 == 1 ? 0.9 : 0]) },
                parts: ["the run", "runs needed first"], reference: 1, preset: preset),
            RobustnessPlot.figure(
                name: "robustness " + label, title: title("When audio gets noisy"), quantity: title("test accuracy"),
                damage: title("noise added to audio (standard deviations)"),
                lines: names.indices.map { method in
                    .init(
                        name: names[method], severities: [0, 0.25, 0.5, 1],
                        scores: (0..<4).map { step in values(method).map { $0 - 0.05 * Double(step * (method + 1)) } })
                }, preset: preset),
            HistoryPlot.figure(
                name: "history " + label, title: title("Scores over versions"), quantity: title("test accuracy"),
                stops: ["0.1.0", "0.2.0", "0.3.0", "0.4.0"].map { label + $0 },
                lines: names.indices.prefix(3).map { method in
                    .init(
                        name: names[method],
                        points: (0..<4).map { stop in
                            let mean = 0.6 + 0.05 * wave(method + stop, 6)
                            return stop == 2 && method == 1 ? nil : (mean, (mean - 0.01)...(mean + 0.01))
                        })
                }, preset: preset),
            DistributionPlot.figure(
                name: "runs " + label, title: title("All runs"), quantity: title("test accuracy"),
                groups: names.indices.map { (names[$0], values($0, count: $0 == 4 ? 2 : 12)) }, preset: preset),
        ]
        return optional.compactMap { $0 }
    }
}
