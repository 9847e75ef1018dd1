// SPDX-License-Identifier: Apache-2.0

/// All pairs of methods after Friedman's test (Demšar, "Statistical Comparisons of Classifiers over Multiple Data Sets",
/// JMLR 2006).
public enum Nemenyi {
    /// q_α: studentized range quantile / √2.
    public static func criticalValue(_ alpha: Double, methods: Int) -> Double {
        StudentizedRange.critical(alpha, count: methods) / 2.0.squareRoot()
    }

    /// Mean ranks further apart than this differ at `alpha`.
    public static func criticalDifference(_ alpha: Double, methods: Int, blocks: Int) -> Double {
        let k = Double(methods)
        return criticalValue(alpha, methods: methods) * (k * (k + 1) / (6 * Double(blocks))).squareRoot()
    }

    /// The p-value of each pair, symmetric, 1 on the diagonal.
    public static func pairs(_ friedman: Friedman) -> [[Double]] {
        let k = Double(friedman.methods)
        let error = (k * (k + 1) / (6 * Double(friedman.blocks))).squareRoot()
        var table = [[Double]](repeating: [Double](repeating: 1, count: friedman.methods), count: friedman.methods)
        for a in 0..<friedman.methods {
            for b in 0..<a {
                let distance = abs(friedman.meanRanks[a] - friedman.meanRanks[b])
                let p = StudentizedRange.survival(distance / error * 2.0.squareRoot(), count: friedman.methods)
                table[a][b] = p
                table[b][a] = p
            }
        }
        return table
    }

    /// The bars of a critical-difference diagram: the longest runs of methods, in order of mean rank, within which no pair
    /// differs. Two methods share a bar exactly when no pair between them differs.
    ///
    /// - Parameters:
    ///   - meanRanks: of all methods; the lowest is best.
    ///   - differs: whether the methods of two indices differ significantly.
    public static func bars(_ meanRanks: [Double], differs: (Int, Int) -> Bool) -> [[Int]] {
        let order = meanRanks.indices.sorted {
            meanRanks[$0] == meanRanks[$1] ? $0 < $1 : meanRanks[$0] < meanRanks[$1]
        }
        var bars: [[Int]] = []
        var covered = 0
        for start in order.indices {
            var end = start + 1
            while end < order.count, !(start..<end).contains(where: { differs(order[$0], order[end]) }) { end += 1 }
            if end - start > 1, end > covered { bars.append(Array(order[start..<end])) }
            covered = max(covered, end)
        }
        return bars
    }
}
