// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// What can be chosen in a suite.
public enum ChoiceKind: String, CaseIterable, Sendable {
    /// Kinds of things that a suite names.
    case task, dataset, encoder, fusion, strategy, optimizer, schedule
}

/// What the office must know of the lab to check a suite; the workshop answers.
public protocol SuiteCatalog: Sendable {
    /// All registered cards of a kind, alphabetical.
    func cards(_ kind: ChoiceKind) -> [Card]
    /// The option fields of a registered thing; nil if there is no such id.
    func fields(_ kind: ChoiceKind, _ id: String) -> [FieldDescription]?
    /// Lays given options over the defaults.
    func resolve(_ kind: ChoiceKind, _ id: String, _ given: ConfigValue) -> (
        canonical: ConfigValue, issues: [FieldIssue]
    )
    /// The fields of `budget:`.
    var budgetFields: [FieldDescription] { get }
    /// A budget with defaults filled in, and its mistakes.
    func resolveBudget(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// The fields of `robustness:`.
    var robustnessFields: [FieldDescription] { get }
    /// Damage of trained models with defaults filled in, and its mistakes.
    func resolveRobustness(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Modalities of a resolved data set in declared order, and the digest of its files ("" if generated).
    /// Throws a sentence for people when the data cannot be had.
    func describe(dataset: Choice, task: Choice) throws -> DatasetDescription
    /// The encoder for a modality, or another slot, that the suite does not name one for.
    func defaultEncoder(dataset: Choice, task: Choice, slot: String) throws -> String
    /// Why this combination cannot run; nil if it can.
    func misfit(_ spec: RunSpec) -> String?
    /// The runs that must be finished before this one.
    func companions(_ spec: RunSpec) throws -> [RunSpec]
    /// The specification without what cannot matter, so that equal runs have equal fingerprints: a model without
    /// fusion is the same under every fusion of a suite.
    func essence(_ spec: RunSpec) throws -> RunSpec
}

extension SuiteCatalog {
    /// The specification without what does not matter for its result, so that equal runs have equal fingerprints.
    public func essence(_ spec: RunSpec) throws -> RunSpec { spec }
}

/// What a suite must know of a data set under a task.
public struct DatasetDescription: Sendable {
    /// What a model is shown.
    public var modalities: [String]
    /// All modalities joined by a hyphen, those that the task makes the target too.
    public var pairing: String
    /// What has an encoder besides the modalities: the items of a gallery.
    public var slots: [String]
    /// SHA-256 over what is read; empty for generated data.
    public var digest: String

    public init(modalities: [String], pairing: String? = nil, slots: [String] = [], digest: String) {
        self.modalities = modalities
        self.pairing = pairing ?? modalities.joined(separator: "-")
        self.slots = slots
        self.digest = digest
    }
}

/// Trains one specification; the workshop implements it, executors call it.
public protocol RunWorker: Sendable {
    /// Never throws: whatever happens is a result with a state. `companions` holds the results asked for.
    func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult
}
