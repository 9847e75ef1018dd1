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

    @Test(arguments: [
        GateSimulation.Environment.quiet, .machine, .shared, .nasty,
    ])
    func `no change raises no alarm in 20,000 trials`(_ environment: GateSimulation.Environment) {
        var alarms = 0
        var nominated = 0
        var inconclusive = 0
        for trial in 0..<20_000 {
            let key = RandomKey(seed: trial).fold(environment.name)
            var simulation = GateSimulation(environment, slowdown: 0, key: key)
            let (screened, judgement) = simulation.trial(.pullRequest)
            if judgement == .regressed { alarms += 1 }
            if judgement == .inconclusive { inconclusive += 1 }
            if screened { nominated += 1 }
        }
        // ≤ 1 % for a suite of 80 comparisons: 0.0125 % each, of which 20,000 trials expect 2.5 at the most.
        #expect(alarms <= 2, "\(environment.name): \(alarms) alarms")
        // Two in a hundred for each direction that is screened.
        if environment.name != "nasty" {
            #expect(nominated <= 20_000 * 4 / 100, "\(environment.name): \(nominated) nominated")
        }
        let undecided = ["quiet host": 1, "virtual machine": 2, "shared runner": 5][environment.name] ?? 100
        #expect(inconclusive <= 20_000 * undecided / 100, "\(environment.name): \(inconclusive) inconclusive")
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
