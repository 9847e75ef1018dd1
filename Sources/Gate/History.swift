// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Statistics

/// One night, commit or release: what was measured of it, by the name of the series.
public struct HistoryEntry: Equatable, Sendable {
    /// A series' value and which way is better.
    public struct Value: Equatable, Sendable {
        /// In the series' unit.
        public let number: Double
        /// Which way is better.
        public let direction: Direction

        /// A number of a series in which this way is better.
        public init(_ number: Double, _ direction: Direction) {
            self.number = number
            self.direction = direction
        }
    }

    /// For people: a commit, a folder.
    public var name: String
    /// Seconds since 1970, UTC; 0 where it is not known.
    public var taken: Double
    /// Times of another machine belong to another series; empty where values do not depend on it.
    public var machine: String
    /// By the name of the series.
    public var values: [String: Value]

    public init(name: String, taken: Double, machine: String, values: [String: Value]) {
        self.name = name
        self.taken = taken
        self.machine = machine
        self.values = values
    }

    /// Medians of head over all processes of a log: "gelu / time" in ms and "gelu / peak memory" in MB.
    public static func values(of log: PairLog) -> [String: Value] {
        var values: [String: Value] = [:]
        for benchmark in log.benchmarks(.screening) {
            for quantity in PairLog.Quantity.allCases {
                let numbers = log[.screening, benchmark].map { quantity.of($0.head) }
                values["\(benchmark) / \(quantity.rawValue)"] = Value(Descriptive.median(numbers), .lowerIsBetter)
            }
        }
        return values
    }

    /// Means over seeds of the judged scores of the cells of one state of the code: "latent / concat / pdmp / test/accuracy".
    ///
    /// - Parameters:
    ///   - cells: lines of a `cells.jsonl` or of a baseline.
    ///   - directions: which way is better, by metric; others are left out.
    public static func values(ofCells cells: [ConfigValue], directions: [String: Direction]) -> [String: Value] {
        var groups: [String: [Double]] = [:]
        for cell in cells where cell["state"]?.stringValue == "ok" {
            let labels = ["dataset", "fusion", "variant"].compactMap { cell[$0]?.stringValue }
            for (metric, value) in cell["metrics"]?.objectValue ?? [:] where directions[metric] != nil {
                guard let number = value.doubleValue, number.isFinite else { continue }
                groups[(labels + [metric]).joined(separator: " / "), default: []].append(number)
            }
        }
        var values: [String: Value] = [:]
        for (series, numbers) in groups {
            let metric = series.split(separator: " / ").last.map(String.init) ?? ""
            // Sorted, so that the order of the seeds in the file moves no bit.
            values[series] = Value(Descriptive.mean(numbers.sorted()), directions[metric] ?? .higherIsBetter)
        }
        return values
    }

    var json: ConfigValue {
        [
            "$schema": "pdmpbench-history-1", "machine": .string(machine), "name": .string(name),
            "taken": .double(taken),
            "values": .object(
                values.mapValues { [.double($0.number), .string($0.direction == .lowerIsBetter ? "lower" : "higher")] }),
        ]
    }

    init?(_ value: ConfigValue) {
        guard let name = value["name"]?.stringValue, let taken = value["taken"]?.doubleValue,
            let machine = value["machine"]?.stringValue, let values = value["values"]?.objectValue
        else { return nil }
        self.name = name
        self.taken = taken
        self.machine = machine
        self.values = values.compactMapValues { pair in
            guard let fields = pair.arrayValue, fields.count == 2, let number = fields[0].doubleValue,
                let word = fields[1].stringValue
            else { return nil }
            return Value(number, word == "lower" ? .lowerIsBetter : .higherIsBetter)
        }
    }
}

/// The nights so far, a line each.
public struct HistoryFile: Sendable {
    private let file: LineFile

    /// - Parameter url: a file of JSON lines; need not be there yet.
    public init(_ url: URL) { file = LineFile(url) }

    /// In the order in which they were added, and the numbers of lines that are no entry.
    public func read() throws -> (entries: [HistoryEntry], damaged: [Int]) {
        let (values, damaged) = try file.read()
        return (values.compactMap(HistoryEntry.init), damaged)
    }

    /// Adds an entry as one line.
    public func append(_ entry: HistoryEntry) throws { try file.append(entry.json) }
}

/// Series over entries, and where their level changed. Advises, never blocks.
public struct History: Sendable {
    /// In the order in which they were added.
    public let entries: [HistoryEntry]

    /// - Parameter entries: in the order in which they were added.
    public init(_ entries: [HistoryEntry]) { self.entries = entries }

    /// One series on one machine.
    public struct Series: Equatable, Sendable {
        /// What was measured.
        public let name: String
        /// Where; empty where values do not depend on it.
        public let machine: String
        /// Which way is better.
        public let direction: Direction
        /// Names of entries, with their values.
        public let stops: [String]
        /// In the series' unit, one for each stop.
        public let values: [Double]
        /// Where the level changed, as indices into the values.
        public let changes: [ChangePoints.Point]

        /// The level of each entry: the median between changes.
        public var levels: [Double] {
            let bounds = [0] + changes.map(\.index) + [values.count]
            return zip(bounds, bounds.dropFirst()).flatMap { begin, end in
                Array(repeating: Descriptive.median(Array(values[begin..<end])), count: end - begin)
            }
        }

        /// Whether a change is for the worse.
        public func isWorse(_ point: ChangePoints.Point) -> Bool {
            direction == .lowerIsBetter ? point.after > point.before : point.after < point.before
        }
    }

    /// In order of name, then machine.
    public var series: [Series] {
        struct Key: Hashable {
            let name: String
            let machine: String
        }
        var found: [Key: [(stop: String, value: HistoryEntry.Value)]] = [:]
        for entry in entries {
            for (name, value) in entry.values where value.number.isFinite {
                found[Key(name: name, machine: entry.machine), default: []].append((entry.name, value))
            }
        }
        let keys = found.keys.sorted { ($0.name, $0.machine) < ($1.name, $1.machine) }
        return keys.compactMap { key in
            guard let points = found[key], let last = points.last else { return nil }
            let values = points.map(\.value.number)
            return Series(
                name: key.name, machine: key.machine, direction: last.value.direction, stops: points.map(\.stop),
                values: values, changes: ChangePoints.find(values))
        }
    }

    /// What a gate says of the newest entries of this machine: the steps of late, each as an advisory finding.
    public func findings(machine: String, recent: Int = 5) -> [Finding] {
        series.filter { $0.machine == machine || $0.machine.isEmpty }.compactMap { series in
            guard let point = series.changes.last, point.index >= series.values.count - recent else { return nil }
            let parts = series.name.components(separatedBy: " / ")
            let back = series.values.count - point.index
            return Finding(
                tier: .history, subject: parts.dropLast().joined(separator: " / "), metric: parts.last ?? "",
                judgement: series.isWorse(point) ? .regressed : .improved, change: point.change,
                pairs: series.values.count, margin: ChangePoints.least,
                note: "new level since \(series.stops[point.index]), \(back) entries ago (advisory)")
        }
    }
}
