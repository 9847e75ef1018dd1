// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Friedman's test of k methods over N blocks, and what is read off its mean ranks.
public struct Friedman: Equatable, Sendable {
    /// Number of blocks: problems, or pairs of problem and seed.
    public let blocks: Int
    /// Number of methods that are ranked in each block.
    public let methods: Int
    /// Rank 1 is best; midranks for ties.
    public let meanRanks: [Double]
    /// Friedman's χ², corrected for ties.
    public let statistic: Double
    /// From χ² with k − 1 degrees of freedom.
    public let p: Double
    /// Iman and Davenport's less conservative F.
    public let f: Double
    /// The p of Iman and Davenport's F.
    public let fP: Double
    /// Kendall's W: agreement of the blocks, 0 … 1.
    public let concordance: Double

    /// - Parameters:
    ///   - scores: `[block][method]`, complete; nil for fewer than 2 methods or blocks.
    ///   - direction: which way is better.
    public init?(_ scores: [[Double]], _ direction: Direction = .higherIsBetter) {
        guard let methods = scores.first?.count, methods >= 2, scores.count >= 2 else { return nil }
        self.methods = methods
        blocks = scores.count
        var sums = [Double](repeating: 0, count: methods)
        var ties = 0.0
        for row in scores {
            let snapped = snapped(row)
            let ranks = midranks(direction == .higherIsBetter ? snapped.map { -$0 } : snapped)
            for (method, rank) in ranks.enumerated() { sums[method] += rank }
            ties += tieSum(ranks)
        }
        let (k, n) = (Double(methods), Double(scores.count))
        meanRanks = sums.map { $0 / n }
        let squares = sums.reduce(0) { $0 + $1 * $1 }
        let correction = 1 - ties / (n * k * (k * k - 1))
        guard correction > 0 else {
            (statistic, p, f, fP, concordance) = (0, 1, 0, 1, 0)
            return
        }
        statistic = max(0, (12 / (n * k * (k + 1)) * squares - 3 * n * (k + 1)) / correction)
        p = ChiSquared.survival(statistic, degrees: k - 1)
        concordance = statistic / (n * (k - 1))
        let rest = n * (k - 1) - statistic
        f = rest > 1e-9 ? (n - 1) * statistic / rest : .infinity
        fP = f.isFinite ? FisherF.survival(f, numerator: k - 1, denominator: (k - 1) * (n - 1)) : 0
    }
}
