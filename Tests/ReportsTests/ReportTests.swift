// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Suites
import Testing

@Suite struct Reports {
    @Test func `say where PDMP wins, and degrade without gnuplot`() throws {
        try Sample.inFolder { folder in
            let outcome = try ReportWriter(Sample.input(Sample.clear), gnuplot: Gnuplot(program: "no-such-gnuplot"))
                .write(to: folder)
            let text = try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
            #expect(text.contains("“pdmp” **wins** against “joint”: accuracy +0.100"), "\(text.prefix(900))")
            #expect(text.contains("figures skipped:") && outcome.skipped != nil && outcome.figures.isEmpty)
            #expect(text.contains(#"d\|\`x\`"#))
        }
    }

    @Test func `survive failures, single seeds and nothing at all`() throws {
        let failed = try Sample.markdown([
            Sample.record("joint", 1, 0, state: .failed), Sample.record("pdmp", 1, 0, state: .failed),
        ])
        #expect(failed.contains("2 of 2 cells **failed**.") && failed.contains(#"boom \| \<b\>"#))
        let single = try Sample.markdown([Sample.record("joint", 1, 0.5), Sample.record("pdmp", 1, 0.4)])
        #expect(single.contains("**cannot be decided** with 1 seeds (needs ≥ 6)"))
        #expect(try Sample.markdown([]).contains("# s"))
    }

    @Test func `every sentence of the summary reads back as the finding it came from`() throws {
        let noisy = (1...8).map { Sample.record("ogm", $0, 0.5 + Double($0) / 1000 + ($0 % 2 == 0 ? 0.1 : -0.09)) }
        let text = try Sample.markdown(Sample.clear + noisy)
        let summary = text.components(separatedBy: "\n## ").first { $0.hasPrefix("Summary") } ?? ""
        let lines = summary.split(separator: "\n").filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
        #expect(lines.count >= 3)
        let findings = lines.compactMap { Finding(sentence: $0) }
        #expect(findings.count == lines.count, "\(lines)")
        #expect(findings.map(\.sentence) == lines)
        let comparison = findings.first { if case .comparison = $0 { true } else { false } }
        guard case .comparison(let problem, let strategy, _, _, _, _, let seeds, let outcome)? = comparison else {
            Issue.record("no comparison in \(lines)")
            return
        }
        #expect(problem == "d|`x`" && strategy == "pdmp" && seeds == 8 && outcome == .wins)
    }

    @Test func `sentences survive any names`() throws {
        let names = [
            "a", "“quoted”", "x, “y” **wins** against", "1 of 2 cells **failed**.", "\\|`*_[]<>#~&", "ü: 0.1, p = 3",
        ]
        var count = 0
        for (index, name) in names.enumerated() {
            for other in names {
                for outcome: Finding.Outcome in [
                    .wins, .ties, .loses, .open(seeds: 3 + index), .open(seeds: 0), .undecidable(needs: 9),
                ] {
                    let finding = Finding.comparison(
                        problem: name, strategy: other, baseline: "joint", metric: "accuracy",
                        difference: "+0.1 [−0.1, +0.3]", p: "0.020", seeds: 8, outcome: outcome)
                    let back = try #require(Finding(sentence: finding.sentence), "\(finding.sentence)")
                    #expect(back.sentence == finding.sentence.replacing("&amp;amp;", with: "&amp;"))
                    guard case .comparison(_, _, _, _, let difference, _, _, let read) = back else {
                        Issue.record("\(finding.sentence) reads as something else")
                        continue
                    }
                    #expect(read == outcome && difference == "+0.1 [−0.1, +0.3]")
                    count += 1
                }
            }
        }
        #expect(count == 216)
        #expect(Finding(sentence: "On the whole it works.") == nil)
    }

    @Test func `intervals end where the metric does`() throws {
        // 0.97 and 1 by turns: the Student interval of three ends at 1.023.
        let records = [0.97, 1, 1].enumerated().flatMap { index, score in
            [Sample.record("joint", index + 1, score), Sample.record("pdmp", index + 1, 0.01 * Double(index % 2))]
        }
        let text = try Sample.markdown(records, ranges: ["accuracy": 0...1])
        #expect(text.contains("| joint | **0.990 [0.947, 1.000]** |"), "\(text)")
        #expect(text.contains("| pdmp | 0.003 [0.000, 0.018] |"))
        #expect(text.contains("95 % Student interval, cut off at 0 and 1;"))
        // Differences reach from −1 to 1 at most.
        #expect(text.contains("−0.987 [−1.000, "))
        // Percents are not shares: nothing is cut.
        let percents = [97.0, 100, 100].enumerated().map { Sample.record("joint", $0 + 1, $1) }
        #expect(try Sample.markdown(percents, ranges: ["accuracy": 0...1]).contains("99.000 [94.697, 103.303]"))
    }

    @Test func `tables carry the same digits in Markdown, CSV and LaTeX`() {
        let table = ReportTable(
            id: "t", title: "T", columns: ["name", "estimate", "n"],
            rows: [
                [.text("a_b & \"c\", d"), .estimate(-0.12345, (-0.2)...0.1, signed: true), .count(3)],
                [.text("z"), TableCell(.missing), .number(0.0005)],
            ])
        #expect(
            TableSyntax.markdown.text(table)
                == "| name | estimate | n |\n| --- | ---: | ---: |\n| a\\_b &amp; \"c\", d | −0.123 [−0.200, +0.100] | 3 |\n| z | – | 0.001 |\n"
        )
        #expect(
            TableSyntax.csv.text(table)
                == "name,estimate,estimate low,estimate high,n\n\"a_b & \"\"c\"\", d\",-0.123,-0.200,+0.100,3\nz,,,,0.001\n"
        )
        #expect(
            TableSyntax.latex.text(table).contains(
                "a\\_b \\& \\textquotedbl{}c\\textquotedbl{}, d & $-$0.123 {\\scriptsize [$-$0.200, +0.100]} & 3 \\\\\nz & -- & 0.001 \\\\"
            ))
    }

    @Test func `numbers are traced to records, and a lost record is noticed`() throws {
        try Sample.inFolder { folder in
            let records = Sample.clear
            _ = try Sample.write(Sample.input(records), to: folder)
            #expect(try ReportCheck.problems(Sample.input(records), folder: folder).isEmpty)
            let lost = try ReportCheck.problems(Sample.input(Array(records.dropLast())), folder: folder)
            #expect(lost.contains { $0.contains("rests on record \(records[15].id)") }, "\(lost)")
            var changed = records
            changed[1].result.metrics["test/accuracy"] = 0.9
            let other = try ReportCheck.problems(Sample.input(changed), folder: folder)
            #expect(other.contains { $0.contains("scores-") && $0.contains("the records give") }, "\(other)")
            // A number changed by hand.
            let report = folder.appendingPathComponent("report.md")
            let text = try String(contentsOf: report, encoding: .utf8)
            try Data(text.replacing("+0.100", with: "+0.201").utf8).write(to: report)
            #expect(
                try ReportCheck.problems(Sample.input(records), folder: folder).contains { $0.contains("report.md:") })
        }
    }

    @Test func `the same records give the same bytes, in any folder`() throws {
        let first = try Sample.markdown(Sample.clear)
        #expect(try Sample.markdown(Sample.clear) == first)
    }

    @Test func `tasks are judged by their own metric and direction`() throws {
        let written = (1...8).flatMap { seed in
            [
                Sample.record("joint", seed, 9 + Double(seed) / 10, task: "generation", metric: "test/perplexity"),
                Sample.record("pdmp", seed, 7 + Double(seed) / 11, task: "generation", metric: "test/perplexity"),
            ]
        }
        let text = try Sample.markdown(Sample.clear + written)
        #expect(text.contains("**wins** against “joint”: perplexity −2."), "\(text.prefix(1500))")
        #expect(text.contains("**test/perplexity** (lower is better)"))
    }

    @Test func `what was run is cited, what was not is not`() throws {
        let cards = [
            Card(
                id: "strategy/pdmp", title: "PDMP", summary: "", reference: "Authors 2026", bibtex: "@article{pdmp,\n}"),
            Card(id: "strategy/ogm", title: "OGM", summary: "", reference: "Others 2022"),
        ]
        let text = try Sample.markdown(Sample.clear, sources: cards)
        #expect(text.contains("Authors 2026") && text.contains("@article{pdmp,") && !text.contains("Others 2022"))
        #expect(text.contains("author must answer") && text.contains("Yes: all 16 finished runs carry both."))
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"))
    func `all figures that the records allow are drawn`() throws {
        try Sample.inFolder { folder in
            var records: [CellRecord] = []
            for dataset in ["p", "q"] {
                for seed in 1...6 {
                    for (index, strategy) in ["joint", "pdmp", "ogm"].enumerated() {
                        let score = 0.5 + 0.02 * Double(index) + 0.01 * Double((seed * 7 + index) % 5)
                        var record = Sample.record(
                            strategy, seed, score, dataset: dataset,
                            diagnostics: [
                                "shapley/a": 0.2, "shapley/b": 0.1, "shapley/full": 0.5, "shapley/empty": 0.2,
                                "robustness/a/noise/0": score, "robustness/a/noise/1": score - 0.1,
                            ])
                        record.result.curves["dependency/a"] = [0.4, 0.6]
                        records.append(record)
                    }
                    for ratio in [0.25, 0.5, 1, 2, 4] {
                        records.append(
                            Sample.record(
                                "mine", seed, 0.6 - 0.01 * (ratio - 1) * (ratio - 1), dataset: dataset,
                                options: ["ratio": .double(ratio)], label: "mine \(ratio)"))
                    }
                    var alone = Sample.record(
                        "unimodal", seed, 0.4, dataset: dataset, options: ["modality": "a"], label: "alone")
                    alone.result.unimodal["head/a/accuracy"] = 0.4
                    records.append(alone)
                }
            }
            for index in records.indices { records[index].result.unimodal["split/a/accuracy"] = 0.4 }
            let outcome = try ReportWriter(Sample.input(records)).write(to: folder)
            #expect(outcome.skipped == nil)
            let missing = figurePlans.map(\.id).filter { id in !outcome.figures.contains { $0.hasPrefix(id) } }
            #expect(missing == ["balance-measured", "phase", "surface"], "\(outcome.figures)")
            let text = try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
            for figure in outcome.figures { #expect(text.contains("(figures/\(figure).svg)")) }
            #expect(text.contains("add up to the score of all modalities"))
        }
    }

    @Test func `kinds of figures are in order and belong to sections`() {
        #expect(figurePlans.map(\.id) == figurePlans.map(\.id).sorted())
        for plan in figurePlans { #expect(sections.contains { $0.id == plan.section }, "\(plan.id)") }
        #expect(Set(sections.map { $0.id }).count == sections.count)
    }
}
