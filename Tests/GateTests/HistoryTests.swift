// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Testing

@Suite struct HistoryTests {
    /// 40 nights; the last ten are worse by a tenth in time and in score.
    private func nights(machine: String = "m") -> [HistoryEntry] {
        var normals = Normals(RandomKey(seed: 11))
        return (0..<40).map { night in
            HistoryEntry(
                name: "night \(night)", taken: Double(night), machine: machine,
                values: [
                    "sort / time": .init((night < 30 ? 10 : 11) + 0.02 * normals.next(), .lowerIsBetter),
                    "sum / time": .init(5 + 0.02 * normals.next(), .lowerIsBetter),
                    "latent / pdmp / test/accuracy": .init(
                        (night < 37 ? 0.9 : 0.8) + 0.001 * normals.next(), .higherIsBetter),
                ])
        }
    }

    @Test func `a step is found where it is, and is worse whichever way the series points`() throws {
        let series = History(nights()).series
        #expect(series.map(\.name) == ["latent / pdmp / test/accuracy", "sort / time", "sum / time"])
        let time = try #require(series.first { $0.name == "sort / time" })
        #expect(time.changes.map(\.index) == [30] && time.isWorse(time.changes[0]))
        #expect(time.levels.count == 40 && abs(time.levels[29] - 10) < 0.05 && abs(time.levels[30] - 11) < 0.05)
        let score = try #require(series.first { $0.name.hasSuffix("accuracy") })
        #expect(score.changes.map(\.index) == [37] && score.isWorse(score.changes[0]))
        #expect(series.first { $0.name == "sum / time" }?.changes.isEmpty == true)
    }

    @Test func `the gate hears of late steps only, and only of its own machine`() {
        let findings = History(nights()).findings(machine: "m")
        #expect(findings.map(\.metric) == ["test/accuracy"] && findings[0].subject == "latent / pdmp")
        #expect(findings[0].tier == .history && findings[0].judgement == .regressed)
        #expect(findings[0].note.contains("new level since night 37"))
        #expect(History(nights()).findings(machine: "m", recent: 10).count == 2)
        #expect(History(nights(machine: "other")).findings(machine: "m").isEmpty)
        #expect(History(Array(nights().suffix(20))).findings(machine: "m").isEmpty)
    }

    @Test func `machines make series of their own`() {
        let series = History(Array(nights().prefix(3)) + Array(nights(machine: "n").prefix(2))).series
        #expect(series.count == 6 && series.map(\.values.count).reduce(0, +) == 15)
    }

    @Test func `entries come back as they were written`() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let file = HistoryFile(url)
        #expect(try file.read().entries.isEmpty)
        let entries = Array(nights().prefix(3))
        for entry in entries { try file.append(entry) }
        #expect(try file.read().entries == entries)
        try (String(contentsOf: url, encoding: .utf8) + "nonsense\n{}\n").write(
            to: url, atomically: true, encoding: .utf8)
        let found = try file.read()
        #expect(found.entries == entries && found.damaged == [4])
    }

    @Test func `values are medians of head's processes and means over seeds`() throws {
        var log = PairLog()
        for (number, time) in [3.0, 1, 2].enumerated() {
            log.add(
                .init(
                    base: .init(milliseconds: 9, megabytes: 9), head: .init(milliseconds: time, megabytes: 7),
                    first: number % 2 == 0 ? .base : .head), .screening, "sort")
        }
        #expect(
            HistoryEntry.values(of: log) == [
                "sort / time": .init(2, .lowerIsBetter), "sort / peak memory": .init(7, .lowerIsBetter),
            ])
        let cells: [ConfigValue] = [0.8, 0.9].enumerated().map { seed, accuracy in
            [
                "dataset": "latent", "fusion": "concat", "variant": "pdmp", "seed": .int(seed), "state": "ok",
                "metrics": ["test/accuracy": .double(accuracy), "test/loss": 1],
            ]
        }
        let failed: ConfigValue = ["dataset": "latent", "state": "failed", "metrics": ["test/accuracy": 0]]
        let values = HistoryEntry.values(
            ofCells: cells + [failed], directions: ["test/accuracy": .higherIsBetter])
        #expect(values.keys.sorted() == ["latent / concat / pdmp / test/accuracy"])
        #expect(abs(try #require(values.values.first).number - 0.85) < 1e-12)
    }
}
