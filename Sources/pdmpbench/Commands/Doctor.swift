// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Reports
import Runner
import Workshop

extension Bench {
    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "doctor", abstract: "Say what works on this machine and what is missing.",
            discussion: "Example: pdmpbench doctor")

        func run() throws {
            print(
                "instruction sets: \(InstructionSets.available.joined(separator: ", ")) (in use: \(InstructionSets.active))"
            )
            let machine = describeMachine()
            for key in machine.keys.sorted() { print("\(key): \(machine[key] ?? "")") }
            print("gnuplot: \(Gnuplot.version ?? "missing: figures will be skipped (apt-get install gnuplot-nox)")")
            let ledger = try openLedger()
            let counts = try ledger.counts()
            print("ledger: \(ledger.path), \(counts.values.reduce(0, +)) runs, integrity \(try ledger.integrity())")
            print("cache: \(Folders.cache.path)")
            print(
                "data folder: \(Folders.knownData ?? "none yet (PDMPBENCH_DATA_DIR, --data or pdmpbench data prepare)")"
            )
        }
    }
}
