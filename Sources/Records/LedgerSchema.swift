// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Lexicon
import Suites

/// The tables of the ledger and how older ones become newer ones. A migration that was released is never changed.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
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
        // Texts that many runs share stand once; numbers are stored as they are.
        migrator.registerMigration("2: shared parts") { database in
            try database.execute(
                sql: """
                    CREATE TABLE part (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
                    CREATE TABLE outcome (
                      fingerprint BLOB PRIMARY KEY NOT NULL,
                      state TEXT NOT NULL,
                      parts TEXT NOT NULL,
                      seed INTEGER NOT NULL,
                      names INTEGER NOT NULL,
                      numbers BLOB NOT NULL,
                      rest TEXT NOT NULL,
                      machine INTEGER NOT NULL,
                      seconds REAL NOT NULL,
                      finished_at TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE curve (
                      fingerprint BLOB PRIMARY KEY NOT NULL,
                      names INTEGER NOT NULL,
                      numbers BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    """)
            let decoder = LedgerRow.decoder
            for row in try Row.fetchAll(database, sql: "SELECT * FROM run") {
                let result = try decoder.decode(RunResult.self, from: Data((row["result"] as String).utf8))
                let specification = try decoder.decode(
                    ConfigValue.self, from: Data((row["specification"] as String).utf8))
                let finished: String = row["finished_at"]
                try LedgerRow(specification, result, finishedAt: finished).write(
                    database, Fingerprint(hex: row["fingerprint"]))
            }
            try database.execute(sql: "DROP TABLE run")
        }
        return migrator
    }

    /// Copies a ledger that is about to be migrated, so that nothing is lost if that goes wrong. Returns the copy.
    static func backUpBeforeMigration(_ database: DatabasePool, path: String) throws -> String? {
        let done = try database.read { try migrator.appliedMigrations($0) }
        guard let last = done.last, done.count < migrator.migrations.count else { return nil }
        let copy = "\(path).version-\(last.prefix { $0 != ":" })"
        guard !FileManager.default.fileExists(atPath: copy) else { return copy }
        try database.backup(to: DatabaseQueue(path: copy))
        return copy
    }
}
