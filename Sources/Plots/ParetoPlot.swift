// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// Quality against training cost; a method that another beats in both, or equals in one, is dominated and drawn hollow.
public enum ParetoPlot {
    /// A strategy's score and cost.
    public struct Point {
        /// As the figure calls it.
        public let name: String
        /// FLOPs of one run, with those it needs first.
        public let cost: Double
        /// Its score.
        public let quality: Double
        /// Of the score; nil where it cannot be given.
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

    /// Points that a legend can list; of more, those on the front and those in `named` carry their names.
    private static let mostListed = 8

    /// Score against cost, the front joined, dominated points in grey; nil for fewer than two points.
    public static func figure(
        name: String, title: String, quantity: String, points: [Point], named: Set<String> = [], direction: Direction,
        preset: Layout.Preset = .double
    ) -> Figure? {
        let points = points.filter { $0.cost > 0 && $0.cost.isFinite && $0.quality.isFinite }
        guard points.count > 1 else { return nil }
        let hidden = dominated(points, direction)
        let isListed = points.count <= mostListed
        let legend = isListed ? points.map { "30 \($0.name) (dominated)" } + ["front"] : kinds.map(\.name) + ["front"]
        let layout =
            isListed
            ? Layout(preset, height: preset == .single ? 6.5 : 10, legend: legend)
            : Layout(preset, height: preset == .single ? 8 : 11, legend: preset == .single ? legend : [])
        let file = Figure.file(name)
        var drawing =
            isListed
            ? listed(points, hidden, file, layout)
            : labelled(points, hidden, named, file, layout, direction, preset)
        let front = points.indices.filter { !hidden[$0] }.sorted { points[$0].cost < points[$1].cost }
        drawing.blocks.append(
            .init(["GFLOP", "front"], front.map { [.number(points[$0].cost / 1e9), .number(points[$0].quality)] }))
        drawing.parts.append(
            "\(file) index \(drawing.blocks.count - 1) using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'"
        )
        let isWide = Scale(points).isLogarithmic
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(drawing.blocks),
            commands: """
                \(layout.frame(title: title, grid: "xtics ytics"))
                \(isListed ? "" : layout.keyAbove + "\n")\(isWide ? "set logscale x\n" : "")set xrange \(Figure.limits(drawing.range))
                set xlabel \(Figure.wrapped("training cost of one run with those it needs first (GFLOP\(isWide ? ", logarithmic" : ""))", limit: layout.belowLimit))
                set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
                \(Figure.rangeIfFlat("y", points.map(\.quality)))\(drawing.reach)\(drawing.labels.map { $0 + "\n" }.joined())plot \(drawing.parts.joined(separator: ", \\\n     "))
                """)
    }

    private struct Drawing {
        var blocks: [FigureTable.Block] = []
        var parts: [String] = []
        var labels: [String] = []
        let range: ClosedRange<Double>
        /// The least that the y axis reaches, so that names stand within; empty where points reach as far.
        var reach = ""
    }

    /// The axis of costs: logarithmic where they differ by much.
    private struct Scale {
        let isLogarithmic: Bool
        /// In GFLOP.
        let low: Double
        let high: Double

        init(_ points: [Point]) {
            let costs = points.map { $0.cost / 1e9 }
            (low, high) = (costs.min() ?? 1, costs.max() ?? 1)
            isLogarithmic = high / low > 8
        }

        func place(_ cost: Double) -> Double { isLogarithmic ? log(cost) : cost }
        func cost(_ place: Double) -> Double { isLogarithmic ? exp(place) : place }

        var range: ClosedRange<Double> {
            isLogarithmic ? (low / 1.3)...(high * 1.3) : Figure.range([low, high], air: 0.08)
        }
    }

    private static func row(_ point: Point, isDominated: Bool) -> [FigureTable.Field] {
        [
            .number(point.cost / 1e9), .number(point.quality), .number(point.interval?.lowerBound ?? point.quality),
            .number(point.interval?.upperBound ?? point.quality), .text(point.name), .number(isDominated ? 1 : 0),
        ]
    }

    private static let columns = ["GFLOP", "mean", "low", "high", "method", "dominated"]

    /// Few points: each its own shape and line of the legend.
    private static func listed(_ points: [Point], _ hidden: [Bool], _ file: String, _ layout: Layout) -> Drawing {
        var drawing = Drawing(range: Scale(points).range)
        // More points than there are shapes carry numbers.
        let numbered = points.count > 5
        for (index, point) in points.enumerated() {
            if numbered {
                drawing.labels.append(
                    "set label \(index + 1) '\(index + 1)' at first \(Figure.number(point.cost / 1e9)), first \(Figure.number(point.quality)) left offset char 0.6, char 0.5 front tc rgb '\(hidden[index] ? "#8A8A8A" : Palette.color(index))'"
                )
            }
            let label = Figure.shortened(point.name, layout.labelLimit) + (hidden[index] ? " (dominated)" : "")
            drawing.blocks.append(.init(columns, [row(point, isDominated: hidden[index])]))
            let (shape, color) =
                hidden[index]
                ? ([6, 4, 8, 12, 10][index % 5], "#8A8A8A") : ([7, 5, 9, 13, 11][index % 5], Palette.color(index))
            drawing.parts.append(
                "\(file) index \(index) using 1:2:3:4 with yerrorbars pt \(shape) ps 1 lw 1.1 lc rgb '\(color)' title \(Figure.quoted((numbered ? "\(index + 1)  " : "") + label))"
            )
        }
        return drawing
    }

    private static let kinds: [(name: String, style: String)] = [
        ("dominated", "pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A'"),
        ("not dominated", "pt 7 ps 1 lw 1.3 lc rgb '\(Palette.color(0))'"),
    ]

    /// Many points: names stand where nothing else can, beyond the front on its cheaper side; the table names the rest.
    private static func labelled(
        _ points: [Point], _ hidden: [Bool], _ named: Set<String>, _ file: String, _ layout: Layout,
        _ direction: Direction, _ preset: Layout.Preset
    ) -> Drawing {
        let scale = Scale(points)
        // The plot's size on paper, in cm.
        let (width, height) = (preset.width - 3, layout.height - 3.5)
        let digit = TextWidth.centimetres * 0.85
        func length(_ index: Int) -> Double {
            (TextWidth.digits(Figure.shortened(points[index].name, layout.labelLimit)) + 1.5) * digit
        }
        let front = points.indices.filter { !hidden[$0] }.sorted { points[$0].cost < points[$1].cost }
        // Room for names left of the front.
        let (from, to) = (scale.place(scale.range.lowerBound), scale.place(scale.range.upperBound))
        var start = from
        for index in front {
            let share = min(0.6, length(index) / width)
            start = min(start, (scale.place(points[index].cost / 1e9) - share * to) / (1 - share))
        }
        var drawing = Drawing(range: scale.cost(start)...scale.cost(to))
        for (kind, isHidden) in [(0, true), (1, false)] {
            let rows = points.indices.filter { hidden[$0] == isHidden }.map { row(points[$0], isDominated: isHidden) }
            guard !rows.isEmpty else { continue }
            drawing.blocks.append(.init(columns, rows))
            drawing.parts.append(
                "\(file) index \(drawing.blocks.count - 1) using 1:2:3:4 with yerrorbars \(kinds[kind].style) title '\(kinds[kind].name)'"
            )
        }
        let ends = points.flatMap { [$0.quality] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? []) }
        let unit = max((ends.max() ?? 1) - (ends.min() ?? 0), 1e-9) / height
        let up = direction == .higherIsBetter ? 1.0 : -1
        var last = -Double.infinity
        // From worst to best: names move on so that they stand clear of each other; there is no point on that side.
        for index in front {
            let y = max(up * points[index].quality + 0.28 * unit, last + 0.38 * unit)
            last = y
            drawing.labels.append(
                label(
                    points[index], "first \(Figure.number(up * y)) right offset char -0.7, 0", Palette.color(0), layout)
            )
        }
        let edge = (up > 0 ? ends.max() : ends.min()).map { up * $0 } ?? 0
        if last + 0.2 * unit > edge {
            let reach = Figure.number(up * (last + 0.3 * unit))
            drawing.reach = up > 0 ? "set yrange [*:\(reach)<*]\n" : "set yrange [*<\(reach):*]\n"
        }
        var taken: [(x: Double, y: Double, width: Double)] = []
        for index in points.indices where hidden[index] && named.contains(points[index].name) {
            let x = (scale.place(points[index].cost / 1e9) - start) / (to - start) * width
            let isRight = x + length(index) < width
            var y = points[index].quality - 0.3 * unit
            let left = isRight ? x : x - length(index)
            while taken.contains(where: {
                abs($0.y - y) < 0.36 * unit && left < $0.x + $0.width && $0.x < left + length(index)
            }) { y -= 0.38 * unit }
            taken.append((left, y, length(index)))
            // A name that had to move keeps a line to its point.
            drawing.labels.append(
                "set arrow from first \(Figure.number(points[index].cost / 1e9)), first \(Figure.number(points[index].quality)) to first \(Figure.number(scale.cost(start + (x + (isRight ? 0.1 : -0.1)) / width * (to - start)))), first \(Figure.number(y)) nohead lw 0.6 lc rgb '#444444'"
            )
            drawing.labels.append(
                label(
                    points[index],
                    "first \(Figure.number(y)) \(isRight ? "left offset char 0.7, 0" : "right offset char -0.7, 0")",
                    "#444444", layout))
        }
        return drawing
    }

    private static func label(_ point: Point, _ place: String, _ color: String, _ layout: Layout) -> String {
        "set label \(Figure.quoted(point.name, limit: layout.labelLimit)) at first \(Figure.number(point.cost / 1e9)), \(place) front noenhanced font ',7' tc rgb '\(color)'"
    }
}
