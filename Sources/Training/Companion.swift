// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Another run on the same problem that a strategy needs first, for example to rank modalities.
public struct Companion: Hashable, Sendable {
    /// Id of its strategy.
    public let strategy: String
    /// Options of its strategy, laid over the defaults.
    public let options: ConfigValue
    /// Its own seed.
    public let seed: Int
    /// Whether its trained parameters are needed, not only its scores.
    public let weights: Bool
    /// Share of the epochs that it is trained, at least one epoch.
    public let epochShare: Double
    /// Id of the task that it is posed, with that task's defaults; nil: the run's own.
    public let task: String?

    public init(
        strategy: String, options: ConfigValue, seed: Int, weights: Bool = false, epochShare: Double = 1,
        task: String? = nil
    ) {
        self.strategy = strategy
        self.options = options
        self.seed = seed
        self.weights = weights
        self.epochShare = epochShare
        self.task = task
    }
}

/// Trained parameters by name.
public struct NamedWeights: Sendable {
    /// By address.
    public let values: [String: [Float]]
    /// Parameters by address.
    public init(_ values: [String: [Float]]) { self.values = values }
}

/// What companions brought back.
public struct CompanionResults: Sendable {
    private let metrics: [Companion: [String: Double]]
    private let parameters: [Companion: NamedWeights]

    /// What companions brought back.
    public init(
        _ metrics: [Companion: [String: Double]] = [:], weights: [Companion: NamedWeights] = [:]
    ) {
        self.metrics = metrics
        parameters = weights
    }

    /// A metric or diagnostic of a companion, "validation/accuracy". Throws if the companion is missing or failed.
    public func metric(_ name: String, of companion: Companion) throws -> Double {
        guard let value = metrics[companion]?[name] else { throw missing(companion, name) }
        return value
    }

    /// The trained parameters of a companion. Throws if the companion is missing or failed.
    public func weights(of companion: Companion) throws -> NamedWeights {
        guard let values = parameters[companion] else { throw missing(companion, "parameters") }
        return values
    }

    private func missing(_ companion: Companion, _ what: String) -> TrainingError {
        .missingCompanion(
            "\(companion.strategy) \(companion.options.canonicalJSON), seed \(companion.seed)", metric: what)
    }
}
