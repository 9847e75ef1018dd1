// SPDX-License-Identifier: Apache-2.0

import TensorCore

extension FolderReader {
    /// One modality's or target's numbers, split by split.
    func column(
        _ options: ManifestModality, named name: String, _ facts: inout [String: Double]
    ) throws -> [Split: Column] {
        switch options.kind {
        case .features: try options.array.isEmpty ? fileColumn(options) : arrayColumn(options, kind: .features)
        case .image:
            if !options.idx.isEmpty {
                try imageColumn(options)
            } else if !options.array.isEmpty {
                try arrayColumn(options, kind: .image)
            } else {
                try pictureColumn(options)
            }
        case .audio: try soundColumn(options, named: name, &facts)
        case .text: try textColumn(options)
        case .video: try videoColumn(options)
        }
    }

    /// The path of each row's file.
    func paths(_ options: ManifestModality) throws -> [String] {
        try table.column(options.column).map { options.path.replacingOccurrences(of: "{}", with: $0) }
    }

    /// The row number of each item in its array.
    func rowNumbers(_ options: ManifestModality) throws -> [Int] {
        guard !options.row.isEmpty else { return items.map(\.row) }
        let texts = try table.column(options.row)
        return try items.map { item in
            guard let number = Int(texts[item.row]), number >= 0 else {
                throw FormatError("\(table.name), row \(item.row + 1)", "'\(texts[item.row])' is no row number")
            }
            return number
        }
    }

    func named(_ pattern: String, _ word: String) -> String {
        pattern.replacingOccurrences(of: "{split}", with: word)
    }

    private func arrayColumn(_ options: ManifestModality, kind: ColumnKind) throws -> [Split: Column] {
        var arrays: [String: NPY] = [:]
        let numbers = try rowNumbers(options)
        var shape: [Int] = []
        var values: [Split: [Float]] = [:]
        for (item, number) in zip(items, numbers) {
            let file = named(options.array, item.word)
            if arrays[file] == nil { arrays[file] = try folder.array(file) }
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
            guard size > 0 else { throw FormatError(file, "has empty rows: its shape is \(array.shape)") }
            for value in array.values[number * size..<(number + 1) * size] {
                guard Float(value).isFinite else {
                    throw FormatError(file, "row \(number) holds \(value), which is not a finite float32 number")
                }
                values[item.split, default: []].append(Float(value))
            }
        }
        if kind == .image, shape.count == 2 { shape.append(1) }
        if kind == .features { shape = [shape.reduce(1, *)] }
        if options.standardize { Standardization.apply(&values, period: shape.last ?? 1) }
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
            guard size > 0 else { throw FormatError(file, "has images without pixels: \(images.shape)") }
            values[item.split, default: []] += images.values[number * size..<(number + 1) * size].map {
                Float($0) / 255
            }
        }
        return dense(.image, shape, values)
    }

    private func textColumn(_ options: ManifestModality) throws -> [Split: Column] {
        let texts = try self.texts(options).map(\.first)
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
                        vocabulary: vocabulary.size, words: vocabulary.words)
                )
            })
    }

    /// The words of each row of the table: the text that is used, and all that count as right.
    func texts(_ options: ManifestModality) throws -> [(first: [String], all: [[String]])] {
        guard !options.table.isEmpty else {
            return try table.column(options.column).map { text in
                let words = WordVocabulary.words(text)
                return (words, [words])
            }
        }
        let other = try FolderReader.readTable(options.table, manifest, folder)
        var lists: [String: [[String]]] = [:]
        for (key, text) in zip(try other.column(options.key), try other.column(options.column)) {
            lists[key, default: []].append(WordVocabulary.words(text))
        }
        let used = Set(items.map(\.row))
        return try table.column(options.key).enumerated().map { row, key in
            guard let list = lists[key], let first = list.first else {
                if !used.contains(row) { return ([], []) }
                throw FormatError(options.table, "has no row whose \(options.key) is '\(key)'")
            }
            return (first, list)
        }
    }

    func dense(_ kind: ColumnKind, _ shape: [Int], _ values: [Split: [Float]]) -> [Split: Column] {
        Dictionary(
            uniqueKeysWithValues: Split.allCases.map {
                ($0, Column(kind: kind, sampleShape: shape, values: .dense(values[$0] ?? [])))
            })
    }
}
