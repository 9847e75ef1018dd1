// SPDX-License-Identifier: Apache-2.0

/// What one registered thing says about itself.
public struct Card: Equatable, Sendable {
    /// Kebab-case, as in YAML.
    public let id: String
    /// As reports call it.
    public let title: String
    /// One line.
    public let summary: String
    /// Source, for lists and reports.
    public let reference: String
    /// BibTeX entry, empty where there is none.
    public let bibtex: String
    /// Raised when results change on purpose; part of every fingerprint.
    public let version: Int

    public init(
        id: String, title: String, summary: String, reference: String = "", bibtex: String = "", version: Int = 1
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.reference = reference
        self.bibtex = bibtex
        self.version = version
    }
}

/// What a registry holds: something with a card.
public protocol RegistryEntry: Sendable {
    /// Id, title and source.
    var card: Card { get }
}

/// Things by name, one line each, in alphabetical order.
public struct Registry<Entry: RegistryEntry>: Sendable {
    /// What is registered, for messages: "strategy".
    public let kind: String
    /// In alphabetical order of ids.
    public let entries: [Entry]
    private let places: [String: Int]

    /// - Parameters:
    ///   - kind: what the entries are, for messages: "strategy".
    ///   - entries: in the order in which they are listed; no two have the same id.
    public init(_ kind: String, _ entries: [Entry]) {
        let ids = entries.map(\.card.id)
        precondition(ids == ids.sorted() && Set(ids).count == ids.count, "registry of \(kind): \(ids)")
        self.kind = kind
        self.entries = entries
        places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    }

    /// In alphabetical order.
    public var ids: [String] { entries.map(\.card.id) }

    /// The entry of an id; an unknown one is answered with the nearest.
    public subscript(id: String) -> Entry {
        get throws(UnknownName) {
            guard let place = places[id] else { throw UnknownName(kind: kind, name: id, known: ids) }
            return entries[place]
        }
    }
}

/// A name that a registry does not have.
public struct UnknownName: Error, Equatable, CustomStringConvertible {
    /// What was looked for: "strategy".
    public let kind: String
    /// The name that was given.
    public let name: String
    /// All names that would have been right.
    public let known: [String]

    public init(kind: String, name: String, known: [String]) {
        self.kind = kind
        self.name = name
        self.known = known
    }

    public var description: String {
        "unknown \(kind) '\(name)'\(NearestName.hint(name, among: known)) (known: \(known.joined(separator: ", ")))"
    }
}

/// Finds what a mistyped name most likely meant.
public enum NearestName {
    /// The closest candidate, nil if none is close.
    public static func find(_ name: String, among candidates: [String]) -> String? {
        let lowered = name.lowercased()
        let scored = candidates.map { ($0, distance(lowered, $0.lowercased())) }
        guard let best = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
        return best.1 <= max(1, min(name.count, best.0.count) / 3 + 1) ? best.0 : nil
    }

    /// `; did you mean 'x'?`, or nothing.
    public static func hint(_ name: String, among candidates: [String]) -> String {
        find(name, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// Edits (insert, delete, replace, swap of neighbours) from one word to the other.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.utf8.prefix(64))
        let b = Array(b.utf8.prefix(64))
        var older = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var current = [i + 1]
            for j in 0..<b.count {
                var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, older[j - 1] + 1) }
                current.append(best)
            }
            older = previous
            previous = current
        }
        return previous[b.count]
    }
}
