// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// One item's numbers as its file gave them, before anything that other items decide.
struct PreparedItem: Equatable {
    var shape: [Int]
    var values: [Float]
    /// Samples a second of sound, 0 for anything else.
    var rate = 0
    /// Whether every machine decodes it to the same bits.
    var isExact = true
}

/// Decoded and preprocessed files, kept on disk by what they were made from: the bytes of a block of files and how they are
/// prepared. So an entry never grows old, an interrupted load goes on behind the last whole block, and data sets that share
/// files share entries.
///
/// A second, smaller store remembers which bytes unchanged files have (by path, size, number and time of change), so that
/// they need not be read again only to be recognized. A cache that cannot be written costs time, nothing else.
struct PreparedCache {
    let folder: String
    /// Files of one entry.
    static let block = 32
    private static let magic = Array("PDMPPREP1\n".utf8)
    private static let settled = 2.0

    /// The items of some files, from the cache or from `make`.
    func items(
        _ files: [String], _ preparation: String, in folder: DataFolder, make: (String) throws -> PreparedItem
    ) throws -> [PreparedItem] {
        let stamp = stamp(files, preparation, folder)
        let memory = stamp.map { path("stamps", $0) }
        var name = memory.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
        if name?.utf8.count != 64 { name = nil }
        let entry = try name ?? content(files, preparation, folder)
        if let known = read(path("items", entry), count: files.count) {
            if name == nil, let memory { write([UInt8](entry.utf8), memory) }
            return known
        }
        let made = try files.map(make)
        write(PreparedCache.encode(made), path("items", entry))
        if let memory { write([UInt8](entry.utf8), memory) }
        return made
    }

    private func path(_ kind: String, _ name: String) -> String { "\(folder)/\(kind)/\(name.prefix(2))/\(name)" }

    /// What the files hold and how they are prepared.
    private func content(_ files: [String], _ preparation: String, _ folder: DataFolder) throws -> String {
        var hash = SHA256()
        hash.update("\(preparation)\n")
        for file in files {
            for part in try folder.filesBelow(file) {
                let bytes = try folder.bytes(part)
                hash.update("\(bytes.count)\n")
                bytes.withUnsafeBytes { hash.update($0) }
            }
            hash.update("\n")
        }
        return hash.hex()
    }

    /// nil where a file cannot be looked at, is no plain file or is too young to be trusted.
    private func stamp(_ files: [String], _ preparation: String, _ folder: DataFolder) -> String? {
        var hash = SHA256()
        hash.update("\(preparation)\n")
        let now = Double(time(nil))
        for file in files {
            guard folder.file(of: file) == file, let path = try? folder.path(file) else { return nil }
            var facts = stat()
            guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
                Double(facts.st_mtim.tv_sec) + PreparedCache.settled < now
            else { return nil }
            hash.update(
                "\(path)\0\(facts.st_size)\0\(facts.st_ino)\0\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)\n")
        }
        return hash.hex()
    }

    // MARK: Entries

    /// A line with what each item is, the numbers, and a checksum over all of it.
    private static func encode(_ items: [PreparedItem]) -> [UInt8] {
        let header = items.map { item in
            "\(item.shape.map(String.init).joined(separator: "x")) \(item.rate) \(item.isExact ? 1 : 0)"
        }
        var bytes = magic + Array((header.joined(separator: ";") + "\n").utf8)
        for item in items {
            item.values.withUnsafeBytes { bytes += $0 }
        }
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update($0) }
        return bytes + Array(hash.hex().utf8)
    }

    /// nil where there is no entry, or a damaged one.
    private func read(_ path: String, count: Int) -> [PreparedItem]? {
        guard let data = FileManager.default.contents(atPath: path), data.count > PreparedCache.magic.count + 64,
            data.starts(with: PreparedCache.magic)
        else { return nil }
        var hash = SHA256()
        data.dropLast(64).withUnsafeBytes { hash.update($0) }
        guard data.suffix(64).elementsEqual(hash.hex().utf8) else { return nil }
        let body = data.dropFirst(PreparedCache.magic.count).dropLast(64)
        guard let end = body.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let lines = String(decoding: body[..<end], as: UTF8.self).split(separator: ";")
        guard lines.count == count else { return nil }
        var items: [PreparedItem] = []
        var place = body.index(after: end)
        for line in lines {
            let parts = line.split(separator: " ")
            let shape = parts.first?.split(separator: "x").compactMap { Int($0) } ?? []
            let bytes = shape.reduce(4, *)
            guard parts.count == 3, let rate = Int(parts[1]), bytes > 0,
                body.distance(from: place, to: body.endIndex) >= bytes
            else { return nil }
            let next = body.index(place, offsetBy: bytes)
            let values = [Float](unsafeUninitializedCapacity: bytes / 4) { buffer, count in
                _ = body[place..<next].copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
                count = bytes / 4
            }
            items.append(PreparedItem(shape: shape, values: values, rate: rate, isExact: parts[2] == "1"))
            place = next
        }
        return place == body.endIndex ? items : nil
    }

    private func write(_ bytes: [UInt8], _ path: String) {
        let url = URL(fileURLWithPath: path)
        try? FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(bytes).write(to: url, options: .atomic)
    }
}
