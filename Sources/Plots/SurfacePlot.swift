// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A score over two swept coefficients, with the best and the neutral setting framed.
public enum SurfacePlot {
    /// A setting of two options with its score.
    public struct Point {
        /// Value of the option to the right.
        public let x: Double
        /// Value of the option upwards.
        public let y: Double
        /// Mean over seeds.
        public let score: Double
        public init(x: Double, y: Double, score: Double) {
            self.x = x
            self.y = y
            self.score = score
        }
    }

    /// Points at the same coefficients are averaged by the caller.
    public static func figure(
        name: String, title: String, quantity: String, xTitle: String, yTitle: String, points: [Point],
        direction: Direction, preset: Layout.Preset = .double
    ) -> Figure? {
        let points = points.filter { $0.score.isFinite }
        let xs = Array(Set(points.map(\.x))).sorted()
        let ys = Array(Set(points.map(\.y))).sorted(by: >)
        guard xs.count > 1, ys.count > 1, let first = points.first else { return nil }
        var values = [[Double?]](repeating: [Double?](repeating: nil, count: xs.count), count: ys.count)
        var best = first
        for point in points {
            guard let row = ys.firstIndex(of: point.y), let column = xs.firstIndex(of: point.x) else { continue }
            values[row][column] = point.score
            if direction.prefers(point.score, to: best.score) { best = point }
        }
        let marked = ys.firstIndex(of: best.y).flatMap { row in xs.firstIndex(of: best.x).map { [(row, $0)] } } ?? []
        return HeatMapPlot.figure(
            name: name, title: title, quantity: quantity, rows: ys.map(Figure.number), columns: xs.map(Figure.number),
            values: values, marked: marked, rowTitle: yTitle, columnTitle: xTitle, preset: preset)
    }
}
