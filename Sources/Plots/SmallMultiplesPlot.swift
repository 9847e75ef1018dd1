// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// One small panel per strategy on common axes, every seed a line: where training is rough, it shows.
public enum SmallMultiplesPlot {
    /// One small panel for each line, all with one scale; nil for no lines.
    public static func figure(
        name: String, title: String, quantity: String, panels: [CurvePlot.Line], preset: Layout.Preset = .double
    ) -> Figure? {
        let panels = panels.filter { panel in panel.seeds.contains { $0.contains(where: \.isFinite) } }
        guard !panels.isEmpty else { return nil }
        let columns = min(panels.count, preset == .single ? 2 : 4)
        let rows = (panels.count + columns - 1) / columns
        let layout = Layout(preset, height: min(40, 1.8 + 3.4 * Double(rows)))
        let values = panels.flatMap { $0.seeds.joined() }.filter(\.isFinite)
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let epochs = panels.flatMap { $0.seeds.map(\.count) }.max() ?? 1
        let file = Figure.file(name)
        var blocks: [FigureTable.Block] = []
        var plots: [String] = []
        for (index, panel) in panels.enumerated() {
            var parts: [String] = []
            for (seed, curve) in panel.seeds.enumerated() where curve.contains(where: \.isFinite) {
                blocks.append(
                    .init(
                        ["epoch", "value", "strategy"],
                        curve.enumerated().filter { $0.element.isFinite }.map {
                            [.number(Double($0.offset + 1)), .number($0.element), .text(panel.name)]
                        }))
                parts.append(
                    "\(file) index \(blocks.count - 1) using 1:2 with \(epochs > 1 ? "lines" : "linespoints pt \(Palette.point(seed)) ps 0.6") lw 1 dt \(Palette.dash(seed)) lc rgb '\(Palette.color(seed))' notitle"
                )
            }
            let (row, column) = (index / columns, index % columns)
            plots.append(
                """
                set title \(Figure.quoted(panel.name, limit: (preset == .single ? 44 : 88) / columns)) noenhanced offset 0, -0.6
                set format x \(row == rows - 1 || index + columns >= panels.count ? "'%g'" : "''")
                set format y \(column == 0 ? "'%g'" : "''")
                plot \(parts.joined(separator: ", \\\n     "))
                """)
        }
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks),
            commands: """
                \(layout.frame(title: ""))
                unset key
                set label 1 \(Figure.quoted(quantity, limit: 60)) at screen 0.012, screen 0.5 center rotate by 90 noenhanced
                set label 2 'epoch' at screen 0.53, screen \(Figure.number(0.5 / layout.height)) center
                set xrange \(epochs > 1 ? "[1:\(epochs)]" : "[0.5:1.5]")
                set yrange \(Figure.limits(Figure.range(values)))
                set xtics 0, \(Figure.number(max(1, Layout.step(Double(epochs), count: 4))))
                set ytics \(Figure.number(Layout.step(high - low, count: 4)))
                set multiplot layout \(rows),\(columns) rowsfirst downwards margins screen \(preset == .single ? "0.17" : "0.085"), 0.98, \(Figure.number(1.3 / layout.height)), \(Figure.number(1 - 1.5 / layout.height)) spacing screen 0.02, \(Figure.number(0.95 / layout.height)) title \(Figure.quoted(title, limit: layout.titleLimit)) noenhanced
                \(plots.joined(separator: "\nunset label\n"))
                unset multiplot
                """)
    }
}
