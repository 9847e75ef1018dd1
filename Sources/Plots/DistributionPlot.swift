// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// A box with median and quartiles over each method's runs, inside a violin of their density.
public enum DistributionPlot {
    /// All runs of each group as points, boxes and violins; nil where there is nothing to draw.
    public static func figure(
        name: String, title: String, quantity: String, groups: [(name: String, values: [Double])],
        preset: Layout.Preset = .double
    ) -> Figure? {
        let groups = groups.map { ($0.name, $0.values.filter(\.isFinite).sorted()) }.filter { !$0.1.isEmpty }
        guard !groups.isEmpty else { return nil }
        let isTall = groups.count > Layout.mostGroups(preset)
        let names = Labels.distinct(groups.map(\.0), limit: Layout.belowLabel)
        let layout = isTall ? Layout.rows(groups.count, preset) : Layout(preset, below: names)
        // Rows are read from top to bottom.
        func turned(_ position: String) -> String { isTall ? "(\(groups.count + 1)-\(position))" : position }
        let file = Figure.file(name)
        var blocks = [
            FigureTable.Block(
                ["position", "lower whisker", "lower quartile", "median", "upper quartile", "upper whisker", "method"],
                groups.enumerated().map { index, group in
                    let quartiles = [0.25, 0.5, 0.75].map { Descriptive.quantile(group.1, $0) }
                    let reach = 1.5 * (quartiles[2] - quartiles[0])
                    let inside = group.1.filter { $0 >= quartiles[0] - reach && $0 <= quartiles[2] + reach }
                    return [
                        .number(Double(index + 1)), .number(inside.first ?? quartiles[0]), .number(quartiles[0]),
                        .number(quartiles[1]), .number(quartiles[2]), .number(inside.last ?? quartiles[2]),
                        .text(group.0),
                    ]
                }),
            FigureTable.Block(
                ["position", "value", "method"],
                groups.enumerated().flatMap { index, group in
                    group.1.map { [.number(Double(index + 1)), .number($0), .text(group.0)] }
                }),
        ]
        var violins: [String] = []
        for (index, group) in groups.enumerated() {
            let outline = density(group.1)
            guard !outline.isEmpty else { continue }
            let x = Double(index + 1)
            blocks.append(
                .init(
                    ["left and right", "value", "method"],
                    (outline.map { (x - 0.38 * $0.1, $0.0) } + outline.reversed().map { (x + 0.38 * $0.1, $0.0) }).map {
                        [.number($0.0), .number($0.1), .text(group.0)]
                    }))
            violins.append(
                "\(file) index \(blocks.count - 1) using \(isTall ? "2:\(turned("$1"))" : "1:2") with filledcurves closed fc rgb '\(Palette.color(index))' fs transparent solid 0.3 border lc rgb '#777777' notitle"
            )
        }
        let labels = names.enumerated().map { "\(Figure.tic($1, limit: Layout.belowLabel)) \($0 + 1)" }
        let range = Figure.range(groups.flatMap(\.1), air: 0.12)
        if isTall {
            let y = turned("$1")
            let rows = [
                "\(file) index 0 using 4:\(y):2:6 with xerrorbars pt 0 lw 1 lc rgb '#222222' notitle",
                "\(file) index 0 using 4:\(y):3:5:(\(groups.count + 1)-$1-0.14):(\(groups.count + 1)-$1+0.14) with boxxyerror lw 1 fs empty border lc rgb '#222222' notitle",
                "\(file) index 0 using 4:(\(groups.count + 1)-$1-0.14):(0):(0.28) with vectors nohead lw 2.2 lc rgb '#222222' notitle",
                "\(file) index 1 using 2:\(y) with points pt 6 ps 0.4 lc rgb '#444444' notitle",
            ]
            return Figure(
                name: name, title: title, layout: layout, table: FigureTable(blocks),
                commands: """
                    \(RowFrame.commands(layout, title: title, quantity: quantity, names: groups.map(\.0), range: range))
                    plot \((violins + rows).joined(separator: ", \\\n     "))
                    """)
        }
        let parts =
            violins + [
                "\(file) index 0 using 1:3:2:6:5:(0.14) with candlesticks lw 1.1 lc rgb '#222222' fs empty notitle whiskerbars 0.6",
                "\(file) index 0 using 1:4:4:4:4:(0.14) with candlesticks lw 2.2 lc rgb '#222222' notitle",
                "\(file) index 1 using 1:2 with points pt 6 ps 0.4 lc rgb '#444444' notitle",
            ]
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks),
            commands: """
                \(layout.frame(title: title))
                unset key
                set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
                set yrange \(Figure.limits(range))
                set xrange [0.4:\(Figure.number(Double(groups.count) + 0.6))]
                set xtics \(layout.turned) noenhanced (\(labels.joined(separator: ", ")))
                plot \(parts.joined(separator: ", \\\n     "))
                """)
    }

    /// Gaussian kernel density over the values' own range, scaled to a largest width of 1 (Silverman's bandwidth);
    /// empty for fewer than 4 values or no spread.
    static func density(_ sorted: [Double], steps: Int = 40) -> [(Double, Double)] {
        guard sorted.count >= 4, let low = sorted.first, let high = sorted.last, high > low else { return [] }
        let spread = Descriptive.deviation(sorted)
        let quartiles = (Descriptive.quantile(sorted, 0.75) - Descriptive.quantile(sorted, 0.25)) / 1.34
        let width = 0.9 * (quartiles > 0 ? min(spread, quartiles) : spread) * pow(Double(sorted.count), -0.2)
        let points = (0...steps).map { low + (high - low) * Double($0) / Double(steps) }
        let heights = points.map { point in
            sorted.reduce(0.0) { $0 + Normal.density((point - $1) / width) }
        }
        guard let top = heights.max(), top > 0 else { return [] }
        return zip(points, heights).map { ($0, $1 / top) }
    }
}
