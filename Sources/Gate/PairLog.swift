// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Every pair that the time tier measured, by stage and benchmark; nothing is left out, so that what was measured once can
/// be judged again, pooled, or studied.
public struct PairLog: Equatable, Sendable {
    /// Stages of the test: all benchmarks, then fresh pairs of those that were nominated.
    public enum Stage: String, CaseIterable, Sendable { case screening, confirming }

    /// A process of base and one of head, one right after the other.
    public struct Pair: Equatable, Sendable {
        /// What the process of base measured.
        public let base: GateBenchmark.Sample
        /// What the process of head measured.
        public let head: GateBenchmark.Sample
        /// Which of both ran first.
        public let first: TimePair.First

        public init(base: GateBenchmark.Sample, head: GateBenchmark.Sample, first: TimePair.First) {
            self.base = base
            self.head = head
            self.first = first
        }
    }

    /// What of a pair is compared.
    public enum Quantity: String, CaseIterable, Sendable {
        /// Median milliseconds of a process's repetitions.
        case time
        /// Largest resident memory of a process, MB.
        case memory = "peak memory"

        func of(_ sample: GateBenchmark.Sample) -> Double {
            self == .time ? sample.milliseconds : sample.megabytes
        }
    }

    private var pairs: [Stage: [String: [Pair]]] = [:]

    /// Without pairs.
    public init() {}

    /// In the order in which they were measured.
    public subscript(stage: Stage, benchmark: String) -> [Pair] { pairs[stage]?[benchmark] ?? [] }

    /// Adds a pair after those of the same stage and benchmark.
    public mutating func add(_ pair: Pair, _ stage: Stage, _ benchmark: String) {
        pairs[stage, default: [:]][benchmark, default: []].append(pair)
    }

    /// Takes over what another log holds, after its own.
    public mutating func pool(_ other: PairLog) {
        for (stage, benchmarks) in other.pairs {
            for (name, more) in benchmarks { pairs[stage, default: [:]][name, default: []] += more }
        }
    }

    /// Names in alphabetical order.
    public func benchmarks(_ stage: Stage) -> [String] { (pairs[stage] ?? [:]).keys.sorted() }

    /// One quantity of a benchmark's pairs, in the order in which they were measured.
    public func times(_ stage: Stage, _ benchmark: String, _ quantity: Quantity = .time) -> PairedTimes {
        PairedTimes(
            self[stage, benchmark].map {
                TimePair(base: quantity.of($0.base), head: quantity.of($0.head), first: $0.first)
            })
    }

    /// Each pair as [ms of base, ms of head, MB of base, MB of head, whether head ran first].
    public var json: ConfigValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: Stage.allCases.map { stage in
                    (stage.rawValue, .object((pairs[stage] ?? [:]).mapValues { .array($0.map(PairLog.json)) }))
                }))
    }

    private static func json(_ pair: Pair) -> ConfigValue {
        [
            .double(pair.base.milliseconds), .double(pair.head.milliseconds), .double(pair.base.megabytes),
            .double(pair.head.megabytes), .bool(pair.first == .head),
        ]
    }

    /// Reads what `json` wrote; nil if it is something else.
    public init?(_ value: ConfigValue?) {
        for stage in Stage.allCases {
            guard let benchmarks = value?[stage.rawValue]?.objectValue else { return nil }
            for (name, list) in benchmarks {
                for entry in list.arrayValue ?? [] {
                    guard let fields = entry.arrayValue, fields.count == 5, let isHeadFirst = fields[4].boolValue
                    else { return nil }
                    let numbers = fields[..<4].compactMap(\.doubleValue)
                    guard numbers.count == 4, numbers.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
                    add(
                        Pair(
                            base: GateBenchmark.Sample(milliseconds: numbers[0], megabytes: numbers[2]),
                            head: GateBenchmark.Sample(milliseconds: numbers[1], megabytes: numbers[3]),
                            first: isHeadFirst ? .head : .base), stage, name)
                }
            }
        }
    }
}
