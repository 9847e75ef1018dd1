// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Words by number: 0 is padding, 1 is any word that train does not have often enough.
public struct WordVocabulary: Sendable {
    private let numbers: [String: Int32]
    /// The word of each number.
    public let words: [String]
    /// What stands for a word that is not known; nil where every word must be.
    private let unknown: Int32?
    /// Different words.
    public var size: Int { words.count }

    /// Built from the words of the train split alone; order is alphabetical, so it depends on nothing else.
    public init(_ texts: [[String]], minimumCount: Int) {
        var counts: [String: Int] = [:]
        for text in texts { for word in text { counts[word, default: 0] += 1 } }
        let known = counts.filter { $0.value >= minimumCount }.keys.sorted()
        numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Int32($0 + 2)) })
        words = ["", "<unknown>"] + known
        unknown = 1
    }

    /// A vocabulary that a data set brings along: the word of each number, the first (empty) being padding.
    init(list: [String], name: String) throws(FormatError) {
        guard list.first == "", list.count > 1, Set(list).count == list.count else {
            throw FormatError(name, "must hold different words, a line each, the first line empty (padding)")
        }
        words = list
        numbers = Dictionary(uniqueKeysWithValues: list.enumerated().dropFirst().map { ($1, Int32($0)) })
        unknown = numbers["<unknown>"]
    }

    /// Numbers of a text whose words are parted by spaces; nil for a word that a closed vocabulary does not have.
    func encode(spaced text: String, length: Int) -> [Int32]? {
        var made: [Int32] = []
        for word in text.split(separator: " ").prefix(length) {
            guard let number = numbers[String(word)] ?? unknown else { return nil }
            made.append(number)
        }
        return made + [Int32](repeating: 0, count: length - made.count)
    }

    /// Lower case; letters and digits make words, everything else parts them.
    public static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }

    /// `length` numbers, cut or padded.
    public func encode(_ words: [String], length: Int) -> [Int32] {
        let used = words.prefix(length).map { numbers[$0] ?? unknown ?? 0 }
        return used + [Int32](repeating: 0, count: length - used.count)
    }
}
