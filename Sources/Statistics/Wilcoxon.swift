// SPDX-License-Identifier: Apache-2.0

/// Wilcoxon's signed-rank test of paired differences: exact by default, with any ties.
public struct Wilcoxon: Equatable, Sendable {
    /// What becomes of differences that are 0.
    public enum Zeros: Sendable {
        /// Left out before ranking (Wilcoxon).
        case dropped
        /// Ranked, then left out (Pratt).
        case pratt
        /// Ranked, half of their ranks on each side.
        case split
    }

    /// Differences that are not 0.
    public let count: Int
    /// The smaller of the two rank sums; midranks for ties.
    public let statistic: Double
    /// Rank sum of the positive differences.
    public let positive: Double
    /// The chance of a rank sum at least so extreme if nothing is there.
    public let p: Double

    /// Zeros are dropped. Exact by enumeration of all signs over the (mid)ranks, counted by dynamic programming;
    /// above 300 differences the normal approximation, whose error is then below 1e-3 of p.
    public init(_ differences: [Double], _ alternative: Alternative = .twoSided) {
        let used = snapped(differences).filter { $0 != 0 }
        guard used.count <= 300 else {
            self = Wilcoxon(normal: used, alternative, continuity: true)
            return
        }
        count = used.count
        guard !used.isEmpty else {
            statistic = 0
            positive = 0
            p = 1
            return
        }
        let ranks = midranks(used.map(abs))
        positive = zip(used, ranks).filter { $0.0 > 0 }.reduce(0.0) { $0 + $1.1 }
        let total = ranks.reduce(0, +)
        statistic = min(positive, total - positive)
        // Twice the ranks are whole numbers: count the sign patterns of each doubled rank sum.
        let doubled = ranks.map { Int((2 * $0).rounded()) }
        let top = doubled.reduce(0, +)
        var ways = [Double](repeating: 0, count: top + 1)
        ways[0] = 1
        var reached = 0
        for rank in doubled {
            reached += rank
            for sum in stride(from: reached, through: rank, by: -1) { ways[sum] += ways[sum - rank] }
            // Halved as probabilities, so that large samples do not overflow.
            for sum in 0...reached { ways[sum] *= 0.5 }
        }
        func atMost(_ sum: Double) -> Double { ways[0...Int((2 * sum).rounded())].reduce(0, +) }
        p =
            switch alternative {
            case .twoSided: min(1, 2 * atMost(statistic))
            case .greater: min(1, atMost(total - positive))
            case .less: min(1, atMost(positive))
            }
    }

    /// The normal approximation with correction for ties.
    public init(
        normal differences: [Double], _ alternative: Alternative = .twoSided, continuity: Bool,
        zeros: Zeros = .dropped
    ) {
        let all = snapped(differences)
        let used = zeros == .dropped ? all.filter { $0 != 0 } : all
        count = all.filter { $0 != 0 }.count
        let ranks = midranks(used.map(abs))
        var above = 0.0
        var below = 0.0
        var none = 0.0
        for (difference, rank) in zip(used, ranks) {
            if difference > 0 { above += rank } else if difference < 0 { below += rank } else { none += rank }
        }
        if zeros == .split {
            above += none / 2
            below += none / 2
        }
        positive = above
        statistic = min(above, below)
        let n = Double(used.count)
        var mean = n * (n + 1) / 4
        var variance = n * (n + 1) * (2 * n + 1)
        let zeroCount = Double(used.count - count)
        if zeros == .pratt {
            mean -= zeroCount * (zeroCount + 1) / 4
            variance -= zeroCount * (zeroCount + 1) * (2 * zeroCount + 1)
        }
        let ranked = zeros == .pratt ? zip(used, ranks).filter { $0.0 != 0 }.map(\.1) : ranks
        variance -= tieSum(ranked) / 2
        let deviation = (variance / 24).squareRoot()
        guard deviation > 0 else {
            p = 1
            return
        }
        let distance = above - mean
        let shift: Double
        switch alternative {
        case .twoSided: shift = distance > 0 ? 0.5 : distance < 0 ? -0.5 : 0
        case .greater: shift = 0.5
        case .less: shift = -0.5
        }
        p = TestResult.normalP((distance - (continuity ? shift : 0)) / deviation, alternative)
    }

    /// The smallest n at which a two-sided exact test can reach `alpha` with `comparisons` Holm-corrected tests.
    public static func seedsNeeded(alpha: Double = 0.05, comparisons: Int = 1) -> Int {
        var n = 1
        var smallest = 1.0
        while smallest > alpha / Double(max(1, comparisons)) {
            n += 1
            smallest /= 2
        }
        return n
    }
}
