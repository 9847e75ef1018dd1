// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import TestSupport
import Testing

@Suite struct StatisticsFunctions {
    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `agree with the reference values`() throws {
        let golden = try Repository.golden("stats")
        let rows = try #require((golden["distributions"] as? [String: Any])?["t_sf"] as? [[Double]])
        for row in rows { #expect(abs(1 - StudentT.cumulative(row[0], degrees: row[1]) - row[2]) < 1e-10) }

        let wilcoxon = try #require(golden["wilcoxon"] as? [String: Any])
        let a = try #require(wilcoxon["a"] as? [Double])
        let b = try #require(wilcoxon["b"] as? [Double])
        let exact = try #require(wilcoxon["two_sided_exact"] as? [String: Double])
        // Rounded, so that equal differences are equal: the reference ranks decimals.
        let test = Wilcoxon(zip(a, b).map { (($0 - $1) * 1e6).rounded() })
        #expect(test.statistic == exact["statistic"] && abs(test.p - (exact["p"] ?? 0)) < 1e-10)

        let family = try #require(golden["multiple_testing"] as? [String: Any])
        let adjusted = holm(try #require(family["p"] as? [Double]))
        for (found, wanted) in zip(adjusted, try #require(family["holm"] as? [Double])) {
            #expect(abs(found - wanted) < 1e-12)
        }

        let interval = try #require((golden["t_tests"] as? [String: Any])?["mean_ci95"] as? [Double])
        let summary = try #require(MeanInterval(a).interval)
        #expect(abs(summary.lowerBound - interval[0]) < 1e-10 && abs(summary.upperBound - interval[1]) < 1e-10)
    }

    @Test func `too few seeds cannot decide`() {
        #expect(Wilcoxon.seedsNeeded() == 6)
        #expect(Wilcoxon.seedsNeeded(comparisons: 4) == 1 + 7)
        let five = PairedComparison.family([[1, 2, 3, 4, 5]], direction: .higherIsBetter)[0]
        #expect(five.verdict == .cannotDecide(seedsNeeded: 6))
        let eight = PairedComparison.family([[1, 2, 3, 4, 5, 6, 7, 8]], direction: .higherIsBetter)[0]
        #expect(eight.verdict == .better)
        #expect(PairedComparison.family([[1, 2, 3, 4, 5, 6]], direction: .lowerIsBetter)[0].verdict == .worse)
    }

    @Test func `small samples have no interval`() {
        #expect(MeanInterval([1, 2]).interval == nil)
        #expect(MeanInterval([]).mean.isNaN)
        #expect(MeanInterval([2, 2, 2]).interval == 2...2)
    }
}
