// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// Records in other programs' forms.
public enum Export: String, CaseIterable, Sendable {
    /// One line a score, in the columns that `import` reads.
    case csv
    /// One object a run, as `import` reads it.
    case jsonl
    /// The score tables, for booktabs.
    case latex
    /// Go's benchmark format, which benchstat reads: one line a run.
    case gobench
    /// github-action-benchmark's JSON: one entry a cell, mean and deviation over seeds.
    case githubActionBenchmark = "github-action-benchmark"

    /// The records in this form.
    public func text(_ input: ReportInput) -> String {
        switch self {
        case .csv: Self.csv(input.records)
        case .jsonl: ExternalResults.text(input.records.filter { $0.result.state == .ok })
        case .latex: Self.latex(input)
        case .gobench: Self.gobench(input)
        case .githubActionBenchmark: Self.githubActionBenchmark(input)
        }
    }

    private static func csv(_ records: [CellRecord]) -> String {
        func field(_ text: String) -> String {
            text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
                ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
        }
        var text = "task,dataset,fusion,pairing,method,seed,metric,value,source\n"
        for record in records where record.result.state == .ok {
            let start = [
                record.spec.task.id, record.labels.dataset, record.labels.fusion, record.labels.pairing,
                record.labels.strategy,
            ].map(field).joined(separator: ",")
            let source = record.isExternal ? record.result.codeVersion : "pdmpbench \(record.result.codeVersion)"
            for name in record.result.metrics.keys.sorted() {
                guard let value = record.result.metrics[name], value.isFinite else { continue }
                text += "\(start),\(record.spec.seed),\(field(name)),\(JSONText.number(value)),\(field(source))\n"
            }
        }
        return text
    }

    private static func latex(_ input: ReportInput) -> String {
        let blocks = ScoresSection.blocks(input) + SignificanceSection.blocks(input)
        return blocks.compactMap { block -> String? in
            if case .table(let table) = block { TableSyntax.latex.text(table) } else { nil }
        }.joined(separator: "\n")
    }

    private static func gobench(_ input: ReportInput) -> String {
        func word(_ text: String) -> String {
            let kept = String(text.map { $0.isWhitespace || $0 == "/" || $0 == "=" ? "_" : $0 })
            return kept.isEmpty ? "_" : kept
        }
        var text = "pkg: pdmpbench/\(word(input.suite))\n"
        for record in input.records where record.result.state == .ok {
            let labels = record.labels
            let name =
                "Benchmark\(word(record.spec.task.id))/dataset=\(word(labels.dataset))/fusion=\(word(labels.fusion))/method=\(word(labels.strategy))"
            var line = "\(name) 1"
            for metric in record.result.metrics.keys.sorted() {
                guard let value = record.result.metrics[metric], value.isFinite else { continue }
                line += " \(JSONText.number(value)) \(metric)"
            }
            if record.result.cost.flops > 0 { line += " \(JSONText.number(record.result.cost.flops)) flops/run" }
            text += line + "\n"
        }
        return text
    }

    private static func githubActionBenchmark(_ input: ReportInput) -> String {
        // One file has one direction; scores of the other are left out.
        let direction = input.metricGroups.first?.direction ?? .higherIsBetter
        var entries: [ConfigValue] = []
        for problem in input.problems where input.direction(problem) == direction {
            for strategy in input.strategies(problem) {
                let values = input.scores(problem, strategy).map(\.value)
                guard !values.isEmpty else { continue }
                entries.append([
                    "extra": .string("\(values.count) seeds, \(input.suite)"),
                    "name": .string("\(input.title(problem)): \(strategy)"),
                    "range": .string("± \(FixedPoint.text(values.count > 1 ? Descriptive.deviation(values) : 0, 4))"),
                    "unit": .string(input.metric(problem)), "value": .double(Descriptive.mean(values)),
                ])
            }
        }
        return ConfigValue.array(entries).canonicalJSON + "\n"
    }
}
