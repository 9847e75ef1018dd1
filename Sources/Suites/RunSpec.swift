// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A registered thing with its options, all defaults filled in.
public struct Choice: Hashable, Codable, Sendable {
    /// Of the catalog.
    public let id: String
    /// All options, defaults filled in.
    public let options: ConfigValue

    /// Something of the catalog with its options.
    public init(_ id: String, _ options: ConfigValue = [:]) {
        self.id = id
        self.options = options
    }

    /// `{id, options}`.
    public var configValue: ConfigValue { ["id": .string(id), "options": options] }
}

/// Everything that determines one trained and evaluated model; nothing else does.
public struct RunSpec: Hashable, Codable, Sendable {
    /// What is predicted and how an error is charged.
    public var task: Choice
    /// What is learned from.
    public var dataset: Choice
    /// Digest of the data where it comes from files, empty for generated data.
    public var dataDigest: String
    /// By modality name.
    public var encoders: [String: Choice]
    /// How modalities come together; "unfused" where they do not.
    public var fusion: Choice
    /// How training is adapted.
    public var strategy: Choice
    /// How parameters are moved.
    public var optimizer: Choice
    /// How the learning rate changes.
    public var schedule: Choice
    /// Epochs, batch size, clipping, selection …: see `Budget` in the lab.
    public var budget: ConfigValue
    /// The only source of chance.
    public var seed: Int
    /// Versions of the cards of everything chosen, "strategy/ogm": 1.
    public var versions: [String: Int]
    /// Most rows of each split; nil is all of them. A run with a limit is a smoke test, never a result.
    public var limit: Int?
    /// How the trained model is damaged when it is tested; nil: not at all.
    public var robustness: ConfigValue?

    public init(
        task: Choice, dataset: Choice, dataDigest: String, encoders: [String: Choice], fusion: Choice, strategy: Choice,
        optimizer: Choice, schedule: Choice, budget: ConfigValue, seed: Int, versions: [String: Int], limit: Int? = nil,
        robustness: ConfigValue? = nil
    ) {
        self.task = task
        self.dataset = dataset
        self.dataDigest = dataDigest
        self.encoders = encoders
        self.fusion = fusion
        self.strategy = strategy
        self.optimizer = optimizer
        self.schedule = schedule
        self.budget = budget
        self.seed = seed
        self.versions = versions
        self.limit = limit
        self.robustness = robustness
    }

    /// As it is stored and hashed.
    public var configValue: ConfigValue {
        var members: [String: ConfigValue] = [
            "budget": budget, "data_digest": .string(dataDigest), "dataset": dataset.configValue,
            "encoders": .object(encoders.mapValues(\.configValue)), "fusion": fusion.configValue,
            "optimizer": optimizer.configValue, "schedule": schedule.configValue, "seed": .int(seed),
            "strategy": strategy.configValue, "task": task.configValue,
            "versions": .object(versions.mapValues { .int($0) }),
        ]
        if let limit { members["limit"] = .int(limit) }
        if let robustness { members["robustness"] = robustness }
        return .object(members)
    }

    /// Whether coefficients of its strategy multiply gradients; those of `mode: update` multiply steps.
    public var scalesGradients: Bool {
        ["gradient", "cotangent"].contains(strategy.options["mode"]?.stringValue ?? "")
    }

    /// The hash of `configValue`.
    public var fingerprint: Fingerprint { Fingerprint(of: configValue) }
}

/// The fingerprints of specifications that differ in their seed alone: the text around the seed is made once.
struct FingerprintSeries {
    private let before: String
    private let after: String

    init(_ spec: RunSpec) {
        let members = spec.configValue.objectValue ?? [:]
        func text(_ keys: [String]) -> [String] {
            keys.map { "\(JSONText.quoted($0)):\((members[$0] ?? .null).canonicalJSON)" }
        }
        let keys = members.keys.sorted()
        before = "{" + (text(keys.filter { $0 < "seed" }) + ["\"seed\":"]).joined(separator: ",")
        after = ([""] + text(keys.filter { $0 > "seed" })).joined(separator: ",") + "}"
    }

    func fingerprint(seed: Int) -> Fingerprint { Fingerprint(hex: SHA256.hex(of: before + String(seed) + after)) }
}

/// Names for people; they are not part of the fingerprint, so renaming a row recomputes nothing.
public struct RunLabels: Hashable, Codable, Sendable {
    /// The suite's name.
    public var suite: String
    /// The data set's label.
    public var dataset: String
    /// The modalities joined by a hyphen: "image-text".
    public var pairing: String
    /// The fusion's label.
    public var fusion: String
    /// What the row is called in tables: the strategy's id unless the suite gives a label.
    public var strategy: String

    public init(suite: String, dataset: String, pairing: String, fusion: String, strategy: String) {
        self.suite = suite
        self.dataset = dataset
        self.pairing = pairing
        self.fusion = fusion
        self.strategy = strategy
    }
}

/// One cell of a suite: what to run, what to call it, what must be there first.
public struct Cell: Hashable, Sendable {
    /// What its parts are called.
    public let labels: RunLabels
    /// All that determines its result.
    public let spec: RunSpec
    /// Of `spec`.
    public let fingerprint: Fingerprint
    /// Runs whose results this one needs (a ranking needs unimodal runs).
    public let companions: [RunSpec]
    /// Set when the combination cannot be: it is recorded with this reason and not run.
    public let notApplicable: String?
    /// Where the values of `spec` come from.
    public let origins: [Origin]
    /// Whether its data is not to be had everywhere, so that no baseline holds it.
    public var isOptional = false

    public init(
        labels: RunLabels, spec: RunSpec, companions: [RunSpec] = [], notApplicable: String? = nil,
        origins: [Origin] = []
    ) {
        self.init(labels, spec, spec.fingerprint, companions, notApplicable: notApplicable, origins)
    }

    /// With a fingerprint that is known already.
    init(
        _ labels: RunLabels, _ spec: RunSpec, _ fingerprint: Fingerprint, _ companions: [RunSpec] = [],
        notApplicable: String? = nil, _ origins: [Origin]
    ) {
        self.labels = labels
        self.spec = spec
        self.fingerprint = fingerprint
        self.companions = companions
        self.notApplicable = notApplicable
        self.origins = origins
    }

    /// "redundant / concat / pdmp / seed 3", as lists and messages call a cell.
    public var name: String { "\(labels.dataset) / \(labels.fusion) / \(labels.strategy) / seed \(spec.seed)" }
}
