// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Reports
import Runner
import Suites
import Workshop

extension Bench {
    struct Reproduce: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reproduce", abstract: "Make a figure again from its suite and compare.",
            usage: "pdmpbench reproduce <figure> [options]",
            discussion: """
                Reads what the figure says it was made from (inside an .svg or .gp; beside
                a .png or .pdf), trains what is missing, and says identical, within
                interval, or different (exit 3).
                Example: pdmpbench reproduce Reports/smoke/figures/ranks.svg
                """)

        @Argument(help: "A figure that pdmpbench drew.") var figure: String
        @Option(name: .shortAndLong, help: "Runs at a time.") var jobs = 2
        @Flag(help: "Train everything again.") var fresh = false

        func run() throws {
            try selectInstructionSet()
            guard (1...1024).contains(jobs) else { throw Stop.configuration("-j must lie in 1 … 1024, found \(jobs)") }
            let url = URL(fileURLWithPath: figure)
            let provenance = try provenance(url)
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
                again = try FigureReproduction.draw(input, kind: kind, name: name, preset: preset, beside: external)
            } catch let error as InputError {
                throw Stop.configuration(error.description)
            }
            guard let again else {
                throw Stop(code: 3, message: "different: the suite no longer gives a figure '\(name)'")
            }
            let table = folder.appendingPathComponent("\(name).tsv")
            let before = try? String(contentsOf: table, encoding: .utf8)
            switch FigureReproduction.verdict(again, tableDigest: digest, before: before) {
            case .identical: print("identical: \(name), \(input.records.count) records")
            case .withinInterval: print("within interval: every estimate of \(name) lies within what it was")
            case .different(let reason):
                print("different: \(reason)")
                throw ExitCode(3)
            }
        }

        private func provenance(_ url: URL) throws -> ConfigValue {
            let script = url.deletingPathExtension().appendingPathExtension("gp")
            for file in [url, script] where ["svg", "gp"].contains(file.pathExtension) {
                if let text = try? String(contentsOf: file, encoding: .utf8),
                    let found = FigureFormat.provenance(in: text)
                {
                    return found
                }
            }
            throw Stop.configuration(
                "\(url.relativePath): neither it nor \(script.lastPathComponent) beside it says what it was made from")
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
