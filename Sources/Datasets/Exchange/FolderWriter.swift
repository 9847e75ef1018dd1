// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// Puts a folder of files in place as a whole: first written beside it, then moved.
struct FolderWriter {
    let folder: URL
    private let partial: URL

    /// Refuses a folder that has something in it.
    init(_ folder: URL) throws {
        if let there = try? FileManager.default.contentsOfDirectory(atPath: folder.path), !there.isEmpty {
            throw FormatError(folder.relativePath, "is not empty: name another folder, or remove it first")
        }
        self.folder = folder
        partial = folder.deletingLastPathComponent().appendingPathComponent(
            ".\(folder.lastPathComponent).partial-\(getpid())")
        try? FileManager.default.removeItem(at: partial)
    }

    func put(_ path: String, _ bytes: [UInt8]) throws {
        let url = partial.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func finish() throws {
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(
            at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: partial, to: folder)
    }

    /// Takes away what was written of a folder that will not be finished.
    func discard() { try? FileManager.default.removeItem(at: partial) }
}
