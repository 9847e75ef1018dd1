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

    /// The strategy with the most variants whose differing options are all numbers; nil for fewer than three variants.
    static func sweep(_ input: ReportInput, _ problem: Problem) -> Sweep? {
        var ids: [String] = []
        var labels: [String: [String]] = [:]
        for label in input.strategies(problem) {
            guard let record = input.example(problem, label), !record.isExternal else { continue }
            let id = record.spec.strategy.id
            if labels[id] == nil { ids.append(id) }
            labels[id, default: []].append(label)
        }
        let sweeps = ids.compactMap { id -> Sweep? in
            let own = labels[id] ?? []
            let options = own.compactMap { input.example(problem, $0)?.spec.strategy.options.objectValue }
            guard own.count >= 3, options.count == own.count, let first = options.first else { return nil }
            let swept = first.keys.sorted().filter { key in options.contains { $0[key] != first[key] } }
            let numeric = swept.allSatisfy { key in options.allSatisfy { $0[key]?.doubleValue != nil } }
            guard numeric, !swept.isEmpty, swept.count <= 2 else { return nil }
            return Sweep(
                id: id, options: swept,
                variants: zip(own, options).map { label, option in
                    (label, swept.map { option[$0]?.doubleValue ?? .nan })
                })
        }
        return sweeps.max { $0.variants.count < $1.variants.count }
    }

    /// One swept option: the option itself; PDMP's two coefficients with their product fixed: their ratio.
    private static func positions(_ sweep: Sweep) -> (name: String, values: [Double])? {
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

    static func balance(_ input: ReportInput, _ preset: Layout.Preset, _ problem: Problem) -> Figure? {
        guard let sweep = sweep(input, problem), let (name, values) = positions(sweep), values.count >= 4 else {
            return nil
        }
        let order = values.indices.sorted { values[$0] < values[$1] }
        let scores = order.map { at in
            Dictionary(input.scores(problem, sweep.variants[at].label).map { ($0.seed, $0.value) }) { first, _ in first
            }
        }
        let seeds = scores.dropFirst().reduce(Set(scores[0].keys)) { $0.intersection($1.keys) }.sorted()
        guard !seeds.isEmpty else { return nil }
        let logs = order.map { log2(values[$0]) }
        let curves = seeds.map { seed in Series<Seeds>(Array(0..<logs.count), scores.map { $0[seed] ?? .nan }) }
        let means = logs.indices.map { at in Descriptive.mean(curves.map { $0.values[at] }) }
        let falling = input.direction(problem) == .lowerIsBetter
        func turned(_ values: [Double]) -> [Double] { falling ? values.map { -$0 } : values }
        let digest = SHA256.hex(of: curves.flatMap { $0.values.map { "\($0.bitPattern)," } }.joined())
        return SweepPlot.figure(
            name: "balance " + input.title(problem), title: "\(sweep.id) over \(name): " + input.title(problem),
            quantity: "\(input.metric(problem)), mean and 95 % interval", swept: name,
            lines: [
                .init(
                    name: sweep.id, positions: logs, seeds: curves,
                    peak: QuadraticPeak(logs, turned(means))?.location,
                    interval: QuadraticPeak.interval(
                        logs, curves.map { Series($0.labels, turned($0.values)) }, key: RandomKey(digest: digest)))
            ], preset: preset)
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
