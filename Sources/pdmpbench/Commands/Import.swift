// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Reports
import Runner
import Suites
import Workshop

extension Bench {
    struct ImportCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Bring in results that were made elsewhere.",
            usage: "pdmpbench import <file> ... -o <report folder>",
            discussion: """
                Reads .csv (columns dataset, method, seed, metric, value; optional task,
                fusion, pairing, source) or .jsonl (the same keys, or "metrics": {..}).
                They stand in the folder's next report, marked as external. Any mistake
                refuses the file. See Docs/import.md.
                Example: pdmpbench import torch.csv -o Reports/smoke
                """)

        @Argument(help: "Files to read.") var files: [String]
        @Option(name: .shortAndLong, help: "The report's folder.") var output: String
        @Option(help: "Task of rows that name none.") var task = "classification"
        @Flag(help: "Forget what was imported before.") var replace = false

        func run() throws {
            let target = URL(fileURLWithPath: output).appendingPathComponent(ExternalResults.fileName)
            do {
                var found = try files.flatMap { file in
                    let runs = try ExternalResults.read(URL(fileURLWithPath: file), task: task)
                    if runs.isEmpty { throw InputError(place: file, line: nil, message: "holds no run") }
                    return runs
                }
                let count = found.count
                noteUnknownMetrics(found)
                if !replace, FileManager.default.fileExists(atPath: target.path) {
                    found = try ExternalResults.merged(try ExternalResults.read(target, task: task), with: found)
                } else {
                    found = try ExternalResults.merged([], with: found)
                }
                let text = ExternalResults.text(found)
                try written(URL(fileURLWithPath: output)) { try WholeFile.write(text, to: target) }
                print(
                    "\(count) runs imported, \(found.count) in \(target.relativePath): the folder's next report shows them"
                )
            } catch let error as InputError {
                throw Stop.configuration(error.description)
            }
        }

        /// A metric that no task knows may be meant, or mistyped.
        private func noteUnknownMetrics(_ records: [CellRecord]) {
            let known = Catalog(dataRoot: nil).metricDirections.keys.sorted()
            let names = Set(
                records.flatMap { $0.result.metrics.keys.map { String($0.split(separator: "/").last ?? "") } })
            for name in names.sorted() where !known.contains(name) {
                Console.note(
                    "no task measures '\(name)'\(NearestName.hint(name, among: known)): reports judge by it nowhere, queries find it"
                )
            }
        }
    }
}
