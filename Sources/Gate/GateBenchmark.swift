// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// Something the program can time itself: its command prints one JSON object with `peak_rss_mb` and `min_ms`, `median_ms`
/// or both, and may say in `steps` over how many iterations.
public struct GateBenchmark: Equatable, Sendable {
    /// As findings call it.
    public var name: String
    /// Words behind the program's name.
    public var arguments: [String]
    /// Arguments under callgrind; empty: it is not counted.
    public var counted: [String]
    /// Arguments that slow it down by `{}` per cent.
    public var slow: [String]

    /// A command that times itself, and its variants for counting and slowing.
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
        /// The fastest of the process's iterations where it tells that, else their median. Every iteration does the same
        /// work, so what makes one slower than another is the machine, and that only ever adds: on a virtual machine
        /// the fastest scatters from process to process by a quarter of what the median does.
        public let milliseconds: Double
        /// Peak resident memory.
        public let megabytes: Double

        public init(milliseconds: Double, megabytes: Double) {
            self.milliseconds = milliseconds
            self.megabytes = megabytes
        }
    }

    /// Iterations that a process must at least time.
    static let leastSteps = 5

    /// The last line of `text` as a sample.
    func sample(_ text: String) throws(GateError) -> Sample {
        let line = text.split(separator: "\n").last ?? ""
        guard let value = try? JSONDecoder().decode(ConfigValue.self, from: Data(line.utf8)), value.objectValue != nil
        else { throw .sample(name, "its last line is no JSON object") }
        func number(_ key: String) throws(GateError) -> Double {
            guard let number = value[key]?.doubleValue, number > 0, number.isFinite else {
                throw .sample(name, "'\(key)' of its last line must be a number above 0")
            }
            return number
        }
        if let steps = value["steps"]?.doubleValue, steps < Double(Self.leastSteps) {
            throw .sample(name, "it timed \(Int(steps)) iterations; the gate needs \(Self.leastSteps)")
        }
        let time = value["min_ms"] == nil ? "median_ms" : "min_ms"
        return Sample(milliseconds: try number(time), megabytes: try number("peak_rss_mb"))
    }
}

/// The two programs that are compared.
public struct Sides: Equatable, Sendable {
    /// The program of the base tree.
    public var base: String
    /// The program of the head tree.
    public var head: String

    public init(base: String, head: String) {
        self.base = base
        self.head = head
    }
}
