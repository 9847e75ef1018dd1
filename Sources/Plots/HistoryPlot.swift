// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A score over successive results: versions, commits, days. One line per method with its interval.
public enum HistoryPlot {
    /// A strategy's scores over sources.
    public struct Line {
        /// As the key calls it.
        public let name: String
        /// One for each stop; nil where the method was not run.
        public let points: [(value: Double, interval: ClosedRange<Double>?)?]
        public init(name: String, points: [(value: Double, interval: ClosedRange<Double>?)?]) {
            self.name = name
            self.points = points
        }
    }

    /// Scores over sources, in the order given; nil for fewer than two sources.
    public static func figure(
        name: String, title: String, quantity: String, stops: [String], lines: [Line], preset: Layout.Preset = .double
    ) -> Figure? {
        let lines = lines.filter { $0.points.contains { $0 != nil } }
        guard stops.count > 1, !lines.isEmpty else { return nil }
        let layout = Layout(preset, legend: lines.map(\.name), below: stops.map { Figure.shortened($0, 16) })
        let file = Figure.file(name)
        let blocks = lines.map { line in
            FigureTable.Block(
                ["position", "mean", "low", "high", "result", "method"],
                line.points.enumerated().compactMap { index, point in
                    guard let point, point.value.isFinite else { return nil }
                    return [
                        .number(Double(index)), .number(point.value),
                        .number(point.interval?.lowerBound ?? point.value),
                        .number(point.interval?.upperBound ?? point.value), .text(stops[index]), .text(line.name),
                    ]
                })
        }
        let parts = lines.indices.flatMap { index -> [String] in
            let look = "lc rgb '\(Palette.color(index))'"
            return [
                "\(file) index \(index) using 1:2:3:4 with yerrorbars pt \(Palette.point(index)) ps 0.8 lw 1 \(look) notitle",
                "\(file) index \(index) using 1:2 with linespoints pt \(Palette.point(index)) ps 0.8 lw 1.6 dt \(Palette.dash(index)) \(look) title \(Figure.quoted(lines[index].name, limit: layout.labelLimit))",
            ]
        }
        let shown = lines.flatMap { $0.points.compactMap { $0 } }.flatMap { point in
            [point.value] + (point.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
        }
        let labels = stops.enumerated().map { "\(Figure.tic($1, limit: 16)) \($0)" }
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks),
            commands: """
                \(layout.frame(title: title, titledBelow: true))
                set xlabel 'result, in order of time'
                set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
                set xrange [-0.3:\(Figure.number(Double(stops.count) - 0.7))]
                set xtics \(layout.turned) noenhanced (\(labels.joined(separator: ", ")))
                \(Figure.rangeIfFlat("y", shown))plot \(parts.joined(separator: ", \\\n     "))
                """)
    }
}
