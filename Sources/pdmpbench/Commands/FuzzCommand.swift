// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Strategies

/// Throws mutated files at every parser of ours.
struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz", abstract: "Throw mutated files at every parser of data.",
        usage: "pdmpbench fuzz [--inputs <n>] [--target <name> ...] [--jobs <n>]",
        discussion:
            "Each input must be read, or refused with one line. Inputs follow from\nthe seed and their number, so a finding can be made again.\n\nExample: pdmpbench fuzz --inputs 1000000"
    )

    @Option(help: "Inputs for each parser.") var inputs: Int = 1_000_000
    @Option(help: "Only these parsers; repeatable.") var target: [String] = []
    @Option(help: "Which inputs.") var seed: Int = 1
    @Option(name: [.customShort("j"), .customLong("jobs")], help: "Parsers at a time.") var jobs: Int = 1

    func run() throws {
        let known = FormatFuzz.targets.map(\.name)
        for name in target where !known.contains(name) {
            throw Stop.configuration(UnknownName(kind: "parser", name: name, known: known).description)
        }
        guard inputs > 0, (1...64).contains(jobs) else {
            throw Stop.configuration("--inputs must be above 0 and -j lie in 1 … 64")
        }
        let chosen = FormatFuzz.targets.filter { target.isEmpty || target.contains($0.name) }
        let tally = Tally()
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = jobs
        let (inputs, seed) = (inputs, seed)
        for target in chosen {
            queue.addOperation {
                let clock = ContinuousClock()
                let began = clock.now
                let outcome = FormatFuzz.run(target, 0..<inputs, seed: seed)
                let seconds = Double(began.duration(to: clock.now).components.seconds)
                tally.add(target.name, outcome, seconds)
            }
        }
        queue.waitUntilAllOperationsAreFinished()
        if tally.findings > 0 { throw ExitCode(1) }
    }
}

/// Counts what came of all parsers, and prints it as it comes.
private final class Tally: @unchecked Sendable {
    private let lock = NSLock()
    private var found = 0
    var findings: Int { lock.withLock { found } }

    func add(_ name: String, _ outcome: FuzzOutcome, _ seconds: Double) {
        lock.withLock {
            print(
                "\(name): \(outcome.inputs) inputs, \(outcome.read) read, \(outcome.refused) refused, \(outcome.findings.count) findings, \(FixedPoint.text(seconds, 0)) s"
            )
            for finding in outcome.findings.prefix(10) { print("  input \(finding.input): \(finding.what)") }
            found += outcome.findings.count
        }
    }
}
