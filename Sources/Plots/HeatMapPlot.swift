// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Cells of rows × columns, colored by value with the number in each; a missing cell stays empty and is crossed out.
public enum HeatMapPlot {
    /// - Parameters:
    ///   - name: of the file, without an ending.
    ///   - title: above the plot.
    ///   - quantity: what the colors show.
    ///   - rows: names, from the top.
    ///   - columns: names, from the left.
    ///   - values: `[row][column]`.
    ///   - marked: cells with a frame, for example the best of each column.
    ///   - rowTitle: what rows are.
    ///   - columnTitle: what columns are.
    ///   - diverging: colors around 0 instead of a ramp.
    ///   - falling: whether values below 0 are the better ones.
    ///   - decimals: of the numbers in the cells.
    ///   - preset: width.
    public static func figure(
        name: String, title: String, quantity: String, rows: [String], columns: [String], values: [[Double?]],
        marked: [(row: Int, column: Int)] = [], rowTitle: String = "", columnTitle: String = "",
        diverging: Bool = false, falling: Bool = false, decimals: Int = 3, preset: Layout.Preset = .double
    ) -> Figure? {
        let present = values.flatMap { $0 }.compactMap { $0 }.filter(\.isFinite)
        guard !rows.isEmpty, !columns.isEmpty, let low = present.min(), let high = present.max() else { return nil }
        let bound = max(abs(low), abs(high), 1e-12)
        let scale = diverging ? (-bound)...bound : (high > low ? low...high : (low - 1e-9)...(high + 1e-9))
        // What a column has of the width, in digits: the map stands between the rows' names and the color bar.
        let bar = preset == .single ? 9.0 : 11.0
        // Many columns make names smaller and shorter, so that they stand clear of each other.
        func width(_ names: Double) -> Double {
            (preset.width / TextWidth.centimetres - names - bar) / Double(columns.count)
        }
        let gap = rowTitle.isEmpty ? 2.5 : 6
        let isDense = width(Layout(preset).widest(rows) + gap) < 2.1
        let size = isDense ? 6.0 : 8
        // Few columns leave names of rows more room.
        let full = rows.map { TextWidth.digits(Figure.shortened($0, 36)) }.max() ?? 0
        let roomy = isDense ? 18 : width(full + gap) >= 4.8 ? 36 : Layout(preset).labelLimit
        let columnLimit = isDense ? 18 : 24
        // Names that a cut would make equal have a little more room.
        let rowNames = Labels.distinct(rows, limit: roomy) == rows ? rows : Labels.distinct(rows, limit: max(roomy, 24))
        let rowLimit = rowNames == rows ? roomy : max(roomy, 24)
        let longest = (rowNames.map { TextWidth.digits(Figure.shortened($0, rowLimit)) }.max() ?? 0) * size / 8
        let left = longest.rounded(.up) + gap
        let columnWidth = width(left)
        // Where even these do not, columns are numbered.
        let isNumbered = columnWidth < 1.5
        let columnNames =
            isNumbered ? columns.indices.map { String($0 + 1) } : Labels.distinct(columns, limit: columnLimit)
        let tilted = columnNames.contains { TextWidth.digits($0) * size / 8 > columnWidth - 1 }
        let lowest = Double(columnNames.map { min($0.count, columnLimit) }.max() ?? 0) * size / 8
        let upright = preset == .single || columns.count > 6
        let columnTitle = isNumbered ? "columns in the order of the table" : columnTitle
        let layout = Layout.rows(
            rows.count, preset, extra: 3.6 + (tilted ? (upright ? 0.18 : 0.1) * lowest : 0) + (isNumbered ? 0.5 : 0))
        var cells: [[FigureTable.Field]] = []
        var labels: [String] = []
        // Numbers are left out where cells are too narrow for them.
        func fits(_ decimals: Int) -> Bool { columnWidth >= Double(decimals) + (diverging ? 3.7 : 2.7) }
        // Differences may be small print without the zero before the point.
        let isSmall = diverging && !fits(decimals - 1) && columnWidth >= 0.82 * (Double(decimals) + 1.05) + 0.6
        let room = fits(decimals) || fits(decimals - 1) || isSmall
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
                let number = diverging ? FixedPoint.signed(value, digits) : FixedPoint.text(value, digits)
                let text = isSmall ? number.replacing("+0.", with: "+.").replacing("−0.", with: "−.") : number
                labels.append(
                    "set label \(Figure.quoted(text)) at first \(column + 1), first \(y) center front noenhanced \(isSmall ? "font ',6.5' " : "")tc rgb '\(light ? "#FFFFFF" : "#000000")'"
                )
            }
        }
        let frames = marked.enumerated().map { index, cell in
            let y = Double(rows.count - cell.row)
            let x = Double(cell.column + 1)
            return
                "set object \(index + 1) rectangle from first \(x - 0.46), first \(y - 0.43) to first \(x + 0.46), first \(y + 0.43) front fs empty border lc rgb '#D55E00' lw 1.8"
        }
        let columnLabels = columnNames.enumerated().map {
            "\(Figure.tic($1, limit: columnLimit)) \($0 + 1)"
        }
        let rowLabels = rowNames.enumerated().map { "\(Figure.tic($1, limit: rowLimit)) \(rows.count - $0)" }
        let font = isDense ? "font ',\(Figure.number(size))' " : ""
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable([.init(["column", "row", "value", "row name", "column name"], cells)]),
            commands: """
                set datafile separator tab
                set title \(Figure.wrapped(title, limit: layout.titleLimit)) noenhanced
                unset key
                set border 0
                set tics nomirror scale 0
                set lmargin at screen \(Figure.number(left * TextWidth.centimetres / preset.width))
                \(tilted ? "set bmargin \(Figure.number(2 + lowest * (upright ? 0.55 : 0.3) + (isNumbered ? 2 : 0)))\n" : "")set xrange [0.5:\(Figure.number(Double(columns.count) + 0.5))]
                set yrange [0.5:\(Figure.number(Double(rows.count) + 0.5))]
                set xtics \(tilted ? "\(upright ? "rotate by 90 right" : "rotate by -30") " : "")\(font)noenhanced (\(columnLabels.joined(separator: ", ")))
                set ytics \(font)noenhanced (\(rowLabels.joined(separator: ", ")))
                \(rowTitle.isEmpty ? "" : "set ylabel \(Figure.quoted(rowTitle)) noenhanced\n")\(columnTitle.isEmpty ? "" : "set xlabel \(Figure.quoted(columnTitle)) noenhanced\n")set rmargin at screen \(Figure.number(1 - bar * TextWidth.centimetres / preset.width))
                set cblabel \(Figure.quoted(quantity, limit: 40)) noenhanced offset 0.8
                set cbrange \(Figure.limits(scale))
                set cbtics scale 0.5
                \(diverging ? falling ? Palette.divergingFalling : Palette.diverging : Palette.ramp)
                \((labels + frames).joined(separator: "\n"))
                plot \(Figure.file(name)) index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette
                """)
    }
}
