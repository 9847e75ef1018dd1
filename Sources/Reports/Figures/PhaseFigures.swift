// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// One strategy minus another over two options of the data, found from the records: any suite with such data has them.
enum PhaseFigures {
    /// What is subtracted.
    enum Reference: Equatable {
        case joint
        /// The balancing strategy that validation prefers, for each problem its own.
        case balancing
        case row(String)

        /// What a person asks for.
        static let words = ["joint", "best-balancing"]

        init(_ text: String) {
            self = text == Reference.words[0] ? .joint : text == Reference.words[1] ? .balancing : .row(text)
        }

        var name: String {
            switch self {
            case .joint: "joint"
            case .balancing: "best balancing"
            case .row(let label): label
            }
        }
    }

    /// PDMP minus joint training and minus the best balancing strategy.
    static func figures(_ input: ReportInput, _ preset: Layout.Preset) -> [Figure] {
        groups(input).flatMap { group, panels in
            var labels: [String] = []
            for cell in panels.flatMap(\.cells) {
                for label in Balancing.prioritizing(input, cell.problem) where !labels.contains(label) {
                    labels.append(label)
                }
            }
            return labels.flatMap { label in
                [Reference.joint, .balancing].compactMap { figure(input, preset, group, panels, label, $0) }
            }
        }
    }

    /// Any two rows.
    static func figures(_ input: ReportInput, _ preset: Layout.Preset, _ label: String, _ reference: Reference)
        -> [Figure]
    {
        groups(input).compactMap { figure(input, preset, $0, $1, label, reference) }
    }

    /// Whether a report has phase diagrams.
    static func exist(_ input: ReportInput) -> Bool { !groups(input).isEmpty }

    private static func groups(_ input: ReportInput) -> [(ReportInput.MetricGroup, [PhaseGrid])] {
        input.metricGroups.map { ($0, PhaseGrid.panels(input, $0.problems)) }.filter { !$0.1.isEmpty }
    }

    private static func figure(
        _ input: ReportInput, _ preset: Layout.Preset, _ group: ReportInput.MetricGroup, _ panels: [PhaseGrid],
        _ label: String, _ reference: Reference
    ) -> Figure? {
        let problems = panels.flatMap { $0.cells.map(\.problem) }
        let pairs = problems.map { problem -> Comparisons.Pair? in
            let other: String? =
                switch reference {
                case .joint: input.baseline(problem, for: label)
                case .balancing: Balancing.best(input, problem, against: label)?.strategy
                case .row(let name): name
                }
            return other.map { Comparisons.Pair(problem: problem, strategy: label, baseline: $0) }
        }
        // The cells of a diagram are a family of their own: one question. What also stands after the correction over the
        // whole report is marked apart.
        let known = Comparisons.of(input)
        let present = pairs.compactMap { $0 }
        let rows = Comparisons.rows(input, present).compactMap { $0 }
        guard rows.count > 1 else { return nil }
        var found: [Problem: Comparisons.Row] = [:]
        for row in rows { found[row.problem] = row }
        let all = reference == .balancing ? known.balanced : known.rows
        let overall = Dictionary(
            all.filter { $0.strategy == label && found[$0.problem]?.baseline == $0.baseline }.map { ($0.problem, $0) }
        ) { first, _ in first }
        let drawn = panels.map { panel in
            PhasePlot.Panel(
                title: panel.title, xTitle: panel.x.name, yTitle: panel.y.name, columns: panel.x.ticks,
                rows: panel.y.ticks,
                cells: panel.cells.compactMap { cell in
                    guard let row = found[cell.problem] else { return nil }
                    let shown = Comparisons.shown(row, input)
                    let report = overall[cell.problem]?.comparison.adjusted
                    let mark: PhasePlot.Mark =
                        (report ?? 1) <= 0.05 ? .report : row.comparison.adjusted <= 0.05 ? .diagram : .none
                    return PhasePlot.Cell(
                        column: cell.x, row: cell.y, difference: shown.mean, interval: shown.interval,
                        seeds: shown.count, p: row.comparison.p, diagramP: row.comparison.adjusted, reportP: report,
                        mark: mark, verdict: row.comparison.verdict.text, name: input.title(cell.problem),
                        reference: row.baseline)
                })
        }
        let several = input.metricGroups.count > 1 ? " \(group.metric)" : ""
        let falling = group.direction == .lowerIsBetter
        return PhasePlot.figure(
            name: "phase \(label) minus \(reference.name)\(several)",
            title: "\(label) minus \(reference.name): \(group.metric)\(falling ? " (lower is better)" : "")",
            quantity: "difference of \(group.metric)", panels: drawn, direction: group.direction, preset: preset)
    }
}
