// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// How modalities fare alone, within the joint model, and what the model leans on.
enum ImbalanceSection: ReportSection {
    static let title = "Imbalance"

    /// Joint training minus the best single modality.
    static func gap(_ input: ReportInput, _ problem: Problem) -> (best: String, difference: Double)? {
        let alone = input.unimodal(problem).map { pair in
            (pair.modality, MeanInterval(input.scores(problem, pair.strategy).map(\.value)).mean)
        }.filter { $0.1.isFinite }
        guard var best = alone.first,
            let joint = input.records.first(where: { $0.isOf(problem) && $0.spec.strategy.id == "joint" })
        else { return nil }
        for candidate in alone.dropFirst() where input.direction.prefers(candidate.1, to: best.1) { best = candidate }
        let mean = MeanInterval(input.scores(problem, joint.labels.strategy).map(\.value)).mean
        guard mean.isFinite else { return nil }
        return (best.0, input.direction == .higherIsBetter ? mean - best.1 : best.1 - mean)
    }

    static func readout(_ record: CellRecord, _ modality: String, _ metric: String) -> Double? {
        record.result.unimodal["split/\(modality)/\(metric)"] ?? record.result.unimodal["head/\(modality)/\(metric)"]
    }

    static func body(_ input: ReportInput) -> String? {
        var parts: [String] = []
        for problem in input.problems {
            let modalities = input.unimodal(problem).map(\.modality)
            let names =
                modalities.isEmpty
                ? (input.records.first { $0.isOf(problem) }?.spec.encoders.keys.sorted() ?? []) : modalities
            var rows: [[String]] = []
            for strategy in input.strategies(problem) {
                let records = input.finished(problem, strategy)
                guard !records.isEmpty else { continue }
                func mean(_ value: (CellRecord) -> Double?) -> String {
                    let values = records.compactMap(value)
                    return values.isEmpty ? "–" : FixedPoint.text(MeanInterval(values).mean)
                }
                rows.append(
                    [Markdown.escape(strategy), mean { $0.result.metrics[input.primaryMetric] }]
                        + names.map { name in mean { readout($0, name, input.metricName) } }
                        + names.map { name in mean { $0.result.diagnostics["dependency/\(name)"] } })
            }
            guard !rows.isEmpty else { continue }
            let header =
                ["strategy", "all modalities"] + names.map { "\(Markdown.escape($0)) within" }
                + names.map { "dependency on \(Markdown.escape($0))" }
            var text = "### \(Markdown.escape(input.title(problem)))\n\n" + Markdown.table(header, rows)
            if let gap = gap(input, problem) {
                text +=
                    "\nUnimodal gap (joint minus the best single modality, \(Markdown.escape(gap.best))): \(FixedPoint.signed(gap.difference)).\n"
            }
            for name in names {
                if let bayes = input.records.first(where: { $0.isOf(problem) && $0.result.state == .ok })?.result
                    .diagnostics["data/bayes/\(name)"]
                {
                    text += "\nBayes accuracy of \(Markdown.escape(name)) alone: \(FixedPoint.text(bayes))."
                }
            }
            if let bayes = input.records.first(where: { $0.isOf(problem) && $0.result.state == .ok })?.result
                .diagnostics["data/bayes/joint"]
            {
                text += "\nBayes accuracy of all together: \(FixedPoint.text(bayes)).\n"
            }
            parts.append(text)
        }
        guard !parts.isEmpty else { return nil }
        return
            "\"Within\" reads one modality's share of the logits in the trained model (a model without fusion: its own head). Dependency is the share of the logits' absolute mass (D1), biases left out, on the test split.\n\n"
            + parts.joined(separator: "\n")
    }
}
