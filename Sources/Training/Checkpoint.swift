// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tasks

/// A run between two epochs.
public struct Checkpoint: Codable, Equatable, Sendable {
    public var parameters: [Float]
    public var optimizer: OptimizerState
    /// The strategy's state as JSON.
    public var strategy: [UInt8]
    /// Whether the strategy's stage before the first epoch is done.
    public var prepared: Bool
    public var stability: StabilityMeter
    public var epoch: Int
    public var step: Int
    public var selectedEpoch: Int
    public var best: [Float]
    public var bestScore: Double?
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
