// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Testing

@Suite struct CalibrationStudyTests {
    /// A session of a and b, of which b may be slower by `slowdown` per cent; times wander by a per mille.
    private func session(_ slowdown: Double, number: Int, drift: Double = 0) -> CalibrationSession {
        var normals = Normals(RandomKey(seed: number).fold("study"))
        var log = PairLog()
        func add(_ stage: PairLog.Stage, _ count: Int, _ names: [String]) {
            for name in names {
                let slowdown = name == "b" ? slowdown : 0
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
        add(.screening, 8, ["a", "b"])
        if slowdown > 0 { add(.confirming, 16, ["b"]) }
        return CalibrationSession(
            slowed: slowdown > 0 ? ["b": slowdown] : [:], taken: Double(1000 + number), seconds: 10, machine: "m",
            recipe: "r", log: log)
    }

    @Test func `what is slowed is power, what is not is A/A beside it`() throws {
        let study = CalibrationStudy(
            .pullRequest, (0..<3).map { session(0, number: $0) } + (3..<5).map { session(5, number: $0) })
        let rows = study.rows
        #expect(rows.map(\.slowdown) == [0, 5])
        #expect(study.alarms == .init(hits: 0, trials: 5) && rows[0].slower == .init(hits: 0, trials: 8))
        // 1 − 0.025^(1/5)
        #expect(abs(study.alarms.interval.upperBound - 0.521824) < 1e-5)
        #expect(rows[1].slower == .init(hits: 2, trials: 2) && rows[1].nominated.hits == 2)
        #expect(rows[0].nominated == .init(hits: 0, trials: 8) && rows[0].inconclusive.hits == 0)
        #expect(rows[1].byBenchmark == ["b": .init(hits: 2, trials: 2)] && rows[1].hungrier.hits == 0)
        #expect(abs(rows[1].change - 0.05) < 0.002)
        let calibration = try #require(study.calibration)
        #expect(calibration.sessions == 5 && calibration.alarms == 0 && calibration.comparisons == 16)
        #expect(calibration.taken == 1004 && Set(calibration.excess.keys) == ["a", "b"])
        #expect(CalibrationStudy(.pullRequest, []).calibration == nil)
    }

    @Test func `a benchmark that nobody slowed and that is called slower is a false alarm`() {
        var wrong = session(5, number: 1)
        wrong.slowed = ["a": 2]
        let study = CalibrationStudy(.pullRequest, [session(0, number: 2), wrong])
        #expect(study.alarms == .init(hits: 1, trials: 2))
        #expect(study.rows[0].slower == .init(hits: 1, trials: 3))
        #expect(study.rows[1].slower == .init(hits: 0, trials: 1))
    }

    @Test(arguments: [(23, 5), (20, 5), (4, 4), (3, 1)])
    func `over as many sessions as there are benchmarks each meets each size once`(_ count: Int, _ sizes: Int) {
        let names = (0..<count).map { "b\($0)" }
        let list = (1...sizes).map(Double.init)
        var met: [String: [Double]] = [:]
        for number in 0..<count {
            let slowed = CalibrationSession.rotation(number, sizes: list, over: names)
            #expect(slowed.count == sizes)
            for (name, size) in slowed { met[name, default: []].append(size) }
        }
        #expect(met.count == count && met.values.allSatisfy { $0.sorted() == list })
        #expect(CalibrationSession.rotation(7, sizes: [], over: names).isEmpty)
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
        #expect(page.contains("false alarm: 0 of 2") && page.contains("| 0 % (A/A) | 0 of 3: 0.0 % [0.00, 70.76] |"))
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
