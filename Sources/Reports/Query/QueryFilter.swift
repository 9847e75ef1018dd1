// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// Which records and metrics are meant: `task:retrieval method:(pdmp OR ogm*) -state:failed metric:recall@*`.
///
///     either = both { OR both }
///     both   = one { [AND] one }
///     one    = ( - | NOT ) one | "(" either ")" | KEY ":" value | KEY ":" "(" value { OR value } ")"
///     value  = word | "quoted text"        `*` stands for anything
public indirect enum QueryFilter: Equatable, Sendable {
    /// Everything.
    case all
    /// A key whose value fits one of the patterns.
    case term(key: String, patterns: [String])
    /// What does not pass.
    case not(QueryFilter)
    /// What passes all.
    case and([QueryFilter])
    /// What passes one.
    case or([QueryFilter])

    /// Reads `key:value`, `key:(a OR b)`, `-key:value`; terms side by side must all hold.
    public init(_ text: String) throws(QueryError) {
        var parser = Parser(text)
        self = try parser.parse()
    }

    /// Whether a score of a record is meant.
    func holds(_ record: CellRecord, metric: String) -> Bool {
        switch self {
        case .all: return true
        case .not(let filter): return !filter.holds(record, metric: metric)
        case .and(let filters): return filters.allSatisfy { $0.holds(record, metric: metric) }
        case .or(let filters): return filters.contains { $0.holds(record, metric: metric) }
        case .term(let key, let patterns):
            let value = RecordKeys.value(key, record, metric: metric)
            if patterns.contains(where: { matches($0, value) }) { return true }
            // A metric is also known by its name without split.
            guard key == "metric", let short = metric.split(separator: "/").last else { return false }
            return patterns.contains { matches($0, String(short)) }
        }
    }

    /// Whether `text` matches a pattern in which `*` stands for anything.
    public static func glob(_ pattern: String, _ text: String) -> Bool { matches(pattern, text) }

    /// Whether metrics are named; if not, each task's own is meant.
    var namesMetrics: Bool {
        switch self {
        case .all: false
        case .term(let key, _): key == "metric"
        case .not(let filter): filter.namesMetrics
        case .and(let filters), .or(let filters): filters.contains(where: \.namesMetrics)
        }
    }
}

private func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return pattern == text }
    guard text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
}

/// A question that cannot be understood, and where.
public struct QueryError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    public let message: String
    /// The filter as it was given.
    public let text: String
    /// Characters before the mistake.
    public let position: Int

    public var description: String {
        "query: \(message)\n  \(text)\n  \(String(repeating: " ", count: position))^"
    }
}

private struct Parser {
    enum Token: Equatable {
        case word(String), open, close, minus, colon, and, or, not
    }

    let text: String
    private var tokens: [(token: Token, position: Int)] = []
    private var next = 0
    private var problem: QueryError?
    private var depth = 0

    init(_ text: String) {
        self.text = text.count > 4000 ? String(text.prefix(4000)) : text
        let characters = Array(self.text)
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let start = index
            index += 1
            switch character {
            case _ where character.isWhitespace: continue
            case "(": tokens.append((.open, start))
            case ")": tokens.append((.close, start))
            case ":": tokens.append((.colon, start))
            case "-"
            where tokens.last?.token != .colon
                && (start == 0 || characters[start - 1].isWhitespace || characters[start - 1] == "("):
                tokens.append((.minus, start))
            case "\"":
                var word = ""
                while index < characters.count, characters[index] != "\"" {
                    word.append(characters[index])
                    index += 1
                }
                guard index < characters.count else {
                    problem = QueryError(message: "a quote is not closed", text: self.text, position: start)
                    return
                }
                index += 1
                tokens.append((.word(word), start))
            default:
                var word = String(character)
                while index < characters.count, !characters[index].isWhitespace, !"():\"".contains(characters[index]) {
                    word.append(characters[index])
                    index += 1
                }
                tokens.append((word == "AND" ? .and : word == "OR" ? .or : word == "NOT" ? .not : .word(word), start))
            }
        }
    }

    mutating func parse() throws(QueryError) -> QueryFilter {
        if let problem { throw problem }
        if tokens.isEmpty { return .all }
        let filter = try either()
        if next < tokens.count { throw error("unexpected") }
        return filter
    }

    private mutating func either() throws(QueryError) -> QueryFilter {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { throw error("nested too deeply") }
        var list = [try both()]
        while peek == .or {
            next += 1
            list.append(try both())
        }
        return list.count == 1 ? list[0] : .or(list)
    }

    private mutating func both() throws(QueryError) -> QueryFilter {
        var list = [try one()]
        while let token = peek, token != .close, token != .or {
            if token == .and { next += 1 }
            list.append(try one())
        }
        return list.count == 1 ? list[0] : .and(list)
    }

    private mutating func one() throws(QueryError) -> QueryFilter {
        switch peek {
        case .minus, .not:
            next += 1
            depth += 1
            defer { depth -= 1 }
            guard depth < 100 else { throw error("nested too deeply") }
            return .not(try one())
        case .open:
            next += 1
            let filter = try either()
            try expect(.close, "a parenthesis is not closed")
            return filter
        case .word(let key):
            guard RecordKeys.isKnown(key) else {
                throw error("unknown key '\(key)'\(NearestName.hint(key, among: RecordKeys.plain))")
            }
            next += 1
            try expect(.colon, "expected ':' behind '\(key)'")
            return .term(key: key, patterns: try values())
        default: throw error("expected key:value")
        }
    }

    private mutating func values() throws(QueryError) -> [String] {
        guard peek == .open else { return [try value()] }
        next += 1
        var list = [try value()]
        while peek == .or {
            next += 1
            list.append(try value())
        }
        try expect(.close, "expected OR or ')'")
        return list
    }

    private mutating func value() throws(QueryError) -> String {
        guard case .word(let word) = peek else { throw error("expected a value") }
        next += 1
        return word
    }

    private var peek: Token? { next < tokens.count ? tokens[next].token : nil }

    private mutating func expect(_ token: Token, _ message: String) throws(QueryError) {
        guard peek == token else { throw error(message) }
        next += 1
    }

    private func error(_ message: String) -> QueryError {
        QueryError(message: message, text: text, position: next < tokens.count ? tokens[next].position : text.count)
    }
}
