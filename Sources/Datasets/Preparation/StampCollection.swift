// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// Real pictures with spoken and written descriptions, from the stamps of Tux Paint that Debian distributes
/// (`tuxpaint-stamps-default`): what a stamp shows is said in a text file in many languages and recorded in several.
///
/// Pictures are brought to one size on white, sounds to 16-bit PCM at 8 kHz, so that what is trained on has the same bits
/// everywhere once it is prepared. The label is the first folder of a stamp's path; folders of few stamps are left out.
/// Stamps that share a description in any of the languages, or a recording, are in one split.
public struct StampCollection {
    /// Where Debian puts them.
    public static let home = "/usr/share/tuxpaint/stamps"
    /// Debian's package with the pictures.
    public static let package = "tuxpaint-stamps-default"
    /// Languages whose recordings are used; nearly every stamp has them.
    public static let languages = ["es", "fr", "ro"]
    private static let side = 64
    private static let rate = 8000
    /// Folders with fewer stamps are left out.
    private static let fewest = 30

    private struct Stamp {
        /// Path below the collection, without ending.
        var name: String
        var label: String
        /// By language; "en" is the first line.
        var texts: [String: String]
        var languages: [String]
        var group = 0
        var split = "train"
    }

    private let folder: DataFolder
    private var stamps: [Stamp] = []

    /// Reads the descriptions of a collection.
    public init(_ path: String = StampCollection.home) throws {
        folder = DataFolder(path)
        guard FileManager.default.fileExists(atPath: path) else {
            throw FormatError(
                path, "there are no stamps: install them with `apt-get install \(StampCollection.package)`")
        }
        var names: [String] = []
        let walker = FileManager.default.enumerator(atPath: path)
        while let name = walker?.nextObject() as? String {
            if name.hasSuffix(".txt") { names.append(String(name.dropLast(4))) }
        }
        for name in names.sorted() {
            let parts = name.split(separator: "/")
            guard parts.count > 1, try folder.has(name + ".png") else { continue }
            let texts = try StampCollection.texts(folder, name)
            guard texts["en"] != nil else { continue }
            let spoken = try StampCollection.languages.filter { language in
                guard texts[language] != nil else { return false }
                return try folder.has("\(name)_desc_\(language).ogg")
            }
            stamps.append(Stamp(name: name, label: String(parts[0]), texts: texts, languages: spoken))
        }
        let counts = stamps.reduce(into: [String: Int]()) { $0[$1.label, default: 0] += 1 }
        stamps.removeAll { counts[$0.label] ?? 0 < StampCollection.fewest }
        guard Set(stamps.map(\.label)).count > 1 else {
            throw FormatError(
                path, "has fewer than two folders with \(StampCollection.fewest) described pictures or more")
        }
        try group()
        divide()
    }

    /// The first line is English, the others are "language.utf8=text".
    private static func texts(_ folder: DataFolder, _ name: String) throws -> [String: String] {
        let text = String(decoding: try folder.bytes(name + ".txt", limit: 1 << 20), as: UTF8.self)
        var texts: [String: String] = [:]
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if number == 0 {
                let english = line.trimmingCharacters(in: .whitespaces)
                if !english.isEmpty, !english.contains(".utf8=") { texts["en"] = english }
            } else if let range = line.range(of: ".utf8=") {
                let words = line[range.upperBound...].trimmingCharacters(in: .whitespaces)
                if !words.isEmpty { texts[String(line[..<range.lowerBound])] = words }
            }
        }
        return texts
    }

    /// Stamps that share a description or a recording get one number.
    private mutating func group() throws {
        var parents = Array(stamps.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index { index = parents[index] }
            return index
        }
        var first: [String: Int] = [:]
        for (index, stamp) in stamps.enumerated() {
            var marks = (["en"] + StampCollection.languages).compactMap { language in
                stamp.texts[language].map { "\(language) \(WordVocabulary.words($0).joined(separator: " "))" }
            }
            for language in stamp.languages {
                var hash = SHA256()
                try folder.hash("\(stamp.name)_desc_\(language).ogg", into: &hash)
                marks.append("sound \(hash.hex())")
            }
            for mark in marks {
                if let other = first[mark] {
                    let (a, b) = (root(other), root(index))
                    parents[max(a, b)] = min(a, b)
                } else {
                    first[mark] = index
                }
            }
        }
        for index in stamps.indices { stamps[index].group = root(index) }
    }

    /// A fifth of the stamps of each label to test, a tenth to validation, whole groups at a time, by a keyed order.
    private mutating func divide() {
        let key = RandomKey(seed: 0).fold("stamps")
        var assigned: [Int: String] = [:]
        for label in Set(stamps.map(\.label)).sorted() {
            let members = stamps.indices.filter { stamps[$0].label == label }
            var groups: [Int] = []
            for index in members where !groups.contains(stamps[index].group) { groups.append(stamps[index].group) }
            var given = 0
            for place in key.fold(label).permutation(groups.count) {
                let group = groups[place]
                let share = Double(given) / Double(members.count)
                if assigned[group] == nil { assigned[group] = share < 0.2 ? "test" : share < 0.3 ? "val" : "train" }
                given += members.filter { stamps[$0].group == group }.count
            }
        }
        for index in stamps.indices { stamps[index].split = assigned[stamps[index].group] ?? "train" }
    }

    /// Pictures that have a description.
    public var count: Int { stamps.count }

    /// Writes the set: `text.csv` (a row a stamp, in English), `audio.csv` (a row a stamp and language), pictures, sounds,
    /// checksums and a description.
    public func write(to target: URL, progress: (Int, Int) -> Void = { _, _ in }) throws {
        let writer = try FolderWriter(target)
        defer { writer.discard() }
        var digests: [(path: String, digest: String, size: Int)] = []
        func put(_ path: String, _ bytes: [UInt8]) throws {
            try writer.put(path, bytes)
            digests.append((path, DatasetExport.digest(bytes), bytes.count))
        }
        var texts = [["id", "split", "label", "group", "image", "text"]]
        var sounds = [["id", "split", "label", "group", "image", "language", "sound", "text"]]
        for (number, stamp) in stamps.enumerated() {
            progress(number, stamps.count)
            let picture = "images/\(stamp.name).png"
            try put(picture, try self.picture(stamp.name + ".png"))
            let common = [stamp.name, stamp.split, stamp.label, String(stamp.group), picture]
            texts.append(common + [stamp.texts["en"] ?? ""])
            for language in stamp.languages {
                let file = "\(stamp.name)_desc_\(language).ogg"
                let sound = try Sound(try folder.bytes(file), name: file)
                let samples = Resampling.apply(sound.samples, from: sound.sampleRate, to: StampCollection.rate)
                let path = "sounds/\(stamp.name)-\(language).wav"
                try put(path, MediaWriter.wav16(StampCollection.trimmed(samples), sampleRate: StampCollection.rate))
                sounds.append(
                    ["\(stamp.name)-\(language)"] + common[1...] + [language, path, stamp.texts[language] ?? ""])
            }
        }
        try put("text.csv", Array(texts.map(DatasetExport.line).joined().utf8))
        try put("audio.csv", Array(sounds.map(DatasetExport.line).joined().utf8))
        try put("dataset.yaml", Array(StampCollection.manifest.utf8))
        let words = ["train", "val", "test"].map { word in (word, texts.filter { $0[1] == word }.count) }
        let description = Croissant(
            name: "tuxpaint", description: "Stamps of Tux Paint with spoken and written descriptions",
            license: "https://spdx.org/licenses/GPL-2.0-or-later.html", creator: "the authors of Tux Paint's stamps",
            published: "2022-06-04", version: "1.0.0", url: "https://tuxpaint.org/stamps/",
            files: digests.sorted { $0.path < $1.path }, table: "text.csv", columns: texts[0], splits: words)
        try writer.put("croissant.json", Array(description.text.utf8))
        try writer.put(
            "SHA256SUMS", Array(digests.map { "\($0.digest)  \($0.path)\n" }.sorted().joined().utf8))
        try writer.finish()
    }

    private static let manifest = """
        name: tuxpaint
        license: GPL-2.0-or-later and others, see /usr/share/doc/\(package)/copyright
        source: stamps of Tux Paint, Debian package \(package)
        table: text.csv
        group: group
        modalities:
          image: {kind: image, column: image, size: [32, 32]}
          text: {kind: text, column: text, words: 16}

        """

    /// The whole picture on a white square.
    private func picture(_ file: String) throws -> [UInt8] {
        let bytes = try folder.bytes(file, limit: 1 << 26)
        let own = try Frames.picture(bytes, name: file, PictureShape(height: 0, width: 0))
        let side = StampCollection.side
        let longer = max(own.height, own.width)
        let height = max(1, (own.height * side + longer / 2) / longer)
        let width = max(1, (own.width * side + longer / 2) / longer)
        let small = try Frames.picture(bytes, name: file, PictureShape(height: height, width: width))
        var pixels = [UInt8](repeating: 255, count: side * side * 3)
        let top = (side - height) / 2
        let left = (side - width) / 2
        for row in 0..<height {
            for index in 0..<width * 3 {
                pixels[((top + row) * side + left) * 3 + index] = small.values[row * width * 3 + index]
            }
        }
        return try MediaWriter.png(pixels, height: side, width: side, channels: 3)
    }

    /// Without the silence before the first word; three seconds at most.
    private static func trimmed(_ samples: [Float]) -> [Float] {
        let loudest = samples.reduce(0) { max($0, abs($1)) }
        let start = samples.firstIndex { abs($0) > 0.05 * loudest } ?? 0
        return Array(samples[max(0, start - rate / 50)...].prefix(3 * rate))
    }
}
