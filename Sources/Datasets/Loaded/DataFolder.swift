// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// The only way to a data set's files: no path leaves the folder.
///
/// A path may lead into a tar archive: "train-000.tar/0001.jpg" is the member "0001.jpg".
struct DataFolder {
    let root: URL
    private let archives = Archives()

    /// Archives whose members were listed.
    private final class Archives { var known: [String: Tar] = [:] }

    init(_ path: String) { root = URL(fileURLWithPath: path).resolvingSymlinksInPath() }

    /// The full path of a file that a table or a manifest names.
    func path(_ name: String) throws(FormatError) -> String {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\0") else {
            throw FormatError(name, "a path must be relative to the data set's folder")
        }
        let target = root.appendingPathComponent(name).resolvingSymlinksInPath().standardizedFileURL.path
        let base = root.standardizedFileURL.path
        guard target.hasPrefix(base.hasSuffix("/") ? base : base + "/") else {
            throw FormatError(name, "this path leaves the data set's folder")
        }
        return target
    }

    /// Whether a file, a folder or a member of an archive is there.
    func has(_ name: String) throws(FormatError) -> Bool {
        if let (archive, member) = inside(name, ".tar") { return try tar(archive).contains(member) }
        return FileManager.default.fileExists(atPath: try path(name))
    }

    func isFolder(_ name: String) -> Bool {
        guard inside(name, ".tar") == nil, let path = try? path(name) else { return false }
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The file itself, or the files that lie in a folder, numbers in names by size.
    func filesBelow(_ name: String) throws(FormatError) -> [String] {
        guard isFolder(name) else { return [name] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: try path(name))) ?? []
        func key(_ name: String) -> String {
            // Runs of digits are brought to one length, so that frame 10 comes behind frame 9.
            var made = ""
            var digits = ""
            for character in name + "/" {
                if character.isASCII, character.isNumber {
                    digits.append(character)
                } else {
                    let bare = digits.drop { $0 == "0" }
                    made += digits.isEmpty ? "" : String(repeating: "0", count: max(0, 20 - bare.count)) + bare
                    digits = ""
                    made.append(character)
                }
            }
            return made
        }
        return names.filter { !$0.hasPrefix(".") }.map { (key($0), $0) }.sorted { $0 < $1 }.map { name + "/" + $0.1 }
    }

    /// The lines of a text file.
    func lines(_ name: String) throws(FormatError) -> [String] {
        guard let text = String(validating: try bytes(name, limit: 1 << 26), as: UTF8.self) else {
            throw FormatError(name, "is not UTF-8 text")
        }
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The bytes of a file or of a member of an archive.
    func bytes(_ name: String, limit: Int = 1 << 30) throws(FormatError) -> [UInt8] {
        if let (archive, member) = inside(name, ".tar") { return try tar(archive).bytes(member) }
        let bytes = try ByteReader(file: name, path: try path(name), limit: limit).bytes
        try DataFolder.refusePointer(bytes, name)
        return bytes
    }

    /// Git LFS leaves a short text in place of a file that was not fetched.
    private static func refusePointer(_ bytes: [UInt8], _ name: String) throws(FormatError) {
        if bytes.starts(with: "version https://git-lfs.".utf8) {
            throw FormatError(
                name, "is a Git LFS pointer, not the file: fetch it with 'git lfs pull' where it was cloned")
        }
    }

    func tar(_ name: String) throws(FormatError) -> Tar {
        if let known = archives.known[name] { return known }
        let tar: Tar
        do {
            tar = try Tar(path: try path(name), name: name)
        } catch {
            if let bytes = try? ByteReader(file: name, path: path(name), limit: 1 << 20).bytes {
                try DataFolder.refusePointer(bytes, name)
            }
            throw error
        }
        archives.known[name] = tar
        return tar
    }

    /// An array of an `.npy` file, of an archive's member ("all.npz/image") or of an archive's only member.
    func array(_ name: String) throws(FormatError) -> NPY {
        if let (archive, member) = inside(name, ".npz") {
            return try NPZ(bytes: try bytes(archive, limit: 4 << 30), name: archive).array(member)
        }
        if let (archive, member) = inside(name, ".safetensors") { return try tensor(archive, member) }
        if name.hasSuffix(".safetensors") { return try tensor(name, nil) }
        let content = try bytes(name, limit: 4 << 30)
        if name.hasSuffix(".npz") { return try NPZ(bytes: content, name: name).array() }
        return try NPY(bytes: content, name: name)
    }

    /// A tensor of a weights file; the only one if no name is given.
    private func tensor(_ file: String, _ member: String?) throws(FormatError) -> NPY {
        let tensors: [NamedTensor]
        do {
            tensors = try SafeTensors.read(Data(try bytes(file, limit: 4 << 30)), passingOver: "\0")
        } catch let error as FormatError {
            throw error
        } catch {
            throw FormatError(file, "\(error)")
        }
        let names = tensors.map(\.name).joined(separator: ", ")
        guard member != nil || tensors.count == 1 else {
            throw FormatError(file, "holds \(tensors.count) tensors: say which (it has: \(names))")
        }
        guard let tensor = member.map({ name in tensors.first { $0.name == name } }) ?? tensors.first else {
            throw FormatError(file, "has no tensor '\(member ?? "")' (it has: \(names))")
        }
        return NPY(shape: tensor.shape, values: tensor.values.map { Double($0) })
    }

    /// The file on disk that holds what a path names.
    func file(of name: String) -> String {
        inside(name, ".tar")?.archive ?? inside(name, ".npz")?.archive ?? inside(name, ".safetensors")?.archive ?? name
    }

    /// A path that leads into an archive, cut in two.
    private func inside(_ name: String, _ ending: String) -> (archive: String, member: String)? {
        guard let range = name.range(of: ending + "/") else { return nil }
        let member = String(name[range.upperBound...])
        return member.isEmpty ? nil : (String(name[..<range.upperBound].dropLast()), member)
    }

    /// Feeds a file's bytes to a hash, piece by piece.
    func hash(_ name: String, into hash: inout SHA256) throws(FormatError) {
        guard let handle = FileHandle(forReadingAtPath: try path(name)) else {
            throw FormatError(name, "there is no such file")
        }
        defer { try? handle.close() }
        do {
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
                piece.withUnsafeBytes { hash.update($0) }
            }
        } catch {
            throw FormatError(name, "cannot be read")
        }
    }

    /// Files of a folder whose names fit a pattern in which `*` stands for anything but a slash, in order of name.
    func files(matching pattern: String) throws(FormatError) -> [String] {
        guard pattern.contains("*") else {
            _ = try path(pattern)
            return [pattern]
        }
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.dropLast().joined(separator: "/")
        guard !parent.contains("*"), let last = parts.last else {
            throw FormatError(pattern, "'*' may stand in the file's name only")
        }
        let folder = parent.isEmpty ? root.path : try path(parent)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let pieces = last.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        let found = names.filter { DataFolder.fits($0, pieces) }.sorted()
        guard !found.isEmpty else { throw FormatError(pattern, "no file has such a name") }
        return found.map { parent.isEmpty ? $0 : parent + "/" + $0 }
    }

    /// Whether a name is made of these pieces with anything between them.
    private static func fits(_ name: String, _ pieces: [String]) -> Bool {
        guard let first = pieces.first, let last = pieces.last, name.hasPrefix(first), name.hasSuffix(last),
            name.count >= first.count + last.count
        else { return false }
        var rest = name.dropFirst(first.count).dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.range(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
