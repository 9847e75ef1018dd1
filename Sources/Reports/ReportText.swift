// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A report as text: Markdown, its tables, and which record each number comes from.
struct ReportText {
    struct Drawn: Equatable {
        let name: String
        let title: String
        let section: String

        init(name: String, title: String, section: String) {
            self.name = name
            self.title = title
            self.section = section
        }

        init(_ figure: Figure, _ section: String) {
            self.init(name: figure.name, title: figure.title, section: section)
        }
    }

    /// A number or sentence of the report and the records behind it.
    struct Source: Equatable {
        let place: String
        let text: String
        let records: [String]
    }

    private(set) var markdown: String
    /// Without the records behind their numbers: those stand in `entries`.
    private(set) var tables: [ReportTable] = []
    private var places: [(place: String, text: String, group: Int)] = []
    /// Records that stand behind a number; most groups stand behind many.
    private var groups: [[String]] = []
    private var numbers: [[String]: Int] = [:]
    private var ids: Set<String> = []
    private let drawn: [Drawn]
    private let skipped: String?

    /// A part under a heading of its own.
    struct Part {
        let id: String
        let title: String
        let blocks: [ReportBlock]
        let figures: [Drawn]
        /// Markdown that stands last.
        var note = ""
    }

    init(_ input: ReportInput, figures: [Drawn], skipped: String?) {
        let many = input.problems.count > ReportWriter.problemsDrawn
        // Two sections at a time: the records behind all numbers of a large report take much room.
        let parts = stride(from: 0, to: sections.count, by: 2).lazy.flatMap { first in
            let pair = Array(sections[first..<min(first + 2, sections.count)])
            let blocks = pair.concurrentMap { $0.blocks(input) }
            return zip(pair, blocks)
        }.map { section, blocks in
            let own = figures.filter { $0.section == section.id }
            return Part(
                id: section.id, title: section.title, blocks: blocks, figures: own,
                note: many && section.id == "scores" && !own.isEmpty
                    ? "Figures of single problems are drawn for the first \(ReportWriter.problemsDrawn) of \(input.problems.count); `pdmpbench plot` draws the others."
                    : "")
        }
        self.init(title: input.suite, question: input.question, parts: parts, figures: figures, skipped: skipped)
    }

    init(title: String, question: String, parts: some Sequence<Part>, figures: [Drawn], skipped: String?) {
        drawn = figures
        self.skipped = skipped
        markdown = "# \(Markdown.escape(title))\n"
        if !question.isEmpty { markdown += "\n\(Markdown.escape(question))\n" }
        if let skipped { markdown += "\nfigures skipped: \(Markdown.escape(skipped))\n" }
        for part in parts where !part.blocks.isEmpty || !part.figures.isEmpty {
            markdown += "\n## \(part.title)\n"
            var listing = false
            for block in part.blocks {
                if case .finding(let finding, let records) = block {
                    markdown += "\(listing ? "" : "\n")- \(finding.sentence)\n"
                    note(part.id, finding.sentence, records)
                    listing = true
                    continue
                }
                listing = false
                append(block)
            }
            for figure in part.figures {
                markdown += "\n![\(Markdown.escape(figure.title))](figures/\(figure.name).svg)\n"
            }
            if !part.note.isEmpty { markdown += "\n\(part.note)\n" }
        }
    }

    private mutating func append(_ block: ReportBlock) {
        switch block {
        case .text(let text): markdown += "\n\(text.hasSuffix("\n") ? String(text.dropLast()) : text)\n"
        case .heading(let text): markdown += "\n### \(Markdown.escape(text))\n"
        case .finding: break
        case .table(let table):
            var table = table
            var number = 2
            let id = table.id
            while !ids.insert(table.id).inserted {
                table = ReportTable(id: "\(id)-\(number)", title: table.title, columns: table.columns, rows: table.rows)
                number += 1
            }
            markdown += "\n\(TableSyntax.markdown.text(table))"
            tables.append(
                ReportTable(
                    id: table.id, title: table.title, columns: table.columns,
                    rows: table.rows.map { $0.map { TableCell($0.content, strong: $0.strong) } }))
            for row in table.rows {
                // What names the row: its texts up to the first number.
                let name = row.prefix { $0.isName }.map(TableSyntax.plain).joined(separator: ", ")
                for (column, cell) in row.enumerated() where !cell.records.isEmpty {
                    note(
                        "\(table.id) / \(name) / \(table.columns[column])", TableSyntax.markdown.cell(cell),
                        cell.records)
                }
            }
        }
    }

    private mutating func note(_ place: String, _ text: String, _ records: [String]) {
        let group: Int
        if let known = numbers[records] {
            group = known
        } else {
            var seen: Set<String> = []
            let distinct = records.filter { seen.insert($0).inserted }
            group = numbers[distinct] ?? groups.count
            if group == groups.count { groups.append(distinct) }
            numbers[distinct] = group
        }
        places.append((place, text, group))
    }

    /// Every number and sentence with the records behind it.
    var entries: some Sequence<Source> {
        places.lazy.map { Source(place: $0.place, text: $0.text, records: groups[$0.group]) }
    }

    /// `sources.jsonl`: first what was drawn, then one line a number. Records that several numbers share stand once, as a
    /// group that later lines name.
    var sources: String { sourceLines.joined() }

    /// The same line by line: that of a large report is larger than all of its text.
    var sourceLines: some Sequence<String> {
        let head: ConfigValue = [
            "$schema": "pdmpbench-sources-1",
            "figures": .array(
                drawn.map {
                    ["name": .string($0.name), "section": .string($0.section), "title": .string($0.title)]
                }),
            "skipped": skipped.map { .string($0) } ?? .null,
        ]
        return sequence(state: (next: -1, written: 0)) { state -> String? in
            defer { state.next += 1 }
            if state.next < 0 { return head.canonicalJSON + "\n" }
            guard state.next < places.count else { return nil }
            let entry = places[state.next]
            var members: [String: ConfigValue] = ["place": .string(entry.place), "text": .string(entry.text)]
            if entry.group < state.written {
                members["group"] = .int(entry.group)
            } else {
                state.written += 1
                members["records"] = .array(groups[entry.group].map { .string($0) })
            }
            return ConfigValue.object(members).canonicalJSON + "\n"
        }
    }
}

/// What a clock measured; not part of the determinism contract.
enum MeasuredCost {
    static func markdown(_ input: ReportInput) -> String {
        var rows: [[TableCell]] = []
        var machines: [String] = []
        for problem in input.problems {
            for strategy in input.strategies(problem) {
                let records = input.finished(problem, strategy).filter { !$0.isExternal }
                guard !records.isEmpty else { continue }
                let count = Double(records.count)
                rows.append([
                    .text(input.title(problem)), .text(strategy),
                    .number(records.reduce(0) { $0 + $1.result.cost.seconds } / count, 2),
                    .number(Double(records.map(\.result.cost.peakRSSBytes).max() ?? 0) / 1e6, 0),
                ])
                for record in records {
                    let machine = record.result.machine
                    let text = machine.keys.sorted().map { "\($0): \(machine[$0] ?? "")" }.joined(separator: ", ")
                    if !text.isEmpty, !machines.contains(text), machines.count < 20 { machines.append(text) }
                }
            }
        }
        let table = ReportTable(
            id: "measured", title: "Measured cost", columns: ["problem", "strategy", "seconds", "peak memory (MB)"],
            rows: rows)
        return
            "# Cost of \(Markdown.escape(input.suite))\n\nMeans per run, as measured when it was trained; not part of the determinism contract.\n\n"
            + TableSyntax.markdown.text(table)
            + "\nMachines:\n\n" + machines.map { "- \(Markdown.escape($0))\n" }.joined()
    }
}
