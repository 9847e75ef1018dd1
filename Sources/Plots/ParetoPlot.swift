// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Quality against training cost; a method that another beats in both, or equals in one, is dominated and drawn hollow.
public enum ParetoPlot {
    public struct Point {
        public let name: String
        /// FLOPs of one run, with those it needs first.
        public let cost: Double
        public let quality: Double
        public let interval: ClosedRange<Double>?
        public init(name: String, cost: Double, quality: Double, interval: ClosedRange<Double>?) {
            self.name = name
            self.cost = cost
            self.quality = quality
            self.interval = interval
        }
    }

    /// Whether each point is dominated.
    public static func dominated(_ points: [Point], _ direction: Direction) -> [Bool] {
        points.map { point in
            points.contains { other in
                let notWorse = !direction.prefers(point.quality, to: other.quality) && other.cost <= point.cost
                return notWorse && (direction.prefers(other.quality, to: point.quality) || other.cost < point.cost)
            }
        }
    }

    public static func figure(
        name: String, title: String, quantity: String, points: [Point], direction: Direction,
        preset: Layout.Preset = .double
    ) -> Figure? {
        let points = points.filter { $0.cost > 0 && $0.cost.isFinite && $0.quality.isFinite }
        guard points.count > 1 else { return nil }
        let layout = Layout(
            preset, height: preset == .single ? 6.5 : 10, legend: points.map { "30 \($0.name) (dominated)" } + ["front"]
        )
        let hidden = dominated(points, direction)
        let file = Figure.file(name)
        var blocks: [FigureTable.Block] = []
        var parts: [String] = []
        // More points than there are shapes carry numbers.
        let numbered = points.count > 5
        var numbers: [String] = []
        for (index, point) in points.enumerated() {
            if numbered {
                numbers.append(
                    "set label \(index + 1) '\(index + 1)' at first \(Figure.number(point.cost / 1e9)), first \(Figure.number(point.quality)) left offset char 0.6, char 0.5 front tc rgb '\(hidden[index] ? "#8A8A8A" : Palette.color(index))'"
                )
            }
            let label = Figure.shortened(point.name, layout.labelLimit) + (hidden[index] ? " (dominated)" : "")
            blocks.append(
                .init(
                    ["GFLOP", "mean", "low", "high", "method", "dominated"],
                    [
                        [
                            .number(point.cost / 1e9), .number(point.quality),
                            .number(point.interval?.lowerBound ?? point.quality),
                            .number(point.interval?.upperBound ?? point.quality), .text(point.name),
                            .number(hidden[index] ? 1 : 0),
                        ]
                    ]))
            let (shape, color) =
                hidden[index]
                ? ([6, 4, 8, 12, 10][index % 5], "#8A8A8A") : ([7, 5, 9, 13, 11][index % 5], Palette.color(index))
            parts.append(
                "\(file) index \(index) using 1:2:3:4 with yerrorbars pt \(shape) ps 1 lw 1.1 lc rgb '\(color)' title \(Figure.quoted((numbered ? "\(index + 1)  " : "") + label))"
            )
        }
        let front = points.indices.filter { !hidden[$0] }.sorted { points[$0].cost < points[$1].cost }
        blocks.append(
            .init(["GFLOP", "front"], front.map { [.number(points[$0].cost / 1e9), .number(points[$0].quality)] }))
        parts.append(
            "\(file) index \(points.count) using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'")
        let costs = points.map { $0.cost / 1e9 }
        let (low, high) = (costs.min() ?? 1, costs.max() ?? 1)
        let wide = high / low > 8
        let range = wide ? (low / 1.3)...(high * 1.3) : Figure.range(costs, air: 0.08)
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks),
            commands: """
                \(layout.frame(title: title, grid: "xtics ytics"))
                \(wide ? "set logscale x\n" : "")set xrange \(Figure.limits(range))
                set xlabel \(Figure.wrapped("training cost of one run with those it needs first (GFLOP\(wide ? ", logarithmic" : ""))", limit: layout.belowLimit))
                set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
                \(Figure.rangeIfFlat("y", points.map(\.quality)))\(numbers.map { $0 + "\n" }.joined())plot \(parts.joined(separator: ", \\\n     "))
                """)
    }
}
