// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The built program, run in a folder of its own that is gone when the test ends.
final class Program {
    struct Outcome {
        let code: Int32
        let out: String
        let err: String
    }

    let folder: URL

    init(_ files: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in files.keys.sorted() { try write(name, Data((files[name] ?? "").utf8)) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The program is built beside the tests.
    static let url = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("pdmpbench")

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ name: String, _ data: Data) throws {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// Starts it; what it says goes to files.
    func start(
        _ arguments: [String], environment: [String: String] = [:], program: URL = Program.url, in place: URL? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = place ?? folder
        var surroundings = ProcessInfo.processInfo.environment
        for name in surroundings.keys where name.hasPrefix("PDMPBENCH_") { surroundings[name] = nil }
        for name in ["CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "CLICOLOR_FORCE", "MAKEFLAGS"] {
            surroundings[name] = nil
        }
        surroundings["PDMPBENCH_HOME"] = path("home")
        surroundings["PDMPBENCH_CACHE_DIR"] = path("cache")
        process.environment = surroundings.merging(environment) { $1 }
        for name in ["stdout", "stderr"] { try Data().write(to: folder.appendingPathComponent(name)) }
        process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent("stdout"))
        process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent("stderr"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    func run(
        _ arguments: [String], environment: [String: String] = [:], program: URL = Program.url, in place: URL? = nil
    ) throws -> Outcome {
        let process = try start(arguments, environment: environment, program: program, in: place)
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, out: try read("stdout"), err: try read("stderr"))
    }

    /// The cells of a report without what may differ between machines and moments.
    func cells(_ output: String) throws -> [String] {
        try read("\(output)/cells.jsonl").split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            var cell = try #require(object as? [String: Any])
            for key in ["cost", "machine"] { cell[key] = nil }
            return String(
                decoding: try JSONSerialization.data(withJSONObject: cell, options: .sortedKeys), as: UTF8.self)
        }
    }

    static let tiny = """
        name: tiny
        datasets: [{id: latent, options: {train: 64, validation: 32, test: 64}}]
        strategies: [joint, unimodal, {id: pdmp, options: {rankingSeeds: [1]}}]
        budget: {epochs: 2, batchSize: 16}
        seeds: [1, 2]
        """
}
