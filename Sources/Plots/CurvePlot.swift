// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// One line per method over epochs with a band from the lowest to the highest seed.
public enum CurvePlot {
    /// A strategy's curve over epochs.
    public struct Line {
        /// As the key calls it.
        public let name: String
        /// `[seed][epoch]`
        public let seeds: [[Double]]
        public init(name: String, seeds: [[Double]]) {
            self.name = name
            self.seeds = seeds
        }
    }

    /// - Parameters:
    ///   - name: of the file, without an ending.
    ///   - title: above the plot.
    ///   - quantity: what the y axis shows; that it is a mean is added.
    ///   - abscissa: what the x axis shows.
    ///   - lines: in the order of the legend.
    ///   - range: of the y axis; as the data need it if left out.
    ///   - reference: a horizontal line, and what it is called.
    ///   - preset: width.
    public static func figure(
        name: String, title: String, quantity: String, abscissa: String = "epoch", lines: [Line],
        range: ClosedRange<Double>? = nil, reference: Double? = nil, preset: Layout.Preset = .double
    ) -> Figure? {
        let blocks = lines.compactMap { line -> (name: String, block: FigureTable.Block)? in
            let epochs = line.seeds.map(\.count).max() ?? 0
            let rows = (0..<epochs).compactMap { epoch -> [FigureTable.Field]? in
                let values = line.seeds.compactMap { $0.count > epoch && $0[epoch].isFinite ? $0[epoch] : nil }
                guard let low = values.min(), let high = values.max() else { return nil }
                let mean = values.reduce(0, +) / Double(values.count)
                return [.number(Double(epoch + 1)), .number(mean), .number(low), .number(high), .text(line.name)]
            }
            return rows.isEmpty ? nil : (line.name, .init([abscissa, "mean", "low", "high", "method"], rows))
        }
        guard !blocks.isEmpty else { return nil }
        let layout = Layout(preset, legend: blocks.map(\.name))
        let file = Figure.file(name)
        // Many bands hide each other.
        let bands = (blocks.count > Palette.mostBands ? 0..<0 : blocks.indices).map { index in
            "\(file) index \(index) using 1:3:4 with filledcurves fc rgb '\(Palette.color(index))' fs transparent solid 0.13 noborder notitle"
        }
        // One epoch is a point, not a line.
        let epochs = blocks.map(\.block.rows.count).max() ?? 0
        let means = blocks.indices.map { index in
            "\(file) index \(index) using 1:2 with \(epochs > 1 ? "lines" : "linespoints pt \(Palette.point(index)) ps 0.8") lw 1.8 dt \(Palette.dash(index)) lc rgb '\(Palette.color(index))' title \(Figure.quoted(blocks[index].name, limit: layout.labelLimit))"
        }
        let limits =
            (range.map { "set yrange \(Figure.limits($0))\n" }
                ?? Figure.rangeIfFlat("y", lines.flatMap { $0.seeds.joined() }))
            + (epochs > 1 ? "" : "set xrange [0.5:1.5]\nset xtics 1\n")
        let line =
            reference.map {
                "set arrow 1 from graph 0, first \(Figure.number($0)) to graph 1, first \(Figure.number($0)) nohead dt (4,4) lw 0.8 lc rgb '#444444'\n"
            } ?? ""
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks.map(\.block)),
            commands: """
                \(layout.frame(title: title))
                set xlabel \(Figure.quoted(abscissa))
                set ylabel \(Figure.wrapped("\(quantity), mean\(bands.isEmpty ? "" : " and range") over seeds", limit: layout.besideLimit)) noenhanced
                \(limits)\(line)plot \((bands + means).joined(separator: ", \\\n     "))
                """)
    }
}
