// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// What each modality contributes to each strategy's score (Shapley values), stacked; the sum is the score minus that of
/// no modality at all.
public enum ShapleyPlot {
    /// Contributions of modalities, side by side by strategy; nil where there is nothing to draw.
    public static func figure(
        name: String, title: String, quantity: String, strategies: [String],
        modalities: [(name: String, values: [Double?])], preset: Layout.Preset = .double
    ) -> Figure? {
        let kept = strategies.indices.filter { index in modalities.allSatisfy { $0.values[index]?.isFinite ?? false } }
        guard !kept.isEmpty, !modalities.isEmpty else { return nil }
        let isTall = kept.count > Layout.mostGroups(preset)
        let names = modalities.map(\.name)
        let groups = Labels.distinct(kept.map { strategies[$0] }, limit: Layout.belowLabel)
        let layout =
            isTall
            ? Layout.rows(kept.count, preset, extra: 3.2, legend: names)
            : Layout(preset, legend: names, below: groups)
        // Negative contributions are stacked downwards, positive ones upwards, so that none hides another.
        var boxes = modalities.map { _ in [[FigureTable.Field]]() }
        var (lowest, highest) = (0.0, 0.0)
        for (position, index) in kept.enumerated() {
            var (up, down) = (0.0, 0.0)
            for (modality, one) in modalities.enumerated() {
                let value = one.values[index] ?? 0
                let from = value >= 0 ? up : down
                if value >= 0 { up += value } else { down += value }
                boxes[modality].append([
                    .number(Double(position)), .number(from), .number(from + value), .number(value),
                    .text(strategies[index]), .text(one.name),
                ])
            }
            lowest = min(lowest, down)
            highest = max(highest, up)
        }
        let file = Figure.file(name)
        let parts = modalities.enumerated().map { index, one in
            "\(file) index \(index) using \(isTall ? "2:(\(kept.count)-$1):2:3:(\(kept.count)-$1-0.35):(\(kept.count)-$1+0.35)" : "1:2:($1-0.35):($1+0.35):2:3") with boxxyerror fs \(BarPlot.pattern(index)) border lc rgb '#444444' fc rgb '\(Palette.color(index))' title \(Figure.quoted(one.name, limit: layout.labelLimit))"
        }
        let labels = groups.enumerated().map { "\(Figure.tic($1, limit: Layout.belowLabel)) \($0)" }
        let range = Figure.range([lowest, highest], air: 0.08)
        let frame =
            isTall
            ? """
            \(RowFrame.commands(layout, title: title, quantity: quantity, names: kept.map { strategies[$0] }, range: range))
            \(layout.keyAboveRows)
            set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
            """
            : """
            \(layout.frame(title: title))
            set ylabel \(Figure.wrapped(quantity, limit: layout.besideLimit)) noenhanced
            set yrange \(Figure.limits(range))
            set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
            set xrange [-0.7:\(Figure.number(Double(kept.count) - 0.3))]
            set xtics \(layout.turned) noenhanced (\(labels.joined(separator: ", ")))
            """
        return Figure(
            name: name, title: title, layout: layout,
            table: FigureTable(
                boxes.map { .init(["position", "from", "to", "value", "strategy", "modality"], $0) }),
            commands: """
                \(frame)
                plot \(parts.joined(separator: ", \\\n     "))
                """)
    }
}
