// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Tests of counts.
public enum CountTests {
    /// Wins against losses of a fair coin, two-sided.
    public static func sign(wins: Int, losses: Int) -> Double {
        let total = wins + losses
        guard total > 0 else { return 1 }
        let fewer = min(wins, losses)
        let tail = (0...fewer).reduce(0.0) { $0 + exp(logChoose(total, $1) - Double(total) * log(2)) }
        return min(1, 2 * tail)
    }

    /// McNemar's exact test of the items that only one of two models gets right.
    public static func mcNemar(onlyFirst: Int, onlySecond: Int) -> Double { sign(wins: onlyFirst, losses: onlySecond) }

    /// McNemar's χ² with continuity correction.
    public static func mcNemarChiSquared(onlyFirst: Int, onlySecond: Int) -> TestResult {
        let total = Double(onlyFirst + onlySecond)
        guard total > 0 else { return TestResult(statistic: 0, p: 1, degrees: 1) }
        let distance = max(0, abs(Double(onlyFirst - onlySecond)) - 1)
        let statistic = distance * distance / total
        return TestResult(statistic: statistic, p: ChiSquared.survival(statistic, degrees: 1), degrees: 1)
    }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        lgamma(Double(n) + 1) - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
    }
}
