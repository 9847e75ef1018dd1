// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// One row per name: a point and its interval, read from top to bottom; the seeds' own values behind it.
public enum IntervalPlot {
    /// A strategy with its runs.
    public struct Row: Sendable {
        /// As the axis calls it.
        public let name: String
        /// Scores of single runs.
        public let values: [Double]
        /// Their mean, or another estimate.
        public let value: Double
        /// nil where it cannot be given.
        public let interval: ClosedRange<Double>?

        /// A mean with Student's interval, which ends where no value can lie outside.
        public init(name: String, values: [Double], within range: ClosedRange<Double>? = nil) {
            let summary = MeanInterval(values, within: range)
            self.init(name: name, value: summary.mean, interval: summary.interval, values: values)
        }

        public init(name: String, value: Double, interval: ClosedRange<Double>?, values: [Double] = []) {
            self.name = name
            self.values = values.filter(\.isFinite)
            self.value = value
            self.interval = interval
        }
    }

    /// Estimates with intervals and single runs; nil for no rows.
    public static func figure(
        name: String, title: String, quantity: String, rows: [Row], reference: Double? = nil,
        preset: Layout.Preset = .double
    ) -> Figure? {
        // A row without a value keeps its name: that there is none is a result too.
        guard rows.contains(where: { $0.value.isFinite }) else { return nil }
        let layout = Layout.rows(rows.count, preset)
        func height(_ index: Int) -> Double { Double(rows.count - index) }
        let summary = rows.enumerated().map { index, row -> [FigureTable.Field] in
            [
                .number(height(index)), .number(row.value), .number(row.interval?.lowerBound ?? row.value),
                .number(row.interval?.upperBound ?? row.value), .text(row.name),
            ]
        }
        let single = rows.enumerated().flatMap { index, row in
            row.values.map { [FigureTable.Field.number(height(index)), .number($0)] }
        }
        let shown =
            rows.flatMap { $0.values + [$0.value] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? []) }
            + (reference.map { [$0] } ?? [])
        let file = Figure.file(name)
        let line =
            reference.map {
                "set arrow 1 from first \(Figure.number($0)), graph 0 to first \(Figure.number($0)), graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'\n"
            } ?? ""
        let behind =
            single.isEmpty ? "" : "\(file) index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \\\n     "
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable(
                [.init(["position", "mean", "low", "high", "name"], summary)]
                    + (single.isEmpty ? [] : [.init(["position", "value"], single)])),
            commands: """
                \(RowFrame.commands(layout, title: title, quantity: quantity, names: rows.map(\.name), range: Figure.range(shown)))
                \(line)plot \(behind)\(file) index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '\(Palette.color(0))'
                """)
    }
}

/// The frame of figures with one labelled row per entry, from top to bottom.
enum RowFrame {
    static func commands(
        _ layout: Layout, title: String, quantity: String, names: [String], range: ClosedRange<Double>
    ) -> String {
        let step = Layout.step(range.upperBound - range.lowerBound, count: layout.preset == .single ? 5 : 8)
        let names = Labels.distinct(names, limit: layout.labelLimit)
        let longest = layout.widest(names)
        let labels = names.enumerated().map {
            "\(Figure.tic($1, limit: layout.labelLimit)) \(names.count - $0)"
        }
        // One or two rows do not fill the whole height.
        let air = 0.4 * Double(max(0, 3 - names.count))
        return """
            \(layout.frame(title: title, grid: "xtics"))
            unset key
            set lmargin \(Figure.number(longest + 2.5))
            set rmargin 4
            set xlabel \(Figure.wrapped(quantity, limit: layout.belowLimit - Int(longest) / 2, lines: 3)) noenhanced
            set xtics \(Figure.number(step))
            set xrange \(Figure.limits(range))
            set yrange [\(Figure.number(0.4 - air)):\(Figure.number(Double(names.count) + 0.6 + air))]
            set ytics noenhanced (\(labels.joined(separator: ", ")))
            """
    }
}
