// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// A figure before it is drawn: a table and the commands that draw it. Text from users is data in both.
public struct Figure: Equatable, Sendable {
    /// File name without ending; letters, digits and hyphens only.
    public let name: String
    /// Above the figure, and as its alternative text.
    public let title: String
    /// Width, height and sizes of text.
    public let layout: Layout
    /// What is drawn.
    public let table: FigureTable
    /// gnuplot commands after the terminal is set; texts in them come from `quoted`.
    public let commands: String

    public init(name: String, title: String, layout: Layout = Layout(), table: FigureTable, commands: String) {
        self.name = Figure.slug(name)
        self.title = title
        self.layout = layout.holding(lineBreaks: commands.components(separatedBy: Figure.lineBreak).count - 1)
        self.table = table
        self.commands = commands
    }

    /// The quoted name of the table's file as the commands of a figure called `name` write it.
    static func file(_ name: String) -> String { "'\(slug(name)).tsv'" }

    /// A file name that says what it can of a text.
    public static func slug(_ text: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else if result.last != "-" {
                result += "-"
            }
        }
        let trimmed = result.split(separator: "-").joined(separator: "-")
        let short = String(trimmed.prefix(80))
        // Texts that lose more than spaces and commas keep a hash, so that two of them do not meet in one file.
        let plain = text.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || "-/, ".unicodeScalars.contains(scalar)
        }
        return plain && !short.isEmpty && trimmed.count <= 80
            ? short : short + "-" + String(SHA256.hex(of: text).prefix(6))
    }

    /// The same figure in files of another name.
    public func renamed(_ name: String) -> Figure {
        Figure(
            name: name, title: title, layout: layout, table: table,
            commands: commands.replacingOccurrences(of: "'\(self.name).tsv'", with: Figure.file(name)))
    }

    /// A gnuplot string: single-quoted, in which nothing is run or replaced. gnuplot 5.4 does not take a doubled quote
    /// at the beginning of such a string, so an apostrophe becomes the typographic one; control characters become spaces.
    /// Inside stand marks from which the LaTeX form of the script knows where text begins and ends.
    public static func quoted(_ text: String, limit: Int = 200) -> String { quoted(text, limit: limit, mark: "") }

    /// The same for a label of an axis, in which gnuplot would read a per cent sign as a format.
    static func tic(_ text: String, limit: Int = 200) -> String { quoted(text, limit: limit, mark: TextMark.tic) }

    private static func quoted(_ text: String, limit: Int, mark: String) -> String {
        var result = "'" + TextMark.begin + mark
        for scalar in shortened(text, limit).unicodeScalars {
            if scalar == "'" {
                result += "\u{2019}"
            } else {
                result.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? " " : scalar)
            }
        }
        return result + TextMark.end + "'"
    }

    /// Joins two strings of an expression to two lines.
    private static let lineBreak = ".\"\\n\"."

    /// A text over up to `lines` lines of `limit` characters, broken between words; what does not fit is cut. The figure
    /// grows by the lines that are added.
    static func wrapped(_ text: String, limit: Int, lines: Int = 2) -> String {
        var done: [String] = []
        var line = ""
        var words = text.split(separator: " ", omittingEmptySubsequences: false)[...]
        while done.count + 1 < lines, let word = words.first {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            if longer.count > limit, !line.isEmpty {
                done.append(line)
                line = ""
            } else {
                line = longer
                words = words.dropFirst()
            }
        }
        let rest = ([line] + words.map(String.init)).filter { !$0.isEmpty }.joined(separator: " ")
        return (done + [rest]).map { quoted($0, limit: limit) }.joined(separator: lineBreak)
    }

    /// A range for an axis that gnuplot would find empty; "" where it finds one itself.
    static func rangeIfFlat(_ axis: String, _ values: [Double]) -> String {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), high - low <= abs(high) * 1e-9 else { return "" }
        return "set \(axis)range \(limits(range(finite)))\n"
    }

    /// At most `limit` characters; a cut is shown. It lies behind the middle: names of one family differ at their ends.
    static func shortened(_ text: String, _ limit: Int) -> String {
        guard text.count > limit else { return text }
        let kept = max(1, limit - 1)
        let end = kept * 2 / 5
        return text.prefix(kept - end) + "…" + text.suffix(end)
    }

    /// Ten significant digits: more than a figure shows, fewer than rounding of elementary functions disturbs.
    public static func number(_ value: Double) -> String { value.isFinite ? String(format: "%.10g", value) : "nan" }

    /// A range around `values` with some air; never empty.
    static func range(_ values: [Double], air: Double = 0.05) -> ClosedRange<Double> {
        let finite = values.filter(\.isFinite)
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        let reach = max((high - low) * air, abs(high) * 1e-3, 1e-9)
        return (low - reach)...(high + reach)
    }

    static func limits(_ range: ClosedRange<Double>) -> String {
        "[\(number(range.lowerBound)):\(number(range.upperBound))]"
    }
}

/// Marks around text inside the commands of a figure; both are control characters that `quoted` keeps out of texts.
enum TextMark {
    static let begin = "\u{1}"
    static let end = "\u{2}"
    /// Stands first in a label of an axis.
    static let tic = "\u{3}"

    /// The commands with each text passed through `escape`, marks removed.
    static func resolve(_ commands: String, _ escape: (String) -> String) -> String {
        var result = ""
        var rest = commands[...]
        while let start = rest.range(of: begin), let end = rest.range(of: end, range: start.upperBound..<rest.endIndex)
        {
            let text = rest[start.upperBound..<end.lowerBound]
            let isTic = text.hasPrefix(tic)
            let escaped = escape(String(isTic ? text.dropFirst() : text))
            result += rest[..<start.lowerBound] + (isTic ? escaped.replacing("%", with: "%%") : escaped)
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    /// Text that LaTeX sets as it stands.
    static func latex(_ text: String) -> String { LaTeXText.escape(text) }
}

/// Text for LaTeX: no character of it is a command.
public enum LaTeXText {
    /// A text as LaTeX shows it.
    public static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "_", "%": result += "\\\(scalar)"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "<": result += "\\textless{}"
            case ">": result += "\\textgreater{}"
            case "|": result += "\\textbar{}"
            case "\"": result += "\\textquotedbl{}"
            case "−": result += "$-$"
            case "×": result += "$\\times$"
            case "≥": result += "$\\geq$"
            case "≤": result += "$\\leq$"
            case "±": result += "$\\pm$"
            case "…": result += "\\dots{}"
            case "–": result += "--"
            case "γ": result += "$\\gamma$"
            case "α": result += "$\\alpha$"
            default: result.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? " " : scalar)
            }
        }
        return result
    }
}
