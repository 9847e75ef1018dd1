// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// Reads what a manifest describes.
struct FolderReader {
    struct Item {
        var row: Int
        /// The table's own word for the split.
        var word: String
        var split: Split
        var label: Int
    }

    let modalities: [(name: Modality, options: ManifestModality)]
    private let manifest: Manifest
    private let manifestPath: String
    let folder: DataFolder
    let table: any ItemTable
    private let classNames: [String]
    let items: [Item]

    init(_ path: String, _ context: DatasetContext) throws {
        let node = try Document.parse(file: path)
        manifest = try Manifest.read(node)
        manifestPath = path
        var problems: [Diagnostic] = []
        var list: [(Modality, ManifestModality)] = []
        for member in node["modalities"]?.members ?? [] {
            do {
                list.append((Modality(member.key), try ManifestModality.read(member.value)))
            } catch {
                problems += error.list
            }
        }
        if list.isEmpty, problems.isEmpty { problems.append(Diagnostic(node.mark, "'modalities' names none")) }
        if !problems.isEmpty { throw Diagnostics(problems) }
        modalities = list
        folder = DataFolder(try FolderReader.locate(manifest, path, context))
        table = try FolderReader.readTable(manifest.table, folder)

        let labels = try table.column(manifest.label)
        let words = try table.column(manifest.split)
        let excluded = manifest.exclude
        let kept = labels.indices.filter { !excluded.contains(labels[$0]) }
        // Numbers sort as numbers, words as words.
        let names = Set(kept.map { labels[$0] })
        if names.count < 2 { throw FormatError(manifest.table, "has \(names.count) labels; two or more are needed") }
        let areNumbers = names.allSatisfy { name in Int(name).map(String.init) == name }
        let classNames = areNumbers ? names.compactMap { Int($0) }.sorted().map(String.init) : names.sorted()
        self.classNames = classNames
        let places = Dictionary(uniqueKeysWithValues: classNames.enumerated().map { ($1, $0) })
        var items: [Item] = []
        for row in kept {
            let split: Split
            switch words[row] {
            case manifest.train: split = .train
            case manifest.validation where !manifest.validation.isEmpty: split = .validation
            case manifest.test: split = .test
            default:
                throw FormatError(
                    "\(manifest.table), row \(row + 1)",
                    "is in the split '\(words[row])', which the manifest does not name")
            }
            items.append(Item(row: row, word: words[row], split: split, label: places[labels[row]] ?? 0))
        }
        if !items.contains(where: { $0.split == .validation }) {
            try FolderReader.carve(&items, table, manifest.group)
        }
        for split in Split.allCases where !items.contains(where: { $0.split == split }) {
            throw FormatError(manifest.table, "has no rows for \(split.rawValue)")
        }
        if !manifest.group.isEmpty { try FolderReader.checkGroups(items, table, manifest.group) }
        self.items = items
    }

    private static func readTable(_ name: String, _ folder: DataFolder) throws -> any ItemTable {
        let path = try folder.path(name)
        return name.hasSuffix(".jsonl") ? try JSONLines(path: path, name: name) : try CSV(path: path, name: name)
    }

    /// A group may stand in one split only.
    private static func checkGroups(_ items: [Item], _ table: any ItemTable, _ column: String) throws {
        let groups = try table.column(column)
        var seen: [String: Split] = [:]
        for item in items {
            let group = groups[item.row]
            if let other = seen[group], other != item.split {
                throw FormatError(
                    table.name,
                    "has rows of the \(column) '\(group)' in \(other.rawValue) and in \(item.split.rawValue)")
            }
            seen[group] = item.split
        }
    }

    /// The data's folder: below the data root, the data root itself, or beside the manifest.
    private static func locate(_ manifest: Manifest, _ path: String, _ context: DatasetContext) throws -> String {
        if manifest.folder.isEmpty { return URL(fileURLWithPath: path).deletingLastPathComponent().path }
        guard !manifest.folder.hasPrefix("/"), !manifest.folder.split(separator: "/").contains("..") else {
            throw FormatError(path, "'folder' must be a path below the data folder, found '\(manifest.folder)'")
        }
        guard let root = context.dataRoot else {
            throw FormatError(
                path, "needs the folder '\(manifest.folder)': give its parent with --data or PDMPBENCH_DATA_DIR")
        }
        let below = root + "/" + manifest.folder
        for candidate in [below, root]
        where FileManager.default.fileExists(atPath: candidate + "/" + manifest.table) {
            return candidate
        }
        throw FormatError(path, "there is no \(manifest.folder)/\(manifest.table) below the data folder '\(root)'")
    }

    /// Moves a tenth of each class (or of the groups) from train to validation, by a keyed order.
    private static func carve(_ items: inout [Item], _ table: any ItemTable, _ group: String) throws {
        let key = RandomKey(seed: 0).fold("carve")
        let train = items.indices.filter { items[$0].split == .train }
        if !group.isEmpty {
            let groups = try table.column(group)
            let names = Set(train.map { groups[items[$0].row] }).sorted()
            let order = key.permutation(names.count).map { names[$0] }
            let chosen = Set(order.prefix(max(1, names.count / 10)))
            for index in train where chosen.contains(groups[items[index].row]) { items[index].split = .validation }
            return
        }
        for label in Set(train.map { items[$0].label }).sorted() {
            let members = train.filter { items[$0].label == label }
            let order = key.fold(label).permutation(members.count)
            let share = members.count < 2 ? 0 : max(1, members.count / 10)
            for position in order.prefix(share) { items[members[position]].split = .validation }
        }
    }

    // MARK: Loading

    func load() throws -> LoadedDataset {
        var columns: [Split: [Column]] = [.train: [], .validation: [], .test: []]
        for (_, options) in modalities {
            let made = try column(options)
            for split in Split.allCases {
                columns[split]?.append(made[split] ?? Column(kind: .features, sampleShape: [0], values: .dense([])))
            }
        }
        func part(_ split: Split) -> DatasetPart {
            let rows = items.filter { $0.split == split }
            return DatasetPart(
                columns: ModalityMap(modalities.map(\.name), columns[split] ?? []),
                labels: rows.map { Int32($0.label) },
                ids: rows.map { "row \($0.row)" })
        }
        return LoadedDataset(
            classNames: classNames, train: part(.train), validation: part(.validation), test: part(.test))
    }

    // MARK: Digest

    /// SHA-256 over the manifest, the table and every file that is read, with their names.
    func digest() throws -> String {
        var files = [manifest.table]
        for (_, options) in modalities {
            for pattern in [options.array, options.idx] where !pattern.isEmpty {
                for word in Set(items.map(\.word)).sorted() { files.append(named(pattern, word)) }
            }
            if options.kind == .audio {
                let paths = try table.column(options.column)
                files += items.map { paths[$0.row] }
            }
        }
        var hash = SHA256()
        hash.update(try String(contentsOfFile: manifestPath, encoding: .utf8))
        for file in Set(files).sorted() {
            hash.update("\n\(file)\n")
            let bytes = try ByteReader(file: file, path: try folder.path(file)).bytes
            bytes.withUnsafeBytes { hash.update($0) }
        }
        return hash.hex()
    }
}
