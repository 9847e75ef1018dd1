// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// GitHub-flavoured Markdown; text from users is escaped.
public enum Markdown {
    public static func escape(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#", "~": result += "\\\(character)"
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
        return result
    }

    /// A table; the first column is text, the others are numbers.
    public static func table(_ header: [String], _ rows: [[String]]) -> String {
        var text = "| " + header.joined(separator: " | ") + " |\n"
        text += "|" + header.indices.map { $0 == 0 ? " --- |" : " ---: |" }.joined() + "\n"
        for row in rows { text += "| " + row.joined(separator: " | ") + " |\n" }
        return text
    }

    /// "0.812 [0.790, 0.834]"
    public static func estimate(_ summary: MeanInterval) -> String {
        guard summary.count > 0 else { return "–" }
        let mean = FixedPoint.text(summary.mean)
        guard let interval = summary.interval else { return mean }
        return "\(mean) [\(FixedPoint.text(interval.lowerBound)), \(FixedPoint.text(interval.upperBound))]"
    }
}

/// One section of a report; a new one is one file and one line in `sections`.
public protocol ReportSection: Sendable {
    static var title: String { get }
    /// nil leaves the section out.
    static func body(_ input: ReportInput) -> String?
}
