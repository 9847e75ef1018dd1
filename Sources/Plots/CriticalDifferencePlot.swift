// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Demšar's diagram: methods on the axis of mean ranks, best to the left; a bar joins methods between which no pair
/// differs.
public enum CriticalDifferencePlot {
    /// Mean ranks on a line, bars over what does not differ at `alpha`; nil for fewer than two methods.
    public static func figure(
        name: String, title: String, methods: [String], friedman: Friedman, alpha: Double = 0.05,
        preset: Layout.Preset = .double
    ) -> Figure? {
        guard methods.count == friedman.methods, methods.count >= 2 else { return nil }
        let difference = Nemenyi.criticalDifference(alpha, methods: friedman.methods, blocks: friedman.blocks)
        let ranks = friedman.meanRanks
        let bars = Nemenyi.bars(ranks) { abs(ranks[$0] - ranks[$1]) > difference }
        let order = ranks.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }
        let (low, high) = (1.0, Double(methods.count))
        let left = (order.count + 1) / 2
        let floor = Double(bars.count) * 0.35 + 0.5
        let levels = Double(max(left, order.count - left))
        let layout = Layout(preset, height: 3.2 + 0.5 * levels + 0.25 * Double(bars.count))

        // The axis stands between labels of equal width.
        let side = preset == .single ? 0.34 : 0.28
        let room = (side - 0.02) * preset.width / TextWidth.centimetres
        let span = (high - low) * side / (1 - 2 * side)
        // A number at every rank, or at every second, fifth … so that they do not touch.
        let tic = max(1, Int(Layout.step(high, count: preset == .single ? 8 : 20)))
        let tics = stride(from: tic == 1 ? 1 : tic, through: methods.count, by: tic)
        var drawing: [String] = []
        var rows: [[FigureTable.Field]] = []
        for (position, method) in order.enumerated() {
            let onLeft = position < left
            let level = floor + Double(onLeft ? position : order.count - 1 - position) * 0.8 + 0.5
            let rank = Figure.number(ranks[method])
            let edge = "graph \(Figure.number(onLeft ? side : 1 - side))"
            let mean = preset == .single ? "" : "  (\(FixedPoint.text(ranks[method], 2)))"
            let text =
                TextWidth.shortened(methods[method], to: room - TextWidth.digits(mean)) + mean
            drawing.append(
                "set arrow from first \(rank), first 0 to first \(rank), first \(Figure.number(-level)) nohead lw 1 lc rgb '#444444'"
            )
            drawing.append(
                "set arrow from first \(rank), first \(Figure.number(-level)) to \(edge), first \(Figure.number(-level)) nohead lw 1 lc rgb '#444444'"
            )
            drawing.append(
                "set label \(Figure.quoted(text, limit: 60)) at graph \(Figure.number(onLeft ? side - 0.01 : 1.01 - side)), first \(Figure.number(-level)) \(onLeft ? "right" : "left") noenhanced"
            )
            rows.append([.number(ranks[method]), .text(methods[method])])
        }
        var joined: [[FigureTable.Field]] = []
        for (index, bar) in bars.enumerated() {
            guard let first = bar.first, let last = bar.last else { continue }
            let y = -0.35 * Double(index + 1)
            joined.append([.number(ranks[first]), .number(ranks[last]), .number(y)])
        }
        let file = Figure.file(name)
        // The critical difference as a scale above the axis, from the best possible rank.
        let scale = (low, min(high, low + difference))
        let barPlot =
            joined.isEmpty
            ? ""
            : ", \\\n     \(file) index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '\(Palette.color(1))' notitle"
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable(
                [.init(["mean rank", "method"], rows)]
                    + (joined.isEmpty ? [] : [.init(["from rank", "to rank", "level"], joined)])),
            commands: """
                set datafile separator tab
                set title \(Figure.wrapped(title, limit: layout.titleLimit)) noenhanced
                unset key
                unset border
                unset ytics
                set lmargin 2
                set rmargin 2
                unset xtics
                set xrange [\(Figure.number(low - span)):\(Figure.number(high + span))]
                set yrange [\(Figure.number(-floor - levels * 0.8 - 0.2)):2.1]
                set arrow from first \(Figure.number(low)), first 0 to first \(Figure.number(high)), first 0 nohead lw 1.2 lc rgb '#444444'
                set arrow from first \(Figure.number(scale.0)), first 1.3 to first \(Figure.number(scale.1)), first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
                set label \(Figure.quoted(preset == .single ? "critical difference \(FixedPoint.text(difference, 2))" : "critical difference \(FixedPoint.text(difference, 2)) (Nemenyi, α = \(FixedPoint.text(alpha, 2)), \(friedman.blocks) blocks)")) at first \(Figure.number(low)), first 1.7 left noenhanced
                \(tics.map { "set label '\($0)' at first \($0), first 0.45 center\nset arrow from first \($0), first 0 to first \($0), first 0.18 nohead lw 1 lc rgb '#444444'" }.joined(separator: "\n"))
                \(drawing.joined(separator: "\n"))
                plot \(file) index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '\(Palette.color(0))' notitle\(barPlot)
                """)
    }
}
