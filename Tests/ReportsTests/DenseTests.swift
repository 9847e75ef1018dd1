// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Suites
import Testing

/// Figures of studies with many rows and many problems.
@Suite struct `Dense figures` {
    /// 31 strategies with long names on 12 problems with long names, three seeds.
    private var records: [CellRecord] {
        var records: [CellRecord] = []
        for problem in 1...12 {
            for seed in 1...3 {
                for row in 0..<31 {
                    let score = 0.4 + 0.003 * Double(row * 7 % 31) + 0.01 * Double(seed) + 0.02 * Double(problem)
                    var record = Sample.record(
                        row == 0 ? "joint" : row == 1 ? "pdmp" : "strategy", seed, score,
                        dataset: "retrieval of pictures by their captions, number \(problem)",
                        options: row > 1 && row < 8 ? ["strength": .double(Double(row))] : ["kind": .int(row)],
                        diagnostics: [
                            "shapley/a": 0.2, "shapley/b": 0.1, "shapley/full": 0.5, "shapley/empty": 0.2,
                            "robustness/a/missing/0": score, "robustness/a/missing/1": score - 0.1,
                        ], label: row == 0 ? "joint" : "diagnosing-relearning with strength \(row)")
                    record.result.cost.flops = 1e9 * Double(1 + row * 5 % 31)
                    record.result.curves["dependency/a"] = [0.4, 0.6]
                    record.result.curves["dependency/b"] = [0.6, 0.4]
                    record.result.unimodal["split/a/accuracy"] = 0.4
                    records.append(record)
                }
                var alone = Sample.record(
                    "unimodal", seed, 0.4, dataset: "retrieval of pictures by their captions, number \(problem)",
                    options: ["modality": "a"], label: "alone")
                alone.result.unimodal["head/a/accuracy"] = 0.4
                records.append(alone)
            }
        }
        return records
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"), arguments: Layout.Preset.allCases)
    func `every kind that the records allow is drawn`(_ preset: Layout.Preset) throws {
        try Sample.inFolder { folder in
            let input = Sample.input(records)
            var drawn: Set<String> = []
            for plan in figurePlans {
                for figure in plan.draw(input, preset: preset, problems: Array(input.problems.prefix(1))) {
                    try Gnuplot().draw(figure, formats: [.svg, .tex], into: folder)
                    drawn.insert(plan.id)
                }
            }
            #expect(
                drawn.isSuperset(of: [
                    "cost", "differences", "gap", "heat-map", "learning", "pareto", "ranks", "scores",
                ]))
            #expect(
                drawn.isSuperset(of: ["dependency", "improvement", "profile", "robustness", "shapley", "stability"]))
        }
    }

    @Test func `what is left out of a figure is said, and the question stays in`() throws {
        let input = Sample.input(records)
        func plan(_ id: String) throws -> FigurePlan { try #require(figurePlans.first { $0.id == id }) }
        let curves = try #require(try plan("learning").draw(input, problems: Array(input.problems.prefix(1))).first)
        #expect(curves.title.hasSuffix("(8 of 32 strategies)"))
        #expect(curves.table.text.contains("\"joint\"") && curves.table.text.contains("with strength 1\""))
        // A map of all comparisons, and a list for each problem that is drawn.
        let differences = try plan("differences").draw(input, problems: Array(input.problems.prefix(2)))
        #expect(differences.count == 3 && differences[0].table.blocks[0].rows.count == 30 * 12)
        #expect(differences[1].table.blocks.reduce(0) { $0 + $1.rows.count } == 30)
        // More points than a legend holds: all stand in the table.
        let pareto = try #require(try plan("pareto").draw(input, problems: Array(input.problems.prefix(1))).first)
        #expect(pareto.table.blocks.dropLast().reduce(0) { $0 + $1.rows.count } == 32)
    }
}
