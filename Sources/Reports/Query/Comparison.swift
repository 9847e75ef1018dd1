// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// Two sets of results beside each other: every method on every problem that both have.
public struct ResultComparison: Sendable {
    /// One row a cell.
    public let table: ReportTable
    /// Cells of which both have equal final parameters for every seed.
    public let identical: Int
    /// Cells that both sets have.
    public let compared: Int
    /// How the two sets' machines differ; empty if they do not.
    public let machines: [String]

    /// Facts that make results of speed incomparable when they differ.
    private static let facts = ["architecture", "cores", "cpu"]

    /// A machine as far as comparisons go.
    static func machine(_ record: CellRecord) -> String {
        facts.map { record.result.machine[$0] ?? "?" }.joined(separator: ", ")
    }

    /// Seeds pair where both sets hold the same ones; otherwise samples are compared as independent.
    public init(_ first: ReportInput, _ second: ReportInput, alpha: Double = 0.05) {
        var machines: [String] = []
        func names(_ input: ReportInput) -> Set<String> {
            Set(input.records.filter { $0.result.state == .ok && !$0.isExternal }.map(Self.machine))
        }
        let (here, there) = (names(first), names(second))
        for name in here.subtracting(there).sorted() { machines.append("only in the first: \(name)") }
        for name in there.subtracting(here).sorted() { machines.append("only in the second: \(name)") }
        self.machines = machines

        struct Cell {
            let problem: Problem
            let strategy: String
            let a: MeanInterval
            let b: MeanInterval
            let difference: MeanInterval?
            let p: Double
            let same: Bool
            let paired: Bool
            let records: [String]
        }
        var cells: [Cell] = []
        for problem in first.problems {
            for strategy in first.strategies(problem) {
                let (left, right) = (first.scores(problem, strategy), second.scores(problem, strategy))
                guard !left.isEmpty, !right.isEmpty else { continue }
                let (a, b) = (first.finished(problem, strategy), second.finished(problem, strategy))
                let seeds = Dictionary(left.map { ($0.seed, $0.value) }) { first, _ in first }
                let pairs = right.compactMap { score in seeds[score.seed].map { score.value - $0 } }
                let paired = pairs.count == left.count && pairs.count == right.count
                let digests = { (records: [CellRecord]) in
                    records.map { "\($0.spec.seed) \($0.result.parametersSHA256)" }
                }
                cells.append(
                    Cell(
                        problem: problem, strategy: strategy, a: first.mean(problem, left.map(\.value)),
                        b: first.mean(problem, right.map(\.value)),
                        difference: paired ? first.meanDifference(problem, pairs) : nil,
                        p: paired
                            ? Wilcoxon(pairs).p : MannWhitney.test(right.map(\.value), left.map(\.value)).p,
                        same: digests(a) == digests(b) && a.allSatisfy { !$0.result.parametersSHA256.isEmpty },
                        paired: paired, records: (a + b).map(\.id)))
            }
        }
        let adjusted = MultipleTesting.holm(cells.map(\.p))
        identical = cells.filter(\.same).count
        compared = cells.count
        let needed = Wilcoxon.seedsNeeded(alpha: alpha, comparisons: cells.count)
        table = ReportTable(
            id: "comparison", title: "Second minus first",
            columns: ["problem", "strategy", "first", "second", "difference", "p (Holm)", "verdict"],
            rows: zip(cells, adjusted).map { cell, p in
                let change = cell.b.mean - cell.a.mean
                let direction = first.direction(cell.problem)
                let verdict =
                    cell.same
                    ? "identical"
                    : p <= alpha
                        ? direction.prefers(cell.b.mean, to: cell.a.mean) ? "better" : "worse"
                        : cell.paired && cell.a.count < needed
                            ? "cannot decide (needs ≥ \(needed) seeds)" : "no difference shown"
                return [
                    .text(first.title(cell.problem)), .text(cell.strategy),
                    .estimate(cell.a.mean, cell.a.interval, records: cell.records),
                    .estimate(cell.b.mean, cell.b.interval, records: cell.records),
                    .estimate(change, cell.difference?.interval, signed: true, records: cell.records),
                    .p(p, records: cell.records), .text(verdict),
                ]
            })
    }
}
