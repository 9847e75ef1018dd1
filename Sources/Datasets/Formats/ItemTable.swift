// SPDX-License-Identifier: Apache-2.0

/// A table of items: one row each, columns by name, everything as text.
public protocol ItemTable: Sendable {
    /// The file, for messages.
    var name: String { get }
    /// Names of the columns.
    var header: [String] { get }
    /// As many fields a row as there are columns.
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

/// Tables of one header one after another, a table for each split; the split is one more column.
struct SplitTables: ItemTable {
    let name: String
    let header: [String]
    let rows: [[String]]

    init(_ tables: [(split: String, table: any ItemTable)]) throws(FormatError) {
        guard let first = tables.first else { throw FormatError("tables", "name none") }
        name = tables.map(\.table.name).joined(separator: ", ")
        header = first.table.header.filter { $0 != "split" } + ["split"]
        var rows: [[String]] = []
        for (split, table) in tables {
            let places = try header.dropLast().map { (title: String) throws(FormatError) -> Int in
                guard let place = table.header.firstIndex(of: title) else {
                    throw FormatError(table.name, "has no column '\(title)', which \(first.table.name) has")
                }
                return place
            }
            rows += table.rows.map { row in places.map { row[$0] } + [split] }
        }
        self.rows = rows
    }
}
