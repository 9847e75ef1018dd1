// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A table of RFC 4180: header line, commas (or another separator), quotes, LF or CRLF.
public struct CSV: ItemTable, Equatable {
    public let name: String
    public let header: [String]
    public let rows: [[String]]

    public init(
        path: String, name: String, separator: UInt8 = UInt8(ascii: ","), columns: [String] = []
    ) throws(FormatError) {
        let reader = try ByteReader(file: name, path: path, limit: 1 << 30)
        guard let text = String(validating: reader.bytes, as: UTF8.self) else {
            throw FormatError(name, "is not UTF-8 text")
        }
        try self.init(text: text, name: name, separator: separator, columns: columns)
    }

    /// - Parameter columns: the header of a table that has none in its first line.
    public init(
        text: String, name: String, separator: UInt8 = UInt8(ascii: ","), columns: [String] = []
    ) throws(FormatError) {
        var table: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var wasQuoted = false
        let bytes = Array(text.utf8)
        var index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var line = 1
        func end(_ field: inout [UInt8]) -> String {
            defer { field.removeAll(keepingCapacity: true) }
            return String(decoding: field, as: UTF8.self)
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 10 { line += 1 }
            if quoted {
                if byte == 34, index + 1 < bytes.count, bytes[index + 1] == 34 {
                    field.append(34)
                    index += 1
                } else if byte == 34 {
                    quoted = false
                    wasQuoted = true
                } else {
                    field.append(byte)
                }
            } else if byte == 34, field.isEmpty, !wasQuoted {
                quoted = true
            } else if byte == separator {
                row.append(end(&field))
                wasQuoted = false
            } else if byte == 10 || byte == 13 {
                if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 {
                    index += 1
                    line += 1
                }
                row.append(end(&field))
                wasQuoted = false
                if row != [""] { table.append(row) }
                row = []
            } else {
                guard !wasQuoted else { throw FormatError("\(name):\(line)", "has text behind a closing quote") }
                field.append(byte)
            }
            index += 1
        }
        guard !quoted else { throw FormatError("\(name):\(line)", "ends inside a quoted field") }
        if !field.isEmpty || !row.isEmpty {
            row.append(end(&field))
            table.append(row)
        }
        if !columns.isEmpty { table.insert(columns, at: 0) }
        guard let header = table.first else { throw FormatError(name, "is empty") }
        guard Set(header).count == header.count else { throw FormatError("\(name):1", "names a column twice") }
        for (number, row) in table.enumerated().dropFirst() where row.count != header.count {
            throw FormatError("\(name), row \(number)", "has \(row.count) fields, the header has \(header.count)")
        }
        self.name = name
        self.header = header
        rows = Array(table.dropFirst())
    }
}
