// SPDX-License-Identifier: Apache-2.0

import Foundation
import Statistics

/// Change points of a nightly series: the piecewise constant fit that minimizes Σ|x − median| + penalty · pieces, found
/// exactly by dynamic programming. Needs no chance, so the same series gives the same points.
///
/// Each piece costs its absolute deviation from its own median. The penalty is `strictness` · σ · ln n, σ the noise of
/// neighbours: 1.4826 · median|x_i − x_{i−1}| / √2, which steps hardly move.
public enum ChangePoints {
    /// Points a series must have before it is judged.
    public static let enough = 30
    /// Relative size below which a step is none.
    public static let least = 0.02

    /// A lasting change of level.
    public struct Point: Equatable, Sendable {
        /// Index of the first value of the new level.
        public let index: Int
        /// Median of the values before.
        public let before: Double
        /// Median of the values from here on.
        public let after: Double
        /// (after − before) / |before|
        public var change: Double { before == 0 ? .infinity : (after - before) / abs(before) }
    }

    /// Steps of at least `least` relative size whose levels each last `span` values.
    public static func find(
        _ values: [Double], least: Double = ChangePoints.least, span: Int = 3, strictness: Double = 3
    ) -> [Point] {
        let n = values.count
        guard n >= enough, values.allSatisfy(\.isFinite) else { return [] }
        let steps = (1..<n).map { abs(values[$0] - values[$0 - 1]) }
        let noise = max(1.4826 * Descriptive.median(steps) / 2.0.squareRoot(), 1e-12 * abs(Descriptive.median(values)))
        let penalty = strictness * noise * log(Double(n))
        // best[end]: cost of the first `end` values; from[end]: where the last piece begins.
        var best = [Double](repeating: .infinity, count: n + 1)
        var from = [Int](repeating: 0, count: n + 1)
        best[0] = -penalty
        for end in span...n {
            var window = RunningMedian()
            for begin in stride(from: end - 1, through: 0, by: -1) {
                window.insert(values[begin])
                guard end - begin >= span, best[begin].isFinite else { continue }
                let cost = best[begin] + window.deviation + penalty
                if cost < best[end] {
                    best[end] = cost
                    from[end] = begin
                }
            }
        }
        var bounds = [n]
        while let last = bounds.last, last > 0 { bounds.append(from[last]) }
        bounds.reverse()
        let levels = zip(bounds, bounds.dropFirst()).map { Descriptive.median(Array(values[$0..<$1])) }
        return (1..<max(1, levels.count)).compactMap { piece in
            let point = Point(index: bounds[piece], before: levels[piece - 1], after: levels[piece])
            return abs(point.change) >= least ? point : nil
        }
    }

    /// Σ|x − median| of what was inserted.
    private struct RunningMedian {
        private var sorted: [Double] = []

        mutating func insert(_ value: Double) {
            var low = 0
            var high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] < value { low = middle + 1 } else { high = middle }
            }
            sorted.insert(value, at: low)
        }

        /// The upper half minus the lower half.
        var deviation: Double {
            let half = sorted.count / 2
            var sum = 0.0
            for value in sorted[(sorted.count - half)...] { sum += value }
            for value in sorted[..<half] { sum -= value }
            return sum
        }
    }
}
