// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// Something the program can time itself: its command prints one JSON object with `median_ms` and `peak_rss_mb`.
public struct GateBenchmark: Equatable, Sendable {
    public var name: String
    public var arguments: [String]
    /// Arguments under callgrind; empty: it is not counted.
    public var counted: [String]
    /// Arguments that slow it down by `{}` per cent.
    public var slow: [String]

    public init(_ name: String, _ arguments: [String], counted: [String] = [], slow: [String] = []) {
        self.name = name
        self.arguments = arguments
        self.counted = counted
        self.slow = slow
    }

    /// This benchmark slowed by `percent`; nil if it cannot be.
    public func slowed(_ percent: Double) -> GateBenchmark? {
        guard !slow.isEmpty else { return nil }
        var benchmark = self
        benchmark.arguments += slow.map { $0.replacing("{}", with: "\(percent)") }
        return benchmark
    }

    /// What one process measured.
    public struct Sample: Equatable, Sendable {
        /// Median over the process's iterations.
        public let milliseconds: Double
        /// Peak resident memory.
        public let megabytes: Double

        public init(milliseconds: Double, megabytes: Double) {
            self.milliseconds = milliseconds
            self.megabytes = megabytes
        }
    }

    /// The last line of `text` as a sample.
    static func sample(_ text: String) -> Sample? {
        guard let line = text.split(separator: "\n").last,
            let value = try? JSONDecoder().decode(ConfigValue.self, from: Data(line.utf8)),
            let time = value["median_ms"]?.doubleValue, time > 0, time.isFinite,
            let memory = value["peak_rss_mb"]?.doubleValue, memory > 0, memory.isFinite
        else { return nil }
        return Sample(milliseconds: time, megabytes: memory)
    }
}

/// The two programs that are compared.
public struct Sides: Equatable, Sendable {
    public var base: String
    public var head: String

    public init(base: String, head: String) {
        self.base = base
        self.head = head
    }
}
