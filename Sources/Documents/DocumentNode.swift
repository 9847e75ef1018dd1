// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A value of a document with its place.
public struct DocumentNode: Sendable {
    /// What a value is made of.
    public indirect enum Kind: Sendable {
        /// A boolean, number, text or nothing.
        case scalar(ConfigValue)
        /// The elements of a list, in order.
        case sequence([DocumentNode])
        /// The keys of a mapping, in the order of the file.
        case mapping([Member])
    }

    /// A key of a mapping with its value.
    public struct Member: Sendable {
        /// As it stands in the file.
        public let key: String
        /// Where the key stands.
        public let mark: Mark
        /// What stands behind the colon.
        public let value: DocumentNode

        public init(key: String, mark: Mark, value: DocumentNode) {
            self.key = key
            self.mark = mark
            self.value = value
        }
    }

    /// A scalar, a list or a mapping.
    public let kind: Kind
    /// Where the value begins.
    public let mark: Mark

    /// A value at its place.
    public init(_ kind: Kind, _ mark: Mark) {
        self.kind = kind
        self.mark = mark
    }

    /// The value without places.
    public var configValue: ConfigValue {
        switch kind {
        case .scalar(let value): value
        case .sequence(let nodes): .array(nodes.map(\.configValue))
        case .mapping(let members):
            .object(Dictionary(members.map { ($0.key, $0.value.configValue) }) { _, last in last })
        }
    }

    /// The keys of a mapping in the order of the file; nil for anything else.
    public var members: [Member]? { if case .mapping(let members) = kind { members } else { nil } }
    /// The elements of a list; nil for anything else.
    public var elements: [DocumentNode]? { if case .sequence(let nodes) = kind { nodes } else { nil } }
    /// The value of a scalar; nil for lists and mappings.
    public var scalar: ConfigValue? { if case .scalar(let value) = kind { value } else { nil } }
    /// "list", "mapping" … for messages.
    public var typeName: String { configValue.typeName }

    /// The value of a key; nil if this is no mapping or has no such key.
    public subscript(_ key: String) -> DocumentNode? { members?.first { $0.key == key }?.value }

    /// This with `other` laid over it: mappings merge key by key, anything else is replaced.
    public func merging(_ other: DocumentNode) -> DocumentNode {
        guard var mine = members, let theirs = other.members else { return other }
        for member in theirs {
            if let index = mine.firstIndex(where: { $0.key == member.key }) {
                mine[index] = Member(
                    key: member.key, mark: member.mark, value: mine[index].value.merging(member.value))
            } else {
                mine.append(member)
            }
        }
        return DocumentNode(.mapping(mine), other.mark)
    }

    /// Replaces what stands at `path`; list elements are addressed by number, missing keys are made.
    public func setting(_ path: ArraySlice<String>, to value: DocumentNode) -> DocumentNode? {
        guard let key = path.first else { return value }
        let rest = path.dropFirst()
        switch kind {
        case .mapping(var members):
            if let index = members.firstIndex(where: { $0.key == key }) {
                guard let inner = members[index].value.setting(rest, to: value) else { return nil }
                members[index] = Member(key: key, mark: value.mark, value: inner)
            } else {
                guard let inner = DocumentNode(.mapping([]), value.mark).setting(rest, to: value) else { return nil }
                members.append(Member(key: key, mark: value.mark, value: inner))
            }
            return DocumentNode(.mapping(members), mark)
        case .sequence(var nodes):
            guard let index = Int(key), nodes.indices.contains(index),
                let inner = nodes[index].setting(rest, to: value)
            else { return nil }
            nodes[index] = inner
            return DocumentNode(.sequence(nodes), mark)
        case .scalar(.null): return DocumentNode(.mapping([]), mark).setting(path, to: value)
        case .scalar: return nil
        }
    }
}

extension Configurable {
    /// Reads options; every problem is placed at its key.
    public static func read(_ node: DocumentNode) throws(Diagnostics) -> Self {
        let resolution = resolve(node.configValue)
        guard let value = resolution.value else { throw Diagnostics(node.diagnostics(resolution.issues)) }
        return value
    }
}

extension DocumentNode {
    /// Places issues at their keys.
    public func diagnostics(_ issues: [FieldIssue]) -> [Diagnostic] {
        issues.map { issue in
            let member = issue.key.flatMap { key in members?.first { $0.key == key } }
            return Diagnostic(member?.mark ?? mark, issue.message)
        }
    }
}
