// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// Prioritizing against balancing: which rows of a suite prioritize, and which balancing one stands against each.
enum Balancing {
    /// All other strategies balance: these do nothing, see one modality or none, join models trained alone, or prioritize.
    static let others: Set<String> = ["blind", "joint", "late-fusion", "pdmp", "unimodal"]

    /// What PDMP's rows are compared like: the first row of each kind stands for PDMP.
    private struct Setting: Hashable {
        let isTuned: Bool
        let optimizer: Choice

        init(_ spec: RunSpec) {
            isTuned = spec.tunedStrategy != nil
            optimizer = spec.optimizer
        }
    }

    /// The first PDMP row of a problem with each optimizer, as given and tuned, that has scores.
    static func prioritizing(_ input: ReportInput, _ problem: Problem) -> [String] {
        var seen: Set<Setting> = []
        return input.strategies(problem).filter { label in
            guard let own = input.example(problem, label), !own.isExternal, own.spec.kind == "pdmp",
                !input.scores(problem, label).isEmpty
            else { return false }
            return seen.insert(Setting(own.spec)).inserted
        }
    }

    /// The balancing strategy with the best mean validation score on a problem, of those with the same optimizer and tuned
    /// alike; test scores have no part in it. One that misses seeds which others share with `label` is not asked.
    static func best(_ input: ReportInput, _ problem: Problem, against label: String) -> (
        strategy: String, mean: Double
    )? {
        guard let own = input.example(problem, label) else { return nil }
        let setting = Setting(own.spec)
        let metric = "validation/\(input.metricName(problem))"
        let seeds = Set(input.scores(problem, label).map(\.seed))
        let candidates = input.strategies(problem).compactMap { other -> (name: String, mean: Double, shared: Int)? in
            guard let record = input.example(problem, other), !record.isExternal, !others.contains(record.spec.kind),
                Setting(record.spec) == setting
            else { return nil }
            let runs = input.finished(problem, other)
            let scores = runs.compactMap { $0.result.metrics[metric] }.filter(\.isFinite)
            guard !scores.isEmpty else { return nil }
            return (other, Descriptive.mean(scores), runs.filter { seeds.contains($0.spec.seed) }.count)
        }
        let most = candidates.map(\.shared).max() ?? 0
        var best: (strategy: String, mean: Double)?
        for one in candidates where one.shared == most && most > 0 {
            if let known = best, !input.direction(problem).prefers(one.mean, to: known.mean) { continue }
            best = (one.name, one.mean)
        }
        return best
    }
}

extension RunSpec {
    /// The strategy's id, looking through what tunes it.
    var kind: String { tunedStrategy ?? strategy.id }
}
