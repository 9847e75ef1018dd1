// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Lexicon
import Suites

/// What was run, with what result: one row per fingerprint, in SQLite (WAL), safe to kill at any instant.
///
/// Several processes may read and write it at once. Before an older file is migrated it is copied beside itself.
public final class Ledger: Sendable {
    private let database: DatabasePool
    /// The database's file.
    public let path: String
    /// The copy that was made because this program's ledger is newer than the file was; nil if there was no need.
    public let backup: String?

    /// Opens or creates `folder/ledger.sqlite`.
    /// - Parameters:
    ///   - folder: is made where it is not there.
    ///   - patience: seconds to wait for another process that holds the file.
    public init(folder: String, patience: Double = 10) throws(LedgerError) {
        let path = folder + "/ledger.sqlite"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            var configuration = Configuration()
            configuration.busyMode = .timeout(patience)
            database = try DatabasePool(path: path, configuration: configuration)
            backup = try LedgerSchema.backUpBeforeMigration(database, path: path)
            try LedgerSchema.migrator.migrate(database)
            // A file of a newer program has migrations that this one does not know.
            if try database.read({ try LedgerSchema.migrator.hasBeenSuperseded($0) }) {
                throw LedgerError.newer(path: path)
            }
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unusable(path: path, reason: Ledger.reason(error))
        }
        self.path = path
    }

    /// Stores a result; an earlier one of the same fingerprint is replaced.
    public func store(_ spec: RunSpec, _ result: RunResult, at time: Date) throws(LedgerError) {
        let row = LedgerRow(spec.configValue, result, finishedAt: time.ISO8601Format())
        try write { try row.write($0, spec.fingerprint) }
    }

    /// The results of those fingerprints that are known.
    ///
    /// - Parameters:
    ///   - fingerprints: of the runs that are asked for.
    ///   - wants: whether a curve of that name is wanted; most of a result's room is curves.
    public func results(
        _ fingerprints: [Fingerprint], curve wants: (String) -> Bool = { _ in true }
    ) throws(LedgerError) -> [Fingerprint: RunResult] {
        try read { database in
            let wanted = Set(fingerprints)
            var parts = LedgerRow.Parts()
            var found: [Fingerprint: RunResult] = [:]
            found.reserveCapacity(wanted.count)
            let select = """
                SELECT outcome.*, curve.names AS curve_names, curve.numbers AS curve_numbers
                FROM outcome LEFT JOIN curve USING (fingerprint)
                """
            if wanted.count > Ledger.many {
                let rows = try Row.fetchCursor(database, sql: select)
                while let row = try rows.next() {
                    let fingerprint = LedgerRow.fingerprint(row["fingerprint"])
                    guard wanted.contains(fingerprint) else { continue }
                    found[fingerprint] = try LedgerRow.result(row, &parts, database, curve: wants)
                }
                return found
            }
            let one = try database.cachedStatement(sql: select + " WHERE outcome.fingerprint = ?")
            for fingerprint in wanted {
                guard let row = try Row.fetchOne(one, arguments: [LedgerRow.key(fingerprint)]) else { continue }
                found[fingerprint] = try LedgerRow.result(row, &parts, database, curve: wants)
            }
            return found
        }
    }

    /// How those fingerprints that are known ended: enough to plan, and far quicker than the results.
    public func states(_ fingerprints: [Fingerprint]) throws(LedgerError) -> [Fingerprint: RunState] {
        try read { database in
            let wanted = Set(fingerprints)
            var found: [Fingerprint: RunState] = [:]
            func note(_ fingerprint: Fingerprint, _ text: String) throws {
                guard let state = RunState(rawValue: text) else { throw LedgerDamage.cutOff }
                found[fingerprint] = state
            }
            if wanted.count > Ledger.many {
                found.reserveCapacity(wanted.count)
                let rows = try Row.fetchCursor(database, sql: "SELECT fingerprint, state FROM outcome")
                while let row = try rows.next() {
                    let fingerprint = LedgerRow.fingerprint(row[0])
                    if wanted.contains(fingerprint) { try note(fingerprint, row[1]) }
                }
                return found
            }
            let one = try database.cachedStatement(sql: "SELECT state FROM outcome WHERE fingerprint = ?")
            for fingerprint in wanted {
                if let text = try String.fetchOne(one, arguments: [LedgerRow.key(fingerprint)]) {
                    try note(fingerprint, text)
                }
            }
            return found
        }
    }

    private static let many = 2000

    /// Number of runs by state.
    public func counts() throws(LedgerError) -> [String: Int] {
        try read { database in
            var counts: [String: Int] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT state, COUNT(*) AS n FROM outcome GROUP BY state") {
                counts[row["state"]] = row["n"]
            }
            return counts
        }
    }

    /// A run's specification as it was stored, and when it ended.
    public struct Known: Sendable {
        /// Which run.
        public let fingerprint: Fingerprint
        /// All that determines it.
        public let specification: ConfigValue
        /// UTC, ISO 8601.
        public let finishedAt: String
        /// How long it took.
        public let seconds: Double
    }

    /// All specifications, in order of fingerprint.
    public func specifications() throws(LedgerError) -> [Known] {
        try read { database in
            var parts = LedgerRow.Parts()
            var list: [Known] = []
            let rows = try Row.fetchCursor(
                database, sql: "SELECT fingerprint, parts, seed, seconds, finished_at FROM outcome ORDER BY fingerprint"
            )
            while let row = try rows.next() {
                list.append(
                    Known(
                        fingerprint: LedgerRow.fingerprint(row["fingerprint"]),
                        specification: try LedgerRow.specification(row, &parts, database),
                        finishedAt: row["finished_at"], seconds: row["seconds"]))
            }
            return list
        }
    }

    /// Mean seconds that runs of the same kind took: equal but for the seed, else equal but for seed and strategy; nil
    /// where the ledger has seen neither.
    public func expectedSeconds(_ specs: [RunSpec]) throws(LedgerError) -> [Double?] {
        try read { database in
            var numbers: [String: Int64] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT id, text FROM part") { numbers[row[1]] = row[0] }
            var exact: [String: (sum: Double, count: Double)] = [:]
            var close = exact
            // Parts stand in order of key; those that only a strategy changes are left out for the second answer.
            let strategic = Set(
                numbers.filter { $0.key.hasPrefix("\"strategy\":") || $0.key.hasPrefix("\"versions\":") }.values)
            func general(_ parts: [Int64]) -> String {
                parts.filter { !strategic.contains($0) }.map(String.init).joined(separator: ",")
            }
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT parts, SUM(seconds), COUNT(*) FROM outcome WHERE state = 'ok' GROUP BY parts")
            while let row = try rows.next() {
                let parts: String = row[0]
                let (sum, count): (Double, Double) = (row[1], row[2])
                exact[parts] = (sum, count)
                let wider = general(parts.split(separator: ",").compactMap { Int64($0) })
                close[wider, default: (0, 0)].sum += sum
                close[wider, default: (0, 0)].count += count
            }
            return specs.map { spec in
                let members = spec.configValue.objectValue ?? [:]
                func known(_ keys: [String]) -> String? {
                    let found = keys.map { numbers["\(JSONText.quoted($0)):\((members[$0] ?? .null).canonicalJSON)"] }
                    return found.contains { $0 == nil }
                        ? nil : found.compactMap { $0 }.map(String.init).joined(separator: ",")
                }
                let keys = members.keys.sorted().filter { $0 != "seed" }
                if let parts = known(keys), let mean = exact[parts] { return mean.sum / mean.count }
                let wider = known(keys.filter { $0 != "strategy" && $0 != "versions" })
                return wider.flatMap { close[$0] }.map { $0.sum / $0.count }
            }
        }
    }

    /// SQLite's own check of the file, then ours: every specification has the fingerprint it is stored under.
    /// "ok" when it is sound.
    public func integrity() throws(LedgerError) -> String {
        let own = try read { try String.fetchOne($0, sql: "PRAGMA integrity_check") ?? "no answer" }
        guard own == "ok" else { return own }
        for known in try specifications() where Fingerprint(of: known.specification) != known.fingerprint {
            return "run \(known.fingerprint.short) has another fingerprint than its specification"
        }
        return "ok"
    }

    /// Takes over what `other` knows. The same fingerprint with other bits is a conflict: nothing of it is taken.
    ///
    /// A finished run replaces a failed one; a failed one replaces nothing.
    public func merge(_ other: Ledger) throws(LedgerError) -> MergeOutcome {
        var outcome = MergeOutcome()
        let theirs = try other.specifications()
        for start in stride(from: 0, to: theirs.count, by: Ledger.many) {
            let batch = theirs[start..<min(start + Ledger.many, theirs.count)]
            let results = try other.results(batch.map(\.fingerprint))
            let mine = try self.results(batch.map(\.fingerprint))
            var taken: [(Fingerprint, LedgerRow)] = []
            for known in batch {
                guard let result = results[known.fingerprint] else { continue }
                if let own = mine[known.fingerprint], own.state != .failed {
                    if result.state != .failed, !own.hasBits(of: result) {
                        outcome.conflicts.append(
                            MergeConflict(
                                fingerprint: known.fingerprint, specification: known.specification, mine: own,
                                theirs: result))
                    } else {
                        outcome.equal += 1
                    }
                } else if mine[known.fingerprint] != nil, result.state == .failed {
                    outcome.equal += 1
                } else {
                    taken.append(
                        (known.fingerprint, LedgerRow(known.specification, result, finishedAt: known.finishedAt)))
                }
            }
            let rows = taken
            try write { database in for (fingerprint, row) in rows { try row.write(database, fingerprint) } }
            outcome.taken += rows.count
        }
        return outcome
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw .unusable(path: path, reason: Ledger.reason(error))
        }
    }

    private func write(_ body: (Database) throws -> Void) throws(LedgerError) {
        do {
            try database.write(body)
        } catch {
            throw .unusable(path: path, reason: Ledger.reason(error))
        }
    }

    /// SQLite's message without the statement and its arguments.
    private static func reason(_ error: any Error) -> String {
        if let error = error as? DatabaseError {
            return error.message ?? "SQLite error \(error.resultCode.rawValue)"
        }
        return error is CocoaError ? error.localizedDescription : "\(error)"
    }
}

/// What a merge did.
public struct MergeOutcome: Sendable {
    /// Runs that were new here.
    public var taken = 0
    /// Runs that both had, with the same bits.
    public var equal = 0
    /// Runs that both had, with other bits.
    public var conflicts: [MergeConflict] = []
}

/// One specification, two results: the determinism contract is broken, or a version was not raised.
public struct MergeConflict: Sendable {
    /// Which run.
    public let fingerprint: Fingerprint
    /// All that determines it.
    public let specification: ConfigValue
    /// What this ledger holds.
    public let mine: RunResult
    /// What the other one holds.
    public let theirs: RunResult
}

extension RunResult {
    /// Whether everything under the determinism contract is equal, NaN included.
    public func hasBits(of other: RunResult) -> Bool {
        func same(_ a: [String: Double], _ b: [String: Double]) -> Bool {
            a.count == b.count && a.allSatisfy { name, value in b[name]?.bitPattern == value.bitPattern }
        }
        return state == other.state && parametersSHA256 == other.parametersSHA256 && same(metrics, other.metrics)
            && same(unimodal, other.unimodal) && same(diagnostics, other.diagnostics)
            && curves.count == other.curves.count
            && curves.allSatisfy { name, values in
                other.curves[name]?.map(\.bitPattern) == values.map(\.bitPattern)
            }
    }
}

/// Why the ledger cannot be used.
public enum LedgerError: Error, CustomStringConvertible {
    /// SQLite or the file system said no.
    case unusable(path: String, reason: String)
    /// The file's schema is of a later program.
    case newer(path: String)

    public var description: String {
        switch self {
        case .unusable(let path, let reason):
            "the ledger \(path) cannot be used: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason). Set PDMPBENCH_HOME to a writable folder, or move the file away"
        case .newer(let path):
            "the ledger \(path) was written by a newer pdmpbench: use that one, or set PDMPBENCH_HOME to another folder"
        }
    }
}
