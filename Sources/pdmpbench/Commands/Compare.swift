// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Lexicon
import Reports
import Runner

extension Bench {
    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "compare", abstract: "Compare two sets of results cell by cell.",
            usage: "pdmpbench compare <first> <second> [options]",
            discussion: """
                Each is a report's folder, a cells.jsonl or a suite. Seeds pair where both
                hold the same ones; all tests are one family (Holm).
                Exit 6 when the machines differ, unless --allow-cross-machine.
                Example: pdmpbench compare Reports/old Reports/new --format md
                """)

        @Argument(help: "What was before.") var first: String
        @Argument(help: "What is now.") var second: String
        @Flag(help: "Compare all the same; the table is stamped.") var allowCrossMachine = false
        @Option(help: "text, md, csv, latex or json.") var format: TableFormat = .text
        @Option(name: .shortAndLong, help: "File to write; - is standard output.") var output: String?

        func run() throws {
            let comparison = ResultComparison(
                try RecordSource.load(first).input, try RecordSource.load(second).input)
            if comparison.compared == 0 {
                throw Stop(code: 6, message: "incomparable: no cell has results in both '\(first)' and '\(second)'")
            }
            if !comparison.machines.isEmpty {
                let list = comparison.machines.joined(separator: "; ")
                guard allowCrossMachine else {
                    throw Stop(
                        code: 6,
                        message:
                            "incomparable: made on other machines (\(list)); --allow-cross-machine compares them all the same"
                    )
                }
                Console.note("CROSS-MACHINE: \(list)")
            }
            var table = comparison.table
            if !comparison.machines.isEmpty {
                // Stamped in the table itself, whatever its form.
                table = ReportTable(
                    id: table.id, title: "CROSS-MACHINE: \(table.title)",
                    columns: ["CROSS-MACHINE \(table.columns[0])"] + table.columns.dropFirst(), rows: table.rows)
            }
            try deliver(format.text(table), to: output)
            Console.note(
                "\(comparison.compared) cells compared, \(comparison.identical) of them identical to the bit")
        }
    }
}
