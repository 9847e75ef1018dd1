// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

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
                let needed = needed(records)
                func relative(_ amount: Double) -> TableCell {
                    .number(reference.flatMap { $0 > 0 ? amount / $0 : nil }, 2, records: ids)
                }
                rows.append([
                    .text(input.title(problem)), .text(strategy), .number(mean / 1e9, 2, records: ids),
                    .number(needed.runs == 0 ? nil : needed.shared / 1e9, 2, records: ids),
                    relative(mean + needed.shared),
                    needed.runs == 0 ? TableCell(.missing) : relative(mean + needed.alone),
                    .mean(
                        records.compactMap { record in
                            record.result.diagnostics["parameters"].map { (record.id, $0) }
                        }, 0),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        let columns = [
            "problem", "strategy", "GFLOP", "+ GFLOP of runs needed first", "relative to joint",
            "relative, one seed alone", "parameters",
        ]
        let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
        let some = kept.contains("+ GFLOP of runs needed first")
        return [
            .text(
                "Counted from the shapes of layers (a multiply-add is two), training and evaluation of one run, mean over seeds. Measured seconds and memory, which differ from machine to machine, stand in [cost.md](cost.md)."
                    + (some
                        ? " Some strategies need other runs first (a ranking of modalities, teachers, trials of a tuning): each of these counts once, shared among the seeds of the strategy; *one seed alone* charges all of them to each run."
                        : "")
            ),
            .table(ReportTable(id: "cost", title: "Cost of one run", columns: kept, rows: cells)),
        ]
    }

    static func flops(_ input: ReportInput, _ problem: Problem, _ strategy: String) -> Double {
        Descriptive.mean(input.finished(problem, strategy).map(\.result.cost.flops))
    }

    /// What the runs that a strategy's runs need first cost.
    struct Needed: Equatable {
        /// Different runs.
        var runs = 0
        /// FLOPs per run of the strategy when every needed run counts once over all of its seeds.
        var shared = 0.0
        /// Mean FLOPs when each run pays for all it needs.
        var alone = 0.0
    }

    /// - Parameter records: the finished runs of one strategy.
    static func needed(_ records: [CellRecord]) -> Needed {
        var all: [String: Double] = [:]
        var alone = 0.0
        for record in records {
            let own = record.result.companions ?? [:]
            for (name, flops) in own { all[name] = flops }
            alone += own.keys.sorted().reduce(0) { $0 + (own[$1] ?? 0) }
        }
        let count = Double(max(1, records.count))
        let shared = all.keys.sorted().reduce(0) { $0 + (all[$1] ?? 0) }
        return Needed(runs: all.count, shared: shared / count, alone: alone / count)
    }
}
