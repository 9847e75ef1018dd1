// SPDX-License-Identifier: Apache-2.0

/// How large a figure is on paper. Text and lines have the same size in every preset, so figures match side by side.
public struct Layout: Equatable, Sendable {
    /// How wide a figure is.
    public enum Preset: String, Sendable, CaseIterable {
        /// One column of a two-column page.
        case single
        /// The width of the page.
        case double

        /// In centimetres.
        public var width: Double { self == .single ? 8.5 : 17.5 }
    }

    /// The width that was asked for.
    public let preset: Preset
    private let plainHeight: Double
    private let legendColumns: Int
    /// How labels of groups stand below the axis.
    private enum Turn { case level, slanted, upright }
    private let turn: Turn
    /// The width of the widest upright label below the axis, in widths of a digit; 0 where none stands upright.
    private let belowWidth: Double
    private var lineBreaks = 0

    /// Characters of a label of a group below the axis.
    static let belowLabel = 20

    /// In cm, as the width.
    public var height: Double { plainHeight + 0.36 * Double(lineBreaks) }

    /// - Parameters:
    ///   - preset: width.
    ///   - height: in cm; as the preset has it if left out.
    ///   - legend: the names in the legend, which takes its room beside (double) or above the plot (single).
    ///   - below: labels of groups below the axis.
    public init(_ preset: Preset = .double, height: Double? = nil, legend: [String] = [], below: [String] = []) {
        self.preset = preset
        let longestLegend = legend.map { TextWidth.digits($0) }.max() ?? 0
        let widest = below.map { TextWidth.digits(Figure.shortened($0, Layout.belowLabel)) }.max() ?? 0
        // What a group has of the width, beside the axis and a legend.
        let beside = preset == .single || legend.isEmpty ? 2.4 : 3.8 + TextWidth.centimetres * longestLegend
        let slot = (preset.width - beside) / Double(max(1, below.count))
        turn =
            TextWidth.centimetres * (widest + 1) <= slot
            ? .level : preset == .double && below.count <= 12 ? .slanted : .upright
        belowWidth = turn == .upright ? widest : 0
        let label = TextWidth.centimetres * belowWidth
        let plain = (height ?? (preset == .single ? 6 : 9.5)) + label
        let line = 0.4
        let longest = legend.map(\.count).max() ?? 0
        if preset == .single {
            legendColumns = longest <= 11 ? 2 : 1
            let lines = (legend.count + legendColumns - 1) / legendColumns
            plainHeight = min(40, plain + line * Double(lines))
        } else {
            legendColumns = 1
            plainHeight = min(40, max(plain, 1.5 + line * Double(legend.count)))
        }
    }

    /// Room for `rows` rows of labels.
    static func rows(_ count: Int, _ preset: Preset, extra: Double = 2.6, legend: [String] = []) -> Layout {
        // Many rows stand closer.
        let body = 0.62 * Double(min(count, 12)) + 0.46 * Double(max(0, count - 12))
        return Layout(preset, height: min(40, max(preset == .single ? 4 : 4.5, extra + body)), legend: legend)
    }

    /// The same with room for so many lines more.
    func holding(lineBreaks: Int) -> Layout {
        var layout = self
        layout.lineBreaks = lineBreaks
        return layout
    }

    /// Characters that fit on one line of a title.
    var titleLimit: Int { preset == .single ? 46 : 100 }
    /// Characters that fit below an axis as wide as the figure, beside one as high as it usually is.
    var belowLimit: Int { preset == .single ? 44 : 100 }
    var besideLimit: Int { preset == .single ? 36 : 60 }
    /// Characters that fit as a label of a row.
    var labelLimit: Int { preset == .single ? 22 : 36 }

    /// The title and axes' frame that all figures share. The legend stands outside of the plot, never over data.
    ///
    /// - Parameter titledBelow: whether the axis below has a title under the labels of its groups.
    func frame(title: String, grid: String = "ytics", titledBelow: Bool = false) -> String {
        // gnuplot leaves too little room for upright labels.
        let below =
            belowWidth > 0
            ? "\nset bmargin \(Figure.number((1.4 + 0.52 * belowWidth + (titledBelow ? 1.4 : 0)).rounded(.up)))" : ""
        return """
            set border 3 lw 0.8 lc rgb '#444444'
            set tics nomirror out
            set grid \(grid) lc rgb '#DDDDDD' lt 1 lw 0.6
            \(key)\(below)
            set datafile separator tab
            set title \(Figure.wrapped(title, limit: titleLimit)) noenhanced
            """
    }

    /// A legend between title and plot.
    var keyAbove: String {
        "set key tmargin center \(legendColumns > 1 || preset == .double ? "horizontal" : "vertical") Left reverse noenhanced samplen 2.5 width 1 maxcols \(preset == .double ? 4 : legendColumns)"
    }

    /// The same above rows, whose names leave a narrow plot less room.
    var keyAboveRows: String {
        preset == .double
            ? keyAbove : "set key tmargin center vertical Left reverse noenhanced samplen 2 width 0 maxcols 1"
    }

    private var key: String {
        preset == .single ? keyAbove : "set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1"
    }

    /// The width of the widest of labels of rows, in widths of a digit.
    func widest(_ names: [String]) -> Double {
        (names.map { TextWidth.digits(Figure.shortened($0, labelLimit)) }.max() ?? 0).rounded(.up)
    }

    /// How labels of groups below the axis are turned: not at all where they fit; gnuplot finds no room for many slanted ones.
    var turned: String {
        switch turn {
        case .level: "norotate"
        case .slanted: "rotate by -30"
        case .upright: "rotate by 90 right"
        }
    }

    /// Groups whose upright labels stand clear of each other; more of them are drawn as rows.
    static func mostGroups(_ preset: Preset) -> Int { preset == .single ? 15 : 36 }

    /// A step of 1, 2 or 5 times a power of ten that gives at most `count` tics over `range`.
    static func step(_ range: Double, count: Int) -> Double {
        guard range > 0, range.isFinite else { return 1 }
        let least = range / Double(max(1, count))
        var power = 1.0
        while power > least { power /= 10 }
        while power * 10 <= least { power *= 10 }
        return [1, 2, 5].map { $0 * power }.first { $0 >= least } ?? 10 * power
    }
}
