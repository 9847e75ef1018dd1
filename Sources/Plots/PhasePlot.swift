// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Differences of two strategies over two options of the data, one panel per kind of data, on one scale of colors around 0;
/// numbers stand in the cells, so that grey prints tell signs apart, and marks where a difference is significant.
public enum PhasePlot {
    /// How far a cell's difference is significant.
    public enum Mark: String, Sendable {
        /// Not at all.
        case none = "-"
        /// Significant within the diagram.
        case diagram
        /// Significant among all tests of the report.
        case report
    }

    /// One difference, with what tables beside the figure say of it.
    public struct Cell {
        let column: Int
        let row: Int
        let difference: Double
        let interval: ClosedRange<Double>?
        let seeds: Int
        let p: Double
        let diagramP: Double
        let reportP: Double?
        let mark: Mark
        let verdict: String
        let name: String
        let reference: String

        /// - Parameters:
        ///   - column: number from the left.
        ///   - row: number from the bottom.
        ///   - difference: mean over seeds, better is positive.
        ///   - interval: 95 %.
        ///   - seeds: how many.
        ///   - p: of this cell alone.
        ///   - diagramP: corrected over the cells of the diagram.
        ///   - reportP: corrected over all tests of the report; nil where it is none of them.
        ///   - mark: how it is drawn.
        ///   - verdict: in words.
        ///   - name: of the problem.
        ///   - reference: what was subtracted.
        public init(
            column: Int, row: Int, difference: Double, interval: ClosedRange<Double>?, seeds: Int, p: Double,
            diagramP: Double, reportP: Double?, mark: Mark, verdict: String, name: String, reference: String
        ) {
            self.column = column
            self.row = row
            self.difference = difference
            self.interval = interval
            self.seeds = seeds
            self.p = p
            self.diagramP = diagramP
            self.reportP = reportP
            self.mark = mark
            self.verdict = verdict
            self.name = name
            self.reference = reference
        }
    }

    /// The cells of one kind of data.
    public struct Panel {
        let title: String
        let xTitle: String
        let yTitle: String
        /// Labels from left to right.
        let columns: [String]
        /// Labels from bottom to top.
        let rows: [String]
        let cells: [Cell]

        /// Cells may be missing; they are told apart by column and row.
        public init(
            title: String, xTitle: String, yTitle: String, columns: [String], rows: [String], cells: [Cell]
        ) {
            self.title = title
            self.xTitle = xTitle
            self.yTitle = yTitle
            self.columns = columns
            self.rows = rows
            self.cells = cells
        }
    }

    /// Panels that one figure holds.
    static let most = 12
    /// Steps of the scale on each side of 0.
    private static let steps = 4.0

    /// The diagram; nil where no cell has a difference.
    public static func figure(
        name: String, title: String, quantity: String, panels: [Panel], direction: Direction,
        preset: Layout.Preset = .double
    ) -> Figure? {
        let panels = Array(panels.filter { !$0.cells.isEmpty }.prefix(most))
        let values = panels.flatMap { $0.cells.map(\.difference) }.filter(\.isFinite)
        guard let largest = values.map(abs).max() else { return nil }
        let step = Layout.step(max(largest, 1e-6), count: 4)
        let grid = Arrangement(panels, values, preset)
        let file = Figure.file(name)
        var blocks: [FigureTable.Block] = []
        var plots: [String] = []
        for (index, panel) in panels.enumerated() {
            blocks.append(block(panel))
            plots.append(
                grid.frame(panel, index) + "\n" + labels(panel, grid, step) + "\n"
                    + "plot \(file) index \(index) using ($1+1):($2+1):(0.48):(0.48):3 with boxxyerror fs solid 1 border rgb '#C8C8C8' lw 0.5 fc palette\n"
                    + "unset label\nunset colorbox\nunset object")
        }
        let marks = panels.flatMap { $0.cells.map(\.mark) }
        let palette = direction == .higherIsBetter ? Palette.diverging : Palette.divergingFalling
        return Figure(
            name: name, title: title, layout: grid.layout, table: FigureTable(blocks),
            commands: """
                set datafile separator tab
                unset key
                set border 0
                set tics nomirror scale 0
                \(palette)
                set palette maxcolors \(Int(2 * steps + 1))
                set cbrange \(Figure.limits((-(steps + 0.5) * step)...((steps + 0.5) * step)))
                set cbtics \(Figure.number(step)) scale 0
                set cblabel \(Figure.quoted(quantity, limit: preset == .single ? 36 : 48)) noenhanced offset 0.5
                \(grid.colorbox)
                set multiplot title \(Figure.quoted(title, limit: grid.layout.titleLimit)) noenhanced
                \(grid.legend(marks))
                \(plots.joined(separator: "\n"))
                unset multiplot
                """)
    }

    private static func block(_ panel: Panel) -> FigureTable.Block {
        .init(
            [
                "column", "row", "difference", "low", "high", "seeds", "p", "p (Holm, diagram)", "p (Holm, report)",
                "significant in", "verdict", panel.xTitle, panel.yTitle, "problem", "minus", "panel",
            ],
            panel.cells.map { cell in
                [
                    .number(Double(cell.column)), .number(Double(cell.row)), .number(cell.difference),
                    .number(cell.interval?.lowerBound ?? .nan), .number(cell.interval?.upperBound ?? .nan),
                    .number(Double(cell.seeds)), .number(cell.p), .number(cell.diagramP),
                    .number(cell.reportP ?? .nan), .text(cell.mark.rawValue), .text(cell.verdict),
                    .text(panel.columns[cell.column]), .text(panel.rows[cell.row]), .text(cell.name),
                    .text(cell.reference), .text(panel.title),
                ]
            })
    }

    /// The numbers in the cells, marks below them, and a dash where there is none.
    private static func labels(_ panel: Panel, _ grid: Arrangement, _ step: Double) -> String {
        var lines: [String] = []
        var present: Set<Int> = []
        for cell in panel.cells where cell.difference.isFinite {
            present.insert(cell.row * panel.columns.count + cell.column)
            let ink = abs(cell.difference / step) >= steps - 0.5 ? "#FFFFFF" : "#000000"
            let (x, y) = (cell.column + 1, Double(cell.row + 1))
            let isMarked = cell.mark != .none
            if let text = grid.number(cell.difference) {
                lines.append(
                    "set label \(Figure.quoted(text)) at first \(x), first \(Figure.number(y + (isMarked ? 0.16 : 0))) center front noenhanced font ',\(Figure.number(Arrangement.fontSize))' tc rgb '\(ink)'"
                )
            }
            if isMarked {
                let shape = cell.mark == .report ? 7 : 6
                lines.append(
                    "set label '' at first \(x), first \(Figure.number(y - 0.26)) front point pt \(shape) ps 0.55 lw 1.2 lc rgb '\(ink)'"
                )
            }
        }
        for at in 0..<(panel.columns.count * panel.rows.count) where !present.contains(at) {
            lines.append(
                "set label '–' at first \(at % panel.columns.count + 1), first \(at / panel.columns.count + 1) center front tc rgb '#888888'"
            )
        }
        return lines.joined(separator: "\n")
    }

    /// Where panels lie, and how numbers are written so that they fit their cells. Lengths in cm.
    private struct Arrangement {
        static let fontSize = 6.5
        private static let cellHeight = 0.9

        let layout: Layout
        private let preset: Layout.Preset
        private let across: Int
        private let width: Double
        private let left: Double
        private let panelHeight: Double
        private let upright: Bool
        private let below: Double
        private let decimals: Int?
        private let withZero: Bool
        private static let top = 0.75
        private static let heading = 0.55
        private static let bottom = 0.6

        init(_ panels: [Panel], _ values: [Double], _ preset: Layout.Preset) {
            self.preset = preset
            let ticks = panels.flatMap(\.rows).map { TextWidth.digits(Arrangement.tick($0)) }.max() ?? 1
            let left = 0.75 + TextWidth.centimetres * (ticks + 0.5)
            self.left = left
            let columns = panels.map(\.columns.count).max() ?? 1
            let rows = panels.map(\.rows.count).max() ?? 1
            let digit = TextWidth.centimetres * Arrangement.fontSize / 8
            func width(_ across: Int) -> Double {
                (preset.width - Arrangement.bar(preset) - Double(across) * (left + 0.15)) / Double(across)
            }
            // Fewer panels side by side rather than numbers of two digits.
            func form(_ across: Int) -> (decimals: Int, zero: Bool)? {
                [(3, true), (3, false), (2, true), (2, false)].first { decimals, zero in
                    let longest = values.map { TextWidth.digits(Arrangement.text($0, decimals, zero)) }.max() ?? 0
                    return longest * digit + 0.08 <= width(across) / Double(columns)
                }.map { (decimals: $0.0, zero: $0.1) }
            }
            var across = min(panels.count, preset == .single ? 2 : 4)
            while across > 1, (form(across)?.decimals ?? 0) < 3 { across -= 1 }
            self.across = across
            let form = form(across)
            decimals = form?.decimals
            withZero = form?.zero ?? true
            // Cells are no wider than they need to be to be read.
            self.width = min(width(across), 2.4 * Double(columns))
            panelHeight = min(Arrangement.cellHeight, 12 / Double(rows)) * Double(rows)
            let longest = panels.flatMap(\.columns).map { TextWidth.digits(Arrangement.tick($0)) }.max() ?? 1
            upright = longest * TextWidth.centimetres > self.width / Double(columns) - 0.1
            below = 0.6 + (upright ? TextWidth.centimetres * longest + 0.2 : 0.45)
            let lines = (panels.count + across - 1) / across
            layout = Layout(
                preset,
                height: min(
                    40,
                    Arrangement.top + Arrangement.bottom
                        + Double(lines) * (Arrangement.heading + panelHeight + below)))
        }

        private static func bar(_ preset: Layout.Preset) -> Double { preset == .single ? 1.75 : 2.1 }

        private static func tick(_ text: String) -> String { Figure.shortened(text, 16) }

        private static func text(_ value: Double, _ decimals: Int, _ zero: Bool) -> String {
            let text = FixedPoint.signed(value, decimals)
            return zero ? text : text.replacing("+0.", with: "+.").replacing("−0.", with: "−.")
        }

        /// A number as it stands in a cell; nil where cells are too narrow for any.
        func number(_ value: Double) -> String? { decimals.map { Arrangement.text(value, $0, withZero) } }

        /// As gnuplot's coordinates of the screen.
        private func x(_ centimetres: Double) -> String { Figure.number(centimetres / preset.width) }
        private func y(_ centimetres: Double) -> String { Figure.number(1 - centimetres / layout.height) }

        /// Frame, axes and title of a panel.
        func frame(_ panel: Panel, _ index: Int) -> String {
            let fromLeft = Double(index % across) * (left + width + 0.15) + left
            let fromTop =
                Arrangement.top + Double(index / across) * (Arrangement.heading + panelHeight + below)
                + Arrangement.heading
            func tics(_ labels: [String]) -> String {
                labels.enumerated().map { "\(Figure.tic(Arrangement.tick($1))) \($0 + 1)" }.joined(separator: ", ")
            }
            let characters = Int(width / (TextWidth.centimetres * 0.95))
            return """
                set lmargin at screen \(x(fromLeft))
                set rmargin at screen \(x(fromLeft + width))
                set tmargin at screen \(y(fromTop))
                set bmargin at screen \(y(fromTop + panelHeight))
                set title \(Figure.quoted(panel.title, limit: characters)) noenhanced offset 0, -0.6
                set xlabel \(Figure.quoted(panel.xTitle, limit: characters)) noenhanced offset 0, 0.4
                set ylabel \(Figure.quoted(panel.yTitle, limit: max(8, Int(panelHeight / (TextWidth.centimetres * 0.95))))) noenhanced
                set xrange [0.5:\(Figure.number(Double(panel.columns.count) + 0.5))]
                set yrange [0.5:\(Figure.number(Double(panel.rows.count) + 0.5))]
                set xtics \(upright ? "rotate by 90 right " : "norotate ")noenhanced (\(tics(panel.columns)))
                set ytics noenhanced (\(tics(panel.rows)))
                """
        }

        /// One scale for all panels, right of the first row.
        var colorbox: String {
            let from = Double(across) * (left + width + 0.15) + 0.15
            let height = min(panelHeight, 5)
            let low = Arrangement.top + Arrangement.heading + height
            return
                "set colorbox vertical user origin \(x(from)), \(y(low)) size \(x(0.3)), \(Figure.number(height / layout.height))"
        }

        /// What the marks say, below all panels.
        func legend(_ marks: [Mark]) -> String {
            var from = left
            let height = Figure.number(0.32 / layout.height)
            var lines: [String] = []
            for (mark, shape, text) in [
                (Mark.report, 7, "p < 0.05 (Holm, whole report)"), (.diagram, 6, "p < 0.05 (Holm, this diagram)"),
            ] where marks.contains(mark) {
                lines.append(
                    "set label '\(text)' at screen \(x(from)), screen \(height) left point pt \(shape) ps 0.55 lw 1.2 lc rgb '#000000' offset char 0.8, 0 font ',\(Figure.number(Arrangement.fontSize + 0.5))'"
                )
                from += preset == .single ? 3.7 : 4.6
            }
            if lines.isEmpty {
                lines.append(
                    "set label 'no cell significant after Holm' at screen \(x(from)), screen \(height) left font ',\(Figure.number(Arrangement.fontSize + 0.5))'"
                )
            }
            return lines.joined(separator: "\n")
        }
    }
}
