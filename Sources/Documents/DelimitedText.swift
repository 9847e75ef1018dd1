// SPDX-License-Identifier: Apache-2.0

/// Comma-separated text of RFC 4180: quotes, LF or CRLF, a byte-order mark; empty lines are left out.
public enum DelimitedText {
    /// A row and the line on which it begins.
    public struct Row: Equatable, Sendable {
        /// Where the row begins, from 1.
        public let line: Int
        /// As many as the row has.
        public let fields: [String]
    }

    /// What is wrong, and on which line.
    public struct Failure: Error, Equatable {
        /// Where the text is wrong, from 1.
        public let line: Int
        /// What is wrong there.
        public let message: String
    }

    /// The rows of a text whose fields may stand in double quotes; empty lines are left out.
    public static func rows(_ text: String, separator: UInt8 = UInt8(ascii: ",")) throws(Failure) -> [Row] {
        var rows: [Row] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var wasQuoted = false
        let bytes = Array(text.utf8)
        var index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var line = 1
        var begun = 1
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
                fields.append(end(&field))
                wasQuoted = false
            } else if byte == 10 || byte == 13 {
                if byte == 13 {
                    line += 1
                    if index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
                }
                fields.append(end(&field))
                wasQuoted = false
                if fields != [""] { rows.append(Row(line: begun, fields: fields)) }
                fields = []
                begun = line
            } else {
                guard !wasQuoted else { throw Failure(line: line, message: "has text behind a closing quote") }
                field.append(byte)
            }
            index += 1
        }
        guard !quoted else { throw Failure(line: line, message: "ends inside a quoted field") }
        if !field.isEmpty || !fields.isEmpty || wasQuoted {
            fields.append(end(&field))
            rows.append(Row(line: begun, fields: fields))
        }
        return rows
    }
}
