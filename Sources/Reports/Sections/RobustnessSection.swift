// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// What is left of the score when a modality is missing or damaged.
enum RobustnessSection: ReportSection {
    static let id = "robustness"
    static let title = "Robustness"

    /// "robustness/audio/noise/0.5": a score with audio damaged so.
    struct Damage: Hashable {
        let modality: String
        let kind: String
        let severity: Double

        init?(_ name: String) {
            let parts = name.split(separator: "/").map(String.init)
            guard parts.count >= 4, parts[0] == "robustness", let severity = Double(parts[3]) else { return nil }
            modality = parts[1]
            kind = parts[2]
            self.severity = severity
        }
    }

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        for problem in input.problems {
            let metric = input.metricName(problem)
            let names = input.modalities(problem)
            guard names.count > 1 else { continue }
            let rows = input.strategies(problem).compactMap { strategy -> [TableCell]? in
                let records = input.finished(problem, strategy)
                guard let first = records.first, !first.isExternal, first.spec.strategy.id != "unimodal" else {
                    return nil
                }
                func mean(_ name: String) -> TableCell {
                    .mean(records.compactMap { record in record.result.unimodal[name].map { (record.id, $0) } })
                }
                return [
                    .text(strategy),
                    .mean(
                        records.compactMap { record in
                            record.result.metrics[input.metric(problem)].map { (record.id, $0) }
                        }),
                ]
                    + names.map { mean("mean-feature/\($0)/\(metric)") }
                    + names.map { mean("zero-input/\($0)/\(metric)") }
            }
            let columns =
                ["strategy", "all modalities"] + names.map { "only \($0) (mean features)" }
                + names.map { "only \($0) (zero input)" }
            let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
            guard kept.count > 2 else { continue }
            blocks.append(.heading(input.title(problem)))
            blocks.append(
                .table(
                    ReportTable(
                        id: "robustness-\(Figure.slug(input.title(problem)))",
                        title: "Missing modalities: \(input.title(problem)), \(metric)", columns: kept, rows: cells)))
        }
        guard !blocks.isEmpty else { return [] }
        return [
            .text(
                "The score when only one modality is there: the others' features are replaced by their mean over the training split, or their input by zeros."
            )
        ] + blocks
    }

    /// Scores under damage of the kinds that the records hold: strategies × severities × seeds.
    static func lines(_ input: ReportInput, _ problem: Problem, _ modality: String, _ kind: String) -> [RobustnessPlot
        .Line]
    {
        input.strategies(problem).compactMap { strategy in
            let records = input.finished(problem, strategy)
            var severities: Set<Double> = []
            var names: [Double: String] = [:]
            for record in records {
                for name in record.result.diagnostics.keys.sorted() {
                    guard let damage = Damage(name), damage.modality == modality, damage.kind == kind else { continue }
                    severities.insert(damage.severity)
                    names[damage.severity] = name
                }
            }
            let order = severities.sorted()
            guard order.count > 1 else { return nil }
            return RobustnessPlot.Line(
                name: strategy, severities: order,
                scores: order.map { severity in
                    records.compactMap { record in names[severity].flatMap { record.result.diagnostics[$0] } }
                })
        }
    }

    /// The damages that a problem's records hold, in order of name.
    static func damages(_ input: ReportInput, _ problem: Problem) -> [(modality: String, kind: String)] {
        var found: [(String, String)] = []
        for strategy in input.strategies(problem) {
            for record in input.finished(problem, strategy) {
                for name in record.result.diagnostics.keys.sorted() {
                    guard let damage = Damage(name),
                        !found.contains(where: { $0 == (damage.modality, damage.kind) })
                    else { continue }
                    found.append((damage.modality, damage.kind))
                }
            }
        }
        return found
    }
}
