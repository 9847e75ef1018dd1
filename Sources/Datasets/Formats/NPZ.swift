// SPDX-License-Identifier: Apache-2.0

import CZip
import TensorCore

/// An archive of NumPy arrays (`.npz`), stored or deflated.
public struct NPZ {
    /// Names of the arrays, without `.npy`, in the order of the archive.
    public let names: [String]
    private let file: String
    private let bytes: [UInt8]
    /// No array may unpack to more bytes than this.
    private static let limit = 4 << 30

    /// Reads an archive.
    public init(path: String, name: String) throws(FormatError) {
        try self.init(bytes: try ByteReader(file: name, path: path).bytes, name: name)
    }

    /// Reads bytes of an archive.
    public init(bytes: [UInt8], name: String) throws(FormatError) {
        file = name
        self.bytes = bytes
        names = try NPZ.open(bytes, name) { archive throws(FormatError) in
            (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
                guard let entry = zip_get_name(archive, UInt64(index), 0) else { return nil }
                let name = String(cString: entry)
                return name.hasSuffix(".npy") ? String(name.dropLast(4)) : nil
            }
        }
    }

    /// One array; the only one if no name is given.
    public func array(_ name: String? = nil) throws(FormatError) -> NPY {
        guard let wanted = name ?? (names.count == 1 ? names[0] : nil) else {
            throw FormatError(file, "holds \(names.count) arrays: say which (it has: \(names.joined(separator: ", ")))")
        }
        guard names.contains(wanted) else {
            throw FormatError(file, "has no array '\(wanted)' (it has: \(names.joined(separator: ", ")))")
        }
        let label = "\(file)/\(wanted)"
        let content = try NPZ.open(bytes, file) { archive throws(FormatError) in
            try NPZ.read(archive, wanted + ".npy", label)
        }
        return try NPY(bytes: content, name: label)
    }

    private static func open<Value>(
        _ bytes: [UInt8], _ file: String, _ body: (OpaquePointer) throws(FormatError) -> Value
    ) throws(FormatError) -> Value {
        let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = room.initialize(from: bytes)
        defer { room.deallocate() }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(room.baseAddress, UInt64(bytes.count), 0, &error) else {
            throw FormatError(file, "cannot be read as an archive")
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(source)
            throw FormatError(file, "is no .npz archive: \(String(cString: zip_error_strerror(&error)))")
        }
        defer { zip_discard(archive) }
        return try body(archive)
    }

    private static func read(
        _ archive: OpaquePointer, _ entry: String, _ label: String
    ) throws(FormatError) -> [UInt8] {
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard zip_stat(archive, entry, 0, &facts) == 0, facts.valid & UInt64(ZIP_STAT_SIZE) != 0 else {
            throw FormatError(label, "has no size in the archive")
        }
        guard facts.size <= UInt64(limit) else { throw FormatError(label, "unpacks to more than \(limit) bytes") }
        guard let handle = zip_fopen(archive, entry, 0) else {
            throw FormatError(label, "cannot be unpacked (encrypted, or an unknown method)")
        }
        defer { zip_fclose(handle) }
        var content: [UInt8] = []
        // What is announced is believed only as far as it comes.
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while content.count < Int(facts.size) {
            let count = zip_fread(handle, &chunk, UInt64(min(chunk.count, Int(facts.size) - content.count)))
            guard count >= 0 else { throw FormatError(label, "is damaged: it cannot be unpacked") }
            if count == 0 {
                throw FormatError(label, "is cut off: \(facts.size) bytes announced, \(content.count) there")
            }
            content += chunk[..<Int(count)]
        }
        // Reading to the end makes libzip compare the checksum.
        guard zip_fread(handle, &chunk, 1) == 0 else { throw FormatError(label, "is damaged: its checksum is wrong") }
        return content
    }
}
