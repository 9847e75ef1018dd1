// SPDX-License-Identifier: Apache-2.0

/// Wilcoxon's signed-rank test of paired differences, two-sided and exact.
public struct Wilcoxon: Equatable, Sendable {
    /// Differences that are not 0.
    public let count: Int
    /// The smaller of the two rank sums; midranks for ties.
    public let statistic: Double
    public let p: Double

    /// Zeros are dropped. Exact by enumeration of all signs over the (mid)ranks, counted by dynamic programming.
    public init(_ differences: [Double]) {
        let used = differences.filter { $0 != 0 }
        count = used.count
        guard !used.isEmpty else {
            statistic = 0
            p = 1
            return
        }
        let ranks = midranks(used.map(abs))
        let positive = zip(used, ranks).filter { $0.0 > 0 }.reduce(0.0) { $0 + $1.1 }
        let total = ranks.reduce(0, +)
        statistic = min(positive, total - positive)
        // Twice the ranks are whole numbers: count the sign patterns of each doubled rank sum.
        let doubled = ranks.map { Int((2 * $0).rounded()) }
        let top = doubled.reduce(0, +)
        var ways = [Double](repeating: 0, count: top + 1)
        ways[0] = 1
        for rank in doubled {
            for sum in stride(from: top, through: rank, by: -1) { ways[sum] += ways[sum - rank] }
        }
        let bound = Int((2 * statistic).rounded())
        let tail = ways[0...bound].reduce(0, +)
        let all = (0..<used.count).reduce(1.0) { product, _ in product * 2 }
        p = min(1, 2 * tail / all)
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

/// Ranks from 1; equal values share the mean of their ranks.
public func midranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start
        while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
        for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
        start = end + 1
    }
    return ranks
}

/// Holm's step-down adjustment of one family of p-values, in the order given.
public func holm(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1] }
    var adjusted = [Double](repeating: 1, count: values.count)
    var running = 0.0
    for (rank, index) in order.enumerated() {
        running = max(running, min(1, Double(values.count - rank) * values[index]))
        adjusted[index] = running
    }
    return adjusted
}
