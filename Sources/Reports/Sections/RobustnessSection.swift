// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

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
        if !blocks.isEmpty {
            blocks.insert(
                .text(
                    "The score when only one modality is there: the others' features are replaced by their mean over the training split, or their input by zeros."
                ), at: 0)
        }
        return blocks + damaged(input)
    }

    /// One table for each problem and damage: strategies × severities.
    private static func damaged(_ input: ReportInput) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        for problem in input.problems {
            for damage in damages(input, problem) {
                let lines = lines(input, problem, damage.modality, damage.kind, fewest: 1)
                let severities = Array(Set(lines.flatMap(\.severities))).sorted()
                let rows = lines.map { line -> [TableCell] in
                    let records = input.finished(problem, line.name)
                    func mean(_ severity: Double) -> TableCell {
                        .mean(
                            records.compactMap { record in
                                value(record, damage.modality, damage.kind, severity).map { (record.id, $0) }
                            })
                    }
                    let means = line.scores.map { Descriptive.mean($0) }
                    return [.text(line.name)] + severities.map(mean) + [
                        .number(area(line.severities, means), records: records.map(\.id))
                    ]
                }
                let what = title(damage)
                blocks.append(.heading("\(what): \(input.title(problem))"))
                let columns = ["strategy"] + severities.map { JSONText.number($0) } + ["over the curve"]
                let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
                blocks.append(
                    .table(
                        ReportTable(
                            id:
                                "robustness-\(Figure.slug("\(damage.modality) \(damage.kind) \(input.title(problem))"))",
                            title: "\(what): \(input.title(problem)), \(input.metricName(problem))", columns: kept,
                            rows: cells)))
            }
        }
        guard !blocks.isEmpty else { return [] }
        return [
            .text(
                "Below, one modality of the test split is damaged and the others are whole. *Missing*: from that share of the rows the modality is taken away (zeros; for a text, padding). *Noise*: normal noise whose deviation is that many times the modality's own; of a text, that share of the tokens exchanged. Each seed damages the same rows in every strategy, and more of them at higher severities. *Over the curve*: the mean height of the curve between the lowest and the highest severity."
            )
        ] + blocks
    }

    /// What a damage is called in headings and titles.
    static func title(_ damage: (modality: String, kind: String)) -> String {
        switch damage.kind {
        case "missing": "\(damage.modality) missing from a share of rows"
        case "noise": "noise on \(damage.modality)"
        default: "\(damage.kind) in \(damage.modality)"
        }
    }

    /// What a severity measures.
    static func quantity(_ damage: (modality: String, kind: String)) -> String {
        switch damage.kind {
        case "missing": "share of rows without \(damage.modality)"
        case "noise": "noise on \(damage.modality) (in its own deviations)"
        default: "severity of \(damage.kind) in \(damage.modality)"
        }
    }

    /// Mean height of the line through the points (trapezoids); nil for fewer than two.
    static func area(_ positions: [Double], _ heights: [Double]) -> Double? {
        guard let first = positions.first, let last = positions.last, last > first else { return nil }
        var sum = 0.0
        for index in 1..<positions.count {
            sum += (positions[index] - positions[index - 1]) * (heights[index] + heights[index - 1]) / 2
        }
        return sum / (last - first)
    }

    private static func value(_ record: CellRecord, _ modality: String, _ kind: String, _ severity: Double) -> Double? {
        record.result.diagnostics["robustness/\(modality)/\(kind)/\(JSONText.number(severity))"]
    }

    /// Scores under damage of the kinds that the records hold: strategies × severities × seeds.
    ///
    /// - Parameter fewest: severities that a line must have.
    static func lines(
        _ input: ReportInput, _ problem: Problem, _ modality: String, _ kind: String, fewest: Int = 2
    ) -> [RobustnessPlot.Line] {
        input.strategies(problem).compactMap { strategy in
            let records = input.finished(problem, strategy)
            var severities: Set<Double> = []
            for record in records {
                for name in record.result.diagnostics.keys.filter({ $0.hasPrefix("robustness/") }) {
                    guard let damage = Damage(name), damage.modality == modality, damage.kind == kind else { continue }
                    severities.insert(damage.severity)
                }
            }
            let order = severities.sorted()
            guard order.count >= fewest else { return nil }
            return RobustnessPlot.Line(
                name: strategy, severities: order,
                scores: order.map { severity in
                    records.compactMap { value($0, modality, kind, severity) }.filter(\.isFinite)
                })
        }
    }

    /// The damages that a problem's records hold, in order of name.
    static func damages(_ input: ReportInput, _ problem: Problem) -> [(modality: String, kind: String)] {
        var found: [(modality: String, kind: String)] = []
        for strategy in input.strategies(problem) {
            for record in input.finished(problem, strategy) {
                for name in record.result.diagnostics.keys.filter({ $0.hasPrefix("robustness/") }).sorted() {
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
