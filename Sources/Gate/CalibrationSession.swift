// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records

/// One session of the time tier with the same program on both sides. Some benchmarks may be slowed in head on purpose, a
/// few at a time as a change would; the others are A/A.
public struct CalibrationSession: Equatable, Sendable {
    /// Per cent by which head was slowed, by benchmark; empty is A/A throughout.
    public var slowed: [String: Double]
    /// When it ended, seconds since 1970, UTC.
    public var taken: Double
    /// How long it took.
    public var seconds: Double
    /// Fingerprint of the machine it ran on.
    public var machine: String
    /// What was measured and how; sessions of different recipes do not mix.
    public var recipe: String
    /// Every pair that it measured.
    public var log: PairLog

    public init(
        slowed: [String: Double], taken: Double, seconds: Double, machine: String, recipe: String, log: PairLog
    ) {
        self.slowed = slowed
        self.taken = taken
        self.seconds = seconds
        self.machine = machine
        self.recipe = recipe
        self.log = log
    }

    /// Benchmarks that were not slowed.
    public var same: [String] { log.benchmarks(.screening).filter { slowed[$0] == nil } }

    /// Of a profile and the benchmarks with their arguments.
    public static func recipe(_ profile: GateProfile, _ benchmarks: [GateBenchmark]) -> String {
        let words = benchmarks.flatMap { [$0.name] + $0.arguments + ["|"] + $0.slow }
        return "\(profile.name)-" + SHA256.hex(of: words.joined(separator: "\0")).prefix(16)
    }

    /// Which benchmarks session `number` slows by which of `sizes`: one each, rotating, so that over as many sessions as
    /// there are benchmarks each meets each size once.
    public static func rotation(_ number: Int, sizes: [Double], over names: [String]) -> [String: Double] {
        let stride = names.count / max(1, sizes.count)
        let pairs = sizes.enumerated().map { (names[(number + $0.offset * stride) % names.count], $0.element) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    var json: ConfigValue {
        [
            "$schema": "pdmpbench-calibration-session-2", "machine": .string(machine), "pairs": log.json,
            "recipe": .string(recipe), "seconds": .double(seconds), "slowed": .object(slowed.mapValues { .double($0) }),
            "taken": .double(taken),
        ]
    }

    init?(_ value: ConfigValue) {
        guard let sizes = value["slowed"]?.objectValue, let taken = value["taken"]?.doubleValue,
            let seconds = value["seconds"]?.doubleValue, let machine = value["machine"]?.stringValue,
            let recipe = value["recipe"]?.stringValue, let log = PairLog(value["pairs"])
        else { return nil }
        let slowed = sizes.compactMapValues(\.doubleValue)
        guard slowed.count == sizes.count else { return nil }
        self.init(
            slowed: slowed, taken: taken, seconds: seconds, machine: machine, recipe: recipe, log: log)
    }
}

/// All sessions that were run, a line each: a calibration may be made in pieces.
public struct CalibrationFile: Sendable {
    private let file: LineFile

    /// - Parameter url: a file of JSON lines; need not be there yet.
    public init(_ url: URL) { file = LineFile(url) }

    /// Those of one machine and recipe, in order of time, and the numbers of lines that are no session.
    public func read(machine: String, recipe: String) throws -> (sessions: [CalibrationSession], damaged: [Int]) {
        let (values, damaged) = try file.read()
        let sessions = values.compactMap(CalibrationSession.init)
        return (sessions.filter { $0.machine == machine && $0.recipe == recipe }, damaged)
    }

    /// Adds a session as one line.
    public func append(_ session: CalibrationSession) throws { try file.append(session.json) }
}
