// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Testing

@Suite struct Resampling {
    func table(_ change: Double = 0) -> ScoreTable {
        var scores = [[[Double?]]](repeating: [[Double?]](repeating: [], count: 3), count: 2)
        for method in 0..<2 {
            for problem in 0..<3 {
                for seed in 0..<10 {
                    let step = (seed * 7 + problem * 3 + method) % 10
                    let changed = method == 0 && problem == 2 && seed == 4
                    scores[method][problem].append(0.5 + 0.01 * Double(step) + (changed ? change : 0))
                }
            }
        }
        return ScoreTable(methods: ["a", "b"], problems: ["p", "q", "r"], seeds: Array(0..<10), scores: scores)
    }

    @Test func `the same records give the same interval, one changed record another seed`() throws {
        let (first, changed) = (table(), table(1e-9))
        let a = try #require(Estimate.interquartileMean(first.scores(method: 1), key: first.resamplingKey))
        let b = try #require(Estimate.interquartileMean(table().scores(method: 1), key: table().resamplingKey))
        #expect(a == b)
        #expect(first.resamplingKey != changed.resamplingKey)
        // The change is in method 0, yet method 1 is resampled anew.
        let c = try #require(Estimate.interquartileMean(changed.scores(method: 1), key: changed.resamplingKey))
        #expect(a.value == c.value && a.interval != c.interval)
    }

    @Test func `strata never mix`() {
        // Two problems of constant scores: any mixing would move the mean.
        let strata = Strata<Problems, Seeds>(
            ["p", "q"], [Series([1, 2, 3], [0, 0, 0]), Series([1, 2, 3], [1, 1, 1])])
        let replicates = Bootstrap.replicates(strata, Bootstrap.mean, count: 50, key: RandomKey(seed: 1))
        #expect(replicates.allSatisfy { $0 == 0.5 })
    }

    @Test func `few seeds carry a caution`() throws {
        let strata = Strata<Problems, Seeds>(["p"], [Series([1, 2, 3, 4], [1, 2, 3, 5])])
        let estimate = try #require(Estimate.mean(strata, key: RandomKey(seed: 1)))
        #expect(estimate.caution == "interval not reliable at n = 4")
        let single = try #require(
            Estimate.mean(Strata<Problems, Seeds>(["p"], [Series([1], [1])]), key: RandomKey(seed: 1)))
        #expect(single.interval == nil)
        #expect(Estimate.mean(Strata<Problems, Seeds>([], []), key: RandomKey(seed: 1)) == nil)
    }

    @Test(arguments: [(1, 10), (4, 10), (1, 20)])
    func `intervals cover the truth from ten seeds on`(_ problems: Int, _ seeds: Int) {
        let coverage = Coverage.ofMean(problems: problems, seeds: seeds, trials: 800, key: RandomKey(seed: 5)) {
            Bootstrap.interval($0, Bootstrap.mean, count: 400, key: $1)
        }
        #expect(coverage >= 0.93 && coverage < 0.98, "\(coverage)")
    }

    @Test func `Student's interval covers with three seeds, plain percentiles do not`() {
        let key = RandomKey(seed: 6)
        let student = Coverage.ofMean(problems: 1, seeds: 3, trials: 800, key: key) { scores, _ in
            MeanInterval(scores.values).interval
        }
        let percentile = Coverage.ofMean(problems: 1, seeds: 3, trials: 800, key: key) {
            Bootstrap.interval($0, Bootstrap.mean, method: .percentile, count: 200, key: $1)
        }
        #expect(student >= 0.93 && percentile < 0.85, "\(student) \(percentile)")
    }

    @Test func `accelerated intervals lean with the skew`() throws {
        let strata = Strata<Problems, Seeds>(
            ["p"], [Series(Array(0..<20), (0..<20).map { $0 < 16 ? 0.1 * Double($0) : 5 + Double($0) })])
        let key = RandomKey(seed: 9)
        let plain = try #require(Bootstrap.interval(strata, Bootstrap.mean, method: .percentile, key: key))
        let leaning = try #require(Bootstrap.interval(strata, Bootstrap.mean, method: .accelerated, key: key))
        #expect(leaning.upperBound > plain.upperBound && leaning.lowerBound > plain.lowerBound)
    }
}
