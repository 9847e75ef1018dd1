// SPDX-License-Identifier: Apache-2.0

/// GitHub-flavoured Markdown; text from users is escaped.
public enum Markdown {
    /// A text that Markdown shows as it is.
    public static func escape(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#", "~", "$": result += "\\\(character)"
            case "&": result += "&amp;"
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
        return result
    }

    /// Text as code. A fence longer than any run of backticks inside holds it; a table's bar is escaped.
    public static func code(_ text: String) -> String {
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
        return fence + space + line + space + fence
    }
}

/// A part of a section.
public enum ReportBlock: Sendable, Equatable {
    /// Markdown, one paragraph or more.
    case text(String)
    /// A table, which is written as CSV and LaTeX as well.
    case table(ReportTable)
    /// A sentence whose numbers come from records.
    case finding(Finding, records: [String])
    /// A subheading.
    case heading(String)
}

/// One section of a report; a new one is one file and one line in `sections`.
public protocol ReportSection: Sendable {
    /// Kebab-case; figures name the section they stand in.
    static var id: String { get }
    /// The section's heading.
    static var title: String { get }
    /// Empty leaves the section out, unless figures belong to it.
    static func blocks(_ input: ReportInput) -> [ReportBlock]
}
