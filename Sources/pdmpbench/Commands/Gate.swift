// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gate
import Lexicon
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
        @Option(help: "Loss of score that is tolerated.") var qualityMargin = 0.003
        @Flag(help: "Speed may be traded for quality and back.") var acceptTrade = false
        @Flag(help: "Inconclusive is exit 4.") var strict = false
        @Flag(help: "Improvements are exit 5: save a new baseline.") var ratchet = false
        @Option(help: "Days that an A/A calibration holds.") var calibrationDays = 30.0
        @Option(help: "Do not start above this load average.") var maxLoad: Double?
        @Option(help: "Why this run repeats an earlier one; kept in the verdict.") var reason: String?
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
            let folder = URL(fileURLWithPath: output)
            // A verdict of an earlier run must not pass for this one's, should this one be interrupted.
            for name in GateSetup.files {
                try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
            let began = ProcessClock.now
            var verdict: GateVerdict
            if let baseline {
                verdict = try compareWithFile(baseline)
            } else {
                verdict = try compareWithRevision(base ?? "", profile, tiers)
            }
            verdict.seconds = ProcessClock.now - began
            try write(verdict, to: folder)
            let code = verdict.exitCode(strict: strict, ratchet: ratchet)
            if code != 0 { throw ExitCode(code) }
        }

        private func note(_ text: String) { if !quiet { Console.error(text) } }

        // MARK: Against a revision

        private func compareWithRevision(_ name: String, _ profile: GateProfile, _ tiers: Set<Tier>) throws
            -> GateVerdict
        {
            var verdict = GateVerdict(
                base: name, head: "head", profile: profile.name, findings: [], acceptsTrade: acceptTrade)
            if tiers.contains(.time) { try refuseBusyMachine() }
            let calibration = try GateSetup.calibration()
            if let calibration {
                verdict.refusal = calibration.refusal(
                    now: Date().timeIntervalSince1970, days: calibrationDays, machine: GateSetup.machine)
                if verdict.refusal != nil { return verdict }
            }
            let home = GateSetup.home
            let plan = try GateSetup.plan(config, matching: benchmark)
            let trees = SourceTrees(
                repository: FileManager.default.currentDirectoryPath, folder: "\(home)/gate", plan: plan)
            let revisions = try compared(trees, with: name)
            verdict.base = revisions.base.name
            verdict.head = revisions.head.name
            let sides = try built(trees, revisions)
            if let suite = plan.suite, !tiers.isDisjoint(with: [.exact, .quality]) {
                verdict.findings += try compareSuites(suite, sides, revisions, &verdict).filter {
                    tiers.contains($0.tier)
                }
            }
            if tiers.contains(.counts) {
                if let obstacle = CountSession.obstacle {
                    note("instruction counts skipped: \(obstacle)")
                } else {
                    verdict.findings += CountSession(sides: sides, benchmarks: plan.benchmarks).findings(note)
                }
            }
            if tiers.contains(.time) {
                let margins = calibration?.machine == GateSetup.machine ? calibration?.margins ?? [:] : [:]
                let session = TimeSession(
                    sides: sides, benchmarks: plan.benchmarks,
                    test: TwoStage(profile, margins: margins),
                    key: RandomKey(seed: 0).fold(revisions.base.commit).fold(revisions.head.tree), note: note)
                verdict.findings += session.run().findings
            }
            return verdict
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

        private func refuseBusyMachine() throws {
            var loads = [0.0]
            let limit = maxLoad ?? Double(ProcessInfo.processInfo.activeProcessorCount)
            guard getloadavg(&loads, 1) == 1, loads[0] > limit else { return }
            throw Stop(code: 8, message: "\(GateError.busy(loads[0], limit: limit))")
        }

        /// Runs the suite with both programs, each with a ledger of its own that only equal trees share.
        private func compareSuites(
            _ suite: String, _ sides: Sides, _ revisions: Revisions, _ verdict: inout GateVerdict
        ) throws -> [Finding] {
            let base = try cells(suite, of: sides.base, revisions.base, "base", &verdict)
            let head = try cells(suite, of: sides.head, revisions.head, "head", &verdict)
            guard let base, let head else { return [] }
            return comparison.findings(base: base, head: head)
        }

        private var comparison: SuiteComparison {
            SuiteComparison(
                directions: Catalog(dataRoot: nil).metricDirections, quality: QualityTier(margin: qualityMargin))
        }

        private func cells(
            _ suite: String, of program: String, _ revision: SourceTrees.Revision, _ side: String,
            _ verdict: inout GateVerdict
        ) throws -> [ConfigValue]? {
            note("\(side): \(suite)")
            let folder = "\(GateSetup.home)/gate/runs/\(revision.tree.prefix(16))"
            var environment = ChildProcess.inherited
            environment["PDMPBENCH_HOME"] = "\(folder)/home"
            let jobs = ProcessInfo.processInfo.activeProcessorCount
            let outcome = try ChildProcess(
                program, ["run", suite, "-j", "\(jobs)", "-o", "\(folder)/report", "--quiet"],
                environment: environment
            ).run()
            guard outcome.status == 0 || outcome.status == 1 else {
                verdict.failures.append("\(side): \(suite) ended with \(outcome.status): \(outcome.complaint)")
                return nil
            }
            let path = "\(folder)/report/cells.jsonl"
            return try SuiteComparison.cells(String(contentsOfFile: path, encoding: .utf8), path: path)
        }

        // MARK: Against a file

        private func compareWithFile(_ name: String) throws -> GateVerdict {
            let url = BaselineStore.url(of: name)
            var verdict = GateVerdict(
                base: url.relativePath, head: "working tree", profile: "baseline", findings: [],
                acceptsTrade: acceptTrade)
            guard let text = try? String(contentsOf: url, encoding: .utf8) else {
                verdict.incomparable =
                    "there is no baseline at \(url.relativePath) (`pdmpbench baseline save \(name) SUITE`)"
                return verdict
            }
            guard let suite = try GateSetup.plan(config, matching: benchmark).suite else {
                throw Stop.configuration("\(config) names no suite to compare with a baseline")
            }
            let base = try SuiteComparison.cells(text, path: url.relativePath)
            let folder = URL(fileURLWithPath: output).appendingPathComponent("suite").path
            let path = "\(folder)/found.jsonl"
            let outcome = try ChildProcess(
                "/proc/self/exe",
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
            return verdict
        }

        // MARK: What is written

        private func write(_ verdict: GateVerdict, to folder: URL) throws {
            func file(_ name: String, _ text: String) throws {
                try WholeFile.write(text, to: folder.appendingPathComponent(name))
            }
            var comment = GateMarkdown.text(verdict, limit: GitHub.commentLimit)
            if let reason { comment += "\nRepeated: \(reason)\n" }
            try file("junit.xml", JUnit.text(verdict))
            try file("comment.md", comment)
            try file("report.md", GateMarkdown.text(verdict))
            if let summary = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !summary.isEmpty {
                try append(GateMarkdown.text(verdict, limit: GitHub.summaryLimit), to: summary)
            }
            if ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] != nil {
                for line in GitHub.annotations(verdict) { Swift.print(line) }
            }
            // Last, and whole: its presence says that the gate came to its end.
            var json = verdict.json(strict: strict, ratchet: ratchet)
            if let reason, case .object(var members) = json {
                members["reason"] = .string(reason)
                json = .object(members)
            }
            try file("verdict.json", json.canonicalJSON + "\n")
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
