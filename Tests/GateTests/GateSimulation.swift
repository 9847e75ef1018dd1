// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon

/// Log time = drift of the machine (AR(1) from process to process) + process + iterations with spikes.
struct GateSimulation {
    struct Environment {
        let name: String
        let process: Double
        let iteration: Double
        let drift: Double
        /// Share of processes that are 20 % slower throughout.
        var unlucky = 0.0
        /// Comparisons of a suite that the first stage nominates beside the subject.
        var others = 2

        static let quiet = Environment(name: "quiet host", process: 0.003, iteration: 0.01, drift: 0.002)
        static let machine = Environment(name: "virtual machine", process: 0.01, iteration: 0.02, drift: 0.015)
        static let shared = Environment(name: "shared runner", process: 0.015, iteration: 0.03, drift: 0.03)
        static let nasty = Environment(name: "nasty", process: 0.04, iteration: 0.06, drift: 0.08, others: 39)
        /// What the benchmarks of `gate.yaml` showed on a virtual machine of two cores.
        static let measured = Environment(
            name: "measured", process: 0.005, iteration: 0.01, drift: 0.005, unlucky: 0.005)
    }

    let environment: Environment
    let slowdown: Double
    var stream: Normals
    private var state = 0.0
    private static let persistence = 0.9

    init(_ environment: Environment, slowdown: Double, key: RandomKey) {
        self.environment = environment
        self.slowdown = slowdown
        stream = Normals(key)
    }

    /// `count` pairs in the order A B B A.
    mutating func pairs(_ count: Int, iterations: Int = 5) -> [TimePair] {
        state = environment.drift * stream.next()
        return (0..<count).map { number in
            let baseFirst = number % 2 == 0
            let first = process(iterations) + (baseFirst ? 0 : log1p(slowdown))
            let second = process(iterations) + (baseFirst ? log1p(slowdown) : 0)
            return TimePair(
                base: exp(baseFirst ? first : second), head: exp(baseFirst ? second : first),
                first: baseFirst ? .base : .head)
        }
    }

    private mutating func process(_ iterations: Int) -> Double {
        let p = Self.persistence
        state = p * state + (1 - p * p).squareRoot() * environment.drift * stream.next()
        let bad = environment.unlucky > 0 && Double(stream.uniform()) < environment.unlucky ? 0.2 : 0
        let level = state + environment.process * stream.next() + bad
        let times = (0..<iterations).map { _ in
            let spike = stream.uniform() < 0.03 ? -0.15 * log(1 - stream.uniform()) : 0
            return environment.iteration * stream.next() + spike
        }.sorted()
        return level + times[iterations / 2]
    }

    /// Whether the gate's two stages call it a regression, and whether the first nominated it.
    mutating func trial(_ profile: GateProfile) -> (nominated: Bool, judgement: Judgement) {
        let candidates = environment.others + 1
        let test = TwoStage(profile)
        let screening = PairedTimes(pairs(profile.screeningPairs))
        var evidence = [TwoStage.Evidence(benchmark: "subject", metric: "time", screening: screening)]
        let nominated = test.suspicion(screening, benchmark: "subject") != nil
        if nominated {
            evidence[0].confirming = PairedTimes(pairs(profile.confirmingPairs(candidates: candidates)))
            // Others that were nominated too, so that Holm has a family to correct over.
            func level(_ head: Double, _ count: Int) -> PairedTimes {
                PairedTimes((0..<count).map { TimePair(base: 1, head: head + 1e-9 * Double($0), first: .base) })
            }
            for other in 1..<candidates {
                evidence.append(
                    TwoStage.Evidence(
                        benchmark: "other \(other)", metric: "time", screening: level(1.1, profile.screeningPairs),
                        confirming: level(1, profile.confirmingPairs)))
            }
        }
        return (nominated, test.findings(evidence)[0].judgement)
    }
}

/// Standard normals, two at a time.
struct Normals {
    private var stream: RandomStream
    private var spare: Double?

    init(_ key: RandomKey) { stream = key.stream() }

    mutating func uniform() -> Double { Double(stream.word()) * 0x1p-32 }

    mutating func next() -> Double {
        if let spare {
            self.spare = nil
            return spare
        }
        let radius = (-2 * log((Double(stream.word()) + 1) * 0x1p-32)).squareRoot()
        let angle = 2 * Double.pi * uniform()
        spare = radius * sin(angle)
        return radius * cos(angle)
    }
}
