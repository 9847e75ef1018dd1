// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Lexicon
import Reports

extension Export: ExpressibleByArgument {}

extension Bench {
    struct ExportCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write results in another program's form.",
            usage: "pdmpbench export <source> [options]",
            discussion: """
                csv and jsonl can be imported again; latex needs booktabs; gobench is read
                by benchstat; github-action-benchmark by that action.
                Example: pdmpbench export Reports/smoke --format gobench -o new.txt
                """)

        @Argument(help: "A report's folder, a cells.jsonl or a suite.") var source: String
        @Option(help: "csv, jsonl, latex, gobench or github-action-benchmark.") var format: Export = .csv
        @Option(name: .shortAndLong, help: "File to write; - is standard output.") var output: String?

        func run() throws { try deliver(format.text(try RecordSource.load(source).input), to: output) }
    }
}
