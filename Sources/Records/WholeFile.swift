// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Files are written whole under another name, then renamed: a reader sees the old file or the new one.
public enum WholeFile {
    /// Writes a text; the file is there whole or not at all.
    public static func write(_ text: String, to url: URL) throws { try write(lines: CollectionOfOne(text), to: url) }

    /// Writes pieces one after the other, so that a large file is never in memory as a whole.
    public static func write(lines: some Sequence<String>, to url: URL) throws {
        try write(to: url) { append in for line in lines { try append(line) } }
    }

    /// Writes what `body` hands over, piece by piece; nothing is there if it throws.
    public static func write(to url: URL, _ body: (_ append: (String) throws -> Void) throws -> Void) throws {
        try replace(url) { file in
            var piece = Data()
            try body { line in
                piece.append(contentsOf: line.utf8)
                guard piece.count >= 1 << 20 else { return }
                try file.write(contentsOf: piece)
                piece.removeAll(keepingCapacity: true)
            }
            try file.write(contentsOf: piece)
        }
    }

    /// Writes bytes; the file is there whole or not at all.
    public static func write(_ data: Data, to url: URL) throws { try replace(url) { try $0.write(contentsOf: data) } }

    private static func replace(_ url: URL, _ fill: (FileHandle) throws -> Void) throws {
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let temporary = folder.appendingPathComponent(".\(url.lastPathComponent).\(getpid()).tmp")
        do {
            try Data().write(to: temporary)
            let file = try FileHandle(forWritingTo: temporary)
            try fill(file)
            try file.close()
            guard rename(temporary.path, url.path) == 0 else {
                throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: url.path])
            }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw error
        }
    }
}
