// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Words by number: 0 is padding, 1 is any word that train does not have often enough.
public struct WordVocabulary: Sendable {
    private let numbers: [String: Int32]
    public var size: Int { numbers.count + 2 }

    /// The word of each number.
    public var words: [String] {
        var words = [String](repeating: "", count: size)
        words[1] = "<unknown>"
        for (word, number) in numbers { words[Int(number)] = word }
        return words
    }

    /// Built from the words of the train split alone; order is alphabetical, so it depends on nothing else.
    public init(_ texts: [[String]], minimumCount: Int) {
        var counts: [String: Int] = [:]
        for text in texts { for word in text { counts[word, default: 0] += 1 } }
        let known = counts.filter { $0.value >= minimumCount }.keys.sorted()
        numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Int32($0 + 2)) })
    }

    /// Lower case; letters and digits make words, everything else parts them.
    public static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }

    /// `length` numbers, cut or padded.
    public func encode(_ words: [String], length: Int) -> [Int32] {
        let used = words.prefix(length).map { numbers[$0] ?? 1 }
        return used + [Int32](repeating: 0, count: length - used.count)
    }
}
