// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Lexicon
import Records
import Suites
import TestSupport
import Testing

/// Older files, other machines' files, files that somebody else holds.
@Suite struct `Care of the ledger` {
    /// A folder with a copy of a ledger that version 1 of the schema wrote.
    func old() throws -> URL {
        let folder = Samples.folder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Repository.root.appendingPathComponent("Tests/Fixtures/ledger-1.sqlite"),
            to: folder.appendingPathComponent("ledger.sqlite"))
        return folder
    }

    @Test func `a file of version 1 is copied, then holds the same results in the new form`() throws {
        let folder = try old()
        defer { try? FileManager.default.removeItem(at: folder) }
        let names = ["5312bf77fa4838bc03800a86ef1524a4f9e6e208b918bb01774bca855b8779cf"].map(Fingerprint.init)
        let ledger = try Ledger(folder: folder.path)
        let backup = try #require(ledger.backup)
        let tables = try DatabaseQueue(path: backup).read {
            try String.fetchAll($0, sql: "SELECT fingerprint FROM run")
        }
        #expect(tables.count == 2)
        let result = try #require(try ledger.results(names)[names[0]])
        #expect(result.state == .ok && result.cost.flops == 6_520_832 && result.cost.peakRSSBytes == 34_697_216)
        #expect(result.curves["dependency/a"] == [0.4345554003706922, 0.5032496570999843])
        #expect(result.machine["cores"] == "2" && result.parametersSHA256.count == 64)
        #expect(try ledger.integrity() == "ok" && ledger.counts() == ["ok": 2])
        // Opened again there is nothing left to do.
        #expect(try Ledger(folder: folder.path).backup == nil)
    }

    @Test func `a file of a newer program is refused, not touched`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try Ledger(folder: folder.path)
        try DatabaseQueue(path: folder.path + "/ledger.sqlite").write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: what we do not know')")
        }
        let error = #expect(throws: LedgerError.self) { try Ledger(folder: folder.path) }
        #expect(error?.description.contains("newer pdmpbench") == true)
    }

    @Test func `a file that another process holds is waited for, then refused`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(folder: folder.path, patience: 0.1)
        let holder = try DatabaseQueue(path: folder.path + "/ledger.sqlite")
        try holder.inTransaction(.immediate) { _ in
            let error = #expect(throws: LedgerError.self) {
                try ledger.store(Samples.spec(1), RunResult(state: .ok), at: Date(timeIntervalSince1970: 0))
            }
            #expect(error?.description.contains("locked") == true)
            return .commit
        }
        try ledger.store(Samples.spec(1), RunResult(state: .ok), at: Date(timeIntervalSince1970: 0))
        #expect(try ledger.counts() == ["ok": 1])
    }

    @Test func `a row that does not belong to its fingerprint is found`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(folder: folder.path)
        try ledger.store(Samples.spec(1), RunResult(state: .ok), at: Date(timeIntervalSince1970: 0))
        try DatabaseQueue(path: folder.path + "/ledger.sqlite").write {
            try $0.execute(sql: "UPDATE outcome SET seed = 2")
        }
        #expect(try ledger.integrity().contains("another fingerprint"))
    }

    @Test func `numbers keep their bits`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let numbers = [0.1 + 0.2, -0.0, .nan, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
        let result = RunResult(
            state: .ok, metrics: Dictionary(uniqueKeysWithValues: zip(["a", "b", "c", "d", "e", "f"], numbers)),
            unimodal: ["split/a": numbers[0]], curves: ["long": numbers, "none": []], diagnostics: ["z": -0.0])
        let ledger = try Ledger(folder: folder.path)
        try ledger.store(Samples.spec(1), result, at: Date(timeIntervalSince1970: 0))
        let back = try #require(try ledger.results([Samples.spec(1).fingerprint])[Samples.spec(1).fingerprint])
        #expect(back.hasBits(of: result) && back.curves["none"] == [])
        // A later result without curves leaves none behind.
        try ledger.store(Samples.spec(1), RunResult(state: .failed, reason: "x"), at: Date(timeIntervalSince1970: 1))
        #expect(try ledger.results([Samples.spec(1).fingerprint])[Samples.spec(1).fingerprint]?.curves == [:])
    }

    @Test func `a merge takes what is new, and reports other bits as conflicts`() throws {
        let folders = [Samples.folder(), Samples.folder()]
        defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
        let (mine, theirs) = (try Ledger(folder: folders[0].path), try Ledger(folder: folders[1].path))
        func result(_ value: Double, _ state: RunState = .ok) -> RunResult {
            RunResult(state: state, metrics: ["m": value], parametersSHA256: "d", machine: ["cpu": "\(value)"])
        }
        let time = Date(timeIntervalSince1970: 0)
        for (seed, own, other) in [
            (1, result(1), nil), (2, nil, result(2)), (3, result(3), result(3)), (4, result(4), result(4.5)),
            (5, result(5, .failed), result(5)), (6, result(6), result(6, .failed)),
        ] as [(Int, RunResult?, RunResult?)] {
            if let own { try mine.store(Samples.spec(seed), own, at: time) }
            if let other { try theirs.store(Samples.spec(seed), other, at: time) }
        }
        let outcome = try mine.merge(theirs)
        #expect(outcome.taken == 2 && outcome.equal == 2)
        #expect(outcome.conflicts.map(\.fingerprint) == [Samples.spec(4).fingerprint])
        let known = try mine.results((1...6).map { Samples.spec($0).fingerprint })
        for seed in 1...6 {
            #expect(known[Samples.spec(seed).fingerprint]?.metrics["m"] == Double(seed))
            #expect(known[Samples.spec(seed).fingerprint]?.state == .ok)
        }
        #expect(try mine.integrity() == "ok")
    }

    @Test func `what a run will take is learnt from its kind, else from its problem`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(folder: folder.path)
        func spec(_ seed: Int, _ strategy: String, _ dataset: String = "latent") -> RunSpec {
            var spec = Samples.spec(seed)
            spec.strategy = Choice(strategy)
            spec.dataset = Choice(dataset)
            return spec
        }
        for (seed, strategy, seconds) in [(1, "joint", 2.0), (2, "joint", 4.0), (1, "ogm", 9.0)] {
            try ledger.store(
                spec(seed, strategy), RunResult(state: .ok, cost: Cost(seconds: seconds)),
                at: Date(timeIntervalSince1970: 0))
        }
        let expected = try ledger.expectedSeconds([spec(3, "joint"), spec(3, "pdmp"), spec(3, "joint", "other")])
        #expect(expected == [3, 5, nil])
    }
}
