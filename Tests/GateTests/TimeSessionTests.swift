// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Processes
import Testing

/// A machine that runs "base" and "head" in simulated time.
private final class FakeMachine {
    private var normals: Normals
    private(set) var calls: [String] = []
    let slowdowns: [String: Double]

    init(_ slowdowns: [String: Double], seed: Int) {
        self.slowdowns = slowdowns
        normals = Normals(RandomKey(seed: seed))
    }

    func launch(_ program: String, _ benchmark: GateBenchmark, _ padding: Int) throws -> GateBenchmark.Sample {
        calls.append("\(program) \(benchmark.name)")
        if benchmark.name == "crashing", program == "head" {
            throw GateError.benchmark("crashing", program, 139, "ended by signal 11")
        }
        if benchmark.name == "broken" { throw GateError.benchmark("broken", program, 2, "unknown workload") }
        let slow = program == "head" ? slowdowns[benchmark.name] ?? 0 : 0
        return GateBenchmark.Sample(milliseconds: (1 + slow) * exp(0.01 * normals.next()), megabytes: 30)
    }
}

@Suite struct TimeSessionTests {
    private func session(_ machine: FakeMachine, _ names: [String]) -> TimeSession {
        TimeSession(
            sides: Sides(base: "base", head: "head"), benchmarks: names.map { GateBenchmark($0, []) },
            test: TwoStage(.pullRequest), key: RandomKey(seed: 1), launch: machine.launch)
    }

    @Test func `the slowed benchmark is named and no other`() throws {
        let machine = FakeMachine(["w2": 0.1], seed: 3)
        let outcome = session(machine, ["w1", "w2", "w3"]).run()
        let regressed = outcome.findings.filter { $0.judgement == .regressed }
        #expect(regressed.map(\.subject) == ["w2"] && regressed.map(\.metric) == ["time"])
        #expect(abs(try #require(regressed[0].change) - 0.1) < 0.03)
        // 3 × 16 processes, then 2 × 16 of the nominated one.
        #expect(outcome.processes == 48 + 32 * outcome.nominated.count)
        #expect(outcome.nominated.contains("w2") && outcome.log[.screening, "w1"].count == 8)
        #expect(outcome.log[.confirming, "w2"].count == 16)
        // Judged again from what was kept, the same comes out.
        #expect(session(machine, ["w1", "w2", "w3"]).findings(of: outcome.log) == outcome.findings)
        #expect(outcome.findings.filter { $0.metric == "peak memory" }.allSatisfy { $0.judgement == .equivalent })
    }

    @Test func `every round runs each benchmark as base, head, head, base`() {
        let machine = FakeMachine([:], seed: 4)
        _ = session(machine, ["w1", "w2"]).run()
        for start in stride(from: 0, to: 32, by: 4) {
            let sides = machine.calls[start..<start + 4].map { $0.prefix(4) }
            #expect(sides == ["base", "head", "head", "base"])
            #expect(Set(machine.calls[start..<start + 4].map { $0.suffix(2) }).count == 1)
        }
        // The order of benchmarks is not the same in all rounds.
        #expect(Set(stride(from: 0, to: 32, by: 8).map { machine.calls[$0].suffix(2) }).count == 2)
    }

    @Test func `a benchmark that one side cannot run is incomparable and stops no other`() {
        let outcome = session(FakeMachine([:], seed: 5), ["broken", "w1"]).run()
        let broken = outcome.findings.first { $0.subject == "broken" }
        #expect(broken?.judgement == .incomparable && broken?.note.contains("unknown workload") == true)
        #expect(outcome.findings.contains { $0.subject == "w1" && $0.judgement == .equivalent })
    }

    @Test func `a benchmark that only head cannot run is a failure`() {
        let outcome = session(FakeMachine([:], seed: 5), ["crashing", "w1"]).run()
        #expect(outcome.failures.count == 1 && outcome.failures[0].contains("ended by signal 11"))
        #expect(!outcome.findings.contains { $0.subject == "crashing" })
        #expect(outcome.findings.contains { $0.subject == "w1" })
    }

    @Test func `a repeated attempt pools its pairs with the earlier ones`() throws {
        let machine = FakeMachine(["w2": 0.1], seed: 6)
        let first = session(machine, ["w1", "w2"]).run()
        let second = session(machine, ["w1", "w2"]).run(after: first.log)
        #expect(second.log[.screening, "w1"].count == 8 && second.log[.confirming, "w2"].count == 16)
        let time = second.findings.filter { $0.metric == "time" }
        #expect(time.first { $0.subject == "w1" }?.pairs == 16)
        #expect(time.first { $0.subject == "w2" }?.pairs == 32)
        #expect(time.first { $0.subject == "w2" }?.judgement == .regressed)
        // Once nominated, always confirmed: a quiet repeat cannot make it go away unseen.
        let quiet = session(FakeMachine([:], seed: 7), ["w1", "w2"]).run(after: first.log)
        #expect(quiet.nominated.contains("w2"))
    }

    @Test func `attempts are kept with every pair and their reason`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("attempts-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = AttemptFile(folder: folder, identity: ["base", "head"])
        #expect(try file.read().isEmpty)
        let outcome = session(FakeMachine(["w1": 0.2], seed: 8), ["w1"]).run()
        try file.append(taken: 7, reason: "the runner swapped", outcome.log)
        let attempts = try file.read()
        #expect(attempts.map(\.reason) == ["the runner swapped"] && attempts[0].log == outcome.log)
        #expect(try AttemptFile(folder: folder, identity: ["base", "other"]).read().isEmpty)
        #expect(PairLog(["screening": ["w1": [[1, 2, 3, 4]]], "confirming": [:]]) == nil)
        #expect(PairLog(["screening": ["w1": [[1, 0, 3, 4, false]]], "confirming": [:]]) == nil)
        #expect(PairLog(["screening": [:]]) == nil)
    }

    @Test(arguments: [
        ("", "no JSON object"), ("{\"peak_rss_mb\":1}", "median_ms"),
        ("{\"median_ms\":1,\"min_ms\":-1,\"peak_rss_mb\":1}", "min_ms"),
        ("{\"median_ms\":0,\"peak_rss_mb\":1}", "median_ms"),
        ("{\"median_ms\":1}", "peak_rss_mb"), ("{\"median_ms\":1,\"peak_rss_mb\":1,\"steps\":4}", "the gate needs 5"),
    ])
    func `what is no measurement is refused with the reason`(_ text: String, _ reason: String) throws {
        let benchmark = GateBenchmark("echo", ["echo", text])
        do {
            _ = try TimeSession.launch(try #require(ChildProcess.find("env")), benchmark, 0)
            Issue.record("was accepted")
        } catch let error as GateError {
            #expect(error.description.contains(reason), "\(error)")
        }
    }

    @Test func `a process is read from its last line`() throws {
        let text = "building…\n{\"workload\":\"W1\",\"median_ms\":1.5,\"peak_rss_mb\":20}\n"
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("gate-\(UUID().uuidString).sh")
        defer { try? FileManager.default.removeItem(at: path) }
        try "#!/bin/sh\nprintf '%s' '\(text)'\nexit ${1:-0}\n".write(to: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path.path)
        let sample = try TimeSession.launch(path.path, GateBenchmark("W1", []), 100)
        #expect(sample == GateBenchmark.Sample(milliseconds: 1.5, megabytes: 20))
        #expect(throws: GateError.self) { try TimeSession.launch(path.path, GateBenchmark("W1", ["3"]), 0) }
        // The fastest iteration where the program tells it.
        let both = GateBenchmark("echo", ["echo", "{\"median_ms\":2,\"min_ms\":1,\"peak_rss_mb\":20}"])
        #expect(try TimeSession.launch(try #require(ChildProcess.find("env")), both, 0).milliseconds == 1)
    }

    @Test func `the pinned environment hides the user's`() throws {
        let outcome = try ChildProcess("/usr/bin/env", [], environment: ChildProcess.pinned(padding: 10)).run()
        let names = outcome.output.split(separator: "\n").map { String($0.prefix { $0 != "=" }) }.sorted()
        #expect(
            names == [
                "HOME", "LC_ALL", "MALLOC_ARENA_MAX", "PATH", "PDMPBENCH_PADDING", "SWIFT_DETERMINISTIC_HASHING", "TZ",
            ])
    }
}

@Suite struct CalibrationTests {
    @Test func `excess is what standard errors do not explain`() throws {
        func times(_ level: Double, scatter: Double = 0) -> PairedTimes {
            PairedTimes(
                (0..<8).map {
                    let part = scatter * ($0 / 2 % 2 == 0 ? 1 : -1)
                    return TimePair(base: 1, head: exp(level + part), first: $0 % 2 == 0 ? .base : .head)
                })
        }
        // Two sessions 2 % apart whose pairs agree to nothing: all of the spread is excess.
        let estimates = [-0.01, 0.01].map { Calibration.Estimate(benchmark: "w1", times($0)) }
        let excess = try #require(Calibration.excess(estimates)["w1"])
        #expect(abs(excess - 0.01 * 2.0.squareRoot()) < 1e-9)
        #expect(Calibration.excess([estimates[0]])["w1"] == 0)
        // Pairs that scatter by 3 % explain sessions that are 2 % apart: chance, and no margin for it.
        let chance = [-0.01, 0.01].map { Calibration.Estimate(benchmark: "w1", times($0, scatter: 0.03)) }
        #expect(abs(chance[0].error - 0.03 * (8.0 / 6 / 8).squareRoot()) < 1e-9)
        #expect(Calibration.excess(chance)["w1"] == 0)
    }

    @Test func `a calibration is read back and refuses when stale or alarming`() throws {
        let calibration = Calibration(
            taken: 1_000_000, machine: "m", profile: "pr", sessions: 300, alarms: 0, nominations: 12,
            comparisons: 6000, excess: ["w1": 0.004])
        #expect(try Calibration(calibration.json.canonicalJSON, path: "x") == calibration)
        #expect(calibration.margins["w1"] == 0.008)
        #expect(calibration.refusal(now: 1_000_000 + 86_400, days: 30, machine: "m") == nil)
        #expect(calibration.refusal(now: 1_000_000 + 31 * 86_400, days: 30, machine: "m")?.contains("31 days") == true)
        #expect(calibration.promise().contains("at most 1.2 %, which does not show 1 % (368 quiet sessions would)"))
        var long = calibration
        long.sessions = 368
        #expect(long.promise().hasSuffix("0 of 368 sessions raised a false alarm, at most 1 %"), "\(long.promise())")
        // Another machine's calibration says nothing about this one.
        #expect(calibration.refusal(now: 1_000_000 + 31 * 86_400, days: 30, machine: "other") == nil)
        var alarming = calibration
        alarming.alarms = 20
        #expect(alarming.refusal(now: 1_000_000, days: 30, machine: "m")?.contains("false alarms") == true)
        #expect(throws: GateError.self) { try Calibration("{}", path: "x") }
        #expect(throws: GateError.self) { try Calibration("not json", path: "x") }
    }
}
