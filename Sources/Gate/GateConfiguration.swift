// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon

/// A `gate.yaml`: how a tree is built, what it is timed on, which suite judges its quality.
public struct GateConfiguration: Configurable {
    @Field("command that builds a tree, run inside it; words, no shell") public var build: [String] = []
    @Field("the program that the build leaves, relative to the tree") public var program: String = ""
    @Field("what is timed: {name, arguments, counted, slow}") public var benchmarks: ConfigValue = []
    @Field("symbol of the function whose last call is counted under callgrind; '': whole processes") public
        var function: String = ""
    @Field("suite of the exact and quality tiers, run as `program run SUITE`; '' has none") public var suite: String =
        ""
    @Field(
        "scores that are judged, with the loss of each that is tolerated: {test/accuracy: 0.003}; {}: each task's own")
    public var quality: ConfigValue = [:]
    @Field("whether speed may be traded for quality and back") public var acceptTrade: Bool = false
    public init() {}

    public func problems() -> [String] {
        var problems: [String] = []
        if build.isEmpty { problems.append("'build' needs a command: [make, release]") }
        if program.isEmpty { problems.append("'program' needs the path of what is built") }
        if program.hasPrefix("/") || program.split(separator: "/").contains("..") {
            problems.append("'program' must lie inside the tree")
        }
        return problems
    }

    /// Reads a file; every mistake with its place.
    public static func read(file: String) throws(Diagnostics) -> GatePlan {
        let root = try Document.parse(file: file)
        let configuration = try GateConfiguration.read(root)
        guard let node = root["benchmarks"], let elements = node.elements else {
            throw Diagnostics([
                Diagnostic(root["benchmarks"]?.mark ?? root.mark, "'benchmarks' needs a list of {name, arguments}")
            ])
        }
        var benchmarks: [GateBenchmark] = []
        var problems: [Diagnostic] = []
        for element in elements {
            do {
                let entry = try GateBenchmarkEntry.read(element)
                if benchmarks.contains(where: { $0.name == entry.name }) {
                    problems.append(Diagnostic(element.mark, "the benchmark '\(entry.name)' stands twice"))
                }
                benchmarks.append(
                    GateBenchmark(entry.name, entry.arguments, counted: entry.counted, slow: entry.slow))
            } catch {
                problems += error.list
            }
        }
        var quality: [String: Double] = [:]
        if let node = root["quality"], node.members == nil {
            problems.append(
                Diagnostic(node.mark, "'quality' needs metrics with tolerated losses: {test/accuracy: 0.003}"))
        }
        for member in root["quality"]?.members ?? [] {
            if let margin = member.value.scalar?.doubleValue, margin >= 0, margin.isFinite {
                quality[member.key] = margin
            } else {
                problems.append(
                    Diagnostic(member.mark, "'\(member.key)' needs the loss that is tolerated, a number from 0 up"))
            }
        }
        guard problems.isEmpty else { throw Diagnostics(problems) }
        return GatePlan(
            build: configuration.build, program: configuration.program, benchmarks: benchmarks,
            suite: configuration.suite.isEmpty ? nil : configuration.suite, quality: quality,
            acceptsTrade: configuration.acceptTrade,
            function: configuration.function.isEmpty ? nil : configuration.function)
    }
}

struct GateBenchmarkEntry: Configurable {
    @Field("name in reports") var name: String = ""
    @Field("arguments of the program; it prints JSON: min_ms or median_ms, peak_rss_mb") var arguments: [String] = []
    @Field("arguments under callgrind: fewer repetitions; empty: not counted") var counted: [String] = []
    @Field("arguments that slow it down, {} standing for per cent; for `aa --inject`") var slow: [String] = []
    init() {}
    func problems() -> [String] { name.isEmpty ? ["a benchmark needs a 'name'"] : [] }
}

/// What a gate does, read and checked.
public struct GatePlan: Equatable, Sendable {
    /// Command that builds a tree, run in it.
    public var build: [String]
    /// What it leaves, from the tree's root.
    public var program: String
    /// What is timed and counted.
    public var benchmarks: [GateBenchmark]
    /// Suite whose bits and scores are compared; nil for none.
    public var suite: String?
    /// Losses that are tolerated, by metric; empty: what each task is judged by.
    public var quality: [String: Double]
    /// Whether speed may be traded for quality and back.
    public var acceptsTrade: Bool
    /// Whose last call is counted; nil counts whole processes.
    public var function: String?

    public init(
        build: [String], program: String, benchmarks: [GateBenchmark], suite: String?, quality: [String: Double] = [:],
        acceptsTrade: Bool = false, function: String? = nil
    ) {
        self.build = build
        self.program = program
        self.benchmarks = benchmarks
        self.suite = suite
        self.quality = quality
        self.acceptsTrade = acceptsTrade
        self.function = function
    }
}
