// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// A manifest for a folder that has none: what its table and files most likely are. A first draft to look at and to correct,
/// never what a suite trains on without being asked.
struct FolderInference {
    /// The manifest as YAML.
    let text: String

    private static let pictures: Set = ["png", "jpg", "jpeg", "webp", "tif", "tiff", "bmp", "gif"]
    private static let sounds: Set = ["wav", "flac", "mp3", "ogg", "opus", "m4a", "aac"]
    private static let videos: Set = ["mp4", "avi", "mkv", "mov", "webm", "mpg", "mpeg", "flv"]
    private static let labels = ["label", "class", "category", "emotion", "target"]
    private static let sample = 20

    init(_ root: String) throws {
        let folder = DataFolder(root)
        let name = URL(fileURLWithPath: root).lastPathComponent
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
        guard !names.isEmpty else { throw FormatError(root, "is no folder with files in it") }
        guard let table = try FolderInference.table(names, folder) else {
            throw FormatError(
                root,
                "has no table of items (items.csv, metadata.csv, metadata.jsonl, or any .csv or .jsonl) and no dataset.yaml"
            )
        }
        let isLabelled = FolderInference.labels.first { table.header.contains($0) }
        let splits = table.header.contains("split") ? Array(Set(try table.column("split"))).sorted() : []
        var manifest: [(String, ConfigValue)] = [
            ("name", .string(name)), ("table", .string(table.name)), ("split", .string(splits.isEmpty ? "" : "split")),
            ("label", .string(isLabelled ?? "")),
        ]
        let words = splits.filter { !["train", "test"].contains($0) }
        if let other = words.first, !splits.isEmpty { manifest.append(("validation", .string(other))) }
        let folders = names.filter { folder.isFolder($0) }
        var modalities: [(String, ConfigValue)] = []
        for column in table.header where column != "split" && column != isLabelled {
            let cells = try table.column(column).filter { !$0.isEmpty }.prefix(FolderInference.sample)
            guard !cells.isEmpty else { continue }
            let places = try FolderInference.places(Array(cells), folders, folder)
            for place in places {
                let title =
                    places.count > 1 || place.folder.isEmpty ? place.folder.isEmpty ? column : place.folder : column
                modalities.append((title, FolderInference.files(column, place.pattern, place.kind)))
            }
            if places.isEmpty, cells.map({ $0.split(separator: " ").count }).reduce(0, +) >= 3 * cells.count {
                modalities.append((column, ["kind": "text", "column": .string(column)]))
            }
        }
        modalities += try FolderInference.arrays(names, folders, table, splits, folder)
        guard !modalities.isEmpty else {
            throw FormatError(
                root, "has a table (\(table.name)) without columns of files or texts: write a dataset.yaml")
        }
        var text = manifest.map { "\($0): \($1.canonicalJSON)\n" }.joined() + "modalities:\n"
        var seen: Set<String> = []
        for (title, value) in modalities where seen.insert(title).inserted {
            text += "  \(ConfigValue.string(title).canonicalJSON): \(value.canonicalJSON)\n"
        }
        self.text = text
    }

    private static func table(_ names: [String], _ folder: DataFolder) throws -> (any ItemTable)? {
        let known = Manifest().tableNames.filter { names.contains($0) }
        let others = names.filter { !known.contains($0) && ($0.hasSuffix(".csv") || $0.hasSuffix(".jsonl")) }
        let tables = try (known + others).map { try FolderReader.readTable($0, Manifest(), folder) }
        return known.isEmpty ? tables.first { $0.header.contains("split") } ?? tables.first : tables.first
    }

    private static func kind(_ file: String) -> String? {
        let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if pictures.contains(ending) { return "image" }
        if sounds.contains(ending) { return "audio" }
        return videos.contains(ending) ? "video" : nil
    }

    /// Where the cells of a column are files: as they are, below a folder, or with an ending that they leave out.
    private static func places(
        _ cells: [String], _ folders: [String], _ folder: DataFolder
    ) throws -> [(folder: String, pattern: String, kind: String)] {
        guard
            cells.allSatisfy({ !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") && $0.utf8.count < 200 })
        else { return [] }
        let endings = pictures.union(sounds).union(videos).union(["npy"]).sorted()
        var found: [(String, String, String)] = []
        for place in [""] + folders {
            let prefix = place.isEmpty ? "" : place + "/"
            for ending in [""] + endings.map({ "." + $0 }) {
                let pattern = prefix + "{}" + ending
                let first = pattern.replacingOccurrences(of: "{}", with: cells[0])
                guard try folder.has(first), !folder.isFolder(first),
                    try cells.allSatisfy({ try folder.has(pattern.replacingOccurrences(of: "{}", with: $0)) })
                else { continue }
                if let kind = kind(first) { found.append((place, pattern, kind)) }
                if first.hasSuffix(".npy"), let array = try? folder.array(first), (3...4).contains(array.shape.count) {
                    found.append((place, pattern, "video"))
                }
            }
        }
        return found
    }

    private static func files(_ column: String, _ pattern: String, _ kind: String) -> ConfigValue {
        var members: [String: ConfigValue] = ["kind": .string(kind), "column": .string(column)]
        if pattern != "{}" { members["path"] = .string(pattern) }
        if kind == "image" { members["size"] = [32, 32] }
        if kind == "video", !pattern.hasSuffix(".npy") { members["size"] = [32, 32] }
        return .object(members)
    }

    /// Arrays with a row an item, and IDX files of pictures with one file a split.
    private static func arrays(
        _ names: [String], _ folders: [String], _ table: any ItemTable, _ splits: [String], _ folder: DataFolder
    ) throws -> [(String, ConfigValue)] {
        var found: [(String, ConfigValue)] = []
        for name in names where name.hasSuffix(".npy") {
            guard let array = try? folder.array(name), array.shape.count >= 2, array.shape[0] == table.rows.count else {
                continue
            }
            var members: [String: ConfigValue] = ["kind": "features", "array": .string(name)]
            if table.header.contains("row") { members["row"] = "row" }
            found.append((String(name.dropLast(4)), .object(members)))
        }
        for place in [""] + folders where !splits.isEmpty {
            let inside =
                place.isEmpty ? names : try folder.filesBelow(place).map { String($0.dropFirst(place.count + 1)) }
            guard let first = inside.first(where: { $0.hasSuffix("idx3-ubyte") }),
                let word = splits.first(where: { first.hasPrefix($0) })
            else { continue }
            let pattern = (place.isEmpty ? "" : place + "/") + "{split}" + first.dropFirst(word.count)
            var members: [String: ConfigValue] = ["kind": "image", "idx": .string(pattern)]
            if table.header.contains("row") { members["row"] = "row" }
            found.append((place.isEmpty ? "image" : place, .object(members)))
        }
        return found
    }
}
