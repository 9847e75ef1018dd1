// SPDX-License-Identifier: Apache-2.0

/// A table of items: one row each, columns by name, everything as text.
public protocol ItemTable: Sendable {
    /// The file, for messages.
    var name: String { get }
    var header: [String] { get }
    var rows: [[String]] { get }
}

extension ItemTable {
    /// The values of a column.
    public func column(_ title: String) throws(FormatError) -> [String] {
        guard let index = header.firstIndex(of: title) else {
            throw FormatError(name, "has no column '\(title)' (it has: \(header.joined(separator: ", ")))")
        }
        return rows.map { $0[index] }
    }
}
