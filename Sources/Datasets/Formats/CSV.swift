// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation

/// A table of RFC 4180: header line, commas (or another separator), quotes, LF or CRLF.
public struct CSV: ItemTable, Equatable {
    public let name: String
    public let header: [String]
    public let rows: [[String]]

    /// Reads a file; `columns` name the fields of a table without a header.
    public init(
        path: String, name: String, separator: UInt8 = UInt8(ascii: ","), columns: [String] = []
    ) throws(FormatError) {
        let reader = try ByteReader(file: name, path: path, limit: 1 << 30)
        guard let text = String(validating: reader.bytes, as: UTF8.self) else {
            throw FormatError(name, "is not UTF-8 text")
        }
        try self.init(text: text, name: name, separator: separator, columns: columns)
    }

    /// - Parameters:
    ///   - text: the whole table.
    ///   - name: of the file, for messages.
    ///   - separator: the byte between fields.
    ///   - columns: the header of a table that has none in its first line.
    public init(
        text: String, name: String, separator: UInt8 = UInt8(ascii: ","), columns: [String] = []
    ) throws(FormatError) {
        var table: [[String]]
        do {
            table = try DelimitedText.rows(text, separator: separator).map(\.fields)
        } catch {
            throw FormatError("\(name):\(error.line)", error.message)
        }
        if !columns.isEmpty { table.insert(columns, at: 0) }
        guard let header = table.first else { throw FormatError(name, "is empty") }
        guard Set(header).count == header.count else { throw FormatError("\(name):1", "names a column twice") }
        for (number, row) in table.enumerated().dropFirst() where row.count != header.count {
            throw FormatError(
                "\(name), row \(number)", "has \(row.count) fields, the header has \(header.count)")
        }
        self.name = name
        self.header = header
        rows = Array(table.dropFirst())
    }
}
