// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// How much is said, and how. Results go to standard output, everything else to standard error.
struct OutputOptions: ParsableArguments {
    enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Flag(help: "Say nothing but errors.") var quiet = false
    @Flag(name: .shortAndLong, help: "Say how each run ended.") var verbose = false
    @Option(help: "Color on a terminal: auto, always or never.") var color: Color = .auto
    @Flag(help: "No progress line.") var noProgress = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// The same again, for a command that this one gives.
    var arguments: [String] {
        (quiet ? ["--quiet"] : []) + (verbose ? ["--verbose"] : []) + (noProgress ? ["--no-progress"] : [])
            + ["--color", color.rawValue]
    }

    /// Whether messages may carry color.
    var colored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: !quiet && !verbose && Terminal.mayMove
        }
    }

    /// Whether the progress line may move.
    var moving: Bool { !quiet && !verbose && !noProgress && color != .never && Terminal.isInteractive }
}

/// What standard error is.
enum Terminal {
    static let isInteractive = isatty(2) == 1 && variable("TERM") != "dumb" && !plain && !isContinuousIntegration
    static let isContinuousIntegration = variable("CI") != nil || variable("GITHUB_ACTIONS") != nil
    /// Color without being asked for: on a terminal, or where CLICOLOR_FORCE says so.
    static let mayMove: Bool = {
        if let forced = variable("CLICOLOR_FORCE"), forced != "0" { return true }
        return isInteractive
    }()

    private static var plain: Bool { variable("NO_COLOR") != nil }
}

/// Messages for people go to standard error.
enum Console {
    static func error(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }

    static func note(_ message: String) { error(message) }

    /// `text` in red or green, if that may be.
    static func paint(_ text: String, good: Bool, _ colored: Bool) -> String {
        colored ? "\u{1b}[\(good ? 32 : 31)m\(text)\u{1b}[0m" : text
    }
}

/// What an error says for people.
func sentence(_ error: any Error) -> String { error is CocoaError ? error.localizedDescription : "\(error)" }
