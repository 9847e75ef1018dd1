// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites
import Testing

@Suite struct LedgerTests {
    @Test func `what was stored is there after reopening, numbers that are none included`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = RunResult(
            state: .failed, reason: "diverged", metrics: ["a": .nan, "b": .infinity, "c": 0.1],
            curves: ["loss": [1, -.infinity]], cost: Cost(flops: 2, seconds: 3, peakRSSBytes: 4))
        try Ledger(folder: folder.path).store(Samples.spec(1), result, at: Date(timeIntervalSince1970: 0))
        let found = try Ledger(folder: folder.path).results([Samples.spec(1), Samples.spec(2)].map(\.fingerprint))
        #expect(found.count == 1)
        let back = try #require(found[Samples.spec(1).fingerprint])
        #expect(back.metrics["a"]?.isNaN == true && back.metrics["b"] == .infinity && back.metrics["c"] == 0.1)
        #expect(back.curves == result.curves && back.cost == result.cost && back.reason == "diverged")
    }

    @Test func `a later result replaces an earlier one`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(folder: folder.path)
        try ledger.store(Samples.spec(1), RunResult(state: .failed), at: Date(timeIntervalSince1970: 0))
        try ledger.store(Samples.spec(1), RunResult(state: .ok), at: Date(timeIntervalSince1970: 1))
        try ledger.store(Samples.spec(2), RunResult(state: .ok), at: Date(timeIntervalSince1970: 1))
        #expect(try ledger.counts() == ["ok": 2])
        #expect(try ledger.integrity() == "ok")
    }

    @Test func `two processes' worth of connections may write at once`() async throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledgers = try [Ledger(folder: folder.path), Ledger(folder: folder.path)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for seed in 0..<40 {
                let ledger = ledgers[seed % 2]
                group.addTask {
                    try ledger.store(Samples.spec(seed), RunResult(state: .ok), at: Date(timeIntervalSince1970: 0))
                }
            }
            try await group.waitForAll()
        }
        #expect(try ledgers[0].counts() == ["ok": 40])
    }

    @Test func `a file that is no ledger is refused with what to do`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(String(repeating: "not a database ", count: 200).utf8)
            .write(to: folder.appendingPathComponent("ledger.sqlite"))
        let error = #expect(throws: LedgerError.self) { try Ledger(folder: folder.path) }
        #expect(error?.description.contains("PDMPBENCH_HOME") == true)
    }
}
