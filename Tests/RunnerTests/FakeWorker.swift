// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites

/// A worker whose result is a function of the specification alone; it remembers what it was asked.
final class FakeWorker: RunWorker, @unchecked Sendable {
    private let lock = NSLock()
    private var seen: [RunSpec] = []
    private var missing = 0
    private let failing: Set<Int>

    init(failing: Set<Int> = []) { self.failing = failing }

    var order: [RunSpec] { lock.withLock { seen } }
    /// How often a run began without a companion that it needs.
    var withoutCompanion: Int { lock.withLock { missing } }

    func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult {
        lock.withLock {
            seen.append(spec)
            if spec.strategy.id == "ranked", companions.count != 1 { missing += 1 }
        }
        Thread.sleep(forTimeInterval: Double((spec.seed * 7) % 5) * 0.001)
        if failing.contains(spec.seed) { return RunResult(state: .failed, reason: "seed \(spec.seed)") }
        let rank = companions.values.map { $0.metrics["m"] ?? 0 }.reduce(0, +)
        return RunResult(state: .ok, metrics: ["m": Double(spec.seed) + rank], parametersSHA256: spec.fingerprint.hex)
    }

    static func spec(_ strategy: String, _ seed: Int) -> RunSpec {
        RunSpec(
            task: Choice("classification"), dataset: Choice("latent"), dataDigest: "", encoders: [:],
            fusion: Choice("concat"), strategy: Choice(strategy), optimizer: Choice("sgd"),
            schedule: Choice("constant"), budget: [:], seed: seed, versions: [:])
    }

    /// Each seed: a run that needs a companion, before the plain run that is that companion.
    static func cells(_ seeds: Range<Int>) -> [Cell] {
        seeds.flatMap { seed in
            [("ranked", [spec("joint", seed)]), ("joint", [])].map { strategy, companions in
                Cell(
                    labels: RunLabels(suite: "s", dataset: "d", pairing: "a-b", fusion: "concat", strategy: strategy),
                    spec: spec(strategy, seed), companions: companions)
            }
        }
    }
}

extension [Fingerprint: RunResult] {
    /// What is under the determinism contract.
    var withoutCost: Self {
        mapValues { result in
            var result = result
            result.cost = Cost()
            return result
        }
    }
}
