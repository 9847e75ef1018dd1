// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// What can be said of a data set by looking at all of it: counts, splits, shapes, balance, checksums, leaks.
public struct DatasetInspection: Sendable {
    /// How many rows a split has.
    public struct SplitCount: Sendable {
        /// Which split.
        public var split: Split
        /// All rows.
        public var rows: Int
        /// Different items.
        public var items: Int
    }

    /// What is in a modality or target.
    public struct ModalityFacts: Sendable {
        /// Its name in the manifest.
        public var name: String
        /// "image", "text" …
        public var kind: String
        /// Extents of one row.
        public var shape: [Int]
        /// Different words; 0 for numbers.
        public var vocabulary: Int
        /// Rows that lack it, by split.
        public var missing: [Int]
        /// Mean and deviation of the numbers of train; nil for texts.
        public var mean: Double?
        /// Standard deviation of the numbers of train; nil for words.
        public var deviation: Double?
    }

    /// The data set's name.
    public var name: String
    /// Folder, table, licence … with their values.
    public var about: [(title: String, text: String)] = []
    /// One a split.
    public var splits: [SplitCount] = []
    /// One a modality, in declared order.
    public var modalities: [ModalityFacts] = []
    /// One a target.
    public var targets: [ModalityFacts] = []
    /// Class and rows of it, by split.
    public var balance: [(label: String, rows: [Int])] = []
    /// What is known beforehand, by name.
    public var facts: [(name: String, value: Double)] = []
    /// SHA-256 over what is read.
    public var digest: String
    /// Files whose bytes were compared with the folder's SHA256SUMS; nil where it has none.
    public var checkedFiles: Int?
    /// What makes results wrong: the same item in two splits, wrong checksums.
    public var problems: [String] = []
    /// What is worth knowing.
    public var notes: [String] = []
    /// Rows to look at: a sheet of pictures for each modality that can be drawn, as PNG.
    public var sheets: [(modality: String, png: [UInt8])] = []

    /// Looks at a generated data set, or at any that is in memory.
    public init(_ data: LoadedDataset, name: String, digest: String) throws {
        self.name = name
        self.digest = digest
        try describe(data)
        findRepeats(data)
    }

    /// Looks at a folder: its `dataset.yaml`, another manifest, or, where there is none, what its table and files seem to be.
    public init(folder path: String, manifest: String? = nil, _ context: DatasetContext) throws {
        let root = URL(fileURLWithPath: path).standardizedFileURL.path
        let own = manifest ?? root + "/dataset.yaml"
        let reader: FolderReader
        var inferred: String?
        if FileManager.default.fileExists(atPath: own) {
            reader = try FolderReader(own, context)
        } else {
            let text = try FolderInference(root).text
            inferred = text
            reader = try FolderReader(
                try Document.parse(text, name: root + "/dataset.yaml (inferred)"), root + "/dataset.yaml", text: text,
                context)
        }
        let data = try reader.load()
        name = reader.manifest.name.isEmpty ? URL(fileURLWithPath: root).lastPathComponent : reader.manifest.name
        digest = try reader.digest()
        about = [
            ("folder", reader.folder.root.path), ("table", reader.table.name), ("licence", reader.manifest.license),
            ("source", reader.manifest.source), ("creator", reader.manifest.creator),
            ("published", reader.manifest.published), ("version", reader.manifest.version),
        ].filter { !$0.1.isEmpty }
        if let inferred {
            notes.append(
                "there is no dataset.yaml; this was read with the following, to be looked at, corrected and saved as dataset.yaml:\n"
                    + inferred)
        }
        try describe(data)
        findRepeats(data)
        try checkFiles(reader)
    }

    private mutating func describe(_ data: LoadedDataset) throws {
        for split in Split.allCases {
            let part = data.part(split)
            splits.append(SplitCount(split: split, rows: part.count, items: Set(part.items).count))
        }
        for (position, entry) in data.signature.columns.entries.enumerated() {
            modalities.append(
                DatasetInspection.facts(entry.modality.name, entry.value, data) {
                    $0.columns.values[position]
                } has: {
                    $0.has(position, $1)
                })
            if let sheet = try ContactSheet(data.part(.train), data.part(.train).columns.values[position], position) {
                sheets.append((entry.modality.name, sheet.png))
            }
        }
        for role in TargetRole.allCases {
            guard let signature = data.signature.targets[role] else { continue }
            targets.append(
                DatasetInspection.facts(role.rawValue, signature, data) {
                    $0.targets[role]?.column
                } has: { _, _ in
                    true
                })
        }
        if data.signature.classes > 1 {
            for (number, label) in data.signature.classNames.enumerated() {
                balance.append(
                    (
                        label,
                        Split.allCases.map { split in
                            let part = data.part(split)
                            return part.labelSets.isEmpty
                                ? part.labels.filter { $0 == Int32(number) }.count
                                : part.labelSets.filter { $0.contains(Int32(number)) }.count
                        }
                    ))
            }
            for (label, rows) in balance {
                for (split, count) in zip(Split.allCases, rows) where count == 0 {
                    notes.append("class '\(label)' has no row in \(split.rawValue)")
                }
            }
        }
        facts = data.facts.keys.sorted().map { ($0, data.facts[$0] ?? 0) }
    }

    private static func facts(
        _ name: String, _ signature: ColumnSignature, _ data: LoadedDataset, _ column: (DatasetPart) -> Column?,
        has: (DatasetPart, Int) -> Bool
    ) -> ModalityFacts {
        var mean: Double?
        var deviation: Double?
        if case .dense(let values)? = column(data.part(.train))?.values, !values.isEmpty {
            let own = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
            mean = own
            deviation = (values.reduce(0.0) { $0 + (Double($1) - own) * (Double($1) - own) } / Double(values.count))
                .squareRoot()
        }
        return ModalityFacts(
            name: name, kind: signature.kind.rawValue, shape: signature.sampleShape, vocabulary: signature.vocabulary,
            missing: Split.allCases.map { split in
                let part = data.part(split)
                return (0..<part.count).filter { !has(part, $0) }.count
            }, mean: mean, deviation: deviation)
    }

    /// Rows of one split that are rows of another in every number.
    private mutating func findRepeats(_ data: LoadedDataset) {
        var first: [String: (split: Split, id: String)] = [:]
        var repeats: [String: Int] = [:]
        var example: [String: String] = [:]
        for split in Split.allCases {
            let part = data.part(split)
            for row in 0..<part.count {
                var hash = SHA256()
                for column in part.columns.values {
                    let size = column.sampleShape.reduce(1, *)
                    let range = row * size..<(row + 1) * size
                    switch column.values {
                    case .dense(let values): values[range].withUnsafeBytes { hash.update($0) }
                    case .tokens(let tokens): tokens[range].withUnsafeBytes { hash.update($0) }
                    }
                }
                let digest = hash.hex()
                if let other = first[digest] {
                    guard other.split != split else { continue }
                    let pair = "\(other.split.rawValue) and \(split.rawValue)"
                    repeats[pair, default: 0] += 1
                    example[pair] = example[pair] ?? "\(other.id) and \(part.ids[row])"
                } else {
                    first[digest] = (split, part.ids[row])
                }
            }
        }
        let onlyText = data.signature.columns.values.allSatisfy { $0.kind == .text }
        for pair in repeats.keys.sorted() {
            let text = "\(repeats[pair] ?? 0) rows are the same in \(pair), for example \(example[pair] ?? "")"
            if onlyText { notes.append(text) } else { problems.append(text) }
        }
    }

    /// Files that stand in two splits, by path or by content; groups that do; checksums.
    private mutating func checkFiles(_ reader: FolderReader) throws {
        var files: [String: Split] = [:]
        var contents: [String: (split: Split, file: String)] = [:]
        var shared = 0
        for (name, options) in reader.modalities where options.hasFiles {
            for (item, file) in zip(reader.items, try reader.ownFiles(options)) {
                guard let file else { continue }
                if let other = files[file], other != item.split {
                    shared += 1
                    if shared <= 5 {
                        problems.append(
                            "\(name): the file \(file) stands in \(other.rawValue) and in \(item.split.rawValue)")
                    }
                }
                if files[file] != nil { continue }
                files[file] = item.split
                var hash = SHA256()
                for part in try reader.folder.filesBelow(file) {
                    let bytes = try reader.folder.bytes(part)
                    bytes.withUnsafeBytes { hash.update($0) }
                }
                let digest = hash.hex()
                if let other = contents[digest], other.split != item.split {
                    shared += 1
                    if shared <= 5 {
                        problems.append(
                            "\(name): \(file) (\(item.split.rawValue)) has the same bytes as \(other.file) (\(other.split.rawValue))"
                        )
                    }
                } else if contents[digest] == nil {
                    contents[digest] = (item.split, file)
                }
            }
        }
        if shared > 5 { problems.append("… and \(shared - 5) more files in two splits") }
        for column in ["speaker", "actor", "subject", "person", "photographer", "video", "group"] {
            guard reader.table.header.contains(column), column != reader.manifest.group else { continue }
            let values = try reader.table.column(column)
            var seen: [String: Set<Split>] = [:]
            for item in reader.items { seen[values[item.row], default: []].insert(item.split) }
            let both = seen.filter { $0.value.count > 1 }.count
            if both > 0 {
                notes.append(
                    "\(both) of \(seen.count) values of '\(column)' stand in more than one split ('group: \(column)' would refuse that)"
                )
            }
        }
        try checkSums(reader.folder)
    }

    private mutating func checkSums(_ folder: DataFolder) throws {
        guard try folder.has("SHA256SUMS") else { return }
        var checked = 0
        for (number, line) in try folder.lines("SHA256SUMS").enumerated() where !line.isEmpty {
            let digest = line.prefix(64)
            let file = String(line.dropFirst(64).drop { $0 == " " || $0 == "*" })
            guard digest.count == 64, !file.isEmpty else {
                problems.append("SHA256SUMS:\(number + 1): is no line of a digest and a file")
                continue
            }
            var hash = SHA256()
            do {
                try folder.hash(file.hasPrefix("./") ? String(file.dropFirst(2)) : file, into: &hash)
            } catch {
                problems.append("SHA256SUMS:\(number + 1): \(error)")
                continue
            }
            if hash.hex() != digest { problems.append("\(file): its checksum is not that of SHA256SUMS") }
            checked += 1
        }
        checkedFiles = checked
    }
}
