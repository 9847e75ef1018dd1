// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// A score over a swept quantity on a log₂ axis: means and seeds, a parabola, and where its top lies.
public enum SweepPlot {
    /// One line of the sweep.
    public struct Line {
        /// As the key calls it.
        public let name: String
        /// log₂ of the swept quantity.
        public let positions: [Double]
        /// Per seed one value for each position.
        public let seeds: [Series<Seeds>]
        /// Where the parabola has its top; nil where it has none inside the sweep.
        public let peak: Double?
        /// Of the top; nil where it cannot be given.
        public let interval: ClosedRange<Double>?

        public init(
            name: String, positions: [Double], seeds: [Series<Seeds>], peak: Double?, interval: ClosedRange<Double>?
        ) {
            self.name = name
            self.positions = positions
            self.seeds = seeds
            self.peak = peak
            self.interval = interval
        }
    }

    /// Scores over a swept option with their parabolas; nil where there is nothing to draw.
    ///
    /// - Parameters:
    ///   - name: of the file, without an ending.
    ///   - title: above the plot.
    ///   - quantity: what the y axis shows.
    ///   - swept: the option on the x axis.
    ///   - lines: in the order of the legend.
    ///   - range: where no score can lie outside; nil for scores without bounds.
    ///   - preset: width.
    public static func figure(
        name: String, title: String, quantity: String, swept: String, lines: [Line],
        within range: ClosedRange<Double>? = nil, preset: Layout.Preset = .double
    ) -> Figure? {
        let lines = lines.filter { !$0.positions.isEmpty && !$0.seeds.isEmpty }
        let positions = lines.flatMap(\.positions)
        guard let low = positions.min(), let high = positions.max(), high > low else { return nil }
        // The title names a single line.
        let layout = Layout(preset, legend: lines.count > 1 ? lines.map(\.name) : [])
        let file = Figure.file(name)
        var blocks: [FigureTable.Block] = []
        var behind: [String] = []
        var parts: [String] = []
        var shading: [String] = []
        for (index, line) in lines.enumerated() {
            let color = Palette.color(index)
            let means = line.positions.indices.map { at in
                MeanInterval(line.seeds.map { $0.values[at] }, within: range)
            }
            blocks.append(
                .init(
                    ["log2 of \(swept)", "mean", "low", "high", "line"],
                    zip(line.positions, means).map { position, mean in
                        [
                            .number(position), .number(mean.mean), .number(mean.interval?.lowerBound ?? mean.mean),
                            .number(mean.interval?.upperBound ?? mean.mean), .text(line.name),
                        ]
                    }))
            parts.append(
                "\(file) index \(blocks.count - 1) using 1:2:3:4 with yerrorbars pt \(Palette.point(index)) ps 0.9 lw 1.3 lc rgb '\(color)' title \(Figure.quoted(line.name, limit: layout.labelLimit))"
            )
            guard let fit = QuadraticPeak(line.positions, means.map(\.mean)) else { continue }
            let curve = (0...60).map { low + (high - low) * Double($0) / 60 }
            blocks.append(
                .init(["log2 of \(swept)", "parabola"], curve.map { [.number($0), .number(fit.value(at: $0))] }))
            behind.append(
                "\(file) index \(blocks.count - 1) using 1:2 with lines lw 1.4 dt \(Palette.dash(index)) lc rgb '\(color)' notitle"
            )
            guard let peak = line.peak, peak >= low, peak <= high else { continue }
            if let interval = line.interval {
                let (from, to) = (max(low, interval.lowerBound), min(high, interval.upperBound))
                shading.append(
                    "set object \(index + 1) rectangle from first \(Figure.number(from)), graph 0 to first \(Figure.number(to)), graph 1 behind fc rgb '\(color)' fs transparent solid 0.12 noborder"
                )
            }
            shading.append(
                "set arrow \(index + 1) from first \(Figure.number(peak)), graph 0 to first \(Figure.number(peak)), graph 1 nohead dt (4,4) lw 1 lc rgb '\(color)'"
            )
        }
        let reach = (high - low) * 0.05
        return Figure(
            name: name, title: title, layout: layout, table: FigureTable(blocks),
            commands: """
                \(layout.frame(title: title))
                \(lines.count > 1 ? "" : "unset key\n")set xlabel \(Figure.wrapped("\(swept) (log₂ scale; dashed: top of the parabola, shaded: its 95 % interval)", limit: layout.belowLimit, lines: 3)) noenhanced
                set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
                set xrange [\(Figure.number(low - reach)):\(Figure.number(high + reach))]
                set xtics (\(ticks(low, high, preset).joined(separator: ", ")))
                \(shading.joined(separator: "\n"))
                \(Figure.rangeIfFlat("y", lines.flatMap { $0.seeds.flatMap(\.values) }))plot \((behind + parts).joined(separator: ", \\\n     "))
                """)
    }

    /// Whole powers of two, written as such; where fewer than three lie in the range, round ratios.
    private static func ticks(_ low: Double, _ high: Double, _ preset: Layout.Preset) -> [String] {
        let first = Int(low.rounded(.up))
        let last = Int(high.rounded(.down))
        if last - first < 2 {
            let (from, to) = (exp2(low), exp2(high))
            let step = Layout.step(to - from, count: 6)
            return stride(from: (from / step).rounded(.up), through: (to / step).rounded(.down), by: 1).map { count in
                "'\(Figure.number(count * step))' \(Figure.number(log2(count * step)))"
            }
        }
        guard last - first < 40 else { return ["'\(Figure.number(low))' \(Figure.number(low))"] }
        let labels = (first...last).map { power in
            (power: power, text: power >= 0 ? "\(1 << power)" : "1/\(1 << -power)")
        }
        // Every second power, or every third, where all of them would touch.
        func shown(_ every: Int) -> [(power: Int, text: String)] { labels.filter { $0.power % every == 0 } }
        let every = (1...4).first { every in
            shown(every).reduce(0) { $0 + TextWidth.digits($1.text) + 1 } <= (preset == .single ? 32 : 85)
        }
        return shown(every ?? 5).map { "'\($0.text)' \($0.power)" }
    }
}
