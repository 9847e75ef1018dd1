// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Groups of bars around 0, one colour and pattern per series: the unimodal gap per modality and strategy.
public enum BarPlot {
    public static func figure(
        name: String, title: String, quantity: String, groups: [String], series: [(name: String, values: [Double?])],
        preset: Layout.Preset = .double
    ) -> Figure? {
        let values = series.flatMap(\.values).compactMap { $0 }.filter(\.isFinite)
        guard !groups.isEmpty, !values.isEmpty else { return nil }
        let layout = Layout(preset, legend: series.map(\.name), below: groups)
        let rows = groups.enumerated().map { row, group -> [FigureTable.Field] in
            [.text(group)] + series.map { .number($0.values[row] ?? .nan) }
        }
        let reach = max(values.max() ?? 0, -(values.min() ?? 0), 1e-6) * 0.08
        let range = (min(0, values.min() ?? 0) - reach)...(max(0, values.max() ?? 0) + reach)
        let file = Figure.file(name)
        let parts = series.enumerated().map { index, one in
            "\(file) using \(index + 2) lc rgb '\(Palette.color(index))' fs \(pattern(index)) border lc rgb '#444444' title \(Figure.quoted(one.name, limit: layout.labelLimit))"
        }
        let labels = groups.enumerated().map { "\(Figure.quoted($1, limit: Layout.belowLabel)) \($0)" }
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable([.init(["group"] + series.map(\.name), rows)]),
            commands: """
                \(layout.frame(title: title))
                set style data histograms
                set style histogram clustered gap 1
                set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
                set yrange \(Figure.limits(range))
                set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
                set xrange [-0.7:\(Figure.number(Double(groups.count) - 0.3))]
                set xtics \(layout.turned(groups.count)) noenhanced (\(labels.joined(separator: ", ")))
                plot \(parts.joined(separator: ", \\\n     "))
                """)
    }

    /// Told apart in grey: solid, hatched, solid and lighter …
    static func pattern(_ index: Int) -> String {
        ["solid 0.9", "pattern 4", "solid 0.35", "pattern 5", "pattern 2", "pattern 6"][index % 6]
    }
}
