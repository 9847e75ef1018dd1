// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A figure before it is drawn: a table and the commands that draw it. Text from users is data in both.
public struct Figure: Equatable, Sendable {
    /// File name without ending; letters, digits and hyphens only.
    public let name: String
    public let title: String
    /// Tab-separated, with a header line.
    public let table: String
    public let commands: String

    public init(name: String, title: String, table: String, commands: String) {
        self.name = Figure.slug(name)
        self.title = title
        self.table = table
        self.commands = commands
    }

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
        // Texts that lose something keep a hash, so that two of them do not meet in one file.
        return short == text ? short : short + "-" + String(SHA256.hex(of: text).prefix(6))
    }

    /// A gnuplot string: single-quoted, in which nothing is run or replaced. gnuplot 5.4 does not take a doubled quote
    /// at the beginning of such a string, so an apostrophe becomes the typographic one; control characters become spaces.
    public static func quoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" {
                result += "\u{2019}"
            } else {
                result.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? " " : scalar)
            }
        }
        return result + "'"
    }

    /// A field of a tab-separated table: no tabs, line ends or quotes, so that gnuplot reads it as one word.
    public static func field(_ text: String) -> String {
        "\"" + String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 == "\"" ? "'" : $0 }) + "\""
    }

    public static func number(_ value: Double) -> String { value.isFinite ? JSONText.number(value) : "nan" }
}

/// Okabe and Ito's colors, told apart by the colour-blind; each with its own dash and point.
public enum Palette {
    static let colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"]

    public static func color(_ index: Int) -> String { colors[index % colors.count] }
    public static func dash(_ index: Int) -> Int { index / colors.count + index % 5 + 1 }
    public static func point(_ index: Int) -> Int { [7, 5, 9, 13, 11, 4, 6, 8][index % 8] }

    /// Commands that all figures share.
    static let frame = """
        set border 3 lc rgb '#444444'
        set tics nomirror out
        set grid ytics lc rgb '#DDDDDD' lt 1
        set key outside right top Left reverse noenhanced
        """
}
