// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// How a run ended.
public enum RunState: String, Codable, Sendable, CaseIterable {
    /// Trained and scored.
    case ok
    /// Diverged, threw, trapped, exceeded a limit.
    case failed
    /// The strategy cannot act on this task or fusion; `reason` says why.
    case notApplicable
}

/// What a run brings back. Everything but `cost` and `machine` is under the determinism contract.
public struct RunResult: Codable, Equatable, Sendable {
    /// How it ended.
    public var state: RunState
    /// Empty when `state` is `ok`.
    public var reason: String
    /// By name, "test/accuracy", "validation/accuracy". Directions are in `metricDirections` of the task.
    public var metrics: [String: Double]
    /// Score of each modality alone inside the model, by readout mode and modality: "split/audio".
    public var unimodal: [String: Double]
    /// One value per epoch, by name: "validation/loss".
    public var curves: [String: [Double]]
    /// What else was measured, by name: "shapley/audio", "trivial/majority".
    public var diagnostics: [String: Double]
    /// How it was done, by word: the strategy's "variant", the "readout" of single modalities, what stands for an
    /// "absent" one. nil in results of earlier versions.
    public var notes: [String: String]?
    /// The runs that had to be finished before this one, by fingerprint, and the operations of each; nil for none and in
    /// results of earlier versions.
    public var companions: [String: Double]?
    /// SHA-256 over the final parameters' bytes in declared order; empty unless `ok`.
    public var parametersSHA256: String
    /// What it took.
    public var cost: Cost
    /// Where it was done, by word: "cpu", "isa".
    public var machine: [String: String]
    /// The program's version.
    public var codeVersion: String

    public init(
        state: RunState, reason: String = "", metrics: [String: Double] = [:], unimodal: [String: Double] = [:],
        curves: [String: [Double]] = [:], diagnostics: [String: Double] = [:], parametersSHA256: String = "",
        cost: Cost = Cost(), machine: [String: String] = [:], codeVersion: String = HarnessVersion.text
    ) {
        self.state = state
        self.reason = reason
        self.metrics = metrics
        self.unimodal = unimodal
        self.curves = curves
        self.diagnostics = diagnostics
        self.parametersSHA256 = parametersSHA256
        self.cost = cost
        self.machine = machine
        self.codeVersion = codeVersion
    }
}

/// What a run took; measured, so no part of the determinism contract.
public struct Cost: Codable, Equatable, Sendable {
    /// Operations in products and convolutions.
    public var flops: Double
    /// On the clock, of the run alone.
    public var seconds: Double
    /// Of the process that trained it, up to the run's end.
    public var peakRSSBytes: Int
    /// UTC, ISO 8601; nil where nobody looked at the clock.
    public var started: String?
    /// UTC, ISO 8601.
    public var finished: String?

    public init(flops: Double = 0, seconds: Double = 0, peakRSSBytes: Int = 0) {
        self.flops = flops
        self.seconds = seconds
        self.peakRSSBytes = peakRSSBytes
    }
}

/// A cell with its result: what the ledger hands to reports, one line of `cells.jsonl`.
public struct CellRecord: Codable, Equatable, Sendable {
    /// What its parts are called.
    public var labels: RunLabels
    /// All that determines it.
    public var spec: RunSpec
    /// The hash of the specification and of the cards' versions.
    public var fingerprint: Fingerprint
    /// What came out.
    public var result: RunResult

    public init(labels: RunLabels, spec: RunSpec, fingerprint: Fingerprint, result: RunResult) {
        self.labels = labels
        self.spec = spec
        self.fingerprint = fingerprint
        self.result = result
    }
}
