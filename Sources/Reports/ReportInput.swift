// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// What a report is made from: records and nothing else.
public struct ReportInput: Sendable {
    public let suite: String
    public let question: String
    /// The command that makes this report again.
    public let reproduce: String
    public let records: [CellRecord]
    /// By metric name without split.
    public let directions: [String: Direction]
    /// With its split: "test/accuracy".
    public let primaryMetric: String

    public init(
        suite: String, question: String, reproduce: String, records: [CellRecord], directions: [String: Direction],
        primaryMetric: String
    ) {
        self.suite = suite
        self.question = question
        self.reproduce = reproduce
        self.records = records
        self.directions = directions
        self.primaryMetric = primaryMetric
    }

    public var metricName: String { String(primaryMetric.split(separator: "/").last ?? "score") }
    public var direction: Direction { directions[metricName] ?? .higherIsBetter }

    /// Data set × fusion, in order of first appearance.
    public var problems: [Problem] {
        var problems: [Problem] = []
        for record in records {
            let problem = Problem(dataset: record.labels.dataset, fusion: record.labels.fusion)
            if !problems.contains(problem) { problems.append(problem) }
        }
        return problems
    }

    public var manyFusions: Bool { Set(records.map(\.labels.fusion)).count > 1 }

    public func title(_ problem: Problem) -> String {
        manyFusions ? "\(problem.dataset), \(problem.fusion)" : problem.dataset
    }

    /// Strategy labels of a problem in order of first appearance.
    public func strategies(_ problem: Problem? = nil) -> [String] {
        var names: [String] = []
        for record in records where problem == nil || record.isOf(problem) {
            if !names.contains(record.labels.strategy) { names.append(record.labels.strategy) }
        }
        return names
    }

    /// Finished records of a problem and strategy, by seed.
    public func finished(_ problem: Problem, _ strategy: String) -> [CellRecord] {
        records.filter { $0.isOf(problem) && $0.labels.strategy == strategy && $0.result.state == .ok }
            .sorted { $0.spec.seed < $1.spec.seed }
    }

    /// Scores by seed.
    public func scores(_ problem: Problem, _ strategy: String) -> [(seed: Int, value: Double)] {
        finished(problem, strategy).compactMap { record in
            record.result.metrics[primaryMetric].map { (record.spec.seed, $0) }
        }
    }

    /// The label of the joint run that a strategy is compared with: same problem, same optimizer.
    public func baseline(_ problem: Problem, for strategy: String) -> String? {
        guard let example = records.first(where: { $0.isOf(problem) && $0.labels.strategy == strategy }) else {
            return nil
        }
        return records.first {
            $0.isOf(problem) && $0.spec.strategy.id == "joint" && $0.spec.optimizer == example.spec.optimizer
        }?.labels.strategy
    }

    /// The unimodal runs' labels of a problem, by modality.
    public func unimodal(_ problem: Problem) -> [(modality: String, strategy: String)] {
        var found: [(String, String)] = []
        for record in records where record.isOf(problem) && record.spec.strategy.id == "unimodal" {
            guard let modality = record.spec.strategy.options["modality"]?.stringValue else { continue }
            if !found.contains(where: { $0.0 == modality }) { found.append((modality, record.labels.strategy)) }
        }
        return found
    }

    /// Method minus baseline for the seeds that both have.
    public func differences(_ problem: Problem, _ strategy: String, _ baseline: String) -> [Double] {
        let reference = scores(problem, baseline)
        return scores(problem, strategy).compactMap { score in
            reference.first { $0.seed == score.seed }.map { score.value - $0.value }
        }
    }
}

public struct Problem: Hashable, Sendable {
    public let dataset: String
    public let fusion: String
}

extension CellRecord {
    func isOf(_ problem: Problem?) -> Bool {
        problem.map { labels.dataset == $0.dataset && labels.fusion == $0.fusion } ?? true
    }
}
