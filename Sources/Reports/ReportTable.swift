// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// A table before it is written in one of its forms. All forms take their numbers from one formatter.
public struct ReportTable: Sendable, Equatable {
    /// File name without ending.
    public let id: String
    /// Above the table.
    public let title: String
    /// Headers.
    public let columns: [String]
    /// As many cells a row as there are headers.
    public let rows: [[TableCell]]

    public init(id: String, title: String, columns: [String], rows: [[TableCell]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "table \(id): rows of other lengths")
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}

/// One cell, with the records that its number comes from.
public struct TableCell: Sendable, Equatable {
    /// What a cell shows, before it is a text.
    public enum Content: Sendable, Equatable {
        /// Words.
        case text(String)
        /// A whole number.
        case count(Int)
        /// A number with a fixed number of decimals; signed ones carry a plus.
        case number(Double, decimals: Int, signed: Bool)
        /// A probability; tiny ones are shown as "<0.001".
        case probability(Double)
        /// A number with its interval.
        case estimate(Double, ClosedRange<Double>?, decimals: Int, signed: Bool)
        /// A number that does not exist.
        case missing
    }

    /// What it shows.
    public var content: Content
    /// Whether it stands out as the best of its column.
    public var strong: Bool
    /// Ids of records.
    public var records: [String]

    /// - Parameters:
    ///   - content: what it shows.
    ///   - records: ids of the records that the number comes from.
    ///   - strong: whether it stands out.
    public init(_ content: Content, records: [String] = [], strong: Bool = false) {
        self.content = content
        self.records = records
        self.strong = strong
    }

    /// A text that is no result.
    var isName: Bool { if case .text = content { records.isEmpty } else { false } }

    /// A p-value; one that would round to 0 is shown as smaller than the last digit.
    static func p(_ value: Double, records: [String] = []) -> TableCell {
        value.isFinite ? TableCell(.probability(value), records: records) : TableCell(.missing)
    }

    /// Words.
    public static func text(_ text: String) -> TableCell { TableCell(.text(text)) }
    /// A whole number.
    public static func count(_ count: Int, records: [String] = []) -> TableCell {
        TableCell(.count(count), records: records)
    }

    /// A number; "–" for nil.
    public static func number(_ value: Double?, _ decimals: Int = 3, signed: Bool = false, records: [String] = [])
        -> TableCell
    {
        guard let value, value.isFinite else { return TableCell(.missing) }
        return TableCell(.number(value, decimals: decimals, signed: signed), records: records)
    }

    /// A number with its interval; "–" for nil.
    public static func estimate(
        _ value: Double?, _ interval: ClosedRange<Double>?, signed: Bool = false, records: [String] = [],
        strong: Bool = false
    ) -> TableCell {
        guard let value, value.isFinite else { return TableCell(.missing) }
        return TableCell(.estimate(value, interval, decimals: 3, signed: signed), records: records, strong: strong)
    }

    /// The mean of one number per record.
    static func mean(_ values: [(record: String, value: Double)], _ decimals: Int = 3, signed: Bool = false)
        -> TableCell
    {
        let finite = values.filter(\.value.isFinite)
        return finite.isEmpty
            ? TableCell(.missing)
            : .number(Descriptive.mean(finite.map(\.value)), decimals, signed: signed, records: finite.map(\.record))
    }
}

/// A form in which tables are written.
public enum TableSyntax: String, Sendable, CaseIterable {
    /// For reports; for spreadsheets; for papers (booktabs).
    case markdown, csv, latex

    /// The table in this syntax.
    public func text(_ table: ReportTable) -> String {
        switch self {
        case .markdown: markdown(table)
        case .csv: csv(table)
        case .latex: latex(table)
        }
    }

    /// One number: the same digits in every form; only the minus sign and infinity differ.
    func number(_ value: Double, _ decimals: Int, _ signed: Bool) -> String {
        let text = signed ? FixedPoint.signed(value, decimals) : FixedPoint.text(value, decimals)
        switch self {
        case .markdown: return text
        case .csv:
            return text.replacing("−", with: "-").replacing("∞", with: "inf").replacing("–", with: "")
        case .latex:
            return text.replacing("−", with: "$-$").replacing("∞", with: "$\\infty$").replacing("–", with: "--")
        }
    }

    /// A cell as a terminal shows it: no markup.
    public static func plain(_ cell: TableCell) -> String {
        if case .text(let words) = cell.content { return words }
        return TableSyntax.markdown.cell(TableCell(cell.content))
    }

    /// A cell as one text, as Markdown and LaTeX show it.
    func cell(_ cell: TableCell) -> String {
        let text: String
        switch cell.content {
        case .text(let words): text = escape(words)
        case .count(let count): text = String(count)
        case .number(let value, let decimals, let signed): text = number(value, decimals, signed)
        case .probability(let value): text = probability(value)
        case .missing: text = self == .csv ? "" : self == .latex ? "--" : "–"
        case .estimate(let value, let interval, let decimals, let signed):
            let mean = number(value, decimals, signed)
            let range = interval.map {
                "[\(number($0.lowerBound, decimals, signed)), \(number($0.upperBound, decimals, signed))]"
            }
            text = range.map { self == .latex ? "\(mean) {\\scriptsize \($0)}" : "\(mean) \($0)" } ?? mean
        }
        guard cell.strong else { return text }
        return self == .markdown ? "**\(text)**" : self == .latex ? "\\textbf{\(text)}" : text
    }

    /// Three digits, or that it is smaller.
    func probability(_ value: Double) -> String {
        guard value < 0.0005, value >= 0 else { return number(value, 3, false) }
        return self == .latex ? "$<$0.001" : "<0.001"
    }

    /// A probability behind the letter p in a sentence.
    static func relation(_ value: Double) -> String {
        value < 0.0005 && value >= 0 ? "< 0.001" : "= \(FixedPoint.text(value))"
    }

    func escape(_ text: String) -> String {
        switch self {
        case .markdown: Markdown.escape(text)
        case .csv: text
        case .latex: LaTeXText.escape(text)
        }
    }

    private func markdown(_ table: ReportTable) -> String {
        var text = "| " + table.columns.map(escape).joined(separator: " | ") + " |\n"
        text += "|" + table.columns.indices.map { isText(table, $0) ? " --- |" : " ---: |" }.joined() + "\n"
        for row in table.rows { text += "| " + row.map(cell).joined(separator: " | ") + " |\n" }
        return text
    }

    /// RFC 4180; a column of estimates becomes three: the value, `low` and `high`.
    private func csv(_ table: ReportTable) -> String {
        let wide = table.columns.indices.map { column in
            table.rows.contains { if case .estimate = $0[column].content { true } else { false } }
        }
        func field(_ text: String) -> String {
            let risky = text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            return risky ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
        }
        var lines = [
            zip(table.columns, wide).flatMap { $1 ? [$0, "\($0) low", "\($0) high"] : [$0] }.map(field)
                .joined(separator: ",")
        ]
        for row in table.rows {
            lines.append(
                zip(row, wide).flatMap { one, wide -> [String] in
                    guard wide else { return [field(cell(one))] }
                    guard case .estimate(let value, let interval, let decimals, let signed) = one.content else {
                        return [field(cell(one)), "", ""]
                    }
                    return [
                        number(value, decimals, signed), interval.map { number($0.lowerBound, decimals, signed) } ?? "",
                        interval.map { number($0.upperBound, decimals, signed) } ?? "",
                    ]
                }.joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func latex(_ table: ReportTable) -> String {
        let alignment = table.columns.indices.map { isText(table, $0) ? "l" : "r" }.joined()
        var text = "% \(table.title.replacing("\n", with: " ")): needs \\usepackage{booktabs}\n"
        text += "\\begin{tabular}{\(alignment)}\n\\toprule\n"
        text += table.columns.map(escape).joined(separator: " & ") + " \\\\\n\\midrule\n"
        for row in table.rows { text += row.map(cell).joined(separator: " & ") + " \\\\\n" }
        return text + "\\bottomrule\n\\end{tabular}\n"
    }

    private func isText(_ table: ReportTable, _ column: Int) -> Bool {
        table.rows.contains { if case .text = $0[column].content { true } else { false } }
    }
}
