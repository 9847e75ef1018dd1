// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Horizontal bars of what each strategy costs relative to a reference, split into parts such as the run itself and the
/// runs it needs first.
public enum CostPlot {
    /// Stacked bars, one a row; nil where there is nothing to draw.
    public static func figure(
        name: String, title: String, quantity: String, rows: [(name: String, parts: [Double])], parts: [String],
        reference: Double? = nil, preset: Layout.Preset = .double
    ) -> Figure? {
        let rows = rows.filter { $0.parts.allSatisfy(\.isFinite) && $0.parts.contains { $0 > 0 } }
        guard !rows.isEmpty else { return nil }
        let layout = Layout.rows(rows.count, preset, extra: 3.2, legend: parts.count > 1 ? parts : [])
        let blocks = parts.indices.map { part in
            FigureTable.Block(
                ["position", "from", "to", "strategy", "part"],
                rows.enumerated().map { index, row in
                    let from = row.parts[..<part].reduce(0, +)
                    return [
                        .number(Double(rows.count - index)), .number(from), .number(from + row.parts[part]),
                        .text(row.name), .text(parts[part]),
                    ]
                })
        }
        let file = Figure.file(name)
        let bars = parts.enumerated().map { index, part in
            "\(file) index \(index) using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs \(BarPlot.pattern(index)) border lc rgb '#444444' fc rgb '\(Palette.color(index))' title \(Figure.quoted(part))"
        }
        let line =
            reference.map {
                "set arrow 1 from first \(Figure.number($0)), graph 0 to first \(Figure.number($0)), graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'\n"
            } ?? ""
        let top = rows.map { $0.parts.reduce(0, +) }.max() ?? 1
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks),
            commands: """
                \(RowFrame.commands(layout, title: title, quantity: quantity, names: rows.map(\.name), range: 0...max(top, reference ?? 0) * 1.05))
                \(parts.count > 1 ? "\(layout.keyAboveRows)\n" : "")                \(line)plot \(bars.joined(separator: ", \\\n     "))
                """)
    }
}
