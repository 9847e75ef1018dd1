// SPDX-License-Identifier: Apache-2.0

/// Performance profiles: the share of runs beyond each threshold; a line above another everywhere dominates it.
public enum ProfilePlot {
    /// The share of runs above (or below) each threshold; nil where there is nothing to draw.
    public static func figure(
        name: String, title: String, quantity: String, thresholds: [Double],
        lines: [(name: String, shares: [Double])], above: Bool = true, preset: Layout.Preset = .double
    ) -> Figure? {
        let lines = lines.filter { $0.shares.contains(where: \.isFinite) }
        guard thresholds.count > 1, !lines.isEmpty else { return nil }
        let layout = Layout(preset, legend: lines.map(\.name))
        let file = Figure.file(name)
        let parts = lines.indices.map { index in
            "\(file) index \(index) using 1:2 with steps lw 1.8 dt \(Palette.dash(index)) lc rgb '\(Palette.color(index))' title \(Figure.quoted(lines[index].name, limit: layout.labelLimit))"
        }
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable(
                lines.map { line in
                    .init(
                        ["threshold", "share", "method"],
                        zip(thresholds, line.shares).map { [.number($0), .number($1), .text(line.name)] })
                }),
            commands: """
                \(layout.frame(title: title))
                set xlabel \(Figure.wrapped("threshold τ: \(quantity)", limit: layout.belowLimit)) noenhanced
                set ylabel 'share of runs \(above ? "above" : "below") τ'
                set yrange [-0.02:1.02]
                set xrange \(Figure.limits(Figure.range(thresholds, air: 0)))
                plot \(parts.joined(separator: ", \\\n     "))
                """)
    }
}
