// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Exact binomial intervals (Clopper and Pearson 1934).
public enum ClopperPearson {
    /// Two-sided interval of a probability after `hits` in `trials`.
    public static func interval(hits: Int, trials: Int, level: Double = 0.95) -> ClosedRange<Double> {
        guard trials > 0 else { return 0...1 }
        let tail = (1 - level) / 2
        let low = hits == 0 ? 0 : root { p in atLeast(hits, trials, p) - tail }
        let high = hits == trials ? 1 : root { p in tail - atMost(hits, trials, p) }
        return low...high
    }

    /// One-sided upper bound.
    public static func upperBound(hits: Int, trials: Int, level: Double = 0.95) -> Double {
        guard trials > 0, hits < trials else { return 1 }
        return root { p in (1 - level) - atMost(hits, trials, p) }
    }

    private static func atMost(_ hits: Int, _ trials: Int, _ p: Double) -> Double {
        if p <= 0 { return 1 }
        if p >= 1 { return hits >= trials ? 1 : 0 }
        var sum = 0.0
        for count in 0...hits { sum += exp(logMass(count, trials, p)) }
        return min(1, sum)
    }

    private static func atLeast(_ hits: Int, _ trials: Int, _ p: Double) -> Double {
        hits == 0 ? 1 : 1 - atMost(hits - 1, trials, p)
    }

    private static func logMass(_ count: Int, _ trials: Int, _ p: Double) -> Double {
        let n = Double(trials)
        let k = Double(count)
        let choose = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        return choose + k * log(p) + (n - k) * log1p(-p)
    }

    /// The p at which a rising function crosses 0.
    private static func root(_ function: (Double) -> Double) -> Double {
        var low = 0.0
        var high = 1.0
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if middle == low || middle == high { break }
            if function(middle) < 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
