// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program in a process of its own: started, waited for, heard.
///
/// What it says goes through files without a name, so that no pipe can fill up and nobody waits for descendants that hold
/// one open. It inherits no blocked or ignored signal. It leads a process group, so that a limit, or `terminate`, ends
/// what it started as well.
public struct ChildProcess: Sendable {
    /// Where its output or its errors go.
    public enum Channel: Sendable, Equatable {
        /// To the outcome.
        case heard
        /// To nowhere.
        case discarded
        /// Where this process's own go.
        case inherited
        /// To this file, made anew.
        case file(String)
    }

    /// A path, or a name that is looked up on PATH.
    public var program: String
    /// Without the program's own name.
    public var arguments: [String]
    /// All of it; nothing is inherited besides.
    public var environment: [String: String]
    /// Where it runs; nil is here.
    public var folder: String?
    /// Where its standard output goes.
    public var output: Channel
    /// Where its standard error goes.
    public var errors: Channel
    /// Seconds it may take; then it is killed with all that it started.
    public var limit: Double?

    /// - Parameters:
    ///   - program: a path, or a name that is looked up on PATH.
    ///   - arguments: without the program's own name.
    ///   - environment: all of it; this process's own if left out.
    ///   - folder: where it runs; nil is here.
    ///   - output: where its standard output goes.
    ///   - errors: where its standard error goes.
    ///   - limit: seconds it may take; nil is as long as it likes.
    public init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = ChildProcess.inherited,
        folder: String? = nil, output: Channel = .heard, errors: Channel = .heard, limit: Double? = nil
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.output = output
        self.errors = errors
        self.limit = limit
    }

    /// This process's own environment.
    public static var inherited: [String: String] { ProcessInfo.processInfo.environment }

    /// This process's own environment with some variables set.
    public static func inherited(with settings: [String: String]) -> [String: String] {
        inherited.merging(settings) { $1 }
    }

    /// Where a program stands on PATH; nil if nowhere.
    public static func find(_ name: String) -> String? {
        for folder in (inherited["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
            let path = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        return nil
    }

    /// How it ended and what it said.
    public struct Outcome: Sendable {
        /// Its exit code; 128 and the signal's number where a signal ended it, as shells say it.
        public let status: Int32
        /// Its standard output; empty unless it was heard.
        public let output: String
        /// Its standard error; empty unless it was heard.
        public let errors: String
        /// The signal that ended it; nil if it ended by itself.
        public let signal: Int32?
        /// Whether the limit ended it.
        public let exceededLimit: Bool

        /// The last line that it complained with.
        public var complaint: String {
            if let line = errors.split(whereSeparator: \.isNewline).last(where: { !$0.allSatisfy(\.isWhitespace) }) {
                return String(line)
            }
            if exceededLimit { return "it took too long" }
            return signal.map { "ended by signal \($0)" } ?? "no message"
        }
    }

    /// Runs it to its end.
    public func run() throws(ChildProcessError) -> Outcome { try start().wait() }

    /// Starts it and goes on.
    public func start() throws(ChildProcessError) -> RunningProcess { try RunningProcess(self) }
}

/// Why there is no outcome.
public enum ChildProcessError: Error, Equatable, CustomStringConvertible {
    /// It did not begin: why, in the system's words.
    case cannotStart(String, reason: String)

    /// One line: what, why.
    public var description: String {
        switch self {
        case .cannotStart(let program, let reason): "\(program) cannot be started: \(reason)"
        }
    }
}
