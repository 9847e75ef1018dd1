// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Time of a training step by workload, on a logarithmic scale: median, and a line from the fastest to the 90th percentile.
public enum StepTimePlot {
    /// Time per step of workloads: minimum, median and the 90th percentile; nil for no rows.
    public static func figure(
        name: String, title: String, rows: [(workload: String, minimum: Double, median: Double, p90: Double)],
        preset: Layout.Preset = .double
    ) -> Figure? {
        guard !rows.isEmpty, rows.allSatisfy({ $0.minimum > 0 && $0.p90.isFinite }) else { return nil }
        let layout = Layout(preset, below: rows.map(\.workload))
        let low = (rows.map(\.minimum).min() ?? 1) / 1.6
        let high = (rows.map(\.p90).max() ?? 1) * 2.2
        let table = rows.map { row -> [FigureTable.Field] in
            [.text(row.workload), .number(row.minimum), .number(row.median), .number(row.p90)]
        }
        let labels = rows.enumerated().map { "\(Figure.tic($1.workload, limit: Layout.belowLabel)) \($0)" }
        let values = rows.enumerated().map {
            "set label \($0 + 1) \(Figure.quoted(FixedPoint.text($1.median, $1.median < 10 ? 2 : 0))) at \($0),\(Figure.number($1.p90 * 1.25)) center noenhanced"
        }
        let file = Figure.file(name)
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable([.init(["workload", "min_ms", "median_ms", "p90_ms"], table)]),
            commands: """
                \(layout.frame(title: title))
                set logscale y
                set ylabel \(Figure.quoted("ms per step")) noenhanced
                set yrange [\(Figure.number(low)):\(Figure.number(high))]
                set xrange [-0.7:\(Figure.number(Double(rows.count) - 0.3))]
                set xtics \(layout.turned) noenhanced (\(labels.joined(separator: ", ")))
                \(values.joined(separator: "\n"))
                plot \(file) using 0:3:2:4 with yerrorbars pt 7 ps 1 lw 1.5 lc rgb '\(Palette.color(0))' notitle
                """)
    }
}
