// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Lexicon
import Suites

/// What was run, with what result: one row per fingerprint, in SQLite (WAL), safe to kill at any instant.
public final class Ledger: Sendable {
    private let database: DatabasePool
    public let path: String

    /// Opens or creates `folder/ledger.sqlite`.
    public init(folder: String) throws(LedgerError) {
        let path = folder + "/ledger.sqlite"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            database = try DatabasePool(path: path, configuration: configuration)
            try Ledger.migrator.migrate(database)
        } catch {
            throw .unusable(path: path, reason: "\(error)")
        }
        self.path = path
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: runs") { database in
            try database.execute(
                sql: """
                    CREATE TABLE run (
                      fingerprint TEXT PRIMARY KEY NOT NULL,
                      state TEXT NOT NULL,
                      specification TEXT NOT NULL,
                      result TEXT NOT NULL,
                      finished_at TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID
                    """)
        }
        return migrator
    }

    /// Stores a result; an earlier one of the same fingerprint is replaced.
    public func store(_ spec: RunSpec, _ result: RunResult, at time: Date) throws(LedgerError) {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            encoder.nonConformingFloatEncodingStrategy = Ledger.floats
            let text = String(decoding: try encoder.encode(result), as: UTF8.self)
            let fingerprint = spec.fingerprint.hex
            let specification = spec.configValue.canonicalJSON
            let finished = time.ISO8601Format()
            try database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO run (fingerprint, state, specification, result, finished_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (fingerprint) DO UPDATE SET state = excluded.state, result = excluded.result,
                          finished_at = excluded.finished_at
                        """,
                    arguments: [fingerprint, result.state.rawValue, specification, text, finished])
            }
        } catch {
            throw .unusable(path: path, reason: "\(error)")
        }
    }

    /// The results of those fingerprints that are known.
    public func results(_ fingerprints: [Fingerprint]) throws(LedgerError) -> [Fingerprint: RunResult] {
        do {
            let wanted = Set(fingerprints.map(\.hex))
            let decoder = JSONDecoder()
            decoder.nonConformingFloatDecodingStrategy = Ledger.parsedFloats
            return try database.read { database in
                var found: [Fingerprint: RunResult] = [:]
                for hex in wanted {
                    guard
                        let text = try String.fetchOne(
                            database, sql: "SELECT result FROM run WHERE fingerprint = ?", arguments: [hex])
                    else { continue }
                    found[Fingerprint(hex: hex)] = try decoder.decode(RunResult.self, from: Data(text.utf8))
                }
                return found
            }
        } catch {
            throw .unusable(path: path, reason: "\(error)")
        }
    }

    /// Number of runs by state.
    public func counts() throws(LedgerError) -> [String: Int] {
        do {
            return try database.read { database in
                var counts: [String: Int] = [:]
                for row in try Row.fetchAll(database, sql: "SELECT state, COUNT(*) AS n FROM run GROUP BY state") {
                    counts[row["state"]] = row["n"]
                }
                return counts
            }
        } catch {
            throw .unusable(path: path, reason: "\(error)")
        }
    }

    /// SQLite's own check of the file; "ok" when it is sound.
    public func integrity() throws(LedgerError) -> String {
        do {
            return try database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") ?? "no answer" }
        } catch {
            throw .unusable(path: path, reason: "\(error)")
        }
    }

    private static let floats = JSONEncoder.NonConformingFloatEncodingStrategy.convertToString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    private static let parsedFloats = JSONDecoder.NonConformingFloatDecodingStrategy.convertFromString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
}

public enum LedgerError: Error, CustomStringConvertible {
    case unusable(path: String, reason: String)

    public var description: String {
        switch self {
        case .unusable(let path, let reason):
            "the ledger \(path) cannot be used: \(reason). Set PDMPBENCH_HOME to a writable folder, or move the file away"
        }
    }
}
