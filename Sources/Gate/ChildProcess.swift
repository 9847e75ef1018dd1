// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A fresh process with an environment that we set, its output and how it ended.
public struct ChildProcess: Sendable {
    public struct Outcome: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String
        /// Ended by a signal rather than by itself.
        public let wasKilled: Bool

        /// The last line that it complained with.
        public var complaint: String {
            let lines = errors.split(separator: "\n").map(String.init)
            return lines.last { !$0.isEmpty } ?? "no message"
        }
    }

    public var program: String
    public var arguments: [String]
    public var environment: [String: String]
    public var folder: String?

    public init(
        _ program: String, _ arguments: [String], environment: [String: String] = ChildProcess.inherited,
        folder: String? = nil
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
    }

    /// This process's own environment.
    public static var inherited: [String: String] { ProcessInfo.processInfo.environment }

    /// What a measured process sees: nothing of the user's, so that base and head and tomorrow see the same. `padding`
    /// moves the stack, which moves alignment, which moves time: it is drawn anew for each process.
    public static func pinned(padding: Int = 0) -> [String: String] {
        var environment = [
            "LC_ALL": "C", "TZ": "UTC", "SWIFT_DETERMINISTIC_HASHING": "1", "MALLOC_ARENA_MAX": "1",
            "PATH": inherited["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
        ]
        if padding > 0 { environment["PDMPBENCH_PADDING"] = String(repeating: "x", count: padding) }
        return environment
    }

    /// Runs it to its end. Output goes through files, so that no pipe can fill up.
    public func run() throws -> Outcome {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-gate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = scratch.appendingPathComponent("out")
        let errors = scratch.appendingPathComponent("err")
        for url in [output, errors] { try Data().write(to: url) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            wasKilled: process.terminationReason == .uncaughtSignal)
    }

    /// Where a program stands on PATH; nil if nowhere.
    public static func find(_ name: String) -> String? {
        for folder in (inherited["PATH"] ?? "").split(separator: ":") {
            let path = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        return nil
    }
}
