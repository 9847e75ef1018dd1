// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// One line per method over epochs with a band from the lowest to the highest seed.
public struct CurvePlot {
    public struct Line {
        public let name: String
        /// `[seed][epoch]`
        public let seeds: [[Double]]
        public init(name: String, seeds: [[Double]]) {
            self.name = name
            self.seeds = seeds
        }
    }

    public static func figure(
        name: String, title: String, quantity: String, lines: [Line], range: ClosedRange<Double>? = nil
    ) -> Figure? {
        let lines = lines.filter { line in line.seeds.contains { !$0.isEmpty } }
        guard !lines.isEmpty else { return nil }
        // Blocks separated by two blank lines, one per method: gnuplot's `index`.
        var table = "# epoch\tmean\tlow\thigh\tmethod\n"
        for (position, line) in lines.enumerated() {
            if position > 0 { table += "\n\n" }
            let epochs = line.seeds.map(\.count).max() ?? 0
            for epoch in 0..<epochs {
                let values = line.seeds.compactMap { $0.count > epoch && $0[epoch].isFinite ? $0[epoch] : nil }
                guard !values.isEmpty else { continue }
                let mean = values.reduce(0, +) / Double(values.count)
                table +=
                    "\(epoch + 1)\t\(Figure.number(mean))\t\(Figure.number(values.min() ?? mean))\t\(Figure.number(values.max() ?? mean))\t\(Figure.field(line.name))\n"
            }
        }
        let file = "'\(Figure.slug(name)).tsv'"
        var parts: [String] = []
        for (index, _) in lines.enumerated() {
            parts.append(
                "\(file) index \(index) using 1:3:4 with filledcurves fc rgb '\(Palette.color(index))' fs transparent solid 0.15 noborder notitle"
            )
        }
        for (index, line) in lines.enumerated() {
            parts.append(
                "\(file) index \(index) using 1:2 with lines lw 2 dt \(Palette.dash(index)) lc rgb '\(Palette.color(index))' title \(Figure.quoted(line.name))"
            )
        }
        let limits =
            range.map { "set yrange [\(Figure.number($0.lowerBound)):\(Figure.number($0.upperBound))]\n" } ?? ""
        return Figure(
            name: name, title: title, table: table,
            commands: """
                \(Palette.frame)
                set datafile separator tab
                set title \(Figure.quoted(title)) noenhanced
                set xlabel 'epoch'
                set ylabel \(Figure.quoted(quantity)) noenhanced
                \(limits)plot \(parts.joined(separator: ", \\\n     "))
                """)
    }
}
