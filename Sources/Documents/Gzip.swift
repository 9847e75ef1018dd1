// SPDX-License-Identifier: Apache-2.0

import CZlib
import Foundation

/// Files compressed as gzip, without a time stamp: the same text gives the same bytes.
public enum Gzip {
    /// Why a file could not be written or read.
    public enum Failure: Error, Equatable {
        /// Of opening, reading or writing: what the system says.
        case system(String)
        /// The bytes are no gzip, or end before they should.
        case damaged(String)
    }

    /// Writes a file piece by piece, and puts it in place when it is whole.
    public static func write(to url: URL, _ body: ((String) throws -> Void) throws -> Void) throws {
        let part = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(getpid())")
        guard let file = gzopen(part.path, "wb9") else { throw Failure.system(String(cString: strerror(errno))) }
        var isOpen = true
        defer {
            if isOpen { gzclose(file) }
            unlink(part.path)
        }
        try body { text in
            var text = text
            let written = text.withUTF8 { $0.isEmpty ? 1 : gzwrite(file, $0.baseAddress, UInt32($0.count)) }
            if written <= 0 { throw Failure.system(String(cString: strerror(errno))) }
        }
        isOpen = false
        guard gzclose(file) == Z_OK, rename(part.path, url.path) == 0 else {
            throw Failure.system(String(cString: strerror(errno)))
        }
    }

    /// The whole text of a file.
    public static func read(_ url: URL) throws(Failure) -> Data {
        guard let file = gzopen(url.path, "rb") else { throw .system(String(cString: strerror(errno))) }
        defer { gzclose(file) }
        if gzdirect(file) != 0 { throw .damaged("it is not compressed") }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = gzread(file, &buffer, UInt32(buffer.count))
            if count < 0 {
                var code: Int32 = 0
                throw .damaged(gzerror(file, &code).map { String(cString: $0) } ?? "it cannot be read")
            }
            if count == 0 { break }
            data.append(contentsOf: buffer[..<Int(count)])
        }
        var code: Int32 = 0
        _ = gzerror(file, &code)
        if code == Z_BUF_ERROR { throw .damaged("it ends too early") }
        return data
    }
}
