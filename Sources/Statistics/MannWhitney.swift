// SPDX-License-Identifier: Apache-2.0

/// The rank-sum test of two independent samples.
public enum MannWhitney {
    /// U of the first sample: pairs in which it is larger, ties count half.
    public static func statistic(_ x: [Double], _ y: [Double]) -> Double {
        let ranks = midranks(x + y)
        let count = Double(x.count)
        return ranks[..<x.count].reduce(0, +) - count * (count + 1) / 2
    }

    /// Exact without ties up to 60 values in all; otherwise normal with continuity and tie correction.
    public static func test(_ x: [Double], _ y: [Double], _ alternative: Alternative = .twoSided) -> TestResult {
        guard !x.isEmpty, !y.isEmpty else { return TestResult(statistic: 0, p: 1) }
        let tied = tieSum(x + y) > 0
        return tied || x.count + y.count > 60
            ? normal(x, y, alternative, continuity: true) : exact(x, y, alternative)
    }

    /// Exact without ties: the number of ways to each U by the recursion over the largest value.
    public static func exact(_ x: [Double], _ y: [Double], _ alternative: Alternative = .twoSided) -> TestResult {
        let u = statistic(x, y)
        let top = x.count * y.count
        // ways[i][u]: orders of i values of x with as many of y as were walked.
        var ways = [[Double]](repeating: [Double](repeating: 0, count: top + 1), count: x.count + 1)
        for i in 0...x.count { ways[i][0] = 1 }
        for j in 1...y.count {
            for i in 1...x.count {
                // The largest of i + j values comes from x (and is above j of y) or from y.
                for value in stride(from: i * j, through: 0, by: -1) {
                    ways[i][value] += value >= j ? ways[i - 1][value - j] : 0
                }
            }
        }
        let all = ways[x.count].reduce(0, +)
        let below = ways[x.count][0...Int(u.rounded(.down))].reduce(0, +) / all
        let above = ways[x.count][Int(u.rounded(.up))...].reduce(0, +) / all
        let p =
            switch alternative {
            case .twoSided: min(1, 2 * min(below, above))
            case .greater: above
            case .less: below
            }
        return TestResult(statistic: u, p: p)
    }

    /// The normal approximation with correction for ties.
    public static func normal(
        _ x: [Double], _ y: [Double], _ alternative: Alternative = .twoSided, continuity: Bool
    ) -> TestResult {
        let u = statistic(x, y)
        let (n, m) = (Double(x.count), Double(y.count))
        let total = n + m
        let mean = n * m / 2
        let variance = n * m / 12 * (total + 1 - tieSum(x + y) / (total * (total - 1)))
        guard variance > 0 else { return TestResult(statistic: u, p: 1) }
        let correction = continuity ? 0.5 : 0
        let z: Double =
            switch alternative {
            case .twoSided: max(0, abs(u - mean) - correction)
            case .greater: u - mean - correction
            case .less: u - mean + correction
            }
        return TestResult(statistic: u, p: TestResult.normalP(z / variance.squareRoot(), alternative))
    }
}
