// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// The samples of WebDataset shards as a table: files of one key ("0001.jpg", "0001.txt", "0001.json") are a row.
///
/// Columns are `key`, `split` and one for each ending. A cell of an ending that holds text (`txt`, `text`, `cls`,
/// `json`) is that text; of any other the path of the member below its shard, as `DataFolder` opens it. The members of
/// a JSON object become columns "json.name".
struct ShardTable: ItemTable {
    let name: String
    let header: [String]
    let rows: [[String]]

    private static let texts: Set<String> = ["txt", "text", "cls", "id"]

    /// - Parameter shards: path and split of each, in order.
    init(_ shards: [(path: String, split: String)], _ folder: DataFolder) throws(FormatError) {
        var keys: [String] = []
        var cells: [String: [String: String]] = [:]
        for (shard, split) in shards {
            let tar = try folder.tar(shard)
            for member in tar.members {
                let base = member.name.split(separator: "/").last.map(String.init) ?? member.name
                guard let dot = base.firstIndex(of: "."), !base.hasPrefix(".") else { continue }
                let ending = base[base.index(after: dot)...].lowercased()
                let key = "\(shard)/" + member.name.dropLast(base.count - base[..<dot].count)
                if cells[key] == nil {
                    keys.append(key)
                    cells[key] = ["key": String(key.dropFirst(shard.count + 1)), "split": split]
                }
                let path = "\(shard)/\(member.name)"
                guard cells[key]?[ending] == nil else {
                    throw FormatError(shard, "has two files '\(ending)' of the key '\(key.dropFirst(shard.count + 1))'")
                }
                if ending == "json" {
                    for (name, text) in try ShardTable.members(try tar.bytes(member.name), path) {
                        cells[key]?["json.\(name)"] = text
                    }
                } else if ShardTable.texts.contains(ending) {
                    cells[key]?[ending] = try ShardTable.text(try tar.bytes(member.name), path)
                } else {
                    cells[key]?[ending] = path
                }
            }
        }
        name = shards.map(\.path).joined(separator: ", ")
        guard !keys.isEmpty else { throw FormatError(name, "holds no samples") }
        let header = ["key", "split"] + Set(cells.values.flatMap(\.keys)).subtracting(["key", "split"]).sorted()
        self.header = header
        rows = keys.map { key in header.map { cells[key]?[$0] ?? "" } }
    }

    private static func text(_ bytes: [UInt8], _ path: String) throws(FormatError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw FormatError(path, "is not UTF-8 text") }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func members(_ bytes: [UInt8], _ path: String) throws(FormatError) -> [(String, String)] {
        let table = try JSONLines(text: try text(bytes, path).replacingOccurrences(of: "\n", with: " "), name: path)
        return zip(table.header, table.rows[0]).map { ($0, $1) }
    }
}
