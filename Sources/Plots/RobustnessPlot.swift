// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// A score as one modality gets worse: missing, noisy … One line per strategy with its interval.
public enum RobustnessPlot {
    /// A strategy's scores under growing damage.
    public struct Line {
        /// As the key calls it.
        public let name: String
        /// How strong the damage is, rising.
        public let severities: [Double]
        /// `[severity][seed]`
        public let scores: [[Double]]
        public init(name: String, severities: [Double], scores: [[Double]]) {
            self.name = name
            self.severities = severities
            self.scores = scores
        }
    }

    /// Score against damage; nil where there is nothing to draw.
    ///
    /// - Parameters:
    ///   - name: of the file, without an ending.
    ///   - title: above the plot.
    ///   - quantity: what the y axis shows.
    ///   - damage: what the x axis shows.
    ///   - lines: in the order of the legend.
    ///   - range: where no score can lie outside; nil for scores without bounds.
    ///   - preset: width.
    public static func figure(
        name: String, title: String, quantity: String, damage: String, lines: [Line],
        within range: ClosedRange<Double>? = nil, preset: Layout.Preset = .double
    ) -> Figure? {
        let lines = lines.filter { $0.severities.count > 1 && $0.scores.contains { !$0.isEmpty } }
        guard !lines.isEmpty else { return nil }
        let layout = Layout(preset, legend: lines.map(\.name))
        let file = Figure.file(name)
        let blocks = lines.map { line in
            FigureTable.Block(
                ["severity", "mean", "low", "high", "strategy"],
                zip(line.severities, line.scores).filter { !$0.1.isEmpty }.map { severity, scores in
                    let mean = MeanInterval(scores, within: range)
                    return [
                        .number(severity), .number(mean.mean), .number(mean.interval?.lowerBound ?? mean.mean),
                        .number(mean.interval?.upperBound ?? mean.mean), .text(line.name),
                    ]
                })
        }
        // Many bands hide each other.
        let bands = (lines.count > Palette.mostBands ? 0..<0 : lines.indices).map {
            "\(file) index \($0) using 1:3:4 with filledcurves fc rgb '\(Palette.color($0))' fs transparent solid 0.12 noborder notitle"
        }
        let points = lines.indices.map {
            "\(file) index \($0) using 1:2 with linespoints lw 1.6 dt \(Palette.dash($0)) pt \(Palette.point($0)) ps 0.8 lc rgb '\(Palette.color($0))' title \(Figure.quoted(lines[$0].name, limit: layout.labelLimit))"
        }
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks),
            commands: """
                \(layout.frame(title: title))
                set xlabel \(Figure.wrapped(damage, limit: layout.belowLimit)) noenhanced
                set ylabel \(Figure.wrapped("\(quantity), mean \(bands.isEmpty ? "over seeds" : "and 95 % interval")", limit: layout.besideLimit)) noenhanced
                set xrange \(Figure.limits(Figure.range(lines.flatMap(\.severities), air: 0.03)))
                \(Figure.rangeIfFlat("y", lines.flatMap { $0.scores.joined() }))plot \((bands + points).joined(separator: ", \\\n     "))
                """)
    }
}
