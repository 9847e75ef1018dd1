// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Another run on the same problem that a strategy needs first, for example to rank modalities.
public struct Companion: Hashable, Sendable {
    public let strategy: String
    public let options: ConfigValue
    public let seed: Int

    public init(strategy: String, options: ConfigValue, seed: Int) {
        self.strategy = strategy
        self.options = options
        self.seed = seed
    }
}

/// What companions brought back.
public struct CompanionResults: Sendable {
    private let metrics: [Companion: [String: Double]]

    public init(_ metrics: [Companion: [String: Double]] = [:]) { self.metrics = metrics }

    /// A metric of a companion, "validation/accuracy". Throws if the companion is missing or failed.
    public func metric(_ name: String, of companion: Companion) throws -> Double {
        guard let value = metrics[companion]?[name] else {
            throw TrainingError.missingCompanion(
                "\(companion.strategy) \(companion.options.canonicalJSON), seed \(companion.seed)", metric: name)
        }
        return value
    }
}
