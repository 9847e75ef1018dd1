// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Runner

extension Bench {
    /// Does to a suite what machines do, and checks that its bytes come out all the same.
    struct Survive: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "survive", abstract: "Kill and starve a suite in many ways; its bytes must stay equal.",
            usage: "pdmpbench survive <suite> [options]",
            discussion: """
                Kills schedulers and worker processes at random instants, fills the disk,
                takes away the right to write, cuts the ledger's log off and moves the
                clock. Each time the same command is run again and must come to the bytes
                of an undisturbed run. Writes report.md; exit 1 if anything was lost.
                Example: pdmpbench survive Suites/smoke.yaml --kills 100 -o Reports/survive
                """)

        @Argument(help: "The suite's YAML file.") var suite: String
        @Option(help: "Number of kills of each kind.") var kills: Int = 50
        @Option(help: "Seed of the instants.") var seed: Int = 0
        @Option(name: .shortAndLong, help: "Output folder.") var output: String = "Reports/survive"

        func run() throws {
            guard kills > 0 else { throw Stop.configuration("--kills must be at least 1") }
            let harness = try FaultHarness(suite: suite, seed: seed)
            defer { harness.clean() }
            let rows = try [
                harness.kills(kills, of: .scheduler), harness.kills(kills, of: .worker), harness.truncatedLog(kills),
                harness.fullDisk(), harness.readOnly(), harness.clock(),
            ]
            let text = FaultReport.text(suite: suite, runs: harness.runs, seed: seed, rows)
            let file = URL(fileURLWithPath: output).appendingPathComponent("report.md")
            try written(file.deletingLastPathComponent()) { try WholeFile.write(text, to: file) }
            print(text, terminator: "")
            print("\nreport: \(file.relativePath)")
            if rows.contains(where: { !$0.problems.isEmpty }) { throw ExitCode(1) }
        }
    }
}

/// One kind of fault with what came of it.
struct FaultRow {
    let fault: String
    /// How often it was done; 0 where it could not be.
    var times = 0
    /// Finished runs that were known just after it, in all.
    var kept = 0
    /// Why it was left out.
    var skipped: String?
    var problems: [String] = []
}

private enum FaultReport {
    static func text(suite: String, runs: Int, seed: Int, _ rows: [FaultRow]) -> String {
        var text =
            "# Faults\n\nSuite `\(suite)`, \(runs) runs, instants from seed \(seed). After each fault the same command was run "
        text +=
            "again; finished runs must not be lost, none may be counted twice, and the cells must be equal byte for byte "
        text += "(cost and machine apart) to those of an undisturbed run.\n\n"
        text += "| fault | times | finished runs found again | outcome |\n| --- | ---: | ---: | --- |\n"
        for row in rows {
            let outcome =
                (row.skipped ?? (row.times == 0 ? "the suite ended before it could be done" : nil)).map {
                    "skipped: \($0)"
                }
                ?? (row.problems.isEmpty ? "equal bytes" : "**\(row.problems.count) problems**")
            text += "| \(row.fault) | \(row.times) | \(row.kept) | \(outcome) |\n"
        }
        for row in rows { for problem in row.problems { text += "\n- \(row.fault): \(problem)" } }
        return text + (rows.contains { !$0.problems.isEmpty } ? "\n" : "")
    }
}
