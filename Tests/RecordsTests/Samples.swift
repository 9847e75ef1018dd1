// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites

/// Specifications and records to store.
enum Samples {
    static func spec(_ seed: Int) -> RunSpec {
        RunSpec(
            task: Choice("classification"), dataset: Choice("latent"), dataDigest: "", encoders: [:],
            fusion: Choice("concat"), strategy: Choice("joint"), optimizer: Choice("sgd"), schedule: Choice("constant"),
            budget: [:], seed: seed, versions: [:])
    }

    static func record(
        _ seed: Int, _ state: RunState = .ok, metrics: [String: Double] = ["test/accuracy": 0.75],
        digest: String = "abc"
    ) -> CellRecord {
        let spec = spec(seed)
        return CellRecord(
            labels: RunLabels(suite: "s", dataset: "d", pairing: "a-b", fusion: "concat", strategy: "Joint"),
            spec: spec, fingerprint: spec.fingerprint,
            result: RunResult(state: state, metrics: metrics, parametersSHA256: digest))
    }

    /// A folder for one test; removed by the caller.
    static func folder() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
    }
}
