// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Testing

@Suite struct `Paired comparisons` {
    func series(_ values: [Double]) -> Series<Seeds> { Series(Array(1...values.count), values) }

    @Test func `too few seeds cannot decide`() {
        #expect(Wilcoxon.seedsNeeded() == 6)
        #expect(Wilcoxon.seedsNeeded(comparisons: 4) == 1 + 7)
        let five = PairedComparison.family([series([1, 2, 3, 4, 5])], direction: .higherIsBetter)[0]
        #expect(five.verdict == .cannotDecide(seedsNeeded: 6))
        let eight = PairedComparison.family([series([1, 2, 3, 4, 5, 6, 7, 8])], direction: .higherIsBetter)[0]
        #expect(eight.verdict == .better)
        #expect(PairedComparison.family([series([1, 2, 3, 4, 5, 6])], direction: .lowerIsBetter)[0].verdict == .worse)
    }

    @Test func `small differences are a tie, noisy ones are not`() {
        let small = series([0.001, -0.001, 0.002, -0.002, 0.001, -0.001, 0.002, -0.002])
        #expect(PairedComparison.family([small], direction: .higherIsBetter, margin: 0.01)[0].verdict == .equivalent)
        let noisy = series([0.1, -0.1, 0.2, -0.2, 0.15, -0.1, 0.2, -0.05])
        let comparison = PairedComparison.family([noisy], direction: .higherIsBetter, margin: 0.01)[0]
        #expect(comparison.verdict == .noDifferenceShown)
        #expect((comparison.seedsForPower ?? 0) > 8)
    }

    @Test func `removing a method changes adjusted values as Holm predicts`() {
        let rows = [[0.3, 0.31, 0.32, 0.33, 0.34, 0.35, 0.36], [1, 2, 3, 4, 5, -1, 2], [-2, 1, 3, 5, 4, 6, 2]].map(
            series)
        let three = PairedComparison.family(rows, direction: .higherIsBetter)
        let two = PairedComparison.family([rows[0], rows[2]], direction: .higherIsBetter)
        #expect(abs(three[0].adjusted - 3 * three[0].p) < 1e-15 && abs(two[0].adjusted - 2 * two[0].p) < 1e-15)
    }

    @Test func `small samples have no interval`() {
        #expect(MeanInterval([1, 2]).interval == nil)
        #expect(MeanInterval([]).mean.isNaN)
        #expect(MeanInterval([2, 2, 2]).interval == 2...2)
        #expect(MeanInterval([0.97, 1, 1], within: 0...1).interval?.upperBound == 1)
        #expect(MeanInterval([0, 0, 0.03], within: 0...1).interval?.lowerBound == 0)
        // Percents: the range is not theirs.
        #expect(MeanInterval([97, 100, 100], within: 0...1) == MeanInterval([97, 100, 100]))
        #expect(MeanInterval([1, 1, 1], within: 0...1).interval == 1...1)
    }

    @Test func `power grows with seeds`() {
        // ((1.96 + 0.8416) · 1)² = 7.85; over 3/π, plus 1.96²/2: 8.22 + 1.92, rounded up.
        #expect(Power.seedsNeeded(difference: 1, deviation: 1) == 11)
        #expect(abs(Power.detectable(seeds: 11, deviation: 1) - 0.9518) < 1e-3)
        #expect(Power.seedsNeeded(difference: 0, deviation: 1) == nil)
        #expect(Power.detectable(seeds: 9, deviation: 1) < Power.detectable(seeds: 5, deviation: 1))
    }
}

@Suite struct `Small statistics` {
    @Test func `effect sizes by hand`() {
        // Walsh averages of 1, 2, 6: 1, 1.5, 3.5, 2, 4, 6.
        #expect(EffectSize.hodgesLehmann([1, 2, 6]) == 2.75)
        #expect(EffectSize.cliffsDelta([3, 4], [1, 3]) == 0.75)
        let x = Strata<Problems, Seeds>(["p", "q"], [Series([1, 2], [3, 4]), Series([1, 2], [0, 0])])
        let y = Strata<Problems, Seeds>(["p", "q"], [Series([1, 2], [1, 3]), Series([1, 2], [1, 1])])
        #expect(EffectSize.probabilityOfImprovement(x, over: y) == (0.875 + 0) / 2)
        #expect(EffectSize.probabilityOfImprovement(x, over: y, .lowerIsBetter) == 1 - 0.4375)
    }

    @Test func `a parabola's top is found, a valley's is not`() throws {
        let x = [-2.0, -1, 0, 1, 2]
        let peak = try #require(QuadraticPeak(x, x.map { 3 - ($0 - 0.5) * ($0 - 0.5) }))
        #expect(abs((peak.location ?? 9) - 0.5) < 1e-12 && abs(peak.value(at: 0.5) - 3) < 1e-12)
        #expect(QuadraticPeak(x, x.map { $0 * $0 })?.location == nil)
        #expect(QuadraticPeak([1, 1, 2], [1, 2, 3]) == nil)
    }

    @Test func `a peak's interval holds the peak and needs seeds`() throws {
        let x = [-2.0, -1, 0, 1, 2]
        let curves = (1...8).map { seed in
            Series<Seeds>([1, 2, 3, 4, 5], x.map { 1 - 0.1 * ($0 - 0.5 - 0.05 * Double(seed % 3 - 1)) * ($0 - 0.5) })
        }
        let interval = try #require(QuadraticPeak.interval(x, curves, key: RandomKey(seed: 1)))
        #expect(interval.contains(0.5) && interval.upperBound - interval.lowerBound < 0.2)
        #expect(QuadraticPeak.interval(x, Array(curves.prefix(2)), key: RandomKey(seed: 1)) == nil)
    }

    @Test func `profiles fall from one to nothing`() {
        let scores = Strata<Problems, Seeds>(["p", "q"], [Series([1, 2], [0.2, 0.6]), Series([1], [0.4])])
        #expect(PerformanceProfile.shares(scores, thresholds: [0, 0.3, 0.5, 0.6]) == [1, 0.75, 0.25, 0])
        #expect(PerformanceProfile.shares(scores, thresholds: [0.5], above: false) == [0.75])
    }

    @Test func `the Bayesian test tells better from equivalent`() {
        let key = RandomKey(seed: 7)
        let better = BayesianSignedRank((1...12).map { 0.05 + 0.001 * Double($0) }, margin: 0.01, key: key)
        #expect(better.better > 0.95)
        let equal = BayesianSignedRank((1...12).map { 0.0005 * Double($0 - 6) }, margin: 0.01, key: key)
        #expect(equal.equivalent > 0.95)
        #expect(abs(better.better + better.equivalent + better.worse - 1) < 1e-12)
        #expect(BayesianSignedRank((1...12).map { 0.05 + 0.001 * Double($0) }, margin: 0.01, key: key) == better)
    }

    @Test func `Nemenyi's published values`() {
        let table = [1.960, 2.344, 2.569, 2.728, 2.850, 2.948, 3.031, 3.102, 3.164]
        for (index, value) in table.enumerated() {
            #expect(abs(Nemenyi.criticalValue(0.05, methods: index + 2) - value) < 0.002)
        }
        #expect(abs(Nemenyi.criticalDifference(0.05, methods: 5, blocks: 10) - 1.929) < 0.001)
    }

    @Test func `bars join exactly the methods between which no pair differs`() {
        let key = RandomKey(seed: 3)
        for trial in 0..<1000 {
            var stream = key.fold(trial).stream()
            let methods = 2 + stream.below(8)
            let blocks = 2 + stream.below(12)
            let scores = (0..<blocks).map { _ in (0..<methods).map { Double(stream.below(6)) + Double($0) * 0.7 } }
            guard let friedman = Friedman(scores) else { continue }
            let difference = Nemenyi.criticalDifference(0.05, methods: methods, blocks: blocks)
            func differs(_ a: Int, _ b: Int) -> Bool {
                abs(friedman.meanRanks[a] - friedman.meanRanks[b]) > difference
            }
            let bars = Nemenyi.bars(friedman.meanRanks, differs: differs)
            for a in 0..<methods {
                for b in 0..<a {
                    let joined = bars.contains { $0.contains(a) && $0.contains(b) }
                    #expect(joined == !differs(a, b), "trial \(trial), methods \(a) and \(b)")
                }
            }
        }
    }
}
