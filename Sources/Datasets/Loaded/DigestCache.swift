// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// Remembers the digests of data folders, so that large data is not read again only to learn that it has not changed.
///
/// The name of an entry is a hash over every file's path, size, number and time of change, so an entry never grows old;
/// it can only be missing. Files that changed just now are not trusted, since their time may not tell the next change.
struct DigestCache {
    let folder: String
    private static let settled = 2.0

    /// The digest of what lies below `root` and is described by `manifest`, from the cache or from `compute`.
    func digest(root: URL, manifest: String, _ compute: () throws -> String) throws -> String {
        guard let stamp = stamp(root: root, manifest: manifest) else { return try compute() }
        let entry = URL(fileURLWithPath: folder).appendingPathComponent(stamp)
        if let known = try? String(contentsOf: entry, encoding: .utf8), known.utf8.count == 64 { return known }
        let digest = try compute()
        // A cache that cannot be written costs time, nothing else.
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(digest.utf8).write(to: entry, options: .atomic)
        return digest
    }

    /// nil where a file cannot be looked at or is too young.
    private func stamp(root: URL, manifest: String) -> String? {
        guard let description = try? String(contentsOfFile: manifest, encoding: .utf8),
            let names = FileManager.default.enumerator(atPath: root.path)
        else { return nil }
        var files: [String] = []
        while let name = names.nextObject() as? String { files.append(name) }
        var hash = SHA256()
        hash.update("\(root.path)\n\(description)\n")
        let now = Double(time(nil))
        for name in files.sorted() {
            var facts = stat()
            guard stat(root.appendingPathComponent(name).path, &facts) == 0,
                Double(facts.st_mtim.tv_sec) + DigestCache.settled < now
            else { return nil }
            hash.update(
                "\(name)\0\(facts.st_size)\0\(facts.st_ino)\0\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)\n")
        }
        return hash.hex()
    }
}
