// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Runner

extension Bench {
    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: "Take over the runs of other ledgers.",
            usage: "pdmpbench merge <folder> ...",
            discussion: """
                The same specification with other bits is a determinism violation: it is
                reported, nothing of it is taken, and the exit code is 7.
                Example: pdmpbench merge /mnt/other/.pdmpbench
                """)

        @Argument(help: "Folders that hold a ledger.sqlite.") var folders: [String]

        func run() throws {
            for folder in folders where !FileManager.default.fileExists(atPath: folder + "/ledger.sqlite") {
                throw Stop.configuration("\(folder): there is no ledger.sqlite in this folder")
            }
            let mine = try openLedger()
            var conflicts = 0
            for folder in folders {
                do {
                    let outcome = try mine.merge(try Ledger(folder: folder))
                    print(
                        "\(folder): \(outcome.taken) taken, \(outcome.equal) known already, \(outcome.conflicts.count) in conflict"
                    )
                    conflicts += outcome.conflicts.count
                    for conflict in outcome.conflicts { Console.error(describe(conflict)) }
                } catch {
                    throw Stop(code: 2, message: error.description)
                }
            }
            if conflicts > 0 { throw ExitCode(7) }
        }

        private func describe(_ conflict: MergeConflict) -> String {
            let spec = conflict.specification
            func id(_ key: String) -> String { spec[key]?["id"]?.stringValue ?? "?" }
            let digests = [conflict.mine, conflict.theirs].map { $0.parametersSHA256.prefix(12) }
            let machines = [conflict.mine, conflict.theirs].map { $0.machine["cpu"] ?? "unknown machine" }
            return
                "determinism violation: \(conflict.fingerprint.short) (\(id("strategy")) on \(id("dataset")), seed \(spec["seed"]?.intValue ?? 0)): parameters \(digests[0]) here (\(machines[0])), \(digests[1]) there (\(machines[1]))"
        }
    }
}
