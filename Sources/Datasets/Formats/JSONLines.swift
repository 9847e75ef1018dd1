// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// A table of one JSON object a line; the first names the columns.
public struct JSONLines: ItemTable, Equatable {
    public let name: String
    public let header: [String]
    public let rows: [[String]]

    /// Reads a file of one object a line.
    public init(path: String, name: String) throws(FormatError) {
        let reader = try ByteReader(file: name, path: path, limit: 1 << 30)
        guard let text = String(validating: reader.bytes, as: UTF8.self) else {
            throw FormatError(name, "is not UTF-8 text")
        }
        try self.init(text: text, name: name)
    }

    /// Reads text of one object a line.
    public init(text: String, name: String) throws(FormatError) {
        var header: [String] = []
        var rows: [[String]] = []
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for (index, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            let place = "\(name):\(index + 1)"
            guard let value = try? JSONDecoder().decode(ConfigValue.self, from: Data(line.utf8)),
                let members = value.objectValue
            else { throw FormatError(place, "is not a JSON object") }
            if header.isEmpty { header = members.keys.sorted() }
            guard members.count == header.count, header.allSatisfy({ members[$0] != nil }) else {
                throw FormatError(place, "has other keys than the first line (\(header.joined(separator: ", ")))")
            }
            var row: [String] = []
            for key in header {
                guard let text = JSONLines.text(members[key] ?? .null) else {
                    throw FormatError(place, "'\(key)' is neither a text nor a number")
                }
                row.append(text)
            }
            rows.append(row)
        }
        if header.isEmpty { throw FormatError(name, "is empty") }
        self.name = name
        self.header = header
        self.rows = rows
    }

    /// What a table of text would hold; nil for lists and mappings.
    private static func text(_ value: ConfigValue) -> String? {
        switch value {
        case .null: ""
        case .string(let text): text
        case .bool, .int, .double: value.canonicalJSON
        case .array, .object: nil
        }
    }
}
