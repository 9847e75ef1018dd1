// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tasks

/// A run between two epochs.
public struct Checkpoint: Codable, Equatable, Sendable {
    /// All parameters.
    public var parameters: [Float]
    /// What the optimizer keeps.
    public var optimizer: OptimizerState
    /// The strategy's state as JSON.
    public var strategy: [UInt8]
    /// Whether the strategy's stage before the first epoch is done.
    public var prepared: Bool
    /// What the loss has done so far.
    public var stability: StabilityMeter
    /// Epochs that are done.
    public var epoch: Int
    /// Updates that are done.
    public var step: Int
    /// The epoch whose parameters are kept.
    public var selectedEpoch: Int
    /// Those parameters; empty before the first epoch.
    public var best: [Float]
    /// Their validation score; nil before the first epoch.
    public var bestScore: Double?
    /// One value per epoch, by name.
    public var curves: [String: [Double]]

    static func encode(_ state: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(state))
    }

    static func decode<State: Decodable>(_ type: State.Type, _ bytes: [UInt8]) throws -> State {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
