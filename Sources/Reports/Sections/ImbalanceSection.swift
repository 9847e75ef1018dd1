// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// How modalities fare alone, within the joint model, and what the model leans on.
enum ImbalanceSection: ReportSection {
    static let id = "imbalance"
    static let title = "Imbalance"

    /// Joint training minus the best single modality; positive is better whatever the metric's direction.
    static func gap(_ input: ReportInput, _ problem: Problem) -> (best: String, difference: Double, records: [String])?
    {
        let direction = input.direction(problem)
        var best: (modality: String, strategy: String, mean: Double)?
        for pair in input.unimodal(problem) {
            let mean = Descriptive.mean(input.scores(problem, pair.strategy).map(\.value))
            guard mean.isFinite else { continue }
            if let known = best, !direction.prefers(mean, to: known.mean) { continue }
            best = (pair.modality, pair.strategy, mean)
        }
        guard let best, let joint = input.joint(problem) else { return nil }
        let mean = Descriptive.mean(input.scores(problem, joint).map(\.value))
        guard mean.isFinite else { return nil }
        let records = (input.finished(problem, joint) + input.finished(problem, best.strategy)).map(\.id)
        return (best.modality, direction == .higherIsBetter ? mean - best.mean : best.mean - mean, records)
    }

    /// One modality's score within the trained model, by the readout that the model allows.
    static func readout(_ record: CellRecord, _ modality: String, _ metric: String) -> Double? {
        for kind in ["split", "head", "mean-feature", "zero-input"] {
            if let value = record.result.unimodal["\(kind)/\(modality)/\(metric)"] { return value }
        }
        return nil
    }

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        var isTold = false
        for problem in input.problems {
            let names = input.modalities(problem)
            let metric = input.metricName(problem)
            let rows = input.strategies(problem).compactMap { strategy -> [TableCell]? in
                let records = input.finished(problem, strategy)
                guard !records.isEmpty, !records[0].isExternal else { return nil }
                func mean(_ value: (CellRecord) -> Double?) -> TableCell {
                    .mean(records.compactMap { record in value(record).map { (record.id, $0) } })
                }
                return [.text(strategy), mean { $0.result.metrics[input.metric(problem)] }]
                    + names.map { name in mean { readout($0, name, metric) } }
                    + names.map { name in mean { $0.result.unimodal["probe/\(name)/\(metric)"] } }
                    + names.map { name in mean { $0.result.diagnostics["dependency/\(name)"] } }
                    + names.map { name in mean { $0.result.diagnostics["shapley/\(name)"] } }
            }
            guard !rows.isEmpty else { continue }
            let columns =
                ["strategy", "all modalities"] + names.map { "\($0) within" } + names.map { "\($0) probe" }
                + names.map { "dependency on \($0)" } + names.map { "Shapley \($0)" }
            let (kept, cells) = withoutEmpty(columns, rows)
            blocks.append(.heading(input.title(problem)))
            blocks.append(
                .table(
                    ReportTable(
                        id: "imbalance-\(Figure.slug(input.title(problem)))",
                        title: "Imbalance: \(input.title(problem)), \(metric)", columns: kept, rows: cells)))
            if let table = UnderOptimization.table(input, problem) {
                if !isTold { blocks.append(.text(UnderOptimization.legend)) }
                isTold = true
                blocks.append(.table(table))
            }
        }
        if let sum = shapleyCheck(input) { blocks.append(.text(sum)) }
        guard !blocks.isEmpty else { return [] }
        return [
            .text(
                "*Within* reads one modality's share of the logits in the trained model (a model without fusion: its own head). *Probe*: a linear probe on that modality's frozen features. *Dependency*: share of the logits' absolute mass (D1), biases left out, on the test split. *Shapley*: contribution to the score over all subsets of modalities, absent ones replaced by their mean feature."
            )
        ] + blocks
    }

    /// Columns in which something stands.
    static func withoutEmpty(_ columns: [String], _ rows: [[TableCell]]) -> ([String], [[TableCell]]) {
        let kept = columns.indices.filter { column in rows.contains { $0[column].content != .missing } }
        return (kept.map { columns[$0] }, rows.map { row in kept.map { row[$0] } })
    }

    /// Shapley values must add up to the score of all modalities minus that of none.
    private static func shapleyCheck(_ input: ReportInput) -> String? {
        var worst = 0.0
        var count = 0
        for record in input.records where record.result.state == .ok {
            guard let full = record.result.diagnostics["shapley/full"],
                let empty = record.result.diagnostics["shapley/empty"]
            else { continue }
            let parts = record.spec.encoders.keys.sorted().compactMap { record.result.diagnostics["shapley/\($0)"] }
            guard !parts.isEmpty else { continue }
            count += 1
            worst = max(worst, abs(parts.reduce(0, +) - (full - empty)))
        }
        guard count > 0 else { return nil }
        return worst <= 1e-9
            ? "Shapley contributions of all \(count) runs add up to the score of all modalities minus that of none (within 1e-9)."
            : "**Shapley contributions do not add up**: off by up to \(Figure.number(worst)) in \(count) runs."
    }
}
