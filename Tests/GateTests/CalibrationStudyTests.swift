// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Testing

@Suite struct CalibrationStudyTests {
    /// A session of `names` whose head is slower by `slowdown`; times wander by a per mille.
    private func session(_ slowdown: Double, number: Int, names: [String] = ["a", "b"], drift: Double = 0)
        -> CalibrationSession
    {
        var normals = Normals(RandomKey(seed: number).fold("study"))
        var log = PairLog()
        func add(_ stage: PairLog.Stage, _ count: Int) {
            for name in names {
                for pair in 0..<count {
                    let level = exp(drift * Double(pair) / Double(count - 1))
                    func sample(_ factor: Double) -> GateBenchmark.Sample {
                        .init(milliseconds: factor * level * exp(0.001 * normals.next()), megabytes: 30)
                    }
                    log.add(
                        .init(
                            base: sample(1), head: sample(1 + slowdown / 100), first: pair % 2 == 0 ? .base : .head),
                        stage, name)
                }
            }
        }
        add(.screening, 8)
        if slowdown > 0 { add(.confirming, 16) }
        return CalibrationSession(
            slowdown: slowdown, taken: Double(1000 + number), seconds: 10, machine: "m", recipe: "r", log: log)
    }

    @Test func `sessions are counted by size, with exact intervals`() throws {
        let study = CalibrationStudy(
            .pullRequest, (0..<3).map { session(0, number: $0) } + (3..<5).map { session(5, number: $0) })
        let rows = study.rows
        #expect(rows.map(\.slowdown) == [0, 5])
        #expect(rows[0].alarms == .init(hits: 0, trials: 3) && rows[0].slower == .init(hits: 0, trials: 6))
        // 1 − 0.025^(1/3)
        #expect(abs(rows[0].alarms.interval.upperBound - 0.707598) < 1e-5)
        #expect(rows[1].slower == .init(hits: 4, trials: 4) && rows[1].nominated.hits == 4)
        #expect(rows[1].byBenchmark["a"] == .init(hits: 2, trials: 2) && rows[1].hungrier.hits == 0)
        #expect(abs(rows[1].change - 0.05) < 0.002)
        let calibration = try #require(study.calibration)
        #expect(calibration.sessions == 3 && calibration.alarms == 0 && calibration.comparisons == 12)
        #expect(calibration.taken == 1002 && Set(calibration.excess.keys) == ["a", "b"])
        #expect(CalibrationStudy(.pullRequest, [session(5, number: 1)]).calibration == nil)
    }

    @Test func `drift and slot effect are what was put in`() {
        let drifting = CalibrationStudy(.pullRequest, [session(0, number: 1, drift: 0.2)])
        #expect(drifting.drifts.count == 1 && abs(drifting.drifts[0] - 0.2) < 0.01)
        #expect(abs(drifting.slotEffects[0]) < 0.005)
        let steady = CalibrationStudy(.pullRequest, [session(0, number: 1)])
        #expect(steady.drifts[0] < 0.01)
        // A per mille of noise: hardly more than the margin can be found.
        #expect(steady.benchmarks.map(\.name) == ["a", "b"])
        #expect(steady.benchmarks.allSatisfy { $0.detectable > 0.01 && $0.detectable < 0.015 })
    }

    @Test func `the page has a row for each size and each benchmark`() {
        let study = CalibrationStudy(.pullRequest, [session(0, number: 1), session(10, number: 2)])
        let page = study.markdown(machine: "cpu|x")
        #expect(page.contains("| 0 % (A/A) | 0 of 1: 0.0 % [0.00, 97.50] |"))
        #expect(page.contains("| 10.0 % |") && page.contains("found at 10.0 %") && page.contains("1 of 1 |\n"))
        #expect(page.contains("cpu\\|x") && page.contains("Drift of the machine's speed"))
    }

    @Test func `sessions add up over calls; half a line is measured again`() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("sessions-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let file = CalibrationFile(url)
        let sessions = [session(0, number: 1), session(5, number: 2)]
        for one in sessions { try file.append(one) }
        #expect(try file.read(machine: "m", recipe: "r").sessions == sessions)
        #expect(try file.read(machine: "other", recipe: "r").sessions.isEmpty)
        #expect(try file.read(machine: "m", recipe: "other").sessions.isEmpty)
        // Killed while it wrote.
        let data = try Data(contentsOf: url)
        try data.prefix(data.count - 100).write(to: url)
        #expect(try file.read(machine: "m", recipe: "r").damaged == [2])
        try file.append(sessions[1])
        let found = try file.read(machine: "m", recipe: "r")
        #expect(found.sessions == sessions && found.damaged == [2])
        let plain = CalibrationSession.recipe(.pullRequest, [GateBenchmark("a", ["x"])])
        #expect(plain != CalibrationSession.recipe(.nightly, [GateBenchmark("a", ["x"])]))
        #expect(plain != CalibrationSession.recipe(.pullRequest, [GateBenchmark("a", ["y"])]))
    }
}
