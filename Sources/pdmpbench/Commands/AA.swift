// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gate
import Lexicon
import Records

extension Bench {
    struct AA: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "aa", abstract: "Calibrate the gate: compare the program with itself, many times.",
            usage: "pdmpbench aa [options]",
            discussion: """
                Builds the working tree and times its program against itself, as the gate would:
                every alarm is false. Keeps the false-alarm rate with its exact interval and
                the spread between sessions, from which the gate takes its margins.
                --inject 2,3,5,10 also slows four benchmarks of head on purpose, one by each
                size, by a spin in the timed code, others in each session, and reports how
                often that is found; all others of the session stay A/A. Sessions add up over
                calls, so that a calibration may be made in pieces: --minutes 4 begins none
                that would not end in time, and the next call goes on.
                Example: pdmpbench aa --inject 2,3,5,10 --sessions 23 --minutes 30
                """)

        @Option(help: "Sessions with these sizes, earlier ones included; each is one gate's time tier.")
        var sessions = 20
        @Option(help: "Slow one benchmark by each of these sizes, in per cent, with commas; a size may stand twice.")
        var inject = ""
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
            let plan = try GateSetup.plan(config, matching: benchmark)
            let benchmarks = plan.benchmarks
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
            let slowable = benchmarks.filter { $0.slowed(1) != nil }.map(\.name)
            guard sizes.count <= slowable.count else {
                throw Stop.configuration(
                    "--inject names \(sizes.count) sizes; only \(slowable.count) benchmarks of \(config) have 'slow'")
            }
            let began = ProcessClock.now
            var program: String?
            while let number = next(sizes, known, since: began) {
                let slowed = CalibrationSession.rotation(number, sizes: sizes, over: slowable)
                if !quiet {
                    let sorted = slowed.sorted { $0.key < $1.key }
                    let list = sorted.map { "\($0.key) by \(FixedPoint.text($0.value, 1)) %" }
                    let what = list.isEmpty ? "A/A" : "head's \(list.joined(separator: ", ")) slower"
                    Console.error("session \(number + 1) of \(sessions), \(what)")
                }
                let built = try program ?? build(plan)
                program = built
                let session = try measure(built, benchmarks, profile, slowed, recipe, seed: known.count)
                try file.append(session)
                known.append(session)
            }
            try report(CalibrationStudy(profile, known), to: folder)
        }

        private func sizes() throws -> [Double] {
            let words = inject.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            let numbers = words.compactMap { Double($0) }
            guard numbers.count == words.count, numbers.allSatisfy({ $0 > 0 && $0 <= 1000 }) else {
                throw Stop.configuration("--inject '\(inject)': expected sizes in per cent such as 2,3,5,10")
            }
            return numbers.sorted()
        }

        /// The number of the next session with these sizes; nil if there are enough, or if there is no time for another.
        private func next(_ sizes: [Double], _ known: [CalibrationSession], since began: Double) -> Int? {
            let alike = known.filter { $0.slowed.values.sorted() == sizes }
            guard alike.count < sessions else { return nil }
            // The last one is the best guess of how long the next takes.
            let guess = known.last?.seconds ?? 0
            if let minutes, ProcessClock.now - began + guess > 60 * minutes { return nil }
            return alike.count
        }

        private func build(_ plan: GatePlan) throws -> String {
            do {
                return try SourceTrees(
                    repository: FileManager.default.currentDirectoryPath, folder: "\(GateSetup.home)/gate", plan: plan
                ).buildHere()
            } catch {
                throw Stop(code: 1, message: "\(error)")
            }
        }

        private func measure(
            _ program: String, _ benchmarks: [GateBenchmark], _ profile: GateProfile, _ slowed: [String: Double],
            _ recipe: String, seed: Int
        ) throws -> CalibrationSession {
            let began = ProcessClock.now
            // Both sides are the same file; the name of head's differs so that the launch knows whom to slow.
            let sides = Sides(base: program, head: "head of \(program)")
            let outcome = TimeSession(
                sides: sides, benchmarks: benchmarks, test: TwoStage(profile), key: RandomKey(seed: seed).fold("aa"),
                launch: { side, benchmark, padding in
                    let slower = side == sides.head ? slowed[benchmark.name].flatMap(benchmark.slowed) : nil
                    return try TimeSession.launch(program, slower ?? benchmark, padding)
                }
            ).run()
            if let broken = outcome.findings.first(where: { $0.judgement == .incomparable }) {
                throw Stop(code: 1, message: broken.note)
            }
            if let failure = outcome.failures.first { throw Stop(code: 1, message: failure) }
            return CalibrationSession(
                slowed: slowed, taken: Date().timeIntervalSince1970.rounded(), seconds: ProcessClock.now - began,
                machine: GateSetup.machine, recipe: recipe, log: outcome.log)
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
