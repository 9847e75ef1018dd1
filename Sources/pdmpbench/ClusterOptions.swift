// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Records
import Runner

/// How runs are handed to Slurm.
struct ClusterOptions: ParsableArguments {
    @Option(help: "Partition; Slurm's default if left out.") var partition: String?
    @Option(help: "Runs that one task of an array does in turn.") var runsPerTask: Int?
    @Option(
        name: .customLong("sbatch"), parsing: .unconditionalSingleValue,
        help: "Hand this to sbatch: --sbatch=--account=vision. Repeatable.") var extra: [String] = []
    @Flag(help: "Submit and do not wait; run again to bring results in.") var detach = false

    func check(executor: Bench.Run.Executor) throws {
        guard executor != .slurm else {
            if let runsPerTask, runsPerTask < 1 { throw Stop.configuration("--runs-per-task must be at least 1") }
            if let word = extra.first(where: { !$0.hasPrefix("-") }) {
                throw Stop.configuration(
                    "--sbatch '\(word)': expected an option of sbatch, as in --sbatch=--account=vision")
            }
            return
        }
        if partition != nil || runsPerTask != nil || !extra.isEmpty || detach {
            throw Stop.configuration("--partition, --runs-per-task, --sbatch and --detach need --executor slurm")
        }
    }

    /// How many runs may be under way at once, for the forecast.
    func processors() throws -> Int {
        do {
            return try Slurm().processors(partition: partition)
        } catch {
            throw Stop.configuration(error.description)
        }
    }

    func executor(ledger: Ledger, throttle: Int?, limits: RunLimits, quiet: Bool) -> SlurmExecutor {
        var options = SlurmOptions()
        options.partition = partition
        options.throttle = throttle
        options.runsPerTask = runsPerTask ?? 1
        options.limits = limits
        options.extra = extra
        return SlurmExecutor(
            ledger: ledger, home: Folders.jobs, options: options, note: { if !quiet { Console.note($0) } })
    }

    func command(arguments: [String], timeLimit: Double?, memoryLimit: Int?) -> SlurmExecutor.Command {
        var words = arguments
        if let timeLimit { words += ["--time-limit", "\(timeLimit)"] }
        if let memoryLimit { words += ["--memory-limit", "\(memoryLimit)"] }
        // A cluster may be set up to hand no environment on.
        let names = ["PDMPBENCH_ISA", "PDMPBENCH_CACHE_DIR", "PDMPBENCH_FAULT"]
        let environment = names.compactMap { name in variable(name).map { (name, $0) } }
        return SlurmExecutor.Command(
            program: Program.url, arguments: words, environment: Dictionary(environment, uniquingKeysWith: { $1 }))
    }
}

extension SlurmError {
    /// As the table in the documentation has it.
    var exitCode: Int32 {
        switch self {
        case .unavailable, .refused: 2
        case .folder, .ledger: 1
        case .violation: 7
        }
    }
}
