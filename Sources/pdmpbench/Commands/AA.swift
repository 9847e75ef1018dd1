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
                Every alarm is false. Keeps the false-alarm rate with its exact interval and
                the spread between sessions, from which the gate takes its margins.
                --inject 0,2,3,5,10 also slows head on purpose, by a spin in the timed code,
                and reports how often that is found. Sessions add up over calls, so that a
                calibration may be made in pieces: --minutes 4 begins none that would not
                end in time, and the next call goes on.
                Example: pdmpbench aa --inject 0,2,3,5,10 --sessions 20 --minutes 30
                """)

        @Option(help: "Sessions of each size, earlier ones included; each is one gate's time tier.") var sessions = 20
        @Option(help: "Sizes of the slowdowns in per cent, with commas; 0 is A/A.") var inject = "0"
        @Option(help: "Begin no session that would end later than this.") var minutes: Double?
        @Option(help: "pr or nightly.") var profile = "pr"
        @Option(name: .shortAndLong, help: "Benchmarks of the program.") var config = "gate.yaml"
        @Option(help: "Only these benchmarks; globs. The gate's calibration stays as it is then. Repeatable.")
        var benchmark: [String] = []
        @Flag(help: "Forget earlier sessions.") var fresh = false
        @Option(name: .shortAndLong, help: "Output folder.") var output = "Reports/calibration"
        @Flag(help: "Say nothing but errors.") var quiet = false

        func run() throws {
            GateSetup.endOnSignals()
            let profile = try GateSetup.profile(profile)
            let sizes = try self.sizes()
            guard (1...100_000).contains(sessions) else { throw Stop.configuration("--sessions must be at least 1") }
            let benchmarks = try GateSetup.plan(config, matching: benchmark).benchmarks
            guard !benchmarks.isEmpty else { throw Stop.configuration("\(config) names no benchmark") }
            let folder = URL(fileURLWithPath: output)
            let log = folder.appendingPathComponent("sessions.jsonl")
            if fresh { try? FileManager.default.removeItem(at: log) }
            let file = CalibrationFile(log)
            let recipe = CalibrationSession.recipe(profile, benchmarks)
            var (known, damaged) = try file.read(machine: GateSetup.machine, recipe: recipe)
            if !damaged.isEmpty {
                Console.note(
                    "\(log.relativePath): half a session in line \(damaged.map(String.init).joined(separator: ", "))")
            }
            let began = ProcessClock.now
            while let size = next(sizes, known, since: began) {
                if !quiet {
                    let number = known.filter { $0.slowdown == size }.count + 1
                    Console.error("session \(number) of \(sessions), head slowed by \(FixedPoint.text(size, 1)) %")
                }
                let session = try measure(benchmarks, profile, size, recipe, seed: known.count)
                try file.append(session)
                known.append(session)
            }
            try report(CalibrationStudy(profile, known), to: folder)
        }

        private func sizes() throws -> [Double] {
            let words = inject.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            let numbers = words.compactMap { Double($0) }
            guard !words.isEmpty, numbers.count == words.count, numbers.allSatisfy({ $0 >= 0 && $0 <= 1000 }) else {
                throw Stop.configuration("--inject '\(inject)': expected sizes in per cent such as 0,2,3,5,10")
            }
            return Array(Set(numbers)).sorted()
        }

        /// The size that has the fewest sessions; nil if all have enough, or if there is no time for another.
        private func next(_ sizes: [Double], _ known: [CalibrationSession], since began: Double) -> Double? {
            func count(_ size: Double) -> Int { known.filter { $0.slowdown == size }.count }
            guard let size = sizes.min(by: { count($0) < count($1) }), count(size) < sessions else { return nil }
            guard let minutes else { return size }
            // The last of that size is the best guess of how long the next takes.
            let guess = known.last { $0.slowdown == size }?.seconds ?? 0
            return ProcessClock.now - began + guess <= 60 * minutes ? size : nil
        }

        private func measure(
            _ chosen: [GateBenchmark], _ profile: GateProfile, _ slowdown: Double, _ recipe: String, seed: Int
        ) throws -> CalibrationSession {
            let benchmarks = slowdown > 0 ? chosen.filter { $0.slowed(slowdown) != nil } : chosen
            if benchmarks.isEmpty { throw Stop.configuration("no benchmark of \(config) has 'slow' arguments") }
            let began = ProcessClock.now
            let program = Program.url.path
            // Both sides are the same file; the name of head's differs so that the launch knows whom to slow.
            let sides = Sides(base: program, head: "head of \(program)")
            let outcome = TimeSession(
                sides: sides, benchmarks: benchmarks, test: TwoStage(profile), key: RandomKey(seed: seed).fold("aa"),
                launch: { side, benchmark, padding in
                    let slowed = side == sides.head && slowdown > 0 ? benchmark.slowed(slowdown) : nil
                    return try TimeSession.launch(program, slowed ?? benchmark, padding)
                }
            ).run()
            if let broken = outcome.findings.first(where: { $0.judgement == .incomparable }) {
                throw Stop(code: 1, message: broken.note)
            }
            if let failure = outcome.failures.first { throw Stop(code: 1, message: failure) }
            return CalibrationSession(
                slowdown: slowdown, taken: Date().timeIntervalSince1970.rounded(),
                seconds: ProcessClock.now - began, machine: GateSetup.machine, recipe: recipe, log: outcome.log)
        }

        private func report(_ study: CalibrationStudy, to folder: URL) throws {
            let page = study.markdown(machine: GateSetup.machine)
            try written(folder) {
                try WholeFile.write(page, to: folder.appendingPathComponent("calibration.md"))
            }
            if !quiet { print(page) }
            guard let calibration = study.calibration else { return }
            if benchmark.isEmpty {
                try WholeFile.write(calibration.json.canonicalJSON + "\n", to: GateSetup.calibrationFile)
            }
            if calibration.falseAlarms.lowerBound > 0.01 {
                Console.error("false alarms are above 1 % even at the lower end of their interval")
                throw ExitCode(8)
            }
        }
    }
}
