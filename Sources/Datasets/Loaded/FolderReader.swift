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
        /// All labels, where a row may have several.
        var labelSet: [Int32] = []
    }

    let modalities: [(name: Modality, options: ManifestModality)]
    let targets: [(role: TargetRole, options: ManifestModality)]
    let manifest: Manifest
    private let manifestPath: String
    private let manifestText: String?
    let folder: DataFolder
    let table: any ItemTable
    /// Shards that the table was made from.
    private let shards: [String]
    private let classNames: [String]
    let items: [Item]
    let context: DatasetContext

    init(_ path: String, _ context: DatasetContext) throws {
        let node = try Document.parse(file: path)
        try self.init(node, path, text: nil, context)
    }

    /// - Parameters:
    ///   - node: the manifest, read from `path` or made for a folder without one.
    ///   - text: the manifest where it is no file.
    init(_ node: DocumentNode, _ path: String, text: String?, _ context: DatasetContext) throws {
        self.context = context
        manifestText = text
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
        var roles: [(TargetRole, ManifestModality)] = []
        for member in node["targets"]?.members ?? [] {
            guard let role = TargetRole(rawValue: member.key) else {
                let known = TargetRole.allCases.map(\.rawValue)
                problems.append(
                    Diagnostic(
                        member.mark,
                        "unknown target '\(member.key)'\(NearestName.hint(member.key, among: known)) (known: \(known.joined(separator: ", ")))"
                    ))
                continue
            }
            do {
                roles.append((role, try ManifestModality.read(member.value)))
            } catch {
                problems += error.list
            }
        }
        if !problems.isEmpty { throw Diagnostics(problems) }
        targets = roles
        let shardPatterns = manifest.shards.objectValue ?? [:]
        folder = DataFolder(try FolderReader.locate(manifest, path, context, isSharded: !shardPatterns.isEmpty))
        if shardPatterns.isEmpty {
            shards = []
            table = try FolderReader.readTable(manifest, folder)
        } else {
            let list = try FolderReader.shards(shardPatterns, folder, path)
            shards = list.map(\.path)
            table = try ShardTable(list, folder)
        }
        (items, classNames) = try FolderReader.items(manifest, table)
    }

    /// The rows that are used, each with its split and class.
    private static func items(_ manifest: Manifest, _ table: any ItemTable) throws -> ([Item], [String]) {
        var labels =
            manifest.label.isEmpty
            ? [String](repeating: "all", count: table.rows.count) : try table.column(manifest.label)
        if manifest.labelFolder { labels = try labels.map { try folderName($0, table) } }
        var sets: [[String]] = []
        if let separator = manifest.labelSeparator.first, !manifest.label.isEmpty {
            sets = labels.map { $0.split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) } }
            for (row, set) in sets.enumerated() where set.isEmpty {
                throw FormatError("\(table.name), row \(row + 1)", "has no label")
            }
            labels = sets.map { $0[0] }
        }
        let excluded = manifest.exclude
        let kept = labels.indices.filter { !excluded.contains(labels[$0]) }
        // Numbers sort as numbers, words as words.
        let names = Set(kept.flatMap { sets.isEmpty ? [labels[$0]] : sets[$0] }).union(manifest.classes)
        if names.count < 2, !manifest.label.isEmpty {
            throw FormatError(table.name, "has \(names.count) labels; two or more are needed")
        }
        let areNumbers = names.allSatisfy { name in Int(name).map(String.init) == name }
        let sorted = areNumbers ? names.compactMap { Int($0) }.sorted().map(String.init) : names.sorted()
        let classNames = manifest.classes.isEmpty ? sorted : manifest.classes
        if let stray = names.subtracting(classNames).sorted().first {
            throw FormatError(table.name, "has the label '\(stray)', which 'classes' does not name")
        }
        guard Set(classNames).count == classNames.count else {
            throw FormatError(table.name, "'classes' names a label twice")
        }
        let places = Dictionary(uniqueKeysWithValues: classNames.enumerated().map { ($1, $0) })
        let words = manifest.split.isEmpty ? [] : try table.column(manifest.split)
        var items: [Item] = []
        for row in kept {
            var split = Split.train
            if !words.isEmpty {
                switch words[row] {
                case manifest.train: split = .train
                case manifest.validation where !manifest.validation.isEmpty: split = .validation
                case manifest.test: split = .test
                default:
                    throw FormatError(
                        "\(table.name), row \(row + 1)",
                        "is in the split '\(words[row])', which the manifest does not name")
                }
            }
            items.append(
                Item(
                    row: row, word: words.isEmpty ? "" : words[row], split: split, label: places[labels[row]] ?? 0,
                    labelSet: sets.isEmpty ? [] : sets[row].compactMap { places[$0].map { Int32($0) } }))
        }
        if words.isEmpty { try carve(&items, table, manifest.group, to: .test, share: manifest.testShare) }
        if !items.contains(where: { $0.split == .validation }) {
            try carve(&items, table, manifest.group, to: .validation, share: 0.1)
        }
        for split in Split.allCases where !items.contains(where: { $0.split == split }) {
            throw FormatError(table.name, "has no rows for \(split.rawValue)")
        }
        if !manifest.group.isEmpty { try checkGroups(items, table, manifest.group) }
        return (items, classNames)
    }

    private static func folderName(_ path: String, _ table: any ItemTable) throws(FormatError) -> String {
        let parts = path.split(separator: "/")
        guard parts.count > 1 else { throw FormatError(table.name, "has the path '\(path)', which lies in no folder") }
        return String(parts[parts.count - 2])
    }

    private static func readTable(_ manifest: Manifest, _ folder: DataFolder) throws -> any ItemTable {
        let parts = manifest.splitTables
        if parts.isEmpty { return try readTable(tableName(manifest, folder), manifest, folder) }
        return try SplitTables(parts.map { ($0.split, try readTable($0.table, manifest, folder)) })
    }

    /// The first of the tables that may be meant that is there, else the first.
    private static func tableName(_ manifest: Manifest, _ folder: DataFolder) -> String {
        let names = manifest.tableNames
        return names.first { (try? folder.path($0)).map(FileManager.default.fileExists) ?? false } ?? names[0]
    }

    /// A table of CSV or JSON lines, laid out as the manifest says.
    static func readTable(_ name: String, _ manifest: Manifest, _ folder: DataFolder) throws -> any ItemTable {
        let path = try folder.path(name)
        if name.hasSuffix(".jsonl") { return try JSONLines(path: path, name: name) }
        let separator = manifest.separator.utf8.first ?? UInt8(ascii: ",")
        return try CSV(path: path, name: name, separator: separator, columns: manifest.columns)
    }

    /// Paths of shards with the table's word for their split.
    private static func shards(
        _ patterns: [String: ConfigValue], _ folder: DataFolder, _ manifest: String
    ) throws -> [(path: String, split: String)] {
        try patterns.keys.sorted().flatMap { word -> [(path: String, split: String)] in
            let value = patterns[word] ?? .null
            let list = value.arrayValue ?? [value]
            return try list.flatMap { entry -> [(path: String, split: String)] in
                guard let pattern = entry.stringValue else {
                    throw FormatError(manifest, "'shards' of '\(word)' must be a path or a list of paths")
                }
                return try folder.files(matching: pattern).map { ($0, word) }
            }
        }
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
    private static func locate(
        _ manifest: Manifest, _ path: String, _ context: DatasetContext, isSharded: Bool
    ) throws -> String {
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
        where isSharded && FileManager.default.fileExists(atPath: candidate)
            || manifest.witnesses.contains(where: { FileManager.default.fileExists(atPath: candidate + "/" + $0) })
        {
            return candidate
        }
        throw FormatError(
            path, "there is no \(manifest.folder)/\(manifest.witnesses[0]) below the data folder '\(root)'")
    }

    /// Moves a share of each class (or of the groups) from train to another split, by a keyed order.
    private static func carve(
        _ items: inout [Item], _ table: any ItemTable, _ group: String, to split: Split, share: Double
    ) throws {
        let key = RandomKey(seed: 0).fold(split == .validation ? "carve" : "carve \(split.rawValue)")
        func part(_ count: Int) -> Int { max(1, Int((Double(count) * share).rounded(.down))) }
        let train = items.indices.filter { items[$0].split == .train }
        if !group.isEmpty {
            let groups = try table.column(group)
            let names = Set(train.map { groups[items[$0].row] }).sorted()
            let order = key.permutation(names.count).map { names[$0] }
            let chosen = Set(order.prefix(part(names.count)))
            for index in train where chosen.contains(groups[items[index].row]) { items[index].split = split }
            return
        }
        for label in Set(train.map { items[$0].label }).sorted() {
            let members = train.filter { items[$0].label == label }
            let order = key.fold(label).permutation(members.count)
            for position in order.prefix(members.count < 2 ? 0 : part(members.count)) {
                items[members[position]].split = split
            }
        }
    }

    // MARK: Loading

    func load() throws -> LoadedDataset {
        var columns: [Split: [Column]] = [.train: [], .validation: [], .test: []]
        var present: [Split: [UInt32]] = [:]
        for split in Split.allCases {
            let all = UInt32(truncatingIfNeeded: (1 << modalities.count) - 1)
            present[split] = [UInt32](repeating: all, count: items.filter { $0.split == split }.count)
        }
        var facts: [String: Double] = [:]
        for (position, (name, options)) in modalities.enumerated() {
            let made = try column(options, named: name.name, &facts)
            for split in Split.allCases {
                let none = Column(kind: .features, sampleShape: [0], values: .dense([]))
                var column = made.columns[split] ?? none
                if split == .train { column.augmentation = options.augmentation }
                columns[split]?.append(column)
                for (row, isAbsent) in (made.absent[split] ?? []).enumerated() where isAbsent {
                    present[split]?[row] &= ~(1 << UInt32(position))
                }
            }
        }
        for (name, value) in manifest.facts.objectValue ?? [:] { facts[name] = value.doubleValue }
        let same = try itemNumbers(manifest.item)
        let names = manifest.id.isEmpty ? nil : try table.column(manifest.id)
        var own: [Split: [TargetRole: TargetColumn]] = [:]
        for (role, options) in targets {
            let made = try column(options, named: role.rawValue, &facts)
            let references = try options.table.isEmpty ? [] : texts(options).map(\.all)
            let same = options.item.isEmpty ? same : try itemNumbers(options.item)
            for split in Split.allCases {
                let rows = items.indices.filter { items[$0].split == split }
                guard let column = made.columns[split] else { continue }
                own[split, default: [:]][role] = TargetColumn(
                    column: column, items: rows.map { same[$0] },
                    references: references.isEmpty ? [] : rows.map { references[items[$0].row] })
            }
        }
        func part(_ split: Split) -> DatasetPart {
            let rows = items.indices.filter { items[$0].split == split }
            return DatasetPart(
                columns: ModalityMap(modalities.map(\.name), columns[split] ?? []),
                labels: rows.map { Int32(items[$0].label) },
                ids: rows.map { row in names.map { $0[items[row].row] } ?? "row \(items[row].row)" },
                items: rows.map { same[$0] }, targets: own[split] ?? [:], present: present[split] ?? [],
                labelSets: manifest.labelSeparator.isEmpty ? [] : rows.map { items[$0].labelSet })
        }
        return LoadedDataset(
            classNames: classNames, train: part(.train), validation: part(.validation), test: part(.test),
            facts: facts)
    }

    /// A number for each item; equal where the column is.
    private func itemNumbers(_ column: String) throws -> [Int32] {
        guard !column.isEmpty else { return items.indices.map { Int32($0) } }
        let names = try table.column(column)
        var numbers: [String: Int32] = [:]
        return items.map { item in
            let name = names[item.row]
            if let number = numbers[name] { return number }
            numbers[name] = Int32(numbers.count)
            return Int32(numbers.count - 1)
        }
    }

    // MARK: Digest

    /// SHA-256 over the manifest, the table and every file that is read, with their names; where sound is decoded to
    /// other bits on other processors, over what was decoded here as well.
    func digest() throws -> String {
        let tables = manifest.splitTables.map(\.table)
        var files = !shards.isEmpty ? shards : tables.isEmpty ? [table.name] : tables
        var inexact: [String] = []
        for options in modalities.map(\.options) + targets.map(\.options) {
            for pattern in [options.array, options.idx] where !pattern.isEmpty {
                for word in Set(items.map(\.word)).sorted() { files.append(named(pattern, word)) }
            }
            if !options.table.isEmpty { files.append(options.table) }
            if !options.vocabulary.isEmpty { files.append(options.vocabulary) }
            if options.hasFiles {
                let own = try ownFiles(options).compactMap { $0 }
                files += try own.flatMap { try folder.filesBelow($0) }
                if options.kind == .audio { inexact += own.filter { !$0.lowercased().hasSuffix(".wav") } }
            }
        }
        var hash = SHA256()
        hash.update(try manifestText ?? String(contentsOfFile: manifestPath, encoding: .utf8))
        for file in Set(files.map { folder.file(of: $0) }).sorted() {
            hash.update("\n\(file)\n")
            try folder.hash(file, into: &hash)
        }
        for file in Set(inexact).sorted() {
            let sound = try Sound(try folder.bytes(file), name: file)
            if !sound.isExact { sound.samples.withUnsafeBytes { hash.update($0) } }
        }
        return hash.hex()
    }
}
