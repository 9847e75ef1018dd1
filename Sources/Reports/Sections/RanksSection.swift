// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Mean ranks over blocks and what can be said of them.
enum RanksSection: ReportSection {
    static let id = "ranks"
    static let title = "Ranks"

    /// Complete blocks of comparable methods.
    struct Blocks {
        let methods: [String]
        let friedman: Friedman
        /// What a block is, in words.
        let kind: String
        let records: [String: [String]]
    }

    /// Problems are blocks where there are six or more; with fewer, each problem and seed is one, and what follows holds
    /// for these problems only. Methods that miss a problem are left out, unimodal and imported runs too.
    static func blocks(_ input: ReportInput, _ group: ReportInput.MetricGroup) -> Blocks? {
        let table = input.table(group)
        let names = group.problems.map(input.title)
        let kept = table.methods.indices.filter { method in
            let name = table.methods[method]
            guard table.scores(method: method).labels == names, !input.isExternal(name) else { return false }
            return !group.problems.contains { input.example($0, name)?.spec.strategy.id == "unimodal" }
        }
        guard kept.count >= 2 else { return nil }
        var rows: [[Double]] = []
        let byProblem = names.count >= 6
        if byProblem {
            for problem in names.indices { rows.append(kept.compactMap { table.mean(method: $0, problem: problem) }) }
        } else {
            for problem in names.indices {
                for seed in table.seeds.indices {
                    let row = kept.compactMap { table[$0, problem, seed] }
                    if row.count == kept.count { rows.append(row) }
                }
            }
        }
        guard let friedman = Friedman(rows, group.direction) else { return nil }
        let methods = kept.map { table.methods[$0] }
        var records: [String: [String]] = [:]
        for method in methods { records[method] = group.problems.flatMap { input.finished($0, method).map(\.id) } }
        return Blocks(
            methods: methods, friedman: friedman,
            kind: byProblem
                ? "\(friedman.blocks) problems"
                : "\(friedman.blocks) pairs of problem and seed (fewer than six problems, so this holds for these problems only)",
            records: records)
    }

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        input.metricGroups.flatMap { group -> [ReportBlock] in
            guard let blocks = blocks(input, group) else { return [] }
            let friedman = blocks.friedman
            let order = friedman.meanRanks.indices.sorted {
                (friedman.meanRanks[$0], $0) < (friedman.meanRanks[$1], $1)
            }
            let pairs = Nemenyi.pairs(friedman)
            let difference = Nemenyi.criticalDifference(0.05, methods: friedman.methods, blocks: friedman.blocks)
            let ranks = order.map { method -> [TableCell] in
                let records = blocks.records[blocks.methods[method]] ?? []
                return [.text(blocks.methods[method]), .number(friedman.meanRanks[method], 2, records: records)]
            }
            var out: [ReportBlock] = [
                .text(
                    "**\(Markdown.escape(group.metric))**: rank 1 is best, ties share ranks; blocks: \(blocks.kind). Friedman χ² = \(FixedPoint.text(friedman.statistic, 2)), p \(TableSyntax.relation(friedman.p)); Iman and Davenport p \(TableSyntax.relation(friedman.fP)); Kendall's W = \(FixedPoint.text(friedman.concordance, 2)). Mean ranks further apart than \(FixedPoint.text(difference, 2)) differ at 0.05 (Nemenyi)."
                ),
                .table(
                    ReportTable(
                        id: "ranks-\(Figure.slug(group.metric))", title: "Mean ranks: \(group.metric)",
                        columns: ["strategy", "mean rank"], rows: ranks)),
            ]
            if order.count <= 12 {
                let names = order.map { blocks.methods[$0] }
                let rows = order.map { a -> [TableCell] in
                    [.text(blocks.methods[a])]
                        + order.map { b in
                            a == b
                                ? TableCell(.missing)
                                : .p(
                                    pairs[a][b], records: [a, b].flatMap { blocks.records[blocks.methods[$0]] ?? [] })
                        }
                }
                out.append(.text("p-values of all pairs (Nemenyi):"))
                out.append(
                    .table(
                        ReportTable(
                            id: "nemenyi-\(Figure.slug(group.metric))", title: "Nemenyi p: \(group.metric)",
                            columns: ["strategy"] + names, rows: rows)))
            }
            return out
        }
    }
}
