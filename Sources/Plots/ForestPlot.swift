// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Paired differences to a reference: one row per comparison with its interval, filled where significant, 0 marked and
/// the margin of equivalence shaded.
public enum ForestPlot {
    /// One comparison.
    public struct Row {
        /// What is compared with the reference.
        public let name: String
        /// Strategy minus reference.
        public let difference: Double
        /// nil where it cannot be given.
        public let interval: ClosedRange<Double>?
        /// Whether the difference is significant after correction.
        public let significant: Bool

        public init(name: String, difference: Double, interval: ClosedRange<Double>?, significant: Bool) {
            self.name = name
            self.difference = difference
            self.interval = interval
            self.significant = significant
        }
    }

    /// Differences with intervals around 0, the band of what does not matter behind them; nil for no rows.
    public static func figure(
        name: String, title: String, quantity: String, rows: [Row], margin: Double, preset: Layout.Preset = .double
    ) -> Figure? {
        let rows = rows.filter { $0.difference.isFinite }
        guard !rows.isEmpty else { return nil }
        func block(_ significant: Bool) -> [[FigureTable.Field]] {
            rows.enumerated().filter { $0.element.significant == significant }.map { index, row in
                [
                    .number(Double(rows.count - index)), .number(row.difference),
                    .number(row.interval?.lowerBound ?? row.difference),
                    .number(row.interval?.upperBound ?? row.difference), .text(row.name),
                ]
            }
        }
        let columns = ["position", "mean", "low", "high", "name"]
        let kinds = [
            (false, 6, "not significant", Palette.color(7)), (true, 7, "significant (Holm)", Palette.color(0)),
        ]
        let present = kinds.filter { kind in rows.contains { $0.significant == kind.0 } }
        let layout = Layout.rows(rows.count, preset, extra: 3.2, legend: present.map(\.2))
        let shown = rows.flatMap { [$0.difference] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? []) }
        let file = Figure.file(name)
        let parts = present.enumerated().map { index, kind in
            "\(file) index \(index) using 2:1:3:4 with xerrorbars pt \(kind.1) ps 0.9 lw 1.6 lc rgb '\(kind.3)' title '\(kind.2)'"
        }
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable(present.map { .init(columns, block($0.0)) }),
            commands: """
                \(RowFrame.commands(layout, title: title,
                    quantity: "\(quantity) (grey: within ± \(FixedPoint.text(margin)))", names: rows.map(\.name), range: Figure.range(shown + [0, margin, -margin])))
                \(layout.keyAbove)
                set object 1 rectangle from first \(Figure.number(-margin)), graph 0 to first \(Figure.number(margin)), graph 1 behind fc rgb '#EEEEEE' fs solid noborder
                set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
                plot \(parts.joined(separator: ", \\\n     "))
                """)
    }
}
