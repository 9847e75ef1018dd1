// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics
import Suites

/// What a hypothesis is judged by: one number for each seed, above 0 where the claim's strategy is better or the trend rises.
struct HypothesisSample {
    let values: Series<Seeds>
    /// What the numbers are: "accuracy", "τ_b along snr".
    let unit: String
    let problems: Int
    /// Records of both strategies.
    let records: [String]
}

/// Why a hypothesis cannot be asked of the records.
struct HypothesisGap: Error, Equatable {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

extension HypothesisSample {
    /// Both strategies on one problem.
    private struct Pairing {
        let problem: Problem
        let metric: String
        /// Method minus reference by seed, turned so that more is better.
        let differences: [Int: Double]
        let records: [String]
    }

    init(_ hypothesis: Hypothesis, _ input: ReportInput) throws(HypothesisGap) {
        let problems = input.problems.filter {
            hypothesis.concerns(task: $0.task, dataset: $0.dataset, fusion: $0.fusion)
        }
        if problems.isEmpty { throw HypothesisGap("no records of these problems") }
        try Self.check(hypothesis, input, problems)
        let pairs = problems.compactMap { Self.pairing(hypothesis, input, $0) }
        if pairs.isEmpty {
            throw HypothesisGap(
                "no problem has finished runs of “\(hypothesis.compare)” and of what it is compared with")
        }
        // A seed counts where it is whole: a mean over other problems would be another quantity.
        let seeds = pairs.dropFirst().reduce(Set(pairs[0].differences.keys)) {
            $0.intersection($1.differences.keys)
        }.sorted()
        let scores = seeds.map { seed in pairs.map { $0.differences[seed] ?? .nan } }
        let metrics = Set(pairs.map(\.metric))
        let alike = metrics.count == 1
        self.problems = pairs.count
        records = pairs.flatMap(\.records)
        if hypothesis.along.isEmpty {
            // Differences of several metrics have no common mean; won and lost problems have.
            values = Series(
                seeds,
                scores.map { row in Descriptive.mean(alike ? row : row.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }) })
            unit = alike ? ReportInput.name(pairs[0].metric) : "share of problems won − lost"
        } else {
            let positions = try Self.positions(hypothesis.along, pairs.map(\.problem), input)
            let trends = scores.map { RankCorrelation.kendall(positions, $0) ?? 0 }
            values = Series(seeds, trends)
            unit = "τ_b along \(hypothesis.along)"
        }
    }

    /// A metric's value by its full name or, of the test rows, by its own; else a diagnostic's.
    private static func value(_ metric: String, _ record: CellRecord) -> Double? {
        let result = record.result
        return result.metrics[metric] ?? result.metrics["test/\(metric)"] ?? result.diagnostics[metric]
    }

    /// Whether any of the runs has the metric that is asked for.
    private static func check(
        _ hypothesis: Hypothesis, _ input: ReportInput, _ problems: [Problem]
    ) throws(HypothesisGap) {
        let records = problems.flatMap { input.finished($0, hypothesis.compare) }
        guard !hypothesis.metric.isEmpty, !records.isEmpty,
            !records.contains(where: { value(hypothesis.metric, $0) != nil })
        else { return }
        let known = Set(records.flatMap { $0.result.metrics.keys.map(ReportInput.name) + $0.result.diagnostics.keys })
        throw HypothesisGap(
            "no run has the metric '\(hypothesis.metric)'\(NearestName.hint(hypothesis.metric, among: known.sorted()))")
    }

    private static func pairing(_ hypothesis: Hypothesis, _ input: ReportInput, _ problem: Problem) -> Pairing? {
        let metric = hypothesis.metric.isEmpty ? input.metric(problem) : hypothesis.metric
        func scores(_ strategy: String, _ metric: String) -> [Int: Double] {
            Dictionary(
                input.finished(problem, strategy).compactMap { record in
                    value(metric, record).flatMap { $0.isFinite ? (record.spec.seed, $0) : nil }
                }
            ) { first, _ in first }
        }
        let direction =
            hypothesis.metric.isEmpty
            ? input.direction(problem) : input.directions[ReportInput.name(metric)] ?? .lowerIsBetter
        guard let reference = chosen(among: hypothesis.with, problem, input) else { return nil }
        let (own, other) = (scores(hypothesis.compare, metric), scores(reference, metric))
        let sign = direction == .lowerIsBetter ? -1.0 : 1
        let differences = own.reduce(into: [Int: Double]()) { found, score in
            if let base = other[score.key] { found[score.key] = sign * (score.value - base) }
        }
        guard !differences.isEmpty else { return nil }
        return Pairing(
            problem: problem, metric: metric, differences: differences,
            records: (input.finished(problem, hypothesis.compare) + input.finished(problem, reference)).map(\.id))
    }

    /// The strategy that is best on validation rows; the first of equals.
    static func chosen(among strategies: [String], _ problem: Problem, _ input: ReportInput) -> String? {
        let there = strategies.filter { !input.finished(problem, $0).isEmpty }
        if there.count < 2 { return there.first }
        let metric = "validation/\(input.metricName(problem))"
        let direction = input.direction(problem)
        var best: (label: String, score: Double)?
        for label in there {
            let scores = input.finished(problem, label).compactMap { $0.result.metrics[metric] }
            guard !scores.isEmpty else { continue }
            let mean = Descriptive.mean(scores)
            if best.map({ direction.prefers(mean, to: $0.score) }) ?? true { best = (label, mean) }
        }
        return best?.label
    }

    /// The option's value for each problem; of a list the one entry that differs between problems.
    private static func positions(
        _ option: String, _ problems: [Problem], _ input: ReportInput
    ) throws(HypothesisGap) -> [Double] {
        let values = problems.map { problem in
            input.strategies(problem).first.flatMap { input.example(problem, $0) }?.spec.dataset.options[option]
        }
        let lists = values.map { value in
            value?.doubleValue.map { [$0] } ?? value?.arrayValue?.compactMap(\.doubleValue) ?? []
        }
        let length = lists.first?.count ?? 0
        guard length > 0, lists.allSatisfy({ $0.count == length }) else {
            throw HypothesisGap("the data sets have no number '\(option)'")
        }
        let differing = (0..<length).filter { place in Set(lists.map { $0[place] }).count > 1 }
        guard differing.count == 1 else {
            throw HypothesisGap(
                differing.isEmpty
                    ? "'\(option)' is the same on all problems" : "several entries of '\(option)' differ")
        }
        return lists.map { $0[differing[0]] }
    }
}
