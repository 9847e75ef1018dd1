// SPDX-License-Identifier: Apache-2.0

import TensorCore

extension FolderReader {
    /// One modality's or target's numbers, split by split.
    func column(
        _ options: ManifestModality, named name: String, _ facts: inout [String: Double]
    ) throws -> LoadedColumn {
        switch options.kind {
        case .features:
            try options.array.isEmpty ? fileColumn(options, named: name) : arrayColumn(options, kind: .features)
        case .image:
            if !options.idx.isEmpty {
                try imageColumn(options)
            } else if !options.array.isEmpty {
                try arrayColumn(options, kind: .image)
            } else {
                try pictureColumn(options, named: name)
            }
        case .audio:
            try options.array.isEmpty
                ? soundColumn(options, named: name, &facts) : arrayColumn(options, kind: .spectrogram)
        case .text: try textColumn(options)
        case .video:
            try options.array.isEmpty ? videoColumn(options, named: name) : arrayColumn(options, kind: .video)
        }
    }

    /// The file of each item; nil where the item lacks the modality.
    func ownFiles(_ options: ManifestModality) throws -> [String?] {
        let cells = try table.column(options.column)
        return try items.map { item in
            let cell = cells[item.row]
            if cell.isEmpty { return nil }
            let file = options.path.replacingOccurrences(of: "{}", with: cell)
            if options.optional, try !folder.has(file) { return nil }
            return file
        }
    }

    /// The row number of each item in its array; nil where the item lacks the modality.
    func rowNumbers(_ options: ManifestModality) throws -> [Int?] {
        guard !options.row.isEmpty else { return items.map(\.row) }
        let texts = try table.column(options.row)
        return try items.map { item in
            if texts[item.row].isEmpty { return nil }
            guard let number = Int(texts[item.row]), number >= 0 else {
                throw FormatError("\(table.name), row \(item.row + 1)", "'\(texts[item.row])' is no row number")
            }
            return number
        }
    }

    func named(_ pattern: String, _ word: String) -> String {
        pattern.replacingOccurrences(of: "{split}", with: word)
    }

    private func arrayColumn(_ options: ManifestModality, kind: ColumnKind) throws -> LoadedColumn {
        var arrays: [String: NPY] = [:]
        var made = ColumnBuilder()
        for (item, number) in zip(items, try rowNumbers(options)) {
            guard let number else {
                made.skip(item.split)
                continue
            }
            let file = named(options.array, item.word)
            if arrays[file] == nil { arrays[file] = try folder.array(file) }
            guard let array = arrays[file], array.shape.count >= 2 else {
                throw FormatError(file, "must have rows: at least two axes")
            }
            guard number < array.shape[0] else {
                throw FormatError(file, "has \(array.shape[0]) rows, row \(number) is asked for")
            }
            let own = Array(array.shape.dropFirst())
            let size = own.reduce(1, *)
            guard size > 0 else { throw FormatError(file, "has empty rows: its shape is \(array.shape)") }
            let values = try array.values[number * size..<(number + 1) * size].map { value -> Float in
                guard Float(value).isFinite else {
                    throw FormatError(file, "row \(number) holds \(value), which is not a finite float32 number")
                }
                return Float(value)
            }
            guard made.add(values, own, item.split) else {
                throw FormatError(file, "has rows of shape \(own), others have \(made.shape)")
            }
        }
        if kind != .features, made.shape.count == (kind == .video ? 3 : 2) { made.shape.append(1) }
        if !made.shape.isEmpty, kind != .features, made.shape.count != (kind == .video ? 4 : 3) {
            throw FormatError(table.name, "an array of rows of shape \(made.shape) is no \(kind.rawValue)")
        }
        if kind == .features { made.shape = [made.shape.reduce(1, *)] }
        try made.close(table.name)
        if options.standardize { made.standardize(period: made.shape.last ?? 1) }
        return made.column(kind)
    }

    private func imageColumn(_ options: ManifestModality) throws -> LoadedColumn {
        var files: [String: IDX] = [:]
        var made = ColumnBuilder()
        for (item, number) in zip(items, try rowNumbers(options)) {
            guard let number else {
                made.skip(item.split)
                continue
            }
            let file = named(options.idx, item.word)
            if files[file] == nil { files[file] = try IDX(path: try folder.path(file), name: file) }
            guard let images = files[file], images.shape.count == 3 else {
                throw FormatError(file, "must hold images: three axes")
            }
            guard number < images.shape[0] else {
                throw FormatError(file, "has \(images.shape[0]) images, image \(number) is asked for")
            }
            let own = [images.shape[1], images.shape[2], 1]
            let size = own.reduce(1, *)
            guard size > 0 else { throw FormatError(file, "has images without pixels: \(images.shape)") }
            let pixels = images.values[number * size..<(number + 1) * size].map { Float($0) / 255 }
            guard made.add(pixels, own, item.split) else {
                throw FormatError(file, "has images of \(own), others have \(made.shape)")
            }
        }
        try made.close(table.name)
        return made.column(.image)
    }

    private func textColumn(_ options: ManifestModality) throws -> LoadedColumn {
        let isInput = options.table.isEmpty
        let cells = isInput ? try textCells(options) : []
        var absent: [Split: [Bool]] = [:]
        for item in items { absent[item.split, default: []].append(isInput && cells[item.row].isEmpty) }
        let encode: (Int) throws -> [Int32]
        let words: [String]
        if !options.vocabulary.isEmpty {
            let vocabulary = try WordVocabulary(list: try folder.lines(options.vocabulary), name: options.vocabulary)
            words = vocabulary.words
            let spaced = isInput ? cells : try texts(options).map { $0.first.joined(separator: " ") }
            encode = { row in
                guard let ids = vocabulary.encode(spaced: spaced[row], length: options.words) else {
                    throw FormatError(
                        "\(table.name), row \(row + 1)", "has a word that \(options.vocabulary) does not know")
                }
                return ids
            }
        } else {
            let texts = try self.texts(options).map(\.first)
            let seen = items.filter { $0.split == .train }.map { texts[$0.row] }
            if options.merges > 0 {
                let vocabulary = PairVocabulary(seen, merges: options.merges)
                words = vocabulary.words
                encode = { vocabulary.encode(texts[$0], length: options.words) }
            } else {
                let vocabulary = WordVocabulary(seen, minimumCount: options.minimumCount)
                words = vocabulary.words
                encode = { vocabulary.encode(texts[$0], length: options.words) }
            }
        }
        var tokens: [Split: [Int32]] = [:]
        for item in items { tokens[item.split, default: []] += try encode(item.row) }
        return LoadedColumn(
            columns: Dictionary(
                uniqueKeysWithValues: Split.allCases.map { split in
                    (
                        split,
                        Column(
                            kind: .text, sampleShape: [options.words], values: .tokens(tokens[split] ?? []),
                            vocabulary: words.count, words: words)
                    )
                }), absent: absent)
    }

    /// The text of each row of the table, from the cell or from the file that it names; '' where there is none.
    private func textCells(_ options: ManifestModality) throws -> [String] {
        let cells = try table.column(options.column)
        guard options.textFile else { return cells }
        var texts = cells.map { _ in "" }
        for (item, file) in zip(items, try ownFiles(options)) {
            guard let file else { continue }
            let bytes = try folder.bytes(file, limit: 1 << 26)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw FormatError(file, "is not UTF-8 text")
            }
            texts[item.row] = text
        }
        return texts
    }

    /// The words of each row of the table: the text that is used, and all that count as right.
    func texts(_ options: ManifestModality) throws -> [(first: [String], all: [[String]])] {
        guard !options.table.isEmpty else {
            return try textCells(options).map { text in
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
}
