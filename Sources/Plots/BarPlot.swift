// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Groups of bars around 0, one colour and pattern per series: the unimodal gap per modality and strategy.
public struct BarPlot {
    public static func figure(
        name: String, title: String, quantity: String, groups: [String], series: [(name: String, values: [Double?])]
    ) -> Figure? {
        guard !groups.isEmpty, series.contains(where: { $0.values.contains { $0 != nil } }) else { return nil }
        var table = "group\t" + series.map { Figure.field($0.name) }.joined(separator: "\t") + "\n"
        for (row, group) in groups.enumerated() {
            table += Figure.field(group)
            for one in series { table += "\t" + (one.values[row].map(Figure.number) ?? "nan") }
            table += "\n"
        }
        let values = series.flatMap(\.values).compactMap { $0 }
        let reach = max(values.max() ?? 0, -(values.min() ?? 0), 1e-6) * 0.08
        let low = min(0, values.min() ?? 0) - reach
        let high = max(0, values.max() ?? 0) + reach
        let file = "'\(Figure.slug(name)).tsv'"
        let parts = series.enumerated().map { index, one in
            "\(file) using \(index + 2) every ::1 lc rgb '\(Palette.color(index))' fs solid 0.85 border lc rgb '#444444' title \(Figure.quoted(one.name))"
        }
        let labels = groups.enumerated().map { "\(Figure.quoted($1.count <= 24 ? $1 : $1.prefix(23) + "…")) \($0)" }
        return Figure(
            name: name, title: title, table: table,
            commands: """
                \(Palette.frame)
                set datafile separator tab
                set style data histograms
                set style histogram clustered gap 1
                set style fill solid 0.8 border lc rgb '#444444'
                set title \(Figure.quoted(title)) noenhanced
                set ylabel \(Figure.quoted(quantity)) noenhanced
                set yrange [\(Figure.number(low)):\(Figure.number(high))]
                set xzeroaxis lt 1 lc rgb '#444444'
                set xrange [-0.7:\(Double(groups.count) - 0.3)]
                set xtics rotate by -30 noenhanced (\(labels.joined(separator: ", ")))
                plot \(parts.joined(separator: ", \\\n     "))
                """)
    }
}
