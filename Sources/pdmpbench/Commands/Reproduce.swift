// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gate
import Lexicon
import Processes
import Reports
import Runner
import Suites
import Workshop

extension Bench {
    struct Reproduce: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reproduce", abstract: "Make a figure or a bundle's runs again and compare.",
            usage: "pdmpbench reproduce <figure | archive --all> [options]",
            discussion: """
                Reads inside the figure what it was made from, trains what is missing, and
                says identical, within interval, or different (exit 3). --at-commit does so
                with the program of the commit that made it, in a checkout of its own. A
                bundle's archive is trained again as by verify-bundle.
                Example: pdmpbench reproduce Reports/smoke/figures/ranks.svg
                Example: pdmpbench reproduce smoke.tar.gz --all
                """)

        @Argument(help: "A figure that pdmpbench drew, or what bundle made.") var figure: String
        @Flag(help: "All runs of a bundle.") var all = false
        @Option(name: .shortAndLong, help: "Runs at a time.") var jobs = 2
        @Flag(help: "Train everything again.") var fresh = false
        @Flag(help: "Build the commit that made the figure, and let it try again.") var atCommit = false

        func run() throws {
            try selectInstructionSet()
            guard (1...1024).contains(jobs) else { throw Stop.configuration("-j must lie in 1 … 1024, found \(jobs)") }
            if all || figure.hasSuffix(".tar.gz") {
                guard all, !fresh, !atCommit else {
                    throw Stop.configuration(
                        "\(figure): a bundle is trained again with --all alone; parts of it with verify-bundle")
                }
                return try VerifyBundle.parse([figure, "--all", "-j", "\(jobs)"]).run()
            }
            let url = URL(fileURLWithPath: figure)
            let provenance = try provenance(url)
            try checkCommits(provenance)
            guard let kind = provenance["kind"]?.stringValue, let name = provenance["figure"]?.stringValue,
                let preset = provenance["preset"]?.stringValue.flatMap(Layout.Preset.init),
                let digest = provenance["table_sha256"]?.stringValue
            else { throw Stop.configuration("\(figure): says nothing of what it was made from") }
            guard let arguments = provenance["arguments"]?.arrayValue?.compactMap(\.stringValue), !arguments.isEmpty
            else {
                throw Stop(
                    code: 6,
                    message:
                        "\(figure) was drawn from records without their suite: \(provenance["command"]?.stringValue ?? "")"
                )
            }
            let loaded = try SuiteOptions.parse(arguments).load()
            let versions = (provenance["code_versions"]?.arrayValue ?? []).compactMap(\.stringValue)
            if versions.contains(where: { $0 != HarnessVersion.text && !$0.hasPrefix(ExternalResults.mark) }) {
                Console.note("made by code version \(versions.joined(separator: ", ")); this is \(HarnessVersion.text)")
            }
            let input = reportInput(loaded, try train(loaded))
            let folder = url.deletingLastPathComponent()
            let external = folder.deletingLastPathComponent()
            let again: Figure?
            do {
                let contrast = (provenance["contrast"]?.arrayValue ?? []).compactMap(\.stringValue)
                again = try FigureReproduction.draw(
                    input, kind: kind, contrast: contrast, name: name, preset: preset, beside: external)
            } catch let error as InputError {
                throw Stop.configuration(error.description)
            }
            guard let again else {
                throw Stop(code: 3, message: "different: the suite no longer gives a figure '\(name)'")
            }
            let before = try? String(contentsOf: beside(url, "tsv"), encoding: .utf8)
            switch FigureReproduction.verdict(again, tableDigest: digest, before: before) {
            case .identical: print("identical: \(name), \(input.records.count) records")
            case .withinInterval: print("within interval: every estimate of \(name) lies within what it was")
            case .different(let reason):
                print("different: \(reason)")
                throw ExitCode(3)
            }
        }

        /// Says which program made the figure and which one this is; `--at-commit` lets the one that made it try again.
        private func checkCommits(_ provenance: ConfigValue) throws {
            let commits = (provenance["commits"]?.arrayValue ?? []).compactMap(\.stringValue)
            let own = Provenance.checkout(of: Program.url)
            let changed = own["dirty"] == "yes" ? " with changes" : ""
            let here = own["commit"].map { "commit \($0.prefix(12))\(changed)" } ?? "an unknown commit"
            let made = commits.map { String($0.prefix(12)) }.joined(separator: ", ")
            if let count = provenance["records_of_uncommitted_changes"]?.intValue, count > 0 {
                Console.note("\(count) of its records were made with changes that no commit holds")
            }
            if commits.isEmpty {
                if atCommit { throw Stop(code: 6, message: "\(figure) does not say which commit made it") }
                Console.note("the figure does not say which commit made it; this program is of \(here)")
            } else if commits.count > 1 {
                if atCommit { throw Stop(code: 6, message: "\(figure) rests on runs of several commits: \(made)") }
                Console.note("made at the commits \(made); this program is of \(here)")
            } else if commits[0] != own["commit"] || !changed.isEmpty {
                if atCommit { return try rerun(at: commits[0]) }
                Console.note(
                    "made at commit \(made); this program is of \(here): --at-commit asks the one that made it")
            }
        }

        /// Builds the commit in a checkout of its own, with a ledger of its own, and lets its program reproduce the figure.
        private func rerun(at commit: String) throws {
            let folder = "\(GateSetup.home)/reproduce"
            let built: (checkout: String, program: String)
            do {
                let trees = try SourceTrees(
                    repository: Program.url.deletingLastPathComponent().path, folder: folder, plan: recipe())
                let revision = try trees.named(commit)
                Console.note("building \(revision.name) in \(folder)/\(revision.name)")
                built = try trees.build(revision, as: revision.name)
            } catch {
                throw Stop(code: 6, message: "commit \(commit.prefix(12)) cannot be built: \(error)")
            }
            let arguments =
                ["reproduce", URL(fileURLWithPath: figure).standardizedFileURL.path, "-j", "\(jobs)"]
                + (fresh ? ["--fresh"] : [])
            let child = ChildProcess(
                built.program, arguments,
                environment: ChildProcess.inherited(with: [
                    "PDMPBENCH_HOME": "\(folder)/ledger-\(commit.prefix(12))"
                ]), folder: built.checkout, output: .inherited, errors: .inherited)
            let outcome: ChildProcess.Outcome
            do {
                outcome = try child.run()
            } catch {
                throw Stop(code: 1, message: error.description)
            }
            throw ExitCode(outcome.status)
        }

        /// How this checkout is built: as its gate builds it.
        private func recipe() throws -> GatePlan {
            let file = Provenance.root(of: Program.url)?.appendingPathComponent("gate.yaml").path
            if let file, FileManager.default.fileExists(atPath: file) { return try GateConfiguration.read(file: file) }
            return GatePlan(
                build: ["swift", "build", "-c", "release", "--product", "pdmpbench"],
                program: ".build/release/pdmpbench", benchmarks: [], suite: nil)
        }

        /// What the LaTeX form of a figure has behind its name.
        private static let latex = "-latex"

        /// A file of the same figure: it keeps the name that the figure has now, whatever it was called when it was drawn.
        private func beside(_ url: URL, _ ending: String) -> URL {
            let stem = url.deletingPathExtension().lastPathComponent
            let name = stem.hasSuffix(Self.latex) ? String(stem.dropLast(Self.latex.count)) : stem
            return url.deletingLastPathComponent().appendingPathComponent("\(name).\(ending)")
        }

        private func provenance(_ url: URL) throws -> ConfigValue {
            let script = beside(url, url.deletingPathExtension().path.hasSuffix(Self.latex) ? "latex.gp" : "gp")
            for file in [url, script] {
                if let data = try? Data(contentsOf: file), let found = FigureFormat.provenance(in: data) {
                    return found
                }
            }
            let there = FileManager.default.fileExists(atPath: url.path)
            throw Stop.configuration(
                there
                    ? "\(url.relativePath): neither it nor \(script.lastPathComponent) beside it says what it was made from"
                    : "\(url.relativePath): there is no such file")
        }

        private func train(_ loaded: SuiteOptions.Loaded) throws -> [CellRecord] {
            let ledger = try openLedger()
            do {
                let plan = try WorkPlan(loaded.suite.cells, ledger: ledger, fresh: fresh, retryFailed: false)
                if !plan.orders.isEmpty { Console.note("\(plan.orders.count) runs to do") }
                let scheduler = Scheduler(worker: Worker(loaded.catalog), ledger: ledger, machine: describeMachine())
                let signals = Interruption { scheduler.stop() }
                let results = try scheduler.run(plan, jobs: jobs, failFast: false) { _ in }
                if let code = signals.exitCode { throw ExitCode(code) }
                return records(of: loaded.suite, results)
            } catch let error as LedgerError {
                throw Stop(code: 1, message: error.description)
            }
        }
    }
}
