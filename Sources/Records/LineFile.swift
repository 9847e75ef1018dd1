// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// A file of JSON objects, one a line, that only grows. Who is interrupted while writing leaves half a line at the most,
/// and the next one begins a new line after it.
public struct LineFile: Sendable {
    /// Where it is, or will be.
    public let url: URL

    /// Of a file that need not be there yet.
    public init(_ url: URL) { self.url = url }

    /// What is in it, and the numbers of lines that are no object; both empty where there is no file.
    public func read() throws -> (values: [ConfigValue], damaged: [Int]) {
        guard FileManager.default.fileExists(atPath: url.path) else { return ([], []) }
        var values: [ConfigValue] = []
        var damaged: [Int] = []
        let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            if let value = try? JSONDecoder().decode(ConfigValue.self, from: Data(line.utf8)), value.objectValue != nil
            {
                values.append(value)
            } else {
                damaged.append(number + 1)
            }
        }
        return (values, damaged)
    }

    /// Adds an object as the last line; makes the file and its folders where there are none.
    public func append(_ value: ConfigValue) throws {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        let descriptor = open(url.path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: url.path])
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let end = try file.seekToEnd()
        var isTorn = false
        if end > 0 {
            try file.seek(toOffset: end - 1)
            isTorn = try file.read(upToCount: 1) != Data("\n".utf8)
        }
        try file.write(contentsOf: Data(((isTorn ? "\n" : "") + value.canonicalJSON + "\n").utf8))
    }
}
