// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Whether what was trained beats what is reached without looking: the most frequent class, a ranking in random order, a
/// decoder that sees nothing.
enum TrivialSection: ReportSection {
    static let id = "trivial"
    static let title = "Against trivial baselines"

    /// The strategy that trains without any modality.
    private static let blind = "blind"

    private static func reference(_ input: ReportInput, _ problem: Problem) -> (
        name: String, cell: TableCell, value: Double
    )? {
        let metric = input.metricName(problem)
        let direction = input.direction(problem)
        var found: [(name: String, records: [(record: String, value: Double)])] = []
        let own = input.strategies(problem).flatMap { input.finished(problem, $0) }
        let computed = own.compactMap { record in
            record.result.diagnostics["trivial/\(metric)"].map { (record: record.id, value: $0) }
        }
        if !computed.isEmpty {
            let names = ["accuracy": "majority", "recall@1": "random ranking", "mse": "mean", "map": "chance"]
            found.append((names[metric] ?? "trivial", computed))
        }
        for strategy in input.strategies(problem)
        where input.example(problem, strategy)?.spec.strategy.id == blind {
            let scores = input.finished(problem, strategy).compactMap { record in
                record.result.metrics[input.metric(problem)].map { (record: record.id, value: $0) }
            }
            if !scores.isEmpty { found.append(("nothing shown", scores)) }
        }
        // The better of the two is the one to beat.
        let best = found.map { ($0.name, $0.records, Descriptive.mean($0.records.map(\.value))) }.reduce(
            nil as (String, [(record: String, value: Double)], Double)?
        ) {
            best, next in
            guard let best else { return next }
            return direction.prefers(next.2, to: best.2) ? next : best
        }
        return best.map { ($0.0, .mean($0.1), $0.2) }
    }

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        let all = input.problems.compactMap { problem in reference(input, problem).map { (problem, $0) } }
        guard !all.isEmpty else { return [] }
        var strategies: [String] = []
        for (problem, _) in all {
            for strategy in input.strategies(problem) {
                let id = input.example(problem, strategy)?.spec.strategy.id
                if id != blind, id != "unimodal", !strategies.contains(strategy) { strategies.append(strategy) }
            }
        }
        let shown = Array(strategies.prefix(6))
        var failures: [String] = []
        let rows = all.map { problem, reference -> [TableCell] in
            let direction = input.direction(problem)
            func cell(_ strategy: String) -> TableCell {
                .mean(
                    input.finished(problem, strategy).compactMap { record in
                        record.result.metrics[input.metric(problem)].map { (record.id, $0) }
                    })
            }
            let best = input.unimodal(problem).map { pair in
                (pair.strategy, Descriptive.mean(input.scores(problem, pair.strategy).map(\.value)))
            }.filter { $0.1.isFinite }.reduce(nil as (String, Double)?) { best, next in
                best.map { direction.prefers(next.1, to: $0.1) ? next : $0 } ?? next
            }
            var beaten = 0
            for strategy in strategies {
                let scores = input.scores(problem, strategy).map(\.value)
                guard !scores.isEmpty else { continue }
                if direction.prefers(Descriptive.mean(scores), to: reference.value) {
                    beaten += 1
                } else {
                    failures.append("\(strategy) on \(input.title(problem))")
                }
            }
            return [
                .text(input.title(problem)), .text(input.metricName(problem)), .text(reference.name), reference.cell,
                best.map { cell($0.0) } ?? TableCell(.missing),
            ] + shown.map(cell) + [.count(beaten)]
        }
        let columns =
            ["problem", "metric", "baseline", "its score", "best modality alone"] + shown + ["strategies above it"]
        let sentence =
            failures.isEmpty
            ? "Every strategy beats the trivial baseline on every problem."
            : "Not above the trivial baseline: "
                + failures.prefix(12).map { Markdown.escape($0) }.joined(separator: "; ")
                + (failures.count > 12 ? "; and \(failures.count - 12) more." : ".")
        return [
            .text(sentence + "\n"),
            .table(ReportTable(id: "trivial", title: "Trivial baselines", columns: columns, rows: rows)),
        ]
    }
}
