// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Cells of rows × columns, colored by value with the number in each; a missing cell stays empty and is crossed out.
public enum HeatMapPlot {
    /// - Parameters:
    ///   - values: `[row][column]`.
    ///   - marked: cells with a frame, for example the best of each column.
    ///   - diverging: colors around 0 instead of a ramp.
    public static func figure(
        name: String, title: String, quantity: String, rows: [String], columns: [String], values: [[Double?]],
        marked: [(row: Int, column: Int)] = [], rowTitle: String = "", columnTitle: String = "",
        diverging: Bool = false, decimals: Int = 3, preset: Layout.Preset = .double
    ) -> Figure? {
        let present = values.flatMap { $0 }.compactMap { $0 }.filter(\.isFinite)
        guard !rows.isEmpty, !columns.isEmpty, let low = present.min(), let high = present.max() else { return nil }
        let bound = max(abs(low), abs(high), 1e-12)
        let scale = diverging ? (-bound)...bound : (high > low ? low...high : (low - 1e-9)...(high + 1e-9))
        // What a column has of the width, in digits: the map stands between the rows' names and the color bar.
        let bar = preset == .single ? 9.0 : 11.0
        let longest = Layout(preset).widest(rows)
        let left = longest + (rowTitle.isEmpty ? 2.5 : 6)
        let columnWidth = (preset.width / TextWidth.centimetres - left - bar) / Double(columns.count)
        let tilted = columns.contains { TextWidth.digits($0) > columnWidth - 1 }
        let lowest = columns.map { min($0.count, 24) }.max() ?? 0
        let upright = preset == .single || columns.count > 6
        let layout = Layout.rows(
            rows.count, preset, extra: 3.6 + (tilted ? (upright ? 0.18 : 0.1) * Double(lowest) : 0))
        var cells: [[FigureTable.Field]] = []
        var labels: [String] = []
        // Numbers are left out where cells are too narrow for them.
        func fits(_ decimals: Int) -> Bool { columnWidth >= Double(decimals) + (diverging ? 3.7 : 2.7) }
        let room = fits(decimals) || fits(decimals - 1)
        let digits = fits(decimals) ? decimals : decimals - 1
        for (row, line) in values.enumerated() {
            for (column, value) in line.enumerated() {
                let y = rows.count - row
                guard let value, value.isFinite else {
                    labels.append("set label '–' at first \(column + 1), first \(y) center front tc rgb '#888888'")
                    continue
                }
                cells.append([
                    .number(Double(column + 1)), .number(Double(y)), .number(value), .text(rows[row]),
                    .text(columns[column]),
                ])
                guard room else { continue }
                let place = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
                let light = diverging ? abs(place - 0.5) > 0.38 : place < 0.45
                let text = diverging ? FixedPoint.signed(value, digits) : FixedPoint.text(value, digits)
                labels.append(
                    "set label \(Figure.quoted(text)) at first \(column + 1), first \(y) center front noenhanced tc rgb '\(light ? "#FFFFFF" : "#000000")'"
                )
            }
        }
        let frames = marked.enumerated().map { index, cell in
            let y = Double(rows.count - cell.row)
            let x = Double(cell.column + 1)
            return
                "set object \(index + 1) rectangle from first \(x - 0.46), first \(y - 0.43) to first \(x + 0.46), first \(y + 0.43) front fs empty border lc rgb '#D55E00' lw 1.8"
        }
        let columnLabels = columns.enumerated().map {
            "\(Figure.quoted($1, limit: 24)) \($0 + 1)"
        }
        let rowLabels = rows.enumerated().map { "\(Figure.quoted($1, limit: layout.labelLimit)) \(rows.count - $0)" }
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable([.init(["column", "row", "value", "row name", "column name"], cells)]),
            commands: """
                set datafile separator tab
                set title \(Figure.wrapped(title, limit: layout.titleLimit)) noenhanced
                unset key
                set border 0
                set tics nomirror scale 0
                set lmargin \(Figure.number(left))
                \(tilted ? "set bmargin \(Figure.number(2 + Double(lowest) * (upright ? 0.55 : 0.3)))\n" : "")set xrange [0.5:\(Figure.number(Double(columns.count) + 0.5))]
                set yrange [0.5:\(Figure.number(Double(rows.count) + 0.5))]
                set xtics \(tilted ? "\(upright ? "rotate by 90 right" : "rotate by -30") " : "")noenhanced (\(columnLabels.joined(separator: ", ")))
                set ytics noenhanced (\(rowLabels.joined(separator: ", ")))
                \(rowTitle.isEmpty ? "" : "set ylabel \(Figure.quoted(rowTitle)) noenhanced\n")\(columnTitle.isEmpty ? "" : "set xlabel \(Figure.quoted(columnTitle)) noenhanced\n")set rmargin \(Figure.number(bar))
                set cblabel \(Figure.quoted(quantity, limit: 40)) noenhanced offset 0.8
                set cbrange \(Figure.limits(scale))
                set cbtics scale 0.5
                \(diverging ? Palette.diverging : Palette.ramp)
                \((labels + frames).joined(separator: "\n"))
                plot \(Figure.file(name)) index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette
                """)
    }
}
