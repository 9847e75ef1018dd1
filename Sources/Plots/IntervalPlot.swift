// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// One row per name: a point and its interval, read from top to bottom; the seeds' own values behind it.
public struct IntervalPlot {
    public struct Row {
        public let name: String
        public let values: [Double]
        public init(name: String, values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    public static func figure(
        name: String, title: String, quantity: String, rows: [Row], reference: Double? = nil
    ) -> Figure? {
        let rows = rows.filter { !$0.values.isEmpty }
        guard !rows.isEmpty else { return nil }
        var table = "position\tmean\tlow\thigh\tname\n"
        for (index, row) in rows.enumerated() {
            let summary = MeanInterval(row.values)
            let low = summary.interval?.lowerBound ?? summary.mean
            let high = summary.interval?.upperBound ?? summary.mean
            table +=
                "\(rows.count - index)\t\(Figure.number(summary.mean))\t\(Figure.number(low))\t\(Figure.number(high))\t\(Figure.field(row.name))\n"
        }
        table += "\n\nposition\tvalue\n"
        for (index, row) in rows.enumerated() {
            for value in row.values { table += "\(rows.count - index)\t\(Figure.number(value))\n" }
        }
        let shown = rows.flatMap { row -> [Double] in
            let interval = MeanInterval(row.values).interval
            return row.values + [interval?.lowerBound, interval?.upperBound].compactMap { $0 }
        }.filter(\.isFinite)
        let (low, high) = (shown.min() ?? 0, shown.max() ?? 1)
        let reach = max((high - low) * 0.05, abs(high) * 0.01, 1e-6)
        let file = "'\(Figure.slug(name)).tsv'"
        let longest = rows.map(\.name.count).max() ?? 0
        let labels = rows.enumerated().map { "\(Figure.quoted(shortened($1.name))) \(rows.count - $0)" }
        let line =
            reference.map {
                "set arrow 1 from first \(Figure.number($0)), graph 0 to first \(Figure.number($0)), graph 1 nohead dt 2 lc rgb '#444444'\n"
            } ?? ""
        return Figure(
            name: name, title: title, table: table,
            commands: """
                \(Palette.frame)
                unset grid
                set grid xtics lc rgb '#DDDDDD' lt 1
                unset key
                set datafile separator tab
                set lmargin \(min(longest, 36) + 3)
                set rmargin 4
                set title \(Figure.quoted(title)) noenhanced
                set xlabel \(Figure.quoted(quantity)) noenhanced
                set xrange [\(Figure.number(low - reach)):\(Figure.number(high + reach))]
                set yrange [0.4:\(Double(rows.count) + 0.6)]
                set ytics noenhanced (\(labels.joined(separator: ", ")))
                \(line)plot \(file) index 1 using 2:1 every ::1 with points pt 6 ps 0.6 lc rgb '#999999', \\
                     \(file) index 0 using 2:1:3:4 every ::1 with xerrorbars pt 7 ps 1.1 lw 2 lc rgb '\(Palette.color(0))'
                """)
    }

    private static func shortened(_ text: String) -> String { text.count <= 36 ? text : text.prefix(35) + "…" }
}
