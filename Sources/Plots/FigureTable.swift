// SPDX-License-Identifier: Apache-2.0

/// What a figure is drawn from: blocks of tab-separated rows, each under a line that names its columns. gnuplot reads
/// block n as `index n`.
public struct FigureTable: Equatable, Sendable {
    /// What stands in one place of a table.
    public enum Field: Equatable, Sendable {
        /// A number; not a number is written as gnuplot's missing value.
        case number(Double)
        /// A text; always quoted.
        case text(String)
    }

    /// Rows under a header, separated from the next block by empty lines.
    public struct Block: Equatable, Sendable {
        /// Headers, one a field.
        public let columns: [String]
        /// As many fields a row as there are headers.
        public let rows: [[Field]]

        /// Rows under their headers.
        public init(_ columns: [String], _ rows: [[Field]]) {
            self.columns = columns
            self.rows = rows
        }
    }

    /// In the order in which scripts count them.
    public let blocks: [Block]

    /// Blocks of one file.
    public init(_ blocks: [Block]) { self.blocks = blocks }

    /// The `.tsv` file.
    public var text: String {
        blocks.map { block in
            "# " + block.columns.joined(separator: "\t") + "\n"
                + block.rows.map { row in
                    row.map { field in
                        switch field {
                        case .number(let value): Figure.number(value)
                        case .text(let text): FigureTable.quoted(text)
                        }
                    }.joined(separator: "\t") + "\n"
                }.joined()
        }.joined(separator: "\n\n")
    }

    /// No tabs, line ends or quotes, so that gnuplot reads it as one field.
    static func quoted(_ text: String) -> String {
        "\"" + String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 == "\"" ? "'" : $0 }) + "\""
    }
}
