// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gate
import Lexicon
import Processes
import Records
import Runner
import Workshop

extension Bench {
    struct GateCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "gate", abstract: "Fail when speed or quality regresses; say so when blind.",
            usage: "pdmpbench gate --base REV | --baseline FILE [options]",
            discussion: """
                --base builds where head left REV and the working tree side by side and
                compares bits, instruction counts, paired times and paired scores.
                --baseline compares a suite's bits and scores with a committed file.
                Exit 0 no regression, 3 regression, 4 inconclusive (--strict),
                5 improvement (--ratchet), 6 incomparable, 8 calibration refused.
                Example: pdmpbench gate --base main --profile pr
                """)

        @Option(help: "Branch or commit to compare with.") var base: String?
        @Option(help: "File or saved name to compare the suite with.") var baseline: String?
        @Option(help: "pr or nightly: how many pairs are spent.") var profile = "pr"
        @Option(name: .shortAndLong, help: "What is built, timed and scored.") var config = "gate.yaml"
        @Option(help: "Only these benchmarks; globs. Repeatable.") var benchmark: [String] = []
        @Option(help: "Only these tiers: exact, counts, time, quality. Repeatable.") var tier: [String] = []
        @Option(help: "Loss of score that is tolerated where the plan names none.") var qualityMargin = 0.003
        @Flag(help: "Speed may be traded for quality and back.") var acceptTrade = false
        @Flag(help: "Inconclusive is exit 4.") var strict = false
        @Flag(help: "Improvements are exit 5: save a new baseline.") var ratchet = false
        @Option(help: "Days that an A/A calibration holds.") var calibrationDays = 30.0
        @Option(help: "Time nothing while others use so many processors (default: half).") var maxLoad: Double?
        @Option(help: "Measure a comparison again that was judged: why. Pairs are pooled.") var reason: String?
        @Option(help: "Series of earlier nights; what is measured is added with --profile nightly.")
        var history: String?
        @Option(name: .shortAndLong, help: "Output folder.") var output = "Reports/gate"
        @Flag(help: "Say nothing but errors.") var quiet = false

        func run() throws {
            GateSetup.endOnSignals()
            guard (base == nil) != (baseline == nil) else {
                throw Stop.configuration("give --base REV or --baseline FILE")
            }
            let profile = try GateSetup.profile(profile)
            let tiers = try GateSetup.tiers(tier)
            guard qualityMargin >= 0, qualityMargin.isFinite else {
                throw Stop.configuration("--quality-margin must not be negative")
            }
            let plan = try GateSetup.plan(config, matching: benchmark)
            let folder = URL(fileURLWithPath: output)
            // A verdict of an earlier run must not pass for this one's, should this one be interrupted.
            for name in GateSetup.files {
                try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
            let began = ProcessClock.now
            var verdict = GateVerdict(
                base: base ?? baseline ?? "", head: "working tree", profile: profile.name, findings: [],
                acceptsTrade: acceptTrade || plan.acceptsTrade, machine: describeMachine())
            do {
                if let baseline {
                    verdict.profile = "baseline"
                    try compareWithFile(baseline, plan, &verdict)
                } else {
                    try compareWithRevision(base ?? "", plan, profile, tiers, &verdict)
                }
            } catch let stop as Stop where stop.code != 2 {
                // It came to an end too: the verdict says which.
                Console.error(stop.message)
                switch stop.code {
                case 6: verdict.incomparable = stop.message
                case 8: verdict.refusal = stop.message
                default: verdict.failures.append(stop.message)
                }
            }
            verdict.seconds = ProcessClock.now - began
            try write(verdict, to: folder)
            let code = verdict.exitCode(strict: strict, ratchet: ratchet)
            if code != 0 { throw ExitCode(code) }
        }

        private func note(_ text: String) { if !quiet { Console.error(text) } }

        // MARK: Against a revision

        private func compareWithRevision(
            _ name: String, _ plan: GatePlan, _ profile: GateProfile, _ tiers: Set<Tier>, _ verdict: inout GateVerdict
        ) throws {
            let timesAny = tiers.contains(.time) && !plan.benchmarks.isEmpty
            if timesAny {
                try refuseBusyMachine(patience: 0)
                try consult(GateSetup.calibration(), &verdict)
                if verdict.refusal != nil { return }
            }
            let comparison = try comparison(plan)
            let trees = SourceTrees(
                repository: FileManager.default.currentDirectoryPath, folder: "\(GateSetup.home)/gate", plan: plan)
            let revisions = try compared(trees, with: name)
            verdict.base = revisions.base.name
            verdict.head = revisions.head.name
            let sides = try built(trees, revisions)
            if let suite = plan.suite, !tiers.isDisjoint(with: [.exact, .quality]) {
                verdict.findings += try compareSuites(suite, comparison, sides, revisions, &verdict).filter {
                    tiers.contains($0.tier)
                }
            }
            if tiers.contains(.counts) { try count(plan, sides, revisions, &verdict) }
            if timesAny {
                try time(plan, sides, revisions, profile, &verdict)
            }
        }

        /// Whether the A/A calibration allows the gate to judge times here; says what it promises, or that there is none.
        private func consult(_ calibration: Calibration?, _ verdict: inout GateVerdict) {
            let calibration = calibration.flatMap { $0.machine == GateSetup.machine ? $0 : nil }
            verdict.refusal = calibration?.refusal(
                now: Date().timeIntervalSince1970, days: calibrationDays, machine: GateSetup.machine)
            if let refusal = verdict.refusal { return Console.error(refusal) }
            let text =
                calibration?.promise()
                ?? "no A/A calibration of this machine: how often it cries wolf is not known, margins are the profile's own (`pdmpbench aa` makes one)"
            note(text)
            verdict.notes.append(text)
        }

        private func count(
            _ plan: GatePlan, _ sides: Sides, _ revisions: Revisions, _ verdict: inout GateVerdict
        ) throws {
            func skip(_ reason: String) {
                note("instruction counts skipped: \(reason)")
                verdict.notes.append("instruction counts skipped: \(reason)")
            }
            if revisions.base.tree == revisions.head.tree { return skip("base and head are the same tree") }
            if let obstacle = CountSession.obstacle { return skip(obstacle) }
            let session = CountSession(sides: sides, benchmarks: plan.benchmarks, function: plan.function)
            let quiet = quiet
            verdict.findings += try session.findings { if !quiet { Console.error($0) } }
        }

        private func time(
            _ plan: GatePlan, _ sides: Sides, _ revisions: Revisions, _ profile: GateProfile,
            _ verdict: inout GateVerdict
        ) throws {
            let calibration = try GateSetup.calibration()
            let margins = calibration?.machine == GateSetup.machine ? calibration?.margins ?? [:] : [:]
            let file = AttemptFile(
                folder: URL(fileURLWithPath: "\(GateSetup.home)/gate/attempts"),
                identity: [revisions.base.tree, revisions.head.tree, profile.name, GateSetup.machine]
                    + plan.benchmarks.flatMap { [$0.name] + $0.arguments })
            let attempts = try file.read()
            var pooled = PairLog()
            for attempt in attempts { pooled.pool(attempt.log) }
            let session = TimeSession(
                sides: sides, benchmarks: plan.benchmarks, test: TwoStage(profile, margins: margins),
                key: RandomKey(seed: attempts.count).fold(revisions.base.commit).fold(revisions.head.tree), note: note)
            verdict.attempts = attempts.map { GateVerdict.Attempt(taken: $0.taken, reason: $0.reason) }
            let isJudged = plan.benchmarks.allSatisfy { !pooled[.screening, $0.name].isEmpty }
            if isJudged, reason == nil {
                let text =
                    "these trees were timed before and what was found stands; --reason WHY measures again and pools"
                note(text)
                verdict.notes.append(text)
                verdict.findings += session.findings(of: pooled)
                return
            }
            try refuseBusyMachine(patience: 120)
            let outcome = session.run(after: pooled)
            verdict.findings += outcome.findings
            verdict.failures += outcome.failures
            let taken = Date().timeIntervalSince1970.rounded()
            try file.append(taken: taken, reason: reason ?? "", outcome.log)
            verdict.attempts.append(GateVerdict.Attempt(taken: taken, reason: reason ?? ""))
            try remember(outcome.log, plan, revisions.head, profile, taken, &verdict)
        }

        /// The history tier: the series of nights so far with this one, and what stands out in it.
        private func remember(
            _ log: PairLog, _ plan: GatePlan, _ head: SourceTrees.Revision, _ profile: GateProfile, _ taken: Double,
            _ verdict: inout GateVerdict
        ) throws {
            let file = HistoryFile(URL(fileURLWithPath: history ?? GateSetup.historyFile))
            guard profile == .nightly || history != nil else { return }
            let entry = HistoryEntry(
                name: String(head.commit.prefix(12)), taken: taken, machine: GateSetup.machine,
                values: HistoryEntry.values(of: log))
            var entries = try file.read().entries
            entries.append(entry)
            if profile == .nightly { try file.append(entry) }
            verdict.findings += History(entries).findings(machine: GateSetup.machine)
        }

        private typealias Revisions = (base: SourceTrees.Revision, head: SourceTrees.Revision)

        private func compared(_ trees: SourceTrees, with name: String) throws -> Revisions {
            do {
                let strays = try trees.untracked()
                if !strays.isEmpty { note("not in git, so not in head: \(strays.prefix(5).joined(separator: ", "))") }
                return (try trees.base(name), try trees.head())
            } catch {
                throw Stop(code: 6, message: "nothing to compare with: \(error)")
            }
        }

        private func built(_ trees: SourceTrees, _ revisions: Revisions) throws -> Sides {
            do {
                return try trees.build(base: revisions.base, head: revisions.head, note: note)
            } catch {
                throw Stop(code: 1, message: "\(error)")
            }
        }

        /// Times of a busy machine say little. What we built ourselves takes a moment to end.
        private func refuseBusyMachine(patience seconds: Double) throws {
            let limit = maxLoad ?? Double(ProcessInfo.processInfo.activeProcessorCount) / 2
            let began = ProcessClock.now
            while let load = MachineLoad.cores(), load >= limit {
                guard ProcessClock.now - began < seconds else {
                    throw Stop(code: 8, message: "\(GateError.busy(load, limit: limit))")
                }
            }
        }

        /// Runs the suite with both programs, each with a ledger of its own that only equal trees share.
        private func compareSuites(
            _ suite: String, _ comparison: SuiteComparison, _ sides: Sides, _ revisions: Revisions,
            _ verdict: inout GateVerdict
        ) throws -> [Finding] {
            let base = try cells(suite, of: sides.base, revisions.base, "base", &verdict)
            let head = try cells(suite, of: sides.head, revisions.head, "head", &verdict)
            guard let base, let head else { return [] }
            return comparison.findings(base: base, head: head)
        }

        /// What is judged: the metrics that the plan names with their margins, or what each task is judged by.
        private func comparison(_ plan: GatePlan) throws -> SuiteComparison {
            let catalog = Catalog(dataRoot: nil)
            let known = catalog.metricDirections
            var directions: [String: Direction] = [:]
            let tasks = catalog.cards(.task).map { ($0.id, catalog.primaryMetric(task: $0.id)) }
            let names = plan.quality.isEmpty ? tasks.map(\.1) : plan.quality.keys.sorted()
            for name in names {
                let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
                guard parts.count == 2, ["test", "validation"].contains(parts[0]), let direction = known[parts[1]]
                else {
                    let all = known.keys.sorted().map { "test/\($0)" }
                    throw Stop.configuration(
                        "\(config): no score is called '\(name)'\(NearestName.hint(name, among: all))")
                }
                directions[name] = direction
            }
            return SuiteComparison(
                directions: directions, margins: plan.quality,
                taskMetrics: plan.quality.isEmpty ? Dictionary(tasks, uniquingKeysWith: { first, _ in first }) : [:],
                quality: QualityTier(margin: qualityMargin))
        }

        private func cells(
            _ suite: String, of program: String, _ revision: SourceTrees.Revision, _ side: String,
            _ verdict: inout GateVerdict
        ) throws -> [ConfigValue]? {
            note("\(side): \(suite)")
            let folder = "\(GateSetup.home)/gate/runs/\(revision.tree.prefix(16))"
            let jobs = ProcessInfo.processInfo.activeProcessorCount
            let outcome = try ChildProcess(
                program, ["run", suite, "-j", "\(jobs)", "-o", "\(folder)/report", "--quiet"],
                environment: ChildProcess.inherited(with: ["PDMPBENCH_HOME": "\(folder)/home"])
            ).run()
            guard outcome.status == 0 || outcome.status == 1 else {
                verdict.failures.append("\(side): \(suite) ended with \(outcome.status): \(outcome.complaint)")
                return nil
            }
            let path = "\(folder)/report/cells.jsonl"
            return try SuiteComparison.cells(String(contentsOfFile: path, encoding: .utf8), path: path)
        }

        // MARK: Against a file

        private func compareWithFile(_ name: String, _ plan: GatePlan, _ verdict: inout GateVerdict) throws {
            let url = BaselineStore.url(of: name)
            verdict.base = url.relativePath
            guard let text = try? String(contentsOf: url, encoding: .utf8) else {
                throw Stop(
                    code: 6,
                    message: "there is no baseline at \(url.relativePath) (`pdmpbench baseline save \(name) SUITE`)")
            }
            guard let suite = plan.suite else {
                throw Stop.configuration("\(config) names no suite to compare with a baseline")
            }
            let base: [ConfigValue]
            do {
                base = try SuiteComparison.cells(text, path: url.relativePath)
            } catch {
                throw Stop(code: 6, message: "\(error)")
            }
            let comparison = try comparison(plan)
            let folder = URL(fileURLWithPath: output).appendingPathComponent("suite").path
            let path = "\(folder)/found.jsonl"
            let outcome = try ChildProcess(
                Program.url.path,
                [
                    "run", suite, "-j", "\(ProcessInfo.processInfo.activeProcessorCount)", "-o", folder,
                    "--save-baseline", path, "--quiet",
                ]
            ).run()
            guard outcome.status == 0 || outcome.status == 1 else {
                throw Stop(code: outcome.status, message: outcome.errors)
            }
            let head = try SuiteComparison.cells(String(contentsOfFile: path, encoding: .utf8), path: path)
            verdict.findings = comparison.findings(base: base, head: head)
        }

        // MARK: What is written

        private func write(_ verdict: GateVerdict, to folder: URL) throws {
            func file(_ name: String, _ text: String) throws {
                try WholeFile.write(text, to: folder.appendingPathComponent(name))
            }
            try file("junit.xml", JUnit.text(verdict))
            try file("comment.md", GateMarkdown.text(verdict, limit: GitHub.commentLimit))
            try file("report.md", GateMarkdown.text(verdict))
            if let summary = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !summary.isEmpty {
                try append(GateMarkdown.text(verdict, limit: GitHub.summaryLimit), to: summary)
            }
            if ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] != nil {
                for line in GitHub.annotations(verdict) { Swift.print(line) }
            }
            // Last, and whole: its presence says that the gate came to its end.
            try file("verdict.json", verdict.json(strict: strict, ratchet: ratchet).canonicalJSON + "\n")
            if !quiet { print(verdict, folder) }
        }

        /// The step summary belongs to all steps of a job: it is added to, never replaced.
        private func append(_ text: String, to path: String) throws {
            if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(text.utf8))
        }

        private func print(_ verdict: GateVerdict, _ folder: URL) {
            Swift.print(verdict.sentence)
            let order: [Judgement] = [.regressed, .traded, .inconclusive, .incomparable, .improved]
            for word in order {
                for finding in verdict.findings.filter({ $0.judgement == word }).prefix(20) {
                    Swift.print(finding.line)
                }
            }
            Swift.print("report: \(folder.relativePath)/report.md")
        }
    }
}
