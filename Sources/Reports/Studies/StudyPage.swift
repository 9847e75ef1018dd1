// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics
import Suites

/// The page of a study: how each hypothesis came out over the records of all its suites.
public struct StudyPage {
    /// A suite of the study and what is known of it.
    public struct Part: Sendable {
        /// Folder of its report, below the study's.
        public let folder: String
        /// Its records, and what a report says of them.
        public let input: ReportInput

        public init(folder: String, input: ReportInput) {
            self.folder = folder
            self.input = input
        }
    }

    private let study: Study
    private let parts: [Part]
    private let command: String
    /// How each hypothesis came out, in the order of the study's file.
    public let outcomes: [HypothesisOutcome]

    /// - Parameters:
    ///   - study: what was asked.
    ///   - parts: its suites, in its order.
    ///   - command: makes the study again.
    public init(_ study: Study, _ parts: [Part], command: String) {
        self.study = study
        self.parts = parts
        self.command = command
        outcomes = HypothesisOutcome.judge(
            study.hypotheses, Dictionary(parts.map { ($0.input.suite, $0.input) }) { first, _ in first })
    }

    /// Writes `report.md`, its tables and sources, and copies of the figures that the study names.
    ///
    /// - Returns: names of figures that no report has.
    public func write(to folder: URL) throws -> [String] {
        let figures = folder.appendingPathComponent("figures")
        let tables = folder.appendingPathComponent("tables")
        let files = FileManager.default
        for place in [figures, tables] {
            try? files.removeItem(at: place)
            try files.createDirectory(at: place, withIntermediateDirectories: true)
        }
        var drawn: [ReportText.Drawn] = []
        var missing: [String] = []
        for named in study.figures {
            let source = folder.appendingPathComponent("\(named.folder)/figures")
            guard files.fileExists(atPath: source.appendingPathComponent("\(named.figure).svg").path) else {
                missing.append("\(named.folder)/\(named.figure)")
                continue
            }
            // All of a figure's files, under the names that they know each other by, so that it can be drawn and reproduced
            // from where it stands.
            for ending in ["svg", "png", "pdf", "gp", "tsv"] {
                let file = "\(named.figure).\(ending)"
                if files.fileExists(atPath: source.appendingPathComponent(file).path) {
                    try files.copyItem(
                        at: source.appendingPathComponent(file), to: figures.appendingPathComponent(file))
                }
            }
            drawn.append(
                ReportText.Drawn(
                    name: named.figure, title: "\(named.folder): \(named.figure)", section: "figures"))
        }
        let text = ReportText(
            title: study.name, question: study.question, parts: sections(drawn), figures: drawn, skipped: nil)
        for table in text.tables {
            for (syntax, ending) in [(TableSyntax.csv, "csv"), (.latex, "tex")] {
                try ReportWriter.write(
                    syntax.text(table), to: tables.appendingPathComponent("\(table.id).\(ending)"))
            }
        }
        try ReportWriter.write(text.markdown, to: folder.appendingPathComponent("report.md"))
        try ReportWriter.write(text.sources, to: folder.appendingPathComponent("sources.jsonl"))
        return missing
    }

    private func sections(_ figures: [ReportText.Drawn]) -> [ReportText.Part] {
        let answers = ReportText.Part(
            id: "answers", title: "Answers",
            blocks: [
                .table(summary),
                .text(
                    "A hypothesis is *supported* or *contradicted* where its test is significant at 0.05 after Holm's correction over all that were stated, a *tie* where the 90 % interval of the difference lies within ± 0.01, *open* else. “No effect” is supported by a tie only."
                ),
            ], figures: [])
        let questions = study.questions.map { question in
            ReportText.Part(
                id: question.id, title: "\(Markdown.escape(question.id)) \(Markdown.escape(question.text))",
                blocks: [.table(table(question))], figures: [])
        }
        return [answers] + questions + [
            ReportText.Part(id: "figures", title: "Figures", blocks: [], figures: figures),
            ReportText.Part(id: "suites", title: "Suites", blocks: [.text(suites)], figures: []),
            ReportText.Part(
                id: "reproduce", title: "How to reproduce",
                blocks: [
                    .text(
                        "```sh\n\(command)\n```\n\ntrains what is missing and writes this page again. A difference is the mean over seeds of the mean over problems, turned so that more is better, with Student's 95 % interval; a trend is Kendall's τ_b of the difference with the option, in the same way; p is Wilcoxon's, two-sided, after Holm. `sources.jsonl` names the records behind each number."
                    )
                ], figures: []),
        ]
    }

    private var summary: ReportTable {
        ReportTable(
            id: "answers", title: "Answers",
            columns: ["question", "hypotheses", "supported", "contradicted", "a tie", "open", "not asked"],
            rows: study.questions.map { question in
                let own = outcomes.filter { $0.hypothesis.group == question.id }
                func count(_ matches: (HypothesisOutcome.Verdict) -> Bool) -> TableCell {
                    let meant = own.filter { matches($0.verdict) }
                    return .count(meant.count, records: meant.flatMap(\.records))
                }
                return [
                    .text("\(question.id) \(question.text)"), .count(own.count), count { $0 == .supported },
                    count { $0 == .contradicted }, count { $0 == .tie },
                    count {
                        switch $0 {
                        case .open, .undecidable: true
                        default: false
                        }
                    },
                    count { if case .missing = $0 { true } else { false } },
                ]
            })
    }

    private func table(_ question: Study.Question) -> ReportTable {
        ReportTable(
            id: "hypotheses-\(Figure.slug(question.id.lowercased()))", title: question.text,
            columns: ["", "claim", "measured by", "problems", "seeds", "difference", "p", "verdict"],
            rows: outcomes.filter { $0.hypothesis.group == question.id }.map { outcome in
                let records = outcome.records
                return [
                    .text(outcome.hypothesis.id), .text(outcome.hypothesis.claim), .text(outcome.unit),
                    .count(outcome.problems), .count(outcome.seeds),
                    .estimate(outcome.estimate, outcome.interval, signed: true, records: records),
                    outcome.p.map { .p($0, records: records) } ?? TableCell(.missing),
                    TableCell(.text(outcome.verdict.text), records: records),
                ]
            })
    }

    private var suites: String {
        parts.map { part in
            let records = part.input.records
            func count(_ state: RunState) -> Int { records.filter { $0.result.state == state }.count }
            var sentences = [part.input.question].filter { !$0.isEmpty }.map(Markdown.escape)
            sentences.append(
                "\(records.count) cells, \(count(.failed)) failed, \(count(.notApplicable)) not applicable.")
            if !part.input.skipped.isEmpty {
                sentences.append("Not there: \(part.input.skipped.map(Markdown.escape).joined(separator: "; ")).")
            }
            return "- [\(Markdown.escape(part.folder))](\(part.folder)/report.md): \(sentences.joined(separator: " "))"
        }.joined(separator: "\n")
    }
}
