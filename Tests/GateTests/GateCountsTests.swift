// SPDX-License-Identifier: Apache-2.0

import Gate
import Lexicon
import Testing

@Suite struct GateCountsTests {
    @Test func `counts need two repeats that agree`() {
        let tier = CountTier()
        #expect(
            tier.finding(subject: "gemm", base: [1_000_000, 1_000_100], head: [1_000_050, 1_000_000]).judgement
                == .equivalent)
        #expect(
            tier.finding(subject: "gemm", base: [1_000_000, 1_000_000], head: [1_006_000, 1_006_000]).judgement
                == .regressed)
        #expect(
            tier.finding(subject: "gemm", base: [1_006_000, 1_006_000], head: [1_000_000, 1_000_000]).judgement
                == .improved)
        #expect(
            tier.finding(subject: "gemm", base: [1_000_000, 1_002_000], head: [1_000_000, 1_000_000]).judgement
                == .incomparable)
        #expect(tier.finding(subject: "gemm", base: [], head: [1]).judgement == .incomparable)
        // What wanders between repeats of a side widens the margin by three times that.
        let loose = CountTier(repeatability: 0.01)
        #expect(
            loose.finding(subject: "gemm", base: [1_000_000, 1_003_000], head: [1_006_000, 1_006_000]).judgement
                == .equivalent)
    }

    @Test func `a profile tells instructions and the calls of allocators from outside of them`() throws {
        let text = """
            # callgrind format
            events: Ir
            fn=(1) step
            cfn=(2) malloc
            calls=3 0
            0 300
            cfn=(3) posix_memalign
            calls=2 0
            fn=(3)
            cfn=(4) _mid_memalign
            calls=2 0
            fn=(4)
            cfn=(2)
            calls=2 0
            fn=(5) helper
            cfn=(2)
            calls=4 +1
            cfn=(6) free
            calls=9 0
            totals: 12345
            """
        let profile = try #require(CallgrindProfile(text))
        #expect(profile.instructions == 12345 && profile.allocations == 3 + 2 + 4)
        #expect(CallgrindProfile("fn=(1) step\n") == nil)
        #expect(CallgrindProfile("") == nil)
    }

    @Test func `Clopper–Pearson gives the published intervals`() {
        // Rule of three: 0 of 300 → 0.0099 one-sided.
        #expect(abs(ClopperPearson.upperBound(hits: 0, trials: 300) - 0.009936) < 1e-5)
        // R: binom.test(4, 20)$conf.int = 0.0573340, 0.4366140
        let interval = ClopperPearson.interval(hits: 4, trials: 20)
        #expect(abs(interval.lowerBound - 0.0573340) < 1e-6)
        #expect(abs(interval.upperBound - 0.4366140) < 1e-6)
        #expect(ClopperPearson.interval(hits: 0, trials: 0) == 0...1)
        #expect(ClopperPearson.interval(hits: 5, trials: 5).upperBound == 1)
    }

    @Test func `a step in a noisy series is found where it is`() throws {
        var normals = Normals(RandomKey(seed: 4))
        let values = (0..<60).map { ($0 < 40 ? 100 : 106) + 1.0 * normals.next() }
        let points = ChangePoints.find(values)
        #expect(points.count == 1)
        let point = try #require(points.first)
        #expect(abs(point.index - 40) <= 1)
        #expect(abs(point.change - 0.06) < 0.015)
    }

    @Test func `pure noise and short series have no change points`() {
        var found = 0
        for seed in 0..<200 {
            var normals = Normals(RandomKey(seed: seed).fold("noise"))
            if !ChangePoints.find((0..<60).map { _ in 100 + 2 * normals.next() }).isEmpty { found += 1 }
        }
        #expect(found <= 4, "\(found) of 200")
        #expect(ChangePoints.find([1, 2, 3, 100, 100]).isEmpty)
    }

    @Test func `a lone spike is no step`() {
        var values = [Double](repeating: 100, count: 50)
        for index in values.indices { values[index] += index % 2 == 0 ? 0.3 : -0.3 }
        values[25] = 180
        #expect(ChangePoints.find(values).isEmpty)
    }
}
