// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gate
import Lexicon
import Records

extension Bench {
    struct AA: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "aa", abstract: "Calibrate the gate: compare this program with itself, many times.",
            usage: "pdmpbench aa [options]",
            discussion: """
                Every alarm is false. Keeps the false-alarm rate with its exact interval
                and the spread between sessions, from which the gate takes its margins.
                --slowdown 5 makes head 5 % slower on purpose and reports the power.
                Example: pdmpbench aa --sessions 20 --profile pr
                """)

        @Option(help: "Sessions; each is one gate's time tier.") var sessions = 20
        @Option(help: "pr or nightly.") var profile = "pr"
        @Option(name: .shortAndLong, help: "Benchmarks of the program.") var config = "gate.yaml"
        @Option(help: "Only these benchmarks; globs. Repeatable.") var benchmark: [String] = []
        @Option(help: "Per cent by which head is slowed; repeatable. Nothing is kept then.") var slowdown: [Double] = []
        @Option(name: .shortAndLong, help: "Output folder.") var output = "Reports/calibration"
        @Flag(help: "Say nothing but errors.") var quiet = false

        func run() throws {
            GateSetup.endOnSignals()
            let profile = try GateSetup.profile(profile)
            guard (1...100_000).contains(sessions) else { throw Stop.configuration("--sessions must be at least 1") }
            guard slowdown.allSatisfy({ $0 > 0 && $0 < 1000 }) else {
                throw Stop.configuration("--slowdown is per cent above 0")
            }
            let chosen = try GateSetup.plan(config, matching: benchmark).benchmarks
            let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
            var rows: [Row] = []
            var calibration: Calibration?
            for percent in slowdown.isEmpty ? [0] : slowdown {
                let result = try measure(own, chosen, profile, percent)
                rows.append(result.row)
                if percent == 0 { calibration = result.calibration }
            }
            let folder = URL(fileURLWithPath: output)
            let name = slowdown.isEmpty ? "false-alarms" : "power"
            try WholeFile.write(
                markdown(rows, calibration, profile), to: folder.appendingPathComponent("\(name).md"))
            if let calibration {
                try WholeFile.write(calibration.json.canonicalJSON + "\n", to: GateSetup.calibrationFile)
            }
            if !quiet { print(markdown(rows, calibration, profile)) }
            if let calibration, calibration.falseAlarms.lowerBound > 0.01 { throw ExitCode(8) }
        }

        private struct Row {
            let slowdown: Double
            let sessions: Int
            let comparisons: Int
            let nominated: Int
            /// Sessions that called any benchmark slower, and comparisons that did.
            let alarmed: Int
            let regressed: Int
            let inconclusive: Int
            let seconds: Double
        }

        private func measure(
            _ program: String, _ chosen: [GateBenchmark], _ profile: GateProfile, _ slowdown: Double
        ) throws -> (row: Row, calibration: Calibration) {
            let began = ProcessClock.now
            var estimates: [Calibration.Estimate] = []
            var (alarmed, regressed, inconclusive, nominated, comparisons) = (0, 0, 0, 0, 0)
            // Head is the same program, told to spin after each step if it shall be slower.
            let benchmarks = slowdown > 0 ? chosen.filter { $0.slowed(slowdown) != nil } : chosen
            if benchmarks.isEmpty { throw Stop.configuration("no benchmark of \(config) has 'slow' arguments") }
            for session in 0..<sessions {
                if !quiet { Console.error("session \(session + 1) of \(sessions), head slowed by \(slowdown) %") }
                let head = "\(program) "
                let run = TimeSession(
                    sides: Sides(base: program, head: head), benchmarks: benchmarks, test: TwoStage(profile),
                    key: RandomKey(seed: session).fold("aa"),
                    launch: { side, benchmark, padding in
                        let slowed = side == head && slowdown > 0 ? benchmark.slowed(slowdown) : nil
                        return try TimeSession.launch(program, slowed ?? benchmark, padding)
                    })
                let outcome = run.run()
                if let broken = outcome.findings.first(where: { $0.judgement == .incomparable }) {
                    throw Stop(code: 1, message: broken.note)
                }
                let worse = outcome.findings.filter { $0.judgement == .regressed }
                alarmed += worse.isEmpty ? 0 : 1
                regressed += worse.filter { $0.metric == "time" }.count
                inconclusive += outcome.findings.filter { $0.judgement == .inconclusive }.count
                nominated += outcome.nominated
                comparisons += outcome.findings.count
                estimates += outcome.estimates
            }
            let row = Row(
                slowdown: slowdown, sessions: sessions, comparisons: comparisons, nominated: nominated,
                alarmed: alarmed, regressed: regressed, inconclusive: inconclusive, seconds: ProcessClock.now - began)
            let calibration = Calibration(
                taken: Date().timeIntervalSince1970.rounded(), machine: GateSetup.machine, profile: profile.name,
                sessions: sessions, alarms: alarmed, nominations: nominated, comparisons: comparisons,
                excess: Calibration.excess(estimates))
            return (row, calibration)
        }

        private func markdown(_ rows: [Row], _ calibration: Calibration?, _ profile: GateProfile) -> String {
            var text = "# Gate calibration, profile \(profile.name)\n\n\(GateSetup.machine)\n\n"
            text +=
                "| head slowed by | sessions | with an alarm | share, 95 % interval | slower called in time | inconclusive | seconds per session |\n"
            text += "| --- | --- | --- | --- | --- | --- | --- |\n"
            for row in rows {
                let interval = ClopperPearson.interval(hits: row.alarmed, trials: row.sessions)
                let share = Double(row.alarmed) / Double(row.sessions)
                let times = row.comparisons / 2
                text +=
                    "| \(FixedPoint.text(row.slowdown, 1)) % | \(row.sessions) | \(row.alarmed) | \(FixedPoint.text(100 * share, 1)) % [\(FixedPoint.text(100 * interval.lowerBound, 1)), \(FixedPoint.text(100 * interval.upperBound, 1))] | \(row.regressed) of \(times) | \(row.inconclusive) of \(row.comparisons) | \(FixedPoint.text(row.seconds / Double(row.sessions), 1)) |\n"
            }
            if let calibration {
                text += "\n| benchmark | spread between sessions beyond its pairs | margin |\n| --- | --- | --- |\n"
                for name in calibration.excess.keys.sorted() {
                    let excess = calibration.excess[name] ?? 0
                    text +=
                        "| \(name) | \(FixedPoint.text(100 * excess, 2)) % | \(FixedPoint.text(100 * max(profile.margin, 2 * excess), 2)) % |\n"
                }
            }
            return text
        }
    }
}
