// SPDX-License-Identifier: Apache-2.0

/// What a figure is drawn from: blocks of tab-separated rows, each under a line that names its columns. gnuplot reads
/// block n as `index n`.
public struct FigureTable: Equatable, Sendable {
    public enum Field: Equatable, Sendable {
        case number(Double)
        case text(String)
    }

    public struct Block: Equatable, Sendable {
        public let columns: [String]
        public let rows: [[Field]]

        public init(_ columns: [String], _ rows: [[Field]]) {
            self.columns = columns
            self.rows = rows
        }
    }

    public let blocks: [Block]

    public init(_ blocks: [Block]) { self.blocks = blocks }

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
