// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Suites
import Testing

/// PDMP against balancing, and both over options of the data.
@Suite struct `Phase diagrams` {
    /// Two regimes whose data sets vary in a signal and a scale, or another option; PDMP's lead over joint training is the
    /// product of both. One balancing strategy is best on validation, the other one on test.
    private func records(seeds: Int = 8, metric: String = "test/accuracy", task: String = "classification")
        -> [CellRecord]
    {
        var records: [CellRecord] = []
        for (regime, second) in [("redundant", "snr"), ("spurious", "share")] {
            for scale in [0.5, 1, 2] {
                for level in [0.25, 1] {
                    let data: ConfigValue = [
                        "regime": .string(regime), "modalities": ["a", "b"], "scale": [.double(scale), 1],
                        "snr": second == "snr" ? [1, .double(level)] : [1, 1],
                        "share": .double(second == "share" ? level : 0.5), "rows": 7,
                    ]
                    for seed in 1...seeds {
                        let luck = 0.001 * Double(seed)
                        func add(_ strategy: String, _ score: Double, validation: Double? = nil) {
                            records.append(
                                Sample.record(
                                    strategy, seed, score + luck, dataset: "\(regime) \(scale) \(level)", task: task,
                                    metric: metric, data: data, validation: validation))
                        }
                        add("joint", 0.5)
                        add("pdmp", 0.5 + 0.1 * scale * level + luck / 10)
                        add("ogm", 0.51, validation: 0.7)
                        add("agm", 0.53, validation: 0.6)
                        add("unimodal", 0.9, validation: 0.9)
                        add("late-fusion", 0.9, validation: 0.9)
                    }
                }
            }
        }
        return records
    }

    private func plan(_ id: String) throws -> FigurePlan { try #require(figurePlans.first { $0.id == id }) }

    /// Rows of a figure's table as dictionaries.
    private func rows(_ figure: Figure) -> [[String: String]] {
        figure.table.text.components(separatedBy: "\n\n\n").flatMap { block -> [[String: String]] in
            let lines = block.split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map {
                    $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"# "))
                }
            }
            return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
        }
    }

    @Test func `data that vary in two numbers make one panel per regime`() throws {
        let figures = try plan("phase").draw(Sample.input(records()))
        #expect(figures.map(\.name) == ["phase-pdmp-minus-joint", "phase-pdmp-minus-best-balancing"])
        let cells = rows(figures[0])
        #expect(cells.count == 12 && Set(cells.compactMap { $0["panel"] }) == ["redundant", "spurious"])
        // The option that both panels vary is the x axis of both.
        let corner = try #require(
            cells.first { $0["panel"] == "spurious" && $0["scale of a"] == "2" && $0["share"] == "1" })
        #expect(corner["column"] == "2" && corner["row"] == "1" && corner["minus"] == "joint")
        // 0.2 and a tenth of the mean luck. Eight seeds decide nothing in twelve cells: 12 · 2⁻⁷ = 0.094.
        #expect(corner["difference"] == "0.20045" && corner["significant in"] == "-")
        #expect(corner["verdict"] == "cannot decide (needs ≥ 9 seeds)" && corner["p (Holm, diagram)"] == "0.09375")
    }

    @Test func `a diagram is a family of its own, the report's is larger`() throws {
        let cells = rows(try plan("phase").draw(Sample.input(records(seeds: 9)))[0])
        // Every seed agrees in every cell: p = 2/2⁹; 12 cells in the diagram; 5 strategies against joint training in 12 problems
        // and 12 times PDMP against the best balancing one in the report, of which most are as small.
        for cell in cells {
            #expect(cell["p"] == "0.00390625" && cell["p (Holm, diagram)"] == "0.046875", "\(cell)")
            #expect(Double(cell["p (Holm, report)"] ?? "") == min(1, 72 * 2 / 512.0))
            #expect(cell["significant in"] == "diagram")
        }
    }

    @Test func `the best balancing strategy is the one that validation prefers`() throws {
        let input = Sample.input(records())
        let cells = rows(try plan("phase").draw(input)[1])
        #expect(Set(cells.compactMap { $0["minus"] }) == ["ogm"], "agm is better on test, which must not be asked")
        let text = try Sample.markdown(records())
        #expect(text.contains("| redundant 0.5 0.25 | pdmp | ogm | +0.003"), "\(text)")
        let sentence = "Against the balancing strategy that validation prefers “pdmp” wins 0, ties 0 and loses 0"
        #expect(text.contains(sentence + " comparisons; 12 are open or cannot be decided."))
        #expect(
            Finding(sentence: sentence + " comparisons; 12 are open or cannot be decided.")
                == .balancing(strategy: "pdmp", wins: 0, ties: 0, losses: 0, open: 12))
        // Scores that should be low: the smallest perplexity on validation.
        let falling = records(metric: "test/perplexity", task: "generation")
        let other = rows(try plan("phase").draw(Sample.input(falling))[1])
        #expect(Set(other.compactMap { $0["minus"] }) == ["agm"])
    }

    @Test func `tuned rows are compared with tuned rows`() throws {
        func tuned(_ strategy: String, _ seed: Int, _ score: Double) -> CellRecord {
            Sample.record(
                "tuned", seed, score, options: ["strategy": .string(strategy)], label: "\(strategy) (tuned)")
        }
        let records = (1...6).flatMap { seed in
            [
                Sample.record("joint", seed, 0.5), Sample.record("pdmp", seed, 0.6), Sample.record("ogm", seed, 0.55),
                tuned("joint", seed, 0.5), tuned("pdmp", seed, 0.7), tuned("agm", seed, 0.6), tuned("ogm", seed, 0.58),
            ]
        }
        let text = try Sample.markdown(records)
        #expect(
            text.contains("| pdmp | ogm | +0.050") && text.contains("| pdmp (tuned) | agm (tuned) | +0.100"), "\(text)")
    }

    @Test func `any two rows can be asked for`() throws {
        let figures = FigurePlan.phase("ogm", minus: "agm").draw(Sample.input(records()))
        #expect(figures.map(\.name) == ["phase-ogm-minus-agm"])
        #expect(rows(figures[0]).allSatisfy { $0["difference"] == "-0.02" && $0["p (Holm, report)"] == "nan" })
    }

    @Test func `options that vary together are one axis, and no grid makes no diagram`() throws {
        func data(_ place: (Int) -> [String: ConfigValue], count: Int) -> [CellRecord] {
            (0..<count).flatMap { index in
                (1...6).flatMap { seed in
                    ["joint", "pdmp"].map {
                        Sample.record(
                            $0, seed, 0.5 + ($0 == "pdmp" ? 0.01 * Double(seed) : 0), dataset: "\(index)",
                            data: .object(place(index)))
                    }
                }
            }
        }
        let together = data(
            {
                let signal = [0.5, 1, 2][$0 / 2]
                return ["snr": [.double(signal), .double(1 / signal)], "noise": .int($0 % 2 + 1)]
            }, count: 6)
        let figure = try #require(try plan("phase").draw(Sample.input(together)).first)
        #expect(rows(figure).contains { $0["snr 1, snr 2"] == "0.5, 2" && $0["noise"] == "2" }, "\(figure.table.text)")
        // A diagonal, a single option, and three problems.
        #expect(try plan("phase").draw(Sample.input(data({ ["x": .int($0), "y": .int($0 * $0)] }, count: 5))).isEmpty)
        #expect(try plan("phase").draw(Sample.input(data({ ["x": .int($0)] }, count: 5))).isEmpty)
        #expect(
            try plan("phase").draw(Sample.input(data({ ["x": .int($0 % 2), "y": .int($0 / 2)] }, count: 3))).isEmpty)
        // A third number splits the grid.
        let cube = data({ ["x": .int($0 % 3), "y": .int($0 / 3 % 3), "z": .int($0 / 9)] }, count: 18)
        let panels = Set(rows(try plan("phase").draw(Sample.input(cube))[0]).compactMap { $0["panel"] })
        #expect(panels == ["z 0", "z 1"])
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"), arguments: Layout.Preset.allCases)
    func `are drawn in every format, with holes and hostile names`(_ preset: Layout.Preset) throws {
        try Sample.inFolder { folder in
            var some = records().filter { $0.labels.dataset != "redundant 1.0 0.25" }
            for index in some.indices {
                var options = some[index].spec.dataset.options.objectValue ?? [:]
                options["regime"] = .string((options["regime"]?.stringValue ?? "") + "'; system('touch pwned') #`x`")
                some[index].spec.dataset = Choice("latent", .object(options))
            }
            for figure in try plan("phase").draw(Sample.input(some), preset: preset) {
                try Gnuplot().draw(figure, formats: FigureFormat.allCases, into: folder)
            }
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(files.count == 18 && !files.contains("pwned"), "\(files.sorted())")
        }
    }
}
