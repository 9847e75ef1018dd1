// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// Writes a data set as a folder that the loader reads: `dataset.yaml`, `items.csv`, pictures as PNG, sounds as WAV, videos
/// as MP4 (or Matroska, or folders of PNG), arrays as `.npy`, checksums and a Croissant description. All of it is without
/// loss, so that what is loaded back trains to the same bits.
public struct DatasetExport {
    /// How clips are written: H.264 in RGB, FFV1, or a picture a frame; all without loss.
    public enum VideoForm: String, CaseIterable, Sendable { case mp4, mkv, frames }

    private let name: String
    private let data: LoadedDataset
    private let sounds: [String: SoundOriginals]
    private let videos: VideoForm
    private let source: String
    private var files: [(path: String, bytes: [UInt8])] = []
    private var header: [String] = ["id", "split", "label", "item"]
    /// All rows, split after split.
    private var rows: [[String]] = []
    private var spans: [(split: Split, rows: Range<Int>)] = []

    /// - Parameters:
    ///   - data: what is written.
    ///   - name: of the data set.
    ///   - source: what made it, a sentence for people.
    ///   - sounds: the samples behind spectrograms, by modality.
    ///   - videos: how moving pictures are written.
    public init(
        _ data: LoadedDataset, name: String, source: String, sounds: [String: SoundOriginals] = [:],
        videos: VideoForm = .mp4
    ) {
        self.data = data
        self.name = name
        self.source = source
        self.sounds = sounds
        self.videos = videos
    }

    /// Writes the folder as a whole: first beside it, then moved to its place. Returns the number of files.
    @discardableResult
    public func write(to folder: URL) throws -> Int {
        var made = self
        try made.make()
        let writer = try FolderWriter(folder)
        defer { writer.discard() }
        for (path, bytes) in made.files { try writer.put(path, bytes) }
        try writer.finish()
        return made.files.count
    }

    private mutating func make() throws {
        for split in Split.allCases {
            let part = data.part(split)
            spans.append((split, rows.count..<rows.count + part.count))
            for row in 0..<part.count {
                let names =
                    part.labelSets.isEmpty ? [Int(part.labels[row])] : part.labelSets[row].map { Int($0) }
                rows.append([
                    part.ids[row], DatasetExport.word(split),
                    names.map { data.signature.classNames[$0] }.joined(separator: "|"), String(part.items[row]),
                ])
            }
        }
        var modalities: [String: ConfigValue] = [:]
        for (position, entry) in data.signature.columns.entries.enumerated() {
            let name = entry.modality.name
            modalities[name] = try add(
                name, entry.value, sound: sounds[name], column: { $0.columns.values[position] },
                has: { $0.has(position, $1) })
        }
        var targets: [String: ConfigValue] = [:]
        for role in TargetRole.allCases {
            guard let signature = data.signature.targets[role] else { continue }
            let made = try add(
                role.rawValue, signature, sound: nil, column: { $0.targets[role]?.column }, has: { _, _ in true })
            let items = "\(role.rawValue)-item"
            appendColumn(items) { part, row in part.targets[role].map { String($0.items[row]) } ?? "" }
            var members = made.objectValue ?? [:]
            members["item"] = .string(items)
            targets[role.rawValue] = .object(members)
        }
        var manifest: [(String, ConfigValue)] = [
            ("name", .string(name)), ("license", "CC0-1.0"), ("source", .string(source)), ("version", "1.0.0"),
            ("creator", "pdmpbench"), ("table", "items.csv"), ("id", "id"), ("item", "item"),
            ("classes", .array(data.signature.classNames.map { .string($0) })),
        ]
        if data.signature.hasLabelSets { manifest.append(("labelSeparator", "|")) }
        if data.signature.classes < 2 { manifest.append(("label", "")) }
        if !data.facts.isEmpty { manifest.append(("facts", .object(data.facts.mapValues { .double($0) }))) }
        // Order of declaration matters, so modalities are written one a line.
        var text = manifest.map { "\($0): \($1.canonicalJSON)\n" }.joined()
        text += "modalities:\n"
        for modality in data.signature.modalities {
            text +=
                "  \(ConfigValue.string(modality.name).canonicalJSON): \((modalities[modality.name] ?? .null).canonicalJSON)\n"
        }
        if !targets.isEmpty {
            text += "targets:\n"
            for name in targets.keys.sorted() { text += "  \(name): \((targets[name] ?? .null).canonicalJSON)\n" }
        }
        files.append(("items.csv", Array(([header] + rows).map(DatasetExport.line).joined().utf8)))
        files.append(("dataset.yaml", Array(text.utf8)))
        files.sort { $0.path < $1.path }
        let digests = files.map { file in
            (path: file.path, digest: DatasetExport.digest(file.bytes), size: file.bytes.count)
        }
        files.append(("croissant.json", Array(croissant(digests).utf8)))
        let sums = (digests.map { "\($0.digest)  \($0.path)\n" }.sorted()).joined()
        files.append(("SHA256SUMS", Array(sums.utf8)))
    }

    // MARK: Modalities

    /// Adds the files and cells of one modality or target; returns how the manifest describes it.
    private mutating func add(
        _ name: String, _ signature: ColumnSignature, sound: SoundOriginals?, column: (DatasetPart) -> Column?,
        has: (DatasetPart, Int) -> Bool
    ) throws -> ConfigValue {
        let shape = signature.sampleShape
        let size = shape.reduce(1, *)
        let safe = String(name.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" })
        var cells: [String] = []
        var array: [Float] = []
        var arrayRows = 0
        let isBytes = everyRow(column) { values in
            values.allSatisfy { value in
                let level = (value * 255).rounded()
                return (0...255).contains(level) && level / 255 == value
            }
        }
        let form: String
        switch signature.kind {
        case .text: form = "text"
        case .image where isBytes && (shape[2] == 1 || shape[2] == 3): form = "png"
        case .video where isBytes && shape[3] == 3: form = "video"
        case .spectrogram where sound != nil: form = "wav"
        default: form = "array"
        }
        for (split, range) in spans {
            let part = data.part(split)
            guard let own = column(part) else { continue }
            for row in 0..<range.count {
                guard has(part, row) else {
                    cells.append("")
                    continue
                }
                let file = "\(safe)/\(DatasetExport.word(split))-\(row)"
                switch (form, own.values) {
                case ("text", .tokens(let tokens)):
                    let ids = tokens[row * size..<(row + 1) * size].prefix { $0 > 0 }
                    let words = ids.map { own.words.isEmpty ? "w\($0)" : own.words[Int($0)] }
                    // A text without words is not an absent one.
                    cells.append(words.isEmpty ? " " : words.joined(separator: " "))
                case ("png", .dense(let values)):
                    let pixels = DatasetExport.bytes(values[row * size..<(row + 1) * size])
                    files.append(
                        (
                            file + ".png",
                            try MediaWriter.png(pixels, height: shape[0], width: shape[1], channels: shape[2])
                        ))
                    cells.append(file + ".png")
                case ("video", .dense(let values)):
                    cells.append(
                        try addVideo(file, DatasetExport.bytes(values[row * size..<(row + 1) * size]), shape))
                case ("wav", _):
                    let samples = sound?.samples[split]?[row] ?? []
                    files.append((file + ".wav", MediaWriter.wav(samples, sampleRate: sound?.sampleRate ?? 1)))
                    cells.append(file + ".wav")
                case (_, .dense(let values)):
                    array += values[row * size..<(row + 1) * size]
                    cells.append(String(arrayRows))
                    arrayRows += 1
                default: cells.append("")
                }
            }
        }
        header.append(name)
        for index in rows.indices { rows[index].append(cells[index]) }
        return describe(name, safe, signature, form, sound, array: array, arrayRows)
    }

    private mutating func describe(
        _ name: String, _ safe: String, _ signature: ColumnSignature, _ form: String, _ sound: SoundOriginals?,
        array: [Float], _ arrayRows: Int
    ) -> ConfigValue {
        let shape = signature.sampleShape
        switch form {
        case "text":
            let words =
                signature.words.isEmpty
                ? [""] + (1..<max(2, signature.vocabulary)).map { "w\($0)" } : signature.words
            files.append(("\(safe)-words.txt", Array(words.map { $0 + "\n" }.joined().utf8)))
            return [
                "kind": "text", "column": .string(name), "words": .int(shape[0]),
                "vocabulary": .string("\(safe)-words.txt"),
            ]
        case "png": return ["kind": "image", "column": .string(name), "channels": .int(shape[2])]
        case "video": return ["kind": "video", "column": .string(name), "clip": .int(shape[0])]
        case "wav":
            return [
                "kind": "audio", "column": .string(name), "bands": .int(shape[1]), "frames": .int(shape[0]),
                "window": .double(sound?.windowMilliseconds ?? 32), "hop": .double(sound?.hopMilliseconds ?? 16),
            ]
        default:
            files.append(("\(safe).npy", NPYWriter.bytes(array, shape: [arrayRows] + shape)))
            let kind: ConfigValue =
                switch signature.kind {
                case .image: "image"
                case .video: "video"
                case .spectrogram: "audio"
                case .features, .text: "features"
                }
            return [
                "kind": kind, "array": .string("\(safe).npy"), "row": .string(name), "standardize": .bool(false),
            ]
        }
    }

    private mutating func addVideo(_ file: String, _ pixels: [UInt8], _ shape: [Int]) throws -> String {
        let (frames, height, width) = (shape[0], shape[1], shape[2])
        guard videos == .frames else {
            let path = "\(file).\(videos.rawValue)"
            let container: MediaWriter.Container = videos == .mp4 ? .mp4 : .mkv
            files.append(
                (
                    path,
                    try MediaWriter.video(
                        pixels, frames: frames, height: height, width: width, framesPerSecond: 8, container)
                ))
            return path
        }
        let size = height * width * 3
        for frame in 0..<frames {
            let own = Array(pixels[frame * size..<(frame + 1) * size])
            files.append(
                ("\(file)/\(frame).png", try MediaWriter.png(own, height: height, width: width, channels: 3)))
        }
        return file
    }

    private mutating func appendColumn(_ title: String, _ cell: (DatasetPart, Int) -> String) {
        header.append(title)
        for (split, range) in spans {
            let part = data.part(split)
            for row in 0..<range.count { rows[range.lowerBound + row].append(cell(part, row)) }
        }
    }

    private func everyRow(_ column: (DatasetPart) -> Column?, _ holds: ([Float]) -> Bool) -> Bool {
        Split.allCases.allSatisfy { split in
            guard case .dense(let values)? = column(data.part(split))?.values else { return false }
            return holds(values)
        }
    }

    // MARK: Text

    private static func word(_ split: Split) -> String { split == .validation ? "val" : split.rawValue }

    private static func bytes(_ values: ArraySlice<Float>) -> [UInt8] { values.map { UInt8(($0 * 255).rounded()) } }

    static func digest(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.hex()
    }

    /// A line of RFC 4180.
    static func line(_ fields: [String]) -> String {
        fields.map { field in
            field.contains { ",\"\n\r".contains($0) || $0 == "\r\n" }
                ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
        }.joined(separator: ",") + "\n"
    }

    private func croissant(_ files: [(path: String, digest: String, size: Int)]) -> String {
        Croissant(
            name: name, description: source, license: "https://creativecommons.org/publicdomain/zero/1.0/",
            creator: "pdmpbench", published: "", version: "1.0.0", url: "", files: files, table: "items.csv",
            columns: header, splits: spans.map { (DatasetExport.word($0.split), $0.rows.count) }
        ).text
    }
}
