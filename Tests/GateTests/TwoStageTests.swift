// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Testing

@Suite struct TwoStageTests {
    @Test func `the slot effect is taken off and moves no median`() {
        // Running second costs 10 %; head equals base.
        let pairs = (0..<8).map { number in
            number % 2 == 0
                ? TimePair(base: 1, head: 1.1, first: .base) : TimePair(base: 1.1, head: 1, first: .head)
        }
        let times = PairedTimes(pairs)
        #expect(abs(times.slotEffect - log(1.1)) < 1e-12)
        #expect(times.differences.allSatisfy { abs($0) < 1e-12 })
        #expect(abs(times.change) < 1e-12)
    }

    @Test func `the interval is the published one for ten differences`() throws {
        // n = 10: P(W ≤ 8) = 0.0244, so the ninth of 55 Walsh averages from each end.
        let values = (1...10).map(Double.init)
        let interval = try #require(SignedRankInterval.interval(values, level: 0.95))
        #expect(interval == 3...8)
        #expect(SignedRankInterval.interval([1, 2, 3, 4, 5], level: 0.95) == nil)
        #expect(SignedRankInterval.upperBound([1, 2, 3, 4, 5], level: 0.95) == 5)
    }

    @Test func `confirmation grows until a rejection is possible`() {
        #expect(GateProfile.pullRequest.confirmingPairs(candidates: 1) == 16)
        #expect(GateProfile.pullRequest.confirmingPairs(candidates: 655) == 16)
        #expect(GateProfile.pullRequest.confirmingPairs(candidates: 656) == 18)
    }

    /// Sixteen differences beyond the margin, of which ranks 5 and 16 are against it: p = 429 / 65,536 = 0.0065.
    private func almost(_ head: Double = 1.01) -> PairedTimes {
        PairedTimes(
            (1...16).map { rank in
                let size = 0.001 * Double(rank) * ([5, 16].contains(rank) ? -1 : 1)
                return TimePair(base: 1, head: head * exp(size), first: .base)
            })
    }

    private func level(_ head: Double, _ count: Int) -> PairedTimes {
        PairedTimes((0..<count).map { TimePair(base: 1, head: head + 1e-9 * Double($0), first: .base) })
    }

    @Test func `the family is what was nominated, for what it was nominated`() {
        let test = TwoStage(.pullRequest)
        #expect(abs(almost().slower(beyond: 0.01) - 429.0 / 65_536) < 1e-12)
        var evidence = [
            TwoStage.Evidence(
                benchmark: "one", metric: "time", screening: level(1.1, 8), confirming: almost()),
            // Measured again because its time was nominated; not tested, so it costs the time nothing.
            TwoStage.Evidence(
                benchmark: "one", metric: "peak memory", screening: level(1, 8), confirming: level(1, 16)),
        ]
        #expect(test.findings(evidence).map(\.judgement) == [.regressed, .equivalent])
        // Two nominated: 2 × 0.0065 is above 0.01.
        evidence[1].screening = level(1.1, 8)
        #expect(test.findings(evidence)[0].judgement != .regressed)
        // Nominated as faster, confirmed as slower: convicts nobody.
        evidence[1].screening = level(0.9, 8)
        evidence[1].confirming = level(1.2, 16)
        #expect(test.findings(evidence)[1].judgement == .inconclusive)
    }

    @Test func `what few pairs cannot decide is measured again`() {
        let test = TwoStage(.pullRequest)
        // One of eight heads was disturbed: no suspicion of a median, but a loss of 5 % is not excluded.
        let disturbed = PairedTimes(
            (0..<8).map { TimePair(base: 1, head: ($0 == 3 ? 1.2 : 1) + 1e-9 * Double($0), first: .base) })
        #expect(disturbed.slower(beyond: 0.01) > 0.9)
        #expect(test.suspicion(disturbed, benchmark: "one") == .slower)
        #expect(test.suspicion(level(1, 8), benchmark: "one") == nil)
        var item = TwoStage.Evidence(benchmark: "one", metric: "time", screening: disturbed)
        #expect(test.findings([item])[0].judgement == .inconclusive)
        item.confirming = level(1, 16)
        #expect(test.findings([item])[0].judgement == .equivalent)
        item.confirming = level(1.05, 16)
        #expect(test.findings([item])[0].judgement == .regressed)
    }

    @Test func `what one attempt nominated stays nominated when more are pooled`() {
        let test = TwoStage(.pullRequest)
        let first = (0..<8).map { TimePair(base: 1, head: 1.1 + 1e-9 * Double($0), first: .base) }
        let second = (0..<8).map { TimePair(base: 1, head: 0.8 + 1e-9 * Double($0), first: .base) }
        #expect(test.suspicion(PairedTimes(first), benchmark: "one") == .slower)
        #expect(test.suspicion(PairedTimes(second), benchmark: "one") == .faster)
        #expect(test.suspicion(PairedTimes(first + second), benchmark: "one") == .slower)
    }

    struct Quiet {
        let environment: GateSimulation.Environment
        let profile: GateProfile
        /// Per cent of benchmarks that the first stage may leave undecided, and that may stay so after the second.
        let screened: Int
        let undecided: Int
    }

    @Test(arguments: [
        Quiet(environment: .quiet, profile: .pullRequest, screened: 0, undecided: 0),
        Quiet(environment: .machine, profile: .pullRequest, screened: 1, undecided: 2),
        Quiet(environment: .shared, profile: .pullRequest, screened: 5, undecided: 5),
        Quiet(environment: .measured, profile: .pullRequest, screened: 5, undecided: 0),
        Quiet(environment: .nasty, profile: .pullRequest, screened: 100, undecided: 100),
        Quiet(environment: .quiet, profile: .nightly, screened: 0, undecided: 0),
        Quiet(environment: .machine, profile: .nightly, screened: 1, undecided: 0),
        Quiet(environment: .shared, profile: .nightly, screened: 5, undecided: 1),
        Quiet(environment: .measured, profile: .nightly, screened: 5, undecided: 0),
        Quiet(environment: .nasty, profile: .nightly, screened: 100, undecided: 100),
    ])
    func `no change raises no alarm in 20,000 trials`(_ quiet: Quiet) {
        let name = "\(quiet.profile.name), \(quiet.environment.name)"
        var alarms = 0
        var nominated = 0
        var inconclusive = 0
        for trial in 0..<20_000 {
            let key = RandomKey(seed: trial).fold(quiet.environment.name)
            var simulation = GateSimulation(quiet.environment, slowdown: 0, key: key)
            let (screened, judgement) = simulation.trial(quiet.profile)
            if judgement == .regressed { alarms += 1 }
            if judgement == .inconclusive { inconclusive += 1 }
            if screened { nominated += 1 }
        }
        // ≤ 1 % for a suite of 80 comparisons: 0.0125 % each, of which 20,000 trials expect 2.5 at the most.
        #expect(alarms <= 2, "\(name): \(alarms) alarms")
        // Two in a hundred for each direction that is screened, and those that few pairs cannot decide.
        if quiet.undecided < 100 {
            #expect(nominated <= 20_000 * (4 + quiet.screened) / 100, "\(name): \(nominated) nominated")
        }
        #expect(inconclusive <= 20_000 * quiet.undecided / 100, "\(name): \(inconclusive) inconclusive")
    }

    struct Wanted {
        let environment: GateSimulation.Environment
        let profile: GateProfile
        let slowdown: Double
        let power: Double
    }

    @Test(arguments: [
        Wanted(environment: .quiet, profile: .pullRequest, slowdown: 0.05, power: 0.99),
        Wanted(environment: .machine, profile: .pullRequest, slowdown: 0.05, power: 0.95),
        Wanted(environment: .shared, profile: .pullRequest, slowdown: 0.05, power: 0.75),
        Wanted(environment: .shared, profile: .pullRequest, slowdown: 0.10, power: 0.99),
        Wanted(environment: .quiet, profile: .pullRequest, slowdown: 0.03, power: 0.99),
        Wanted(environment: .machine, profile: .pullRequest, slowdown: 0.03, power: 0.40),
        Wanted(environment: .measured, profile: .pullRequest, slowdown: 0.05, power: 0.95),
        Wanted(environment: .measured, profile: .pullRequest, slowdown: 0.03, power: 0.90),
        Wanted(environment: .machine, profile: .nightly, slowdown: 0.05, power: 0.99),
        Wanted(environment: .shared, profile: .nightly, slowdown: 0.05, power: 0.90),
        Wanted(environment: .machine, profile: .nightly, slowdown: 0.03, power: 0.80),
    ])
    func `slowdowns are found with the wanted power`(_ wanted: Wanted) {
        var found = 0
        let trials = 1000
        for trial in 0..<trials {
            let key = RandomKey(seed: trial).fold("power").fold(wanted.environment.name)
            var simulation = GateSimulation(wanted.environment, slowdown: wanted.slowdown, key: key)
            if simulation.trial(wanted.profile).judgement == .regressed { found += 1 }
        }
        let power = Double(found) / Double(trials)
        #expect(power >= wanted.power - 0.01, "\(wanted.environment.name) \(wanted.slowdown): \(power)")
    }

    @Test func `an improvement is named and does not block`() throws {
        var simulation = GateSimulation(.quiet, slowdown: -0.1, key: RandomKey(seed: 5))
        #expect(simulation.trial(.pullRequest).judgement == .improved)
    }

    @Test func `what calibration found too loose cannot gate`() {
        var simulation = GateSimulation(.quiet, slowdown: 0.5, key: RandomKey(seed: 1))
        let test = TwoStage(.pullRequest, margins: ["loose": 0.06])
        let pairs = PairedTimes(simulation.pairs(16))
        let finding = test.findings([
            TwoStage.Evidence(benchmark: "loose", metric: "time", screening: pairs, confirming: pairs)
        ])[0]
        #expect(finding.judgement == .inconclusive)
        #expect(finding.note.contains("unfit"))
    }

    @Test func `noise is called inconclusive with what it would take`() throws {
        var simulation = GateSimulation(.nasty, slowdown: 0, key: RandomKey(seed: 3))
        let finding = TwoStage(.pullRequest).findings([
            TwoStage.Evidence(benchmark: "noisy", metric: "time", screening: PairedTimes(simulation.pairs(8)))
        ])[0]
        #expect(finding.judgement == .inconclusive)
        #expect(try #require(finding.pairsNeeded) > 8)
        #expect(try #require(finding.detectable) > 0.05)
    }
}
