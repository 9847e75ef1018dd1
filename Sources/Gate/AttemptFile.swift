// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records

/// All measurements of the time tier of one comparison. A comparison that was judged is not measured again until it turns
/// out well: its verdict stands, or new pairs are pooled with the old ones and the reason is kept.
public struct AttemptFile: Sendable {
    private let file: LineFile

    /// - Parameters:
    ///   - folder: where attempts are kept, a file for each comparison.
    ///   - identity: everything that makes two measurements measurements of the same: both trees, profile, benchmarks
    ///     with their arguments, machine.
    public init(folder: URL, identity: [String]) {
        let name = SHA256.hex(of: identity.joined(separator: "\0")).prefix(24)
        file = LineFile(folder.appendingPathComponent("\(name).jsonl"))
    }

    /// One measurement that came to its end.
    public struct Attempt: Equatable, Sendable {
        /// Seconds since 1970, UTC.
        public let taken: Double
        /// Why it was repeated; empty for the first.
        public let reason: String
        /// The pairs that it measured.
        public let log: PairLog
    }

    /// Those that were measured to their end, in order of time.
    public func read() throws -> [Attempt] {
        try file.read().values.compactMap { value in
            guard let taken = value["taken"]?.doubleValue, let log = PairLog(value["pairs"]) else { return nil }
            return Attempt(taken: taken, reason: value["reason"]?.stringValue ?? "", log: log)
        }
    }

    /// Adds a measurement that came to its end, as one line.
    public func append(taken: Double, reason: String, _ log: PairLog) throws {
        try file.append([
            "$schema": "pdmpbench-attempt-1", "pairs": log.json, "reason": .string(reason), "taken": .double(taken),
        ])
    }
}
