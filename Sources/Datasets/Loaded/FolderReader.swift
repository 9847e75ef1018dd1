// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// Reads what a manifest describes.
struct FolderReader {
    private struct Item {
        var row: Int
        /// The table's own word for the split.
        var word: String
        var split: Split
        var label: Int
    }

    let modalities: [(name: Modality, options: ManifestModality)]
    private let manifest: Manifest
    private let manifestPath: String
    private let folder: DataFolder
    private let table: CSV
    private let classNames: [String]
    private let items: [Item]

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
        table = try CSV(path: try folder.path(manifest.table), name: manifest.table)

        let labels = try table.column(manifest.label)
        let words = try table.column(manifest.split)
        let excluded = manifest.exclude
        let kept = labels.indices.filter { !excluded.contains(labels[$0]) }
        // Numbers sort as numbers, words as words.
        let names = Set(kept.map { labels[$0] })
        let numbers = names.compactMap { Int($0) }
        let classNames = numbers.count == names.count ? numbers.sorted().map(String.init) : names.sorted()
        self.classNames = classNames
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
            items.append(
                Item(row: row, word: words[row], split: split, label: classNames.firstIndex(of: labels[row]) ?? 0))
        }
        if manifest.validation.isEmpty { try FolderReader.carve(&items, table, manifest.group) }
        self.items = items
    }

    /// The data's folder: below the data root, the data root itself, or beside the manifest.
    private static func locate(_ manifest: Manifest, _ path: String, _ context: DatasetContext) throws -> String {
        if manifest.folder.isEmpty { return URL(fileURLWithPath: path).deletingLastPathComponent().path }
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
    private static func carve(_ items: inout [Item], _ table: CSV, _ group: String) throws {
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
            for position in order.prefix(max(1, members.count / 10)) { items[members[position]].split = .validation }
        }
    }

    // MARK: Loading

    func load() throws -> LoadedDataset {
        var columns: [Split: [Column]] = [.train: [], .validation: [], .test: []]
        for (name, options) in modalities {
            let made = try column(name, options)
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

    private func column(_ name: Modality, _ options: ManifestModality) throws -> [Split: Column] {
        switch options.kind {
        case .features: try arrayColumn(options, kind: .features)
        case .image: try options.idx.isEmpty ? arrayColumn(options, kind: .image) : imageColumn(options)
        case .audio: try soundColumn(options)
        case .text: try textColumn(options)
        }
    }

    /// The row number of each item in its array.
    private func rowNumbers(_ options: ManifestModality) throws -> [Int] {
        guard !options.row.isEmpty else { return items.map(\.row) }
        let texts = try table.column(options.row)
        return try items.map { item in
            guard let number = Int(texts[item.row]), number >= 0 else {
                throw FormatError("\(manifest.table), row \(item.row + 1)", "'\(texts[item.row])' is no row number")
            }
            return number
        }
    }

    private func named(_ pattern: String, _ word: String) -> String {
        pattern.replacingOccurrences(of: "{split}", with: word)
    }

    private func arrayColumn(_ options: ManifestModality, kind: ColumnKind) throws -> [Split: Column] {
        var arrays: [String: NPY] = [:]
        let numbers = try rowNumbers(options)
        var shape: [Int] = []
        var values: [Split: [Float]] = [:]
        for (item, number) in zip(items, numbers) {
            let file = named(options.array, item.word)
            if arrays[file] == nil { arrays[file] = try NPY(path: try folder.path(file), name: file) }
            guard let array = arrays[file], array.shape.count >= 2 else {
                throw FormatError(file, "must have rows: at least two axes")
            }
            guard number < array.shape[0] else {
                throw FormatError(file, "has \(array.shape[0]) rows, row \(number) is asked for")
            }
            let own = Array(array.shape.dropFirst())
            if shape.isEmpty { shape = own }
            guard shape == own else { throw FormatError(file, "has rows of shape \(own), others have \(shape)") }
            let size = own.reduce(1, *)
            values[item.split, default: []] += array.values[number * size..<(number + 1) * size].map { Float($0) }
        }
        if kind == .image, shape.count == 2 { shape.append(1) }
        if kind == .features { shape = [shape.reduce(1, *)] }
        if options.standardize { standardize(&values, period: shape.last ?? 1) }
        return dense(kind, shape, values)
    }

    private func imageColumn(_ options: ManifestModality) throws -> [Split: Column] {
        var files: [String: IDX] = [:]
        let numbers = try rowNumbers(options)
        var shape: [Int] = []
        var values: [Split: [Float]] = [:]
        for (item, number) in zip(items, numbers) {
            let file = named(options.idx, item.word)
            if files[file] == nil { files[file] = try IDX(path: try folder.path(file), name: file) }
            guard let images = files[file], images.shape.count == 3 else {
                throw FormatError(file, "must hold images: three axes")
            }
            guard number < images.shape[0] else {
                throw FormatError(file, "has \(images.shape[0]) images, image \(number) is asked for")
            }
            let own = [images.shape[1], images.shape[2], 1]
            if shape.isEmpty { shape = own }
            guard shape == own else { throw FormatError(file, "has images of \(own), others have \(shape)") }
            let size = own.reduce(1, *)
            values[item.split, default: []] += images.values[number * size..<(number + 1) * size].map {
                Float($0) / 255
            }
        }
        return dense(.image, shape, values)
    }

    private func soundColumn(_ options: ManifestModality) throws -> [Split: Column] {
        let paths = try table.column(options.column)
        var spectrum: LogMel?
        var rate = 0
        var values: [Split: [Float]] = [:]
        for item in items {
            let file = paths[item.row]
            let sound = try WAV(path: try folder.path(file), name: file)
            if spectrum == nil {
                rate = sound.sampleRate
                spectrum = LogMel(
                    sampleRate: rate, windowMilliseconds: options.window, hopMilliseconds: options.hop,
                    bands: options.bands, frames: options.frames)
            }
            guard sound.sampleRate == rate, let spectrum else {
                throw FormatError(file, "has \(sound.sampleRate) Hz, the others have \(rate) Hz")
            }
            values[item.split, default: []] += spectrum(sound.samples)
        }
        if options.standardize { standardize(&values, period: options.bands) }
        return dense(.spectrogram, [options.frames, options.bands, 1], values)
    }

    private func textColumn(_ options: ManifestModality) throws -> [Split: Column] {
        let texts = try table.column(options.column).map { WordVocabulary.words($0) }
        let vocabulary = WordVocabulary(
            items.filter { $0.split == .train }.map { texts[$0.row] }, minimumCount: options.minimumCount)
        var tokens: [Split: [Int32]] = [:]
        for item in items {
            tokens[item.split, default: []] += vocabulary.encode(texts[item.row], length: options.words)
        }
        return Dictionary(
            uniqueKeysWithValues: Split.allCases.map { split in
                (
                    split,
                    Column(
                        kind: .text, sampleShape: [options.words], values: .tokens(tokens[split] ?? []),
                        vocabulary: vocabulary.size)
                )
            })
    }

    private func dense(_ kind: ColumnKind, _ shape: [Int], _ values: [Split: [Float]]) -> [Split: Column] {
        Dictionary(
            uniqueKeysWithValues: Split.allCases.map {
                ($0, Column(kind: kind, sampleShape: shape, values: .dense(values[$0] ?? [])))
            })
    }

    /// Train statistics only; a constant feature stays at 0.
    private func standardize(_ values: inout [Split: [Float]], period: Int) {
        let train = values[.train] ?? []
        let rows = Double(max(1, train.count / period))
        var means = [Double](repeating: 0, count: period)
        for (index, value) in train.enumerated() { means[index % period] += Double(value) / rows }
        var squares = [Double](repeating: 0, count: period)
        for (index, value) in train.enumerated() {
            let difference = Double(value) - means[index % period]
            squares[index % period] += difference * difference / rows
        }
        let rates = squares.map { $0 > 1e-12 ? 1 / $0.squareRoot() : 0 }
        for split in Split.allCases {
            guard let own = values[split] else { continue }
            values[split] = own.enumerated().map {
                Float((Double($1) - means[$0 % period]) * rates[$0 % period])
            }
        }
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
