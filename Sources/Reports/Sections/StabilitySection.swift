// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// How smoothly training went, and how far seeds lie apart.
enum StabilitySection: ReportSection {
    static let id = "stability"
    static let title = "Stability"
    private static let plateau = "stability/plateau-variation"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        for problem in input.problems {
            let metric = input.metric(problem)
            let strategies = input.strategies(problem)
            // Over the last tenth of fewer than twenty epochs nothing can vary.
            let measured = Set(
                strategies.flatMap { input.finished(problem, $0) }.flatMap { record in
                    record.result.diagnostics.keys.filter { name in
                        name.hasPrefix("stability/")
                            && (name != plateau || (record.spec.budget["epochs"]?.intValue ?? 0) >= 20)
                    }
                }
            ).sorted()
            let rows = strategies.compactMap { strategy -> [TableCell]? in
                let records = input.finished(problem, strategy)
                guard !records.isEmpty, !records[0].isExternal else { return nil }
                let scores = records.compactMap { record in record.result.metrics[metric].map { (record.id, $0) } }
                let values = scores.map(\.1)
                let ids = scores.map(\.0)
                func mean(_ name: String) -> TableCell {
                    .mean(records.compactMap { record in record.result.diagnostics[name].map { (record.id, $0) } })
                }
                let reached = thresholds(input, problem, strategy)
                return [
                    .text(strategy), .number(values.count > 1 ? Descriptive.deviation(values) : nil, records: ids),
                    .number(
                        values.max().flatMap { high in values.min().map { high - $0 } }, records: ids),
                    .mean(
                        records.compactMap { record in
                            record.result.diagnostics["selected-epoch"].map { (record.id, $0 + 1) }
                        }, 1),
                    .mean(reached.compactMap { pair in pair.epoch.map { (pair.id, $0) } }, 1),
                    .mean(reached.map { ($0.id, $0.epoch == nil ? 0 : 1) }, 2),
                ] + measured.map(mean)
            }
            guard !rows.isEmpty else { continue }
            let columns =
                [
                    "strategy", "deviation over seeds", "range over seeds", "selected epoch",
                    "epochs to 95 % of joint", "runs that get there",
                ]
                + measured.map { String($0.dropFirst("stability/".count)).replacing("-", with: " ") }
            let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
            blocks.append(.heading(input.title(problem)))
            blocks.append(
                .table(
                    ReportTable(
                        id: "stability-\(Figure.slug(input.title(problem)))",
                        title: "Stability: \(input.title(problem))", columns: kept, rows: cells)))
        }
        guard !blocks.isEmpty else { return [] }
        return [
            .text(
                "Of the test score: the deviation and range over seeds. Of the validation loss: *total variation excess*, its total variation over its fall, 1 for a curve that only falls; *up-steps*, the share of epochs in which it rises; *generalization gap*, what it is above the training loss at the selected epoch. Of the validation score: *epochs to 95 % of joint*, until it is within 5 % of where joint training of the same seed ends, over the runs that get there; *plateau variation*, deviation over mean in the last tenth of the epochs. Of the training loss of each step: *roughness*, its mean distance from its own running mean, relative to that; *spikes*, steps far above it (six median deviations); *diverged*, share of runs in which it tripled or ended as no number. All but the first two are means over seeds; epochs count from 1."
            )
        ] + blocks
    }

    /// By run, the epochs until the validation score is within 5 % of the last one of joint training with the same seed and
    /// optimizer; nil for runs that never get there. Empty without joint training.
    private static func thresholds(
        _ input: ReportInput, _ problem: Problem, _ strategy: String
    ) -> [(id: String, epoch: Double?)] {
        let curve = "validation/\(input.metricName(problem))"
        let isHigher = input.direction(problem) == .higherIsBetter
        guard let joint = input.baseline(problem, for: strategy) else { return [] }
        let ends = Dictionary(
            input.finished(problem, joint).compactMap { record in
                record.result.curves[curve]?.last.map { (record.spec.seed, $0) }
            }
        ) { first, _ in first }
        return input.finished(problem, strategy).compactMap { record in
            guard let end = ends[record.spec.seed], let scores = record.result.curves[curve] else { return nil }
            let limit = end - (isHigher ? 0.05 : -0.05) * abs(end)
            let epoch = scores.firstIndex { isHigher ? $0 >= limit : $0 <= limit }
            return (record.id, epoch.map { Double($0 + 1) })
        }
    }

    static func loss(_ record: CellRecord) -> [Double]? {
        guard let curve = record.result.curves["validation/loss"], curve.count > 1, curve.allSatisfy(\.isFinite) else {
            return nil
        }
        return curve
    }
}
