// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Runner
import Suites
import Workshop

extension Bench {
    /// The other end of `ProcessWorker`: a request a line on standard input, a result a line on standard output.
    struct Work: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "work", abstract: "Train what a scheduler asks for; started by run.", shouldDisplay: false)

        @Option var data: String?
        @Option var manifests: [String] = []

        func run() throws {
            // The scheduler hears the user's signals and closes our input; if it is gone, so are we.
            for number in [SIGINT, SIGTERM] { signal(number, SIG_IGN) }
            let parent = getppid()
            let watch = Thread {
                while getppid() == parent { Thread.sleep(forTimeInterval: 0.5) }
                Foundation.exit(1)
            }
            watch.start()
            try selectInstructionSet()
            let worker = Worker(Catalog(dataRoot: data, manifestFolders: manifests))
            while let line = readLine() {
                let request = try WorkLine.decode(WorkRequest.self, Data(line.utf8))
                try Fault.strike(seed: request.spec.seed)
                let result = worker.run(request.spec, companions: request.results)
                try FileHandle.standardOutput.write(contentsOf: WorkLine.encode(result))
            }
        }
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
