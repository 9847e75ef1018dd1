// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics
import Suites

/// What a report is made from: records and nothing else.
public struct ReportInput: Sendable {
    /// The suite's name.
    public let suite: String
    /// The suite's question; may be empty.
    public let question: String
    /// The command that makes this report again.
    public let reproduce: String
    /// All cells with a result, in the suite's order, imported ones at the end.
    public let records: [CellRecord]
    /// By metric name without split.
    public let directions: [String: Direction]
    /// Where a metric's values lie, by name without split; intervals end there. A metric without one has no bounds.
    public let ranges: [String: ClosedRange<Double>]
    /// With its split: "test/accuracy". Tasks that are judged by another stand in `taskMetrics`.
    public let primaryMetric: String
    /// The metric each task is judged by, with its split.
    public let taskMetrics: [String: String]
    /// What may be cited, whether it was run or not.
    public let sources: [Card]
    /// Arguments that name the suite again, for a figure to carry; empty for records without one.
    public let arguments: [String]
    /// Differences within ± this are called a tie.
    public let margin: Double
    /// Ids of optimizers that divide a steady factor on gradients out again.
    public let scaleFreeOptimizers: Set<String>
    /// Data sets that the suite would have used, and why they are not there.
    public let skipped: [String]

    /// Task × data set × fusion, in order of first appearance.
    public let problems: [Problem]
    let memo = ReportMemo()
    private let index: [Problem: Int]
    /// Strategy labels by problem, in order of first appearance.
    private let rows: [[String]]
    /// Finished records by problem and strategy, by seed.
    private let cells: [[String: [CellRecord]]]
    /// The first record of each problem and strategy, whatever its state.
    private let examples: [[String: Int]]

    public init(
        suite: String, question: String, reproduce: String, records: [CellRecord], directions: [String: Direction],
        ranges: [String: ClosedRange<Double>] = [:], primaryMetric: String, taskMetrics: [String: String] = [:],
        sources: [Card] = [], arguments: [String] = [],
        margin: Double = 0.01, scaleFreeOptimizers: Set<String> = [], skipped: [String] = []
    ) {
        self.scaleFreeOptimizers = scaleFreeOptimizers
        self.skipped = skipped
        self.suite = suite
        self.question = question
        self.reproduce = reproduce
        self.records = records
        self.directions = directions
        self.ranges = ranges
        self.primaryMetric = primaryMetric
        self.taskMetrics = taskMetrics
        self.sources = sources
        self.arguments = arguments
        self.margin = margin
        var problems: [Problem] = []
        var index: [Problem: Int] = [:]
        var rows: [[String]] = []
        var cells: [[String: [Int]]] = []
        var examples: [[String: Int]] = []
        for (number, record) in records.enumerated() {
            let problem = Problem(record)
            let at: Int
            if let known = index[problem] {
                at = known
            } else {
                at = problems.count
                index[problem] = at
                problems.append(problem)
                rows.append([])
                cells.append([:])
                examples.append([:])
            }
            let label = record.labels.strategy
            if examples[at][label] == nil {
                examples[at][label] = number
                rows[at].append(label)
            }
            if record.result.state == .ok { cells[at][label, default: []].append(number) }
        }
        self.problems = problems
        self.index = index
        self.rows = rows
        self.cells = cells.map {
            $0.mapValues { numbers in
                numbers.sorted { (records[$0].spec.seed, $0) < (records[$1].spec.seed, $1) }.map { records[$0] }
            }
        }
        self.examples = examples
    }

    /// The same with more records behind its own.
    func joined(by more: [CellRecord]) -> ReportInput {
        ReportInput(
            suite: suite, question: question, reproduce: reproduce, records: records + more, directions: directions,
            ranges: ranges, primaryMetric: primaryMetric, taskMetrics: taskMetrics, sources: sources,
            arguments: arguments, margin: margin, scaleFreeOptimizers: scaleFreeOptimizers, skipped: skipped)
    }

    // MARK: Problems and metrics

    /// The metric that the problem's task is judged by, with its split.
    public func metric(_ problem: Problem) -> String { taskMetrics[problem.task] ?? primaryMetric }
    /// The metric without its split.
    public func metricName(_ problem: Problem) -> String { Self.name(metric(problem)) }
    /// Which way of the metric is better.
    public func direction(_ problem: Problem) -> Direction { directions[metricName(problem)] ?? .higherIsBetter }
    /// Where the scores of a problem lie; nil where that is not known.
    public func range(_ problem: Problem) -> ClosedRange<Double>? { ranges[metricName(problem)] }

    /// The mean of scores of a problem with its interval.
    func mean(_ problem: Problem, _ values: [Double]) -> MeanInterval { MeanInterval(values, within: range(problem)) }

    /// The mean of differences of two scores of a problem with its interval.
    func meanDifference(_ problem: Problem, _ values: [Double]) -> MeanInterval {
        let width = range(problem).map { $0.upperBound - $0.lowerBound }
        return MeanInterval(values, within: width.map { -$0...$0 })
    }

    static func name(_ metric: String) -> String { String(metric.split(separator: "/").last ?? "score") }

    private var manyFusions: Bool { Set(problems.map(\.fusion)).count > 1 }
    private var manyTasks: Bool { Set(problems.map(\.task)).count > 1 }

    /// The problem in words, without what all problems share.
    public func title(_ problem: Problem) -> String {
        problem.dataset + (manyFusions ? ", \(problem.fusion)" : "") + (manyTasks ? ", \(problem.task)" : "")
    }

    /// Problems that are judged by one metric.
    public struct MetricGroup: Sendable {
        /// With its split: "test/accuracy".
        public let metric: String
        /// Which way is better.
        public let direction: Direction
        /// In the suite's order.
        public let problems: [Problem]
        /// Without the split.
        public var name: String { ReportInput.name(metric) }
    }

    /// Problems by the metric they are judged by, in order of first appearance.
    public var metricGroups: [MetricGroup] {
        var order: [String] = []
        for problem in problems where !order.contains(metric(problem)) { order.append(metric(problem)) }
        return order.map { metric in
            MetricGroup(
                metric: metric, direction: directions[Self.name(metric)] ?? .higherIsBetter,
                problems: problems.filter { self.metric($0) == metric })
        }
    }

    // MARK: Records

    /// Whether a report reads a curve of that name.
    public static func reads(curve: String) -> Bool {
        curve.hasPrefix("validation/") || curve.hasPrefix("dependency/")
    }

    /// Whether a report reads a diagnostic of that name; only queries and studies ask for the others.
    public static func reads(diagnostic: String) -> Bool {
        families.contains(String(diagnostic.prefix { $0 != "/" }))
    }

    private static let families: Set<String> = [
        "data", "dependency", "dominant", "no-dominance", "parameters", "ranked-by", "ranking", "ranking-margin",
        "ranking-margin-high", "ranking-margin-low", "robustness", "selected-epoch", "shapley", "stability", "trivial",
        "tuning",
    ]

    /// Strategy labels of a problem, or of all, in order of first appearance.
    public func strategies(_ problem: Problem? = nil) -> [String] {
        if let problem { return index[problem].map { rows[$0] } ?? [] }
        return strategies(of: problems)
    }

    func strategies(of problems: [Problem]) -> [String] {
        var seen: Set<String> = []
        return problems.flatMap { strategies($0) }.filter { seen.insert($0).inserted }
    }

    /// Finished records of a problem and strategy, by seed.
    public func finished(_ problem: Problem, _ strategy: String) -> [CellRecord] {
        index[problem].flatMap { cells[$0][strategy] } ?? []
    }

    /// A record of a problem and strategy, whatever its state.
    func example(_ problem: Problem, _ strategy: String) -> CellRecord? {
        index[problem].flatMap { examples[$0][strategy] }.map { records[$0] }
    }

    /// A record of a problem, whatever its strategy and state.
    func problemExample(_ problem: Problem) -> CellRecord? {
        strategies(problem).first.flatMap { example(problem, $0) }
    }

    /// One record of each problem and strategy: enough to tell the settings.
    var exampleRecords: [CellRecord] {
        problems.flatMap { problem in strategies(problem).compactMap { example(problem, $0) } }
    }

    /// Scores by seed.
    public func scores(_ problem: Problem, _ strategy: String) -> [(seed: Int, value: Double)] {
        let metric = metric(problem)
        return finished(problem, strategy).compactMap { record in
            record.result.metrics[metric].map { (record.spec.seed, $0) }
        }
    }

    func isExternal(_ strategy: String) -> Bool {
        problems.contains { example($0, strategy)?.isExternal ?? false }
    }

    /// The label of the joint run that a strategy is compared with: same problem, same optimizer; what was tuned is compared
    /// with joint training that was tuned as well, where the suite has it.
    public func baseline(_ problem: Problem, for strategy: String) -> String? {
        guard let own = example(problem, strategy), !own.isExternal else { return nil }
        func first(_ isJoint: (RunSpec) -> Bool) -> String? {
            strategies(problem).first { label in
                guard let other = example(problem, label), !other.isExternal else { return false }
                return isJoint(other.spec) && other.spec.optimizer == own.spec.optimizer
            }
        }
        if own.spec.tunedStrategy != nil, let tuned = first({ $0.tunedStrategy == "joint" }) { return tuned }
        return first { $0.strategy.id == "joint" }
    }

    func joint(_ problem: Problem) -> String? {
        strategies(problem).first { example(problem, $0)?.spec.strategy.id == "joint" }
    }

    /// The unimodal runs' labels of a problem, by modality.
    public func unimodal(_ problem: Problem) -> [(modality: String, strategy: String)] {
        var found: [(String, String)] = []
        for label in strategies(problem) {
            guard let own = example(problem, label), own.spec.strategy.id == "unimodal",
                let modality = own.spec.strategy.options["modality"]?.stringValue,
                !found.contains(where: { $0.0 == modality })
            else { continue }
            found.append((modality, label))
        }
        return found
    }

    /// Modalities of a problem: those trained alone, else those that have an encoder.
    func modalities(_ problem: Problem) -> [String] {
        let alone = unimodal(problem).map(\.modality)
        if !alone.isEmpty { return alone }
        return problemExample(problem)?.spec.encoders.keys.sorted() ?? []
    }

    /// Method minus baseline for the seeds that both have.
    public func differences(_ problem: Problem, _ strategy: String, _ baseline: String) -> Series<Seeds> {
        let reference = Dictionary(scores(problem, baseline).map { ($0.seed, $0.value) }) { first, _ in first }
        let pairs = scores(problem, strategy).compactMap { score in
            reference[score.seed].map { (score.seed, score.value - $0) }
        }
        return Series(pairs.map(\.0), pairs.map(\.1))
    }

    /// The scores of all strategies on a group of problems.
    func table(_ group: MetricGroup) -> ScoreTable {
        let methods = strategies(of: group.problems)
        let seeds = Array(Set(records.map(\.spec.seed))).sorted()
        let positions = Dictionary(uniqueKeysWithValues: seeds.enumerated().map { ($1, $0) })
        return ScoreTable(
            methods: methods, problems: group.problems.map(title), seeds: seeds,
            scores: methods.map { method in
                group.problems.map { problem in
                    var row = [Double?](repeating: nil, count: seeds.count)
                    for score in scores(problem, method) {
                        if let at = positions[score.seed] { row[at] = score.value }
                    }
                    return row
                }
            })
    }
}

/// A column of the score table: what strategies are compared on.
public struct Problem: Hashable, Sendable {
    /// The task's id.
    public let task: String
    /// The data set's label.
    public let dataset: String
    /// The fusion's label.
    public let fusion: String

    public init(task: String, dataset: String, fusion: String) {
        self.task = task
        self.dataset = dataset
        self.fusion = fusion
    }

    init(_ record: CellRecord) {
        self.init(task: record.spec.task.id, dataset: record.labels.dataset, fusion: record.labels.fusion)
    }
}

extension RunSpec {
    /// The strategy of which this is the best of several settings; nil if nothing was tuned.
    var tunedStrategy: String? { strategy.id == "tuned" ? strategy.options["strategy"]?.stringValue : nil }
}

extension CellRecord {
    /// What a report reads of it: the other curves and diagnostics are most of its room.
    public var told: CellRecord {
        var record = self
        (record.result.cost.started, record.result.cost.finished) = (nil, nil)
        record.result.curves = result.curves.filter { ReportInput.reads(curve: $0.key) }
        record.result.diagnostics = result.diagnostics.filter { ReportInput.reads(diagnostic: $0.key) }
        return record
    }

    /// Whether the result was made elsewhere and brought in.
    public var isExternal: Bool { result.codeVersion.hasPrefix(ExternalResults.mark) }

    /// What a report's numbers name this record by.
    public var id: String { fingerprint.id }
}

/// What is made once for one input, whoever asks first.
final class ReportMemo: @unchecked Sendable {
    private let lock = NSLock()
    private var known: Comparisons?
    private var origin: [String: ConfigValue]?

    func comparisons(_ make: () -> Comparisons) -> Comparisons { once(\.known, make) }

    func provenance(_ make: () -> [String: ConfigValue]) -> [String: ConfigValue] { once(\.origin, make) }

    private func once<Value>(_ slot: ReferenceWritableKeyPath<ReportMemo, Value?>, _ make: () -> Value) -> Value {
        lock.lock()
        defer { lock.unlock() }
        if let known = self[keyPath: slot] { return known }
        let made = make()
        self[keyPath: slot] = made
        return made
    }
}
