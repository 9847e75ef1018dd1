// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Processes
import Reports
import Runner
import Suites

extension Bench {
    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bundle", abstract: "Pack suite, records and report into one archive.",
            usage: "pdmpbench bundle <suite> [options]",
            discussion: """
                The archive holds what another machine needs to check the results: the
                suite with what it includes, the manifests of its data, a lock file with
                every fingerprint and digest, the cells and the report. Data is not in it.
                Example: pdmpbench bundle Suites/smoke.yaml -o smoke.tar.gz
                Example: pdmpbench verify-bundle smoke.tar.gz --all
                """)

        @OptionGroup var options: SuiteOptions
        @Option(name: .shortAndLong, help: "The archive; <suite>.tar.gz if left out.") var output: String?

        func run() throws {
            let loaded = try options.load()
            let suite = loaded.suite
            let found = records(of: suite, try openLedger().results(suite.cells.map(\.fingerprint)))
            guard found.count == suite.cells.count else {
                throw Stop(
                    code: 1,
                    message:
                        "\(suite.cells.count - found.count) of \(suite.cells.count) cells are not done: pdmpbench run \(loaded.path)"
                )
            }
            let target = URL(fileURLWithPath: output ?? "\(suite.name).tar.gz")
            let scratch = try Scratch()
            let root = scratch.folder.appendingPathComponent("bundle")
            let files = try BundleFiles(loaded)
            for (source, name) in files.copies {
                let place = root.appendingPathComponent("suite/" + name)
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try FileManager.default.copyItem(at: source, to: place)
            }
            try CellsFile.write(found, to: root.appendingPathComponent("report/cells.jsonl"))
            _ = try written(root) {
                try ReportWriter(reportInput(loaded, found)).write(to: root.appendingPathComponent("report"))
            }
            try WholeFile.write(
                BundleLock(suite: files.suite, arguments: options.narrowing, records: found).json,
                to: root.appendingPathComponent("lock.json"))
            try Archive.pack(root, to: target)
            print("\(target.relativePath): \(found.count) cells, \(files.copies.count) files of the suite")
        }
    }

    struct VerifyBundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify-bundle", abstract: "Train the runs of a bundle again and compare bit by bit.",
            usage: "pdmpbench verify-bundle <archive> (--all | -m ... | --seed ...) [options]",
            discussion: """
                Exit 0: all cells are identical. 7: this code made other bits of the same
                specification. 6: this code has other fingerprints, so it is another
                version; nothing is trained.
                Example: pdmpbench verify-bundle smoke.tar.gz --all -j 2
                """)

        @Argument(help: "What bundle made.") var archive: String
        @Flag(help: "All runs.") var all = false
        @Option(name: [.customShort("m"), .customLong("method")], help: "Only these strategies; globs. Repeatable.")
        var strategies: [String] = []
        @Option(name: .customLong("seed"), help: "Only these seeds: 3 or 0..4. Repeatable.") var seeds: [String] = []
        @Option(help: "Folder of loaded data sets (or PDMPBENCH_DATA_DIR).") var data: String?
        @Option(name: .shortAndLong, help: "Runs at a time (or PDMPBENCH_JOBS).") var jobs: Int?
        @Flag(help: "Say nothing but errors.") var quiet = false

        func run() throws {
            guard all != !(strategies.isEmpty && seeds.isEmpty) else {
                throw Stop.configuration("say which runs: --all, or some with -m or --seed")
            }
            let scratch = try Scratch()
            let root = try Archive.unpack(URL(fileURLWithPath: archive), into: scratch.folder)
            let lock = try BundleLock(contentsOf: root.appendingPathComponent("lock.json"))
            let suite = root.appendingPathComponent("suite/" + lock.suite).path
            var narrowing = lock.arguments
            // A narrower choice takes the place of the bundle's own.
            if !strategies.isEmpty { narrowing.removeAll { $0.hasPrefix("--strategy=") } }
            if !seeds.isEmpty { narrowing.removeAll { $0.hasPrefix("--seed=") } }
            for name in strategies { narrowing += ["-m", name] }
            for seed in seeds { narrowing += ["--seed", seed] }
            if let data = data ?? Folders.knownData {
                narrowing += ["--data", URL(fileURLWithPath: data).path]
            }
            let loaded = try SuiteOptions.parse([suite] + narrowing).load()
            let strangers = loaded.suite.cells.filter { lock.cells[$0.fingerprint.hex] == nil }
            if let first = strangers.first {
                Console.error(
                    "incomparable: \(strangers.count) of \(loaded.suite.cells.count) cells have other fingerprints here, the first is \(first.name); the bundle was made by pdmpbench \(lock.codeVersion), this is \(HarnessVersion.text)"
                )
                throw ExitCode(6)
            }
            let cells = try again(suite, narrowing, scratch)
            var different: [String] = []
            for cell in cells {
                let fingerprint = cell["fingerprint"]?.stringValue ?? ""
                guard let expected = lock.cells[fingerprint], expected != BundleLock.digest(cell) else { continue }
                let name = ["dataset", "fusion", "variant", "seed"].map { cell[$0].map(text) ?? "?" }
                different.append(name.joined(separator: " / "))
            }
            for name in different.prefix(20) { Console.error("different: \(name)") }
            print("\(cells.count - different.count) of \(cells.count) cells are identical")
            if !different.isEmpty { throw ExitCode(7) }
        }

        private func text(_ value: ConfigValue) -> String { value.stringValue ?? value.canonicalJSON }

        /// Runs the suite with a ledger of its own and returns its cells.
        private func again(_ suite: String, _ narrowing: [String], _ scratch: Scratch) throws -> [ConfigValue] {
            let output = scratch.folder.appendingPathComponent("again")
            let arguments =
                ["run", suite, "-o", output.path] + narrowing + (quiet ? ["--quiet"] : [])
                + (jobs.map { ["-j", "\($0)"] } ?? [])
            let outcome = try ChildProcess(
                Program.url.path, arguments,
                environment: ChildProcess.inherited(with: [
                    "PDMPBENCH_HOME": scratch.folder.appendingPathComponent("home").path
                ]), output: .discarded, errors: .inherited
            ).run()
            guard [0, 1].contains(outcome.status) else {
                throw Stop(code: outcome.status, message: "the run of the bundle ended with \(outcome.status)")
            }
            return try CellsFile.read(output.appendingPathComponent("cells.jsonl"))
        }
    }
}
