// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Runner

extension Bench {
    struct Clean: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "clean", abstract: "Remove the cache and, if asked for, the ledger or a report.",
            discussion: """
                What can be made again or is not needed is removed without asking: the cache
                and the logs of jobs that have ended. The ledger and reports go only where
                they are named.
                Example: pdmpbench clean --ledger --report Reports/smoke
                """)

        @Flag(help: "Remove the ledger: every run is trained again.") var ledger = false
        @Option(help: "Remove this report's folder. Repeatable.") var report: [String] = []
        @Flag(help: "Say what would be removed, and leave it.") var dryRun = false

        func run() throws {
            var targets = [Folders.digests, Folders.prepared] + SlurmBatch.closed(in: Folders.jobs)
            if ledger {
                let home = variable("PDMPBENCH_HOME") ?? ".pdmpbench"
                targets += ["", "-wal", "-shm"].map { URL(fileURLWithPath: home + "/ledger.sqlite" + $0) }
            }
            for name in report {
                let folder = URL(fileURLWithPath: name)
                let marks = ["report.md", "cells.jsonl", "manifest.json"]
                guard
                    marks.contains(where: {
                        FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
                    })
                else {
                    throw Stop.configuration("\(name): is no report's folder (no report.md in it); nothing was removed")
                }
                targets.append(folder)
            }
            for target in targets where FileManager.default.fileExists(atPath: target.path) {
                if !dryRun { try FileManager.default.removeItem(at: target) }
                print("\(dryRun ? "would remove" : "removed") \(target.path)")
            }
        }
    }
}

/// Folders outside of the project.
enum Folders {
    /// PDMPBENCH_CACHE_DIR, else XDG_CACHE_HOME/pdmpbench, else ~/.cache/pdmpbench.
    static var cache: URL {
        if let path = variable("PDMPBENCH_CACHE_DIR") { return URL(fileURLWithPath: path) }
        let base = variable("XDG_CACHE_HOME") ?? (variable("HOME") ?? "/tmp") + "/.cache"
        return URL(fileURLWithPath: base).appendingPathComponent("pdmpbench")
    }

    /// Jobs of Slurm and what they bring back, beside the ledger: every node sees it under the same path.
    static var jobs: URL { URL(fileURLWithPath: (variable("PDMPBENCH_HOME") ?? ".pdmpbench") + "/slurm") }

    /// Digests of data files that have not changed since they were read.
    static var digests: URL { cache.appendingPathComponent("digests") }

    /// Decoded and preprocessed data files.
    static var prepared: URL { cache.appendingPathComponent("prepared") }

    /// Data that `data prepare` and `data export` make: PDMPBENCH_DATA_DIR, else data/ beside the ledger.
    static var data: URL {
        URL(fileURLWithPath: variable("PDMPBENCH_DATA_DIR") ?? (variable("PDMPBENCH_HOME") ?? ".pdmpbench") + "/data")
    }

    /// That folder, if it was named or is there.
    static var knownData: String? {
        variable("PDMPBENCH_DATA_DIR") ?? (FileManager.default.fileExists(atPath: data.path) ? data.path : nil)
    }
}
