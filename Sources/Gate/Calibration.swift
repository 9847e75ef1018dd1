// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// What repeated A/A sessions of one machine taught: how often the gate cries wolf, and which benchmarks wander between
/// sessions by more than their pairs explain.
public struct Calibration: Equatable, Sendable {
    /// One benchmark and metric in one A/A session.
    public struct Estimate: Equatable, Sendable {
        /// Which benchmark was timed.
        public let benchmark: String
        /// Mean log ratio, and its standard error.
        public let mean: Double
        /// Standard error of the mean log ratio.
        public let error: Double

        /// What one session says about a benchmark.
        public init(benchmark: String, _ times: PairedTimes) {
            self.benchmark = benchmark
            mean = Descriptive.mean(times.differences)
            // Taking off the slot effect cost the differences a degree of freedom more than their deviation knows.
            let n = Double(times.differences.count)
            error = Descriptive.deviation(times.differences) * ((n - 1) / max(1, n - 2) / n).squareRoot()
        }
    }

    /// Seconds since 1970, UTC.
    public var taken: Double
    /// Kernel, processor and cores it holds for.
    public var machine: String
    /// Name of the gate's profile whose sessions were run.
    public var profile: String
    /// How many A/A sessions were run.
    public var sessions: Int
    /// Sessions with at least one false alarm.
    public var alarms: Int
    /// Nominations of the first stage over all benchmarks and sessions.
    public var nominations: Int
    /// Comparisons over all benchmarks and sessions.
    public var comparisons: Int
    /// √max(0, Var(estimates) − mean SE²) by benchmark.
    public var excess: [String: Double]

    public init(
        taken: Double, machine: String, profile: String, sessions: Int, alarms: Int, nominations: Int,
        comparisons: Int, excess: [String: Double]
    ) {
        self.taken = taken
        self.machine = machine
        self.profile = profile
        self.sessions = sessions
        self.alarms = alarms
        self.nominations = nominations
        self.comparisons = comparisons
        self.excess = excess
    }

    /// What share of sessions cries wolf, with its exact 95 % interval.
    public var falseAlarms: ClosedRange<Double> { ClopperPearson.interval(hits: alarms, trials: sessions) }

    /// Twice the excess spread of each benchmark: its margin where that is above the profile's.
    public var margins: [String: Double] { excess.mapValues { 2 * $0 } }

    /// What it promises, in a sentence; says where it is too short to promise what is wanted.
    public func promise(target: Double = 0.01) -> String {
        let bound = falseAlarms.upperBound
        let known = "A/A calibration: \(alarms) of \(sessions) sessions raised a false alarm, at most \(percent(bound))"
        guard bound > target, falseAlarms.lowerBound <= target else { return known }
        // The smallest n with 1 − 0.025^(1/n) ≤ target.
        let enough = Int((log(0.025) / log(1 - target)).rounded(.up))
        return known + ", which does not show \(percent(target)) (\(enough) quiet sessions would)"
    }

    /// Why the gate may not judge by this; nil if it may. Above target means that even the lower bound of the false-alarm
    /// rate is above it: few sessions cannot condemn.
    public func refusal(now: Double, days: Double, machine current: String, target: Double = 0.01) -> String? {
        let age = (now - taken) / 86_400
        if machine != current { return nil }
        if age > days {
            return "the last A/A calibration is \(Int(age)) days old (limit \(Int(days))): run `pdmpbench aa`"
        }
        if falseAlarms.lowerBound > target {
            return
                "A/A sessions raise false alarms at \(percent(Double(alarms) / Double(max(1, sessions)))), above \(percent(target)): mend the machine, run `pdmpbench aa --fresh`"
        }
        return nil
    }

    /// The spread between sessions that standard errors do not explain: 0 where chance may have made it (χ² test at 5 %),
    /// since a handful of sessions would widen half of all margins by noise alone.
    public static func excess(_ estimates: [Estimate]) -> [String: Double] {
        var groups: [String: [Estimate]] = [:]
        for estimate in estimates { groups[estimate.benchmark, default: []].append(estimate) }
        return groups.mapValues { group in
            guard group.count >= 2 else { return 0 }
            let deviation = Descriptive.deviation(group.map(\.mean))
            let explained = Descriptive.mean(group.map { $0.error * $0.error })
            let degrees = Double(group.count - 1)
            let rest = deviation * deviation - explained
            guard rest > 0 else { return 0 }
            let ratio = explained > 0 ? degrees * deviation * deviation / explained : .infinity
            return ratio.isInfinite || ChiSquared.survival(ratio, degrees: degrees) < 0.05 ? rest.squareRoot() : 0
        }
    }

    /// As it is kept in the ledger's folder.
    public var json: ConfigValue {
        [
            "$schema": "pdmpbench-calibration-1", "alarms": .int(alarms), "comparisons": .int(comparisons),
            "excess": .object(excess.mapValues { .double($0) }),
            "false_alarms": .array([.double(falseAlarms.lowerBound), .double(falseAlarms.upperBound)]),
            "machine": .string(machine), "nominations": .int(nominations), "profile": .string(profile),
            "sessions": .int(sessions), "taken": .double(taken),
        ]
    }

    /// Reads what `json` wrote.
    public init(_ text: String, path: String) throws(GateError) {
        guard let value = try? JSONDecoder().decode(ConfigValue.self, from: Data(text.utf8)),
            value["$schema"]?.stringValue == "pdmpbench-calibration-1",
            let taken = value["taken"]?.doubleValue, let machine = value["machine"]?.stringValue,
            let profile = value["profile"]?.stringValue, let sessions = value["sessions"]?.intValue,
            let alarms = value["alarms"]?.intValue, let nominations = value["nominations"]?.intValue,
            let comparisons = value["comparisons"]?.intValue, let excess = value["excess"]?.objectValue,
            sessions >= 0, alarms >= 0, alarms <= sessions
        else { throw .calibration("\(path): is not a calibration: remove it or run `pdmpbench aa`") }
        self.init(
            taken: taken, machine: machine, profile: profile, sessions: sessions, alarms: alarms,
            nominations: nominations, comparisons: comparisons, excess: excess.compactMapValues(\.doubleValue))
    }
}
