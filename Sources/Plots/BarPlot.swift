// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Groups of bars around 0, one colour and pattern per series: the unimodal gap per modality and strategy.
public enum BarPlot {
    /// Bars by group, side by side by series; nil where there is nothing to draw.
    public static func figure(
        name: String, title: String, quantity: String, groups: [String], series: [(name: String, values: [Double?])],
        preset: Layout.Preset = .double
    ) -> Figure? {
        let values = series.flatMap(\.values).compactMap { $0 }.filter(\.isFinite)
        guard !groups.isEmpty, !values.isEmpty else { return nil }
        let isTall = groups.count > Layout.mostGroups(preset)
        let names = Labels.distinct(groups, limit: Layout.belowLabel)
        let layout =
            isTall
            ? Layout.rows(groups.count, preset, extra: 3.2, legend: series.map(\.name))
            : Layout(preset, legend: series.map(\.name), below: names)
        let rows = groups.enumerated().map { row, group -> [FigureTable.Field] in
            [.text(group)] + series.map { .number($0.values[row] ?? .nan) }
        }
        let reach = max(values.max() ?? 0, -(values.min() ?? 0), 1e-6) * 0.08
        let range = (min(0, values.min() ?? 0) - reach)...(max(0, values.max() ?? 0) + reach)
        let file = Figure.file(name)
        let table = FigureTable([.init(["group"] + series.map(\.name), rows)])
        if isTall {
            let width = 0.8 / Double(series.count)
            let bars = series.enumerated().map { index, one in
                let top = "(\(Figure.number(Double(groups.count) + 0.4 - width * Double(index)))-$0)"
                let bottom = "(\(Figure.number(Double(groups.count) + 0.4 - width * Double(index + 1)))-$0)"
                return
                    "\(file) using (0):\(top):(0):\(index + 2):\(bottom):\(top) with boxxyerror fs \(pattern(index)) border lc rgb '#444444' fc rgb '\(Palette.color(index))' title \(Figure.quoted(one.name, limit: layout.labelLimit))"
            }
            return Figure(
                name: name, title: title, layout: layout, table: table,
                commands: """
                    \(RowFrame.commands(layout, title: title, quantity: quantity, names: groups, range: range))
                    \(layout.keyAboveRows)
                    set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
                    plot \(bars.joined(separator: ", \\\n     "))
                    """)
        }
        let parts = series.enumerated().map { index, one in
            "\(file) using \(index + 2) lc rgb '\(Palette.color(index))' fs \(pattern(index)) border lc rgb '#444444' title \(Figure.quoted(one.name, limit: layout.labelLimit))"
        }
        let labels = names.enumerated().map { "\(Figure.tic($1, limit: Layout.belowLabel)) \($0)" }
        return Figure(
            name: name, title: title, layout: layout,
            table: table,
            commands: """
                \(layout.frame(title: title))
                set style data histograms
                set style histogram clustered gap 1
                set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
                set yrange \(Figure.limits(range))
                set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
                set xrange [-0.7:\(Figure.number(Double(groups.count) - 0.3))]
                set xtics \(layout.turned) noenhanced (\(labels.joined(separator: ", ")))
                plot \(parts.joined(separator: ", \\\n     "))
                """)
    }

    /// Told apart in grey: solid, hatched, solid and lighter …
    static func pattern(_ index: Int) -> String {
        ["solid 0.9", "pattern 4", "solid 0.35", "pattern 5", "pattern 2", "pattern 6"][index % 6]
    }
}
