// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// What training costs, counted: the same on every machine. Measured times stand in `cost.md`.
enum CostSection: ReportSection {
    static let id = "cost"
    static let title = "Cost"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var rows: [[TableCell]] = []
        for problem in input.problems {
            let reference = input.joint(problem).map { flops(input, problem, $0) }
            for strategy in input.strategies(problem) {
                let records = input.finished(problem, strategy)
                guard !records.isEmpty, !records[0].isExternal else { continue }
                let ids = records.map(\.id)
                let mean = flops(input, problem, strategy)
                let needed = records.compactMap { record in
                    record.result.diagnostics["companion-flops"].map { (record.id, $0 / 1e9) }
                }
                rows.append([
                    .text(input.title(problem)), .text(strategy), .number(mean / 1e9, 2, records: ids),
                    .number(reference.flatMap { $0 > 0 ? mean / $0 : nil }, 2, records: ids),
                    .mean(needed, 2),
                    .mean(
                        records.compactMap { record in
                            record.result.diagnostics["parameters"].map { (record.id, $0) }
                        }, 0),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        let columns = ["problem", "strategy", "GFLOP", "relative to joint", "GFLOP of runs needed first", "parameters"]
        let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
        return [
            .text(
                "Counted from the shapes of layers (a multiply-add is two), training and evaluation of one run. Measured seconds and memory, which differ from machine to machine, stand in [cost.md](cost.md)."
            ),
            .table(ReportTable(id: "cost", title: "Cost of one run", columns: kept, rows: cells)),
        ]
    }

    static func flops(_ input: ReportInput, _ problem: Problem, _ strategy: String) -> Double {
        Descriptive.mean(input.finished(problem, strategy).map(\.result.cost.flops))
    }
}
