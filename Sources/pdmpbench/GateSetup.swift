// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Gate
import Lexicon
import Processes
import Runner
import Suites

/// What `gate` and `aa` share.
enum GateSetup {
    /// Written by a gate, the verdict last.
    static let files = ["verdict.json", "junit.xml", "comment.md", "report.md"]

    /// Ends at once on SIGINT and SIGTERM, with all that was started, also where the parent ignores or blocks them: nothing
    /// that was begun is worth keeping.
    static func endOnSignals() {
        var ours = sigset_t()
        sigemptyset(&ours)
        for number in [SIGINT, SIGTERM] {
            sigaddset(&ours, number)
            signal(number, SIG_DFL)
        }
        // Blocked in all threads, since all that follow inherit this; one waits for them.
        pthread_sigmask(SIG_BLOCK, &ours, nil)
        let awaited = ours
        Thread {
            var awaited = awaited
            var number: Int32 = 0
            while sigwait(&awaited, &number) != 0 {}
            RunningProcesses.shared.endAll()
            _exit(128 + number)
        }.start()
    }

    static var home: String {
        let name = variable("PDMPBENCH_HOME") ?? ".pdmpbench"
        return URL(fileURLWithPath: name).path
    }

    /// What must agree for two times to be comparable.
    static var machine: String {
        let facts = Machine.describe()
        return ["cpu", "cores", "architecture"].map { facts[$0] ?? "?" }.joined(separator: ", ")
    }

    static func profile(_ name: String) throws -> GateProfile {
        guard let profile = GateProfile.all.first(where: { $0.name == name }) else {
            let known = GateProfile.all.map(\.name)
            throw Stop.configuration(
                "unknown profile '\(name)'\(NearestName.hint(name, among: known)) (known: \(known.joined(separator: ", ")))"
            )
        }
        return profile
    }

    static func tiers(_ names: [String]) throws -> Set<Tier> {
        let known: [(String, Tier)] = [
            ("exact", .exact), ("counts", .counts), ("time", .time), ("quality", .quality),
        ]
        guard !names.isEmpty else { return Set(known.map(\.1)) }
        return Set(
            try names.map { name in
                guard let tier = known.first(where: { $0.0 == name })?.1 else {
                    let all = known.map(\.0)
                    throw Stop.configuration(
                        "unknown tier '\(name)'\(NearestName.hint(name, among: all)) (known: \(all.joined(separator: ", ")))"
                    )
                }
                return tier
            })
    }

    /// The plan of a `gate.yaml` with the benchmarks that the globs choose.
    static func plan(_ file: String, matching globs: [String]) throws -> GatePlan {
        do {
            var plan = try GateConfiguration.read(file: file)
            if !globs.isEmpty {
                let names = plan.benchmarks.map(\.name)
                plan.benchmarks = plan.benchmarks.filter { benchmark in
                    globs.contains { glob($0, benchmark.name) }
                }
                if plan.benchmarks.isEmpty {
                    throw Stop.configuration("--benchmark leaves none of \(names.joined(separator: ", "))")
                }
            }
            return plan
        } catch let error as Diagnostics {
            throw Stop.configuration(error.description)
        }
    }

    /// Where the nights are remembered if nothing else is said.
    static var historyFile: String { "\(home)/history.jsonl" }

    static var calibrationFile: URL { URL(fileURLWithPath: "\(home)/calibration.json") }

    /// The last calibration of this folder; nil if there is none.
    static func calibration() throws -> Calibration? {
        guard let text = try? String(contentsOf: calibrationFile, encoding: .utf8) else { return nil }
        do {
            return try Calibration(text, path: calibrationFile.relativePath)
        } catch {
            throw Stop(code: 8, message: "\(error)")
        }
    }
}
