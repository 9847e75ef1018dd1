// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon

/// A suite file with its includes merged and its command-line settings applied; not yet checked.
public struct SuiteSource: Sendable {
    /// As it was named by the user.
    public let file: String
    /// What stands in it after includes and overrides; every value knows its place.
    public let root: DocumentNode
    /// Files that went into it, innermost include first.
    public let files: [String]

    /// `settings` are `path.to.key=value` from the command line.
    public init(file: String, settings: [String] = []) throws(Diagnostics) {
        try self.init(file: file, settings: settings.map { ($0, "command line: --set \($0)") })
    }

    /// `settings` are `path.to.key=value`, each with where it comes from.
    public init(file: String, settings: [(text: String, place: String)]) throws(Diagnostics) {
        var files: [String] = []
        var root = try SuiteSource.load(file, chain: [], files: &files)
        var problems: [Diagnostic] = []
        for (setting, place) in settings {
            let mark = Mark(file: place, line: 0, column: 0)
            guard let split = setting.firstIndex(of: "="), split != setting.startIndex else {
                problems.append(Diagnostic(mark, "expected path.to.key=value"))
                continue
            }
            let path = setting[..<split].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            if path == ["include"] {
                problems.append(Diagnostic(mark, "'include' belongs into the file: settings are applied after it"))
                continue
            }
            do {
                let parsed = try Document.value(String(setting[setting.index(after: split)...]), name: mark.file)
                // Problems with the value point at the command line, not at a line of the file.
                if let changed = root.setting(path[...], to: DocumentNode(parsed.kind, mark)) {
                    root = changed
                } else {
                    problems.append(Diagnostic(mark, "there is no place '\(path.joined(separator: "."))' in the suite"))
                }
            } catch {
                problems += error.list
            }
        }
        if !problems.isEmpty { throw Diagnostics(problems) }
        self.file = file
        self.root = root
        self.files = files
    }

    private static func load(
        _ file: String, chain: [String], files: inout [String]
    ) throws(Diagnostics) -> DocumentNode {
        let name = URL(fileURLWithPath: file).standardizedFileURL.path
        if chain.contains(name) {
            let cycle = (chain + [name]).map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: " → ")
            throw Diagnostics([Diagnostic(Mark(file: file, line: 0, column: 0), "includes itself: \(cycle)")])
        }
        let node = try Document.parse(file: file)
        guard let members = node.members else {
            throw Diagnostics([Diagnostic(node.mark, "a suite is a mapping, found a \(node.typeName)")])
        }
        defer { files.append(file) }
        guard let include = members.first(where: { $0.key == "include" }) else { return node }
        let own = DocumentNode(.mapping(members.filter { $0.key != "include" }), node.mark)
        guard let path = include.value.scalar?.stringValue else {
            throw Diagnostics([Diagnostic(include.mark, "'include' must be a path, found a \(include.value.typeName)")])
        }
        if path.hasPrefix("/") {
            throw Diagnostics([Diagnostic(include.mark, "'include' must be relative to this file")])
        }
        let base = URL(fileURLWithPath: file).deletingLastPathComponent().relativePath
        let target = base == "." || base.isEmpty ? path : base + "/" + path
        guard FileManager.default.fileExists(atPath: target) else {
            throw Diagnostics([
                Diagnostic(include.mark, "the included file '\(path)' is not there (looked for \(target))")
            ])
        }
        return try load(target, chain: chain + [name], files: &files).merging(own)
    }
}
