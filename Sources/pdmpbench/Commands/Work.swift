// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Runner
import Suites
import Workshop

extension Bench {
    /// The other end of `ProcessWorker` (a request a line on standard input, a result a line on standard output) and of
    /// `SlurmExecutor` (a task of a batch's array).
    struct Work: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "work", abstract: "Train what a scheduler asks for; started by run.", shouldDisplay: false)

        @Option var data: String?
        @Option var manifests: [String] = []
        @Option(help: "Folder of a batch; with --level and --array-task.") var batch: String?
        @Option var level = 0
        @Option var arrayTask = 0
        @Option var timeLimit: Double?
        @Option var memoryLimit: Int?

        func run() throws {
            try selectInstructionSet()
            if let batch { try perform(batch) } else { try answer() }
        }

        /// What limits ask for, in a process of its own; else here.
        private func perform(_ folder: String) throws {
            let limits = RunLimits(seconds: timeLimit, bytes: memoryLimit.map { $0 << 20 })
            let worker: any RunWorker =
                limits == RunLimits()
                ? Worker(Catalog(dataRoot: data, manifestFolders: manifests))
                : ProcessWorker(
                    program: Program.url, arguments: ["work"] + WorkArguments.text(data: data, manifests: manifests),
                    limits: limits)
            do {
                try SlurmBatch(opening: URL(fileURLWithPath: folder)).perform(
                    level: level, task: arrayTask, worker: worker, machine: describeMachine(), program: Program.url)
            } catch {
                throw Stop(code: 1, message: sentence(error))
            }
        }

        private func answer() throws {
            // The scheduler hears the user's signals and closes our input; if it is gone, so are we.
            for number in [SIGINT, SIGTERM] { signal(number, SIG_IGN) }
            let parent = getppid()
            let watch = Thread {
                while getppid() == parent { Thread.sleep(forTimeInterval: 0.5) }
                Foundation.exit(1)
            }
            watch.start()
            let worker = Worker(
                Catalog(dataRoot: data, manifestFolders: manifests, preparedCache: Folders.prepared.path))
            while let line = readLine() {
                let request = try WorkLine.decode(WorkRequest.self, Data(line.utf8))
                try Fault.strike(seed: request.spec.seed)
                let result = worker.run(request.spec, companions: request.results)
                try FileHandle.standardOutput.write(contentsOf: WorkLine.encode(result))
            }
        }
    }
}

/// How the command `work` is told where data is.
enum WorkArguments {
    static func text(data: String?, manifests: [String]) -> [String] {
        (data.map { ["--data", $0] } ?? []) + manifests.flatMap { ["--manifests", $0] }
    }
}

/// What tests ask a worker process to do to itself: PDMPBENCH_FAULT is "crash 2", "hang 2" or "grow 2" for seed 2.
private enum Fault {
    static func strike(seed: Int) throws {
        guard let words = variable("PDMPBENCH_FAULT")?.split(separator: " "), words.count == 2,
            Int(words[1]) == seed
        else { return }
        switch words[0] {
        case "crash": abort()
        case "hang": while true { Thread.sleep(forTimeInterval: 60) }
        case "grow":
            var blocks: [[UInt8]] = []
            while true {
                blocks.append([UInt8](repeating: 1, count: 16 << 20))
                Thread.sleep(forTimeInterval: 0.01)
            }
        default: throw Stop.configuration("PDMPBENCH_FAULT: unknown fault '\(words[0])'")
        }
    }
}
