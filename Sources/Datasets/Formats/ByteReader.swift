// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Reads numbers from bytes; every read beyond the end is an error that names the file.
struct ByteReader {
    let file: String
    let bytes: [UInt8]
    private(set) var position = 0

    init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// A file's bytes; refuses what is absent or larger than `limit`.
    init(file: String, path: String, limit: Int = 4 << 30) throws(FormatError) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let size = attributes?[.size] as? Int else { throw FormatError(file, "there is no such file") }
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw FormatError(file, "is not a regular file")
        }
        guard size <= limit else { throw FormatError(file, "is larger than \(limit) bytes") }
        do {
            self.init(file: file, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        } catch {
            throw FormatError(file, "cannot be read")
        }
    }

    var remaining: Int { bytes.count - position }

    mutating func skip(_ count: Int) throws(FormatError) {
        guard count >= 0, count <= remaining else { throw truncated(count) }
        position += count
    }

    mutating func take(_ count: Int) throws(FormatError) -> ArraySlice<UInt8> {
        let start = position
        try skip(count)
        return bytes[start..<position]
    }

    mutating func little(_ size: Int) throws(FormatError) -> UInt64 {
        try take(size).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func big(_ size: Int) throws(FormatError) -> UInt64 {
        try take(size).reduce(0) { $0 << 8 | UInt64($1) }
    }

    func truncated(_ wanted: Int) -> FormatError {
        FormatError(file, "is cut off: \(wanted) more bytes expected at byte \(position), \(remaining) are there")
    }
}
