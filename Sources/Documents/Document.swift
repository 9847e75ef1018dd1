// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Yams

/// Reads YAML into nodes that know their places. Scalars follow the YAML 1.2 core schema.
public enum Document {
    static let largestFile = 16 << 20
    static let mostNodes = 200_000
    static let deepest = 64

    /// Reads a YAML file; a missing file or wrong syntax is a diagnostic with its place.
    public static func parse(file path: String) throws(Diagnostics) -> DocumentNode {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw problem(
                path, FileManager.default.fileExists(atPath: path) ? "cannot be read" : "there is no such file")
        }
        if data.count > largestFile { throw problem(path, "is larger than \(largestFile >> 20) MiB") }
        guard let text = String(data: data, encoding: .utf8) else { throw problem(path, "is not UTF-8 text") }
        return try parse(text, name: path)
    }

    /// Reads YAML text; `name` stands for the file in messages.
    public static func parse(_ text: String, name: String) throws(Diagnostics) -> DocumentNode {
        if let place = AliasScan.firstAlias(in: text) {
            let mark = Mark(file: name, line: place.line, column: place.column)
            throw Diagnostics([Diagnostic(mark, "aliases are not used here; write the value out")])
        }
        let root: Node?
        do {
            root = try Parser(yaml: text, resolver: Resolver.basic).singleRoot()
        } catch let error as YamlError {
            throw Diagnostics([diagnostic(error, name)])
        } catch {
            throw problem(name, "\(error)")
        }
        guard let root else { return DocumentNode(.scalar(.null), Mark(file: name, line: 1, column: 1)) }
        var converter = Converter(name: name)
        let node = converter.convert(root, depth: 0)
        guard converter.problems.isEmpty else { throw Diagnostics(converter.problems) }
        return node
    }

    /// A single value as it may stand on the command line: `0`, `false`, `""`, `[1, 2]`.
    public static func value(_ text: String, name: String) throws(Diagnostics) -> DocumentNode {
        text.isEmpty
            ? DocumentNode(.scalar(.string("")), Mark(file: name, line: 0, column: 0)) : try parse(text, name: name)
    }

    private static func problem(_ name: String, _ message: String) -> Diagnostics {
        Diagnostics([Diagnostic(Mark(file: name, line: 0, column: 0), message)])
    }

    private static func diagnostic(_ error: YamlError, _ name: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Diagnostic(Mark(file: name, line: mark.line, column: mark.column), problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")
            return Diagnostic(
                Mark(file: name, line: context.mark.line, column: context.mark.column),
                "the key \(keys) stands twice in one mapping")
        default: return Diagnostic(Mark(file: name, line: 0, column: 0), "is not valid YAML: \(error)")
        }
    }
}

private struct Converter {
    let name: String
    var problems: [Diagnostic] = []
    private var count = 0

    init(name: String) { self.name = name }

    mutating func convert(_ node: Node, depth: Int) -> DocumentNode {
        let mark = Mark(file: name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        count += 1
        guard count <= Document.mostNodes, depth <= Document.deepest else {
            if problems.isEmpty { problems.append(Diagnostic(mark, "the document is too large or too deep")) }
            return DocumentNode(.scalar(.null), mark)
        }
        switch node {
        case .scalar(let scalar):
            return DocumentNode(.scalar(value(scalar, mark)), mark)
        case .sequence(let sequence):
            return DocumentNode(.sequence(sequence.map { convert($0, depth: depth + 1) }), mark)
        case .mapping(let mapping):
            var members: [DocumentNode.Member] = []
            for (key, value) in mapping {
                let place = Mark(file: name, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
                guard let text = key.scalar?.string else {
                    problems.append(Diagnostic(place, "a key must be a word"))
                    continue
                }
                members.append(.init(key: text, mark: place, value: convert(value, depth: depth + 1)))
            }
            return DocumentNode(.mapping(members), mark)
        case .alias:
            problems.append(Diagnostic(mark, "aliases are not used here; write the value out"))
            return DocumentNode(.scalar(.null), mark)
        }
    }

    private mutating func value(_ scalar: Node.Scalar, _ mark: Mark) -> ConfigValue {
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any else { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if let first = text.first, first.isASCII, first.isNumber || "+-.".contains(first) {
            if let number = Int(text) { return .int(number) }
            if text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }), let number = Double(text) {
                if !number.isFinite { problems.append(Diagnostic(mark, "the number \(text) is too large")) }
                return .double(number)
            }
        }
        return .string(text)
    }
}
