// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics
import Suites

/// Figures over swept numeric options of one strategy: found from the records, so any suite with a sweep has them.
enum SweepFigures {
    /// Variants of one strategy on a problem that differ in `options` only.
    struct Sweep {
        let id: String
        let options: [String]
        /// Labels with the values of the swept options.
        let variants: [(label: String, values: [Double])]
    }

    /// What variants of a sweep have in common: all but the numbers among their options.
    private struct Kind: Hashable {
        let id: String
        let optimizer: Choice
        let words: [String: ConfigValue]

        init(_ spec: RunSpec) {
            id = spec.strategy.id
            optimizer = spec.optimizer
            words = (spec.strategy.options.objectValue ?? [:]).filter { $0.value.doubleValue == nil }
        }
    }

    /// The strategy with the most variants that differ in one or two numbers; nil for fewer than three variants.
    static func sweep(_ input: ReportInput, _ problem: Problem) -> Sweep? {
        var kinds: [Kind] = []
        var labels: [Kind: [String]] = [:]
        for label in input.strategies(problem) {
            guard let record = input.example(problem, label), !record.isExternal else { continue }
            let kind = Kind(record.spec)
            if labels[kind] == nil { kinds.append(kind) }
            labels[kind, default: []].append(label)
        }
        let sweeps = kinds.compactMap { kind -> Sweep? in
            let own = labels[kind] ?? []
            let options = own.compactMap { input.example(problem, $0)?.spec.strategy.options.objectValue }
            guard own.count >= 3, options.count == own.count, let first = options.first else { return nil }
            let swept = first.keys.sorted().filter { key in options.contains { $0[key] != first[key] } }
            guard !swept.isEmpty, swept.count <= 2 else { return nil }
            return Sweep(
                id: kind.id, options: swept,
                variants: zip(own, options).map { label, option in
                    (label, swept.map { option[$0]?.doubleValue ?? .nan })
                })
        }
        return sweeps.max { $0.variants.count < $1.variants.count }
    }

    /// One swept option: the option itself; PDMP's two coefficients with their product fixed: their ratio.
    static func positions(_ sweep: Sweep) -> (name: String, values: [Double])? {
        if sweep.options.count == 1 {
            let values = sweep.variants.map(\.values[0])
            return values.allSatisfy { $0 > 0 } ? (sweep.options[0], values) : nil
        }
        guard sweep.variants.allSatisfy({ $0.values.allSatisfy { $0 > 0 } }) else { return nil }
        let ratios = sweep.variants.map { $0.values[0] / $0.values[1] }
        // A grid has many settings of one ratio and is a surface.
        guard Set(ratios).count == ratios.count else { return nil }
        return ("\(sweep.options[0]) / \(sweep.options[1])", ratios)
    }

    /// The score of every seed over positions on a log₂ axis.
    struct Curve {
        let sweep: String
        let swept: String
        /// Whether 0 is where both modalities weigh the same.
        let isBalance: Bool
        let positions: [Double]
        /// Per seed one score for each position.
        let seeds: [Series<Seeds>]
        let falling: Bool
        let records: [String]

        var means: [Double] { positions.indices.map { at in Descriptive.mean(seeds.map { $0.values[at] }) } }
        private func turned(_ values: [Double]) -> [Double] { falling ? values.map { -$0 } : values }
        /// The top, or for a score that should be low the bottom, of a parabola through the means.
        var peak: Double? { QuadraticPeak(positions, turned(means))?.location }
        var interval: ClosedRange<Double>? {
            let digest = SHA256.hex(of: seeds.flatMap { $0.values.map { "\($0.bitPattern)," } }.joined())
            return QuadraticPeak.interval(
                positions, seeds.map { Series($0.labels, turned($0.values)) }, key: RandomKey(digest: digest))
        }
    }

    /// Over the swept option, or PDMP's ratio of coefficients.
    static func overCoefficient(_ input: ReportInput, _ problem: Problem) -> Curve? {
        guard let sweep = sweep(input, problem), let (name, values) = positions(sweep), values.count >= 4 else {
            return nil
        }
        let isBalance = sweep.options.count == 2 || sweep.options == ["targetRatio"]
        return curve(input, problem, sweep, name, isBalance: isBalance, values.map { log2($0) })
    }

    /// Over what the models came to depend on: the first modality's share of the logits' mass against the second's.
    static func overDependency(_ input: ReportInput, _ problem: Problem) -> Curve? {
        let modalities = input.modalities(problem)
        guard let sweep = sweep(input, problem), positions(sweep) != nil, sweep.variants.count >= 4,
            modalities.count == 2
        else { return nil }
        let measured = sweep.variants.map { variant in
            Descriptive.mean(
                input.finished(problem, variant.label).compactMap { record in
                    let parts = modalities.compactMap { record.result.curves["dependency/\($0)"] }
                    guard parts.count == 2, let count = parts.map(\.count).min(), count > 0 else { return nil }
                    let amounts = parts.map { Descriptive.mean(Array($0.suffix(max(1, count / 10)))) }
                    return amounts.allSatisfy { $0 > 0 } ? log2(amounts[0] / amounts[1]) : nil
                })
        }
        guard measured.allSatisfy(\.isFinite), Set(measured).count == measured.count else { return nil }
        return curve(
            input, problem, sweep, "measured dependency, \(modalities[0]) / \(modalities[1])", isBalance: true, measured
        )
    }

    private static func curve(
        _ input: ReportInput, _ problem: Problem, _ sweep: Sweep, _ name: String, isBalance: Bool, _ positions: [Double]
    ) -> Curve? {
        let order = positions.indices.sorted { positions[$0] < positions[$1] }
        let scores = order.map { at in
            Dictionary(input.scores(problem, sweep.variants[at].label).map { ($0.seed, $0.value) }) { first, _ in first
            }
        }
        let seeds = scores.dropFirst().reduce(Set(scores[0].keys)) { $0.intersection($1.keys) }.sorted()
        guard !seeds.isEmpty else { return nil }
        return Curve(
            sweep: sweep.id, swept: name, isBalance: isBalance, positions: order.map { positions[$0] },
            seeds: seeds.map { seed in Series<Seeds>(Array(0..<order.count), scores.map { $0[seed] ?? .nan }) },
            falling: input.direction(problem) == .lowerIsBetter,
            records: sweep.variants.flatMap { input.finished(problem, $0.label).map(\.id) })
    }

    static func balance(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        overCoefficient(input, problem).flatMap { figure("balance", $0, input, preset, problem) }
    }

    static func dependency(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        overDependency(input, problem).flatMap { figure("balance-measured", $0, input, preset, problem) }
    }

    private static func figure(
        _ name: String, _ curve: Curve, _ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem
    ) -> Figure? {
        SweepPlot.figure(
            name: "\(name) " + input.title(problem),
            title: "\(curve.sweep) over \(curve.swept): " + input.title(problem),
            quantity: "\(input.metric(problem)), mean and 95 % interval", swept: curve.swept,
            lines: [
                .init(
                    name: curve.sweep, positions: curve.positions, seeds: curve.seeds, peak: curve.peak,
                    interval: curve.interval)
            ], within: input.range(problem), preset: preset)
    }

    static func surface(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        guard let sweep = sweep(input, problem), sweep.options.count == 2, positions(sweep) == nil else { return nil }
        return SurfacePlot.figure(
            name: "surface " + input.title(problem), title: "\(sweep.id): " + input.title(problem),
            quantity: input.metric(problem), xTitle: sweep.options[0], yTitle: sweep.options[1],
            points: sweep.variants.map { variant in
                SurfacePlot.Point(
                    x: variant.values[0], y: variant.values[1],
                    score: Descriptive.mean(input.scores(problem, variant.label).map(\.value)))
            }, direction: input.direction(problem), preset: preset)
    }
}
