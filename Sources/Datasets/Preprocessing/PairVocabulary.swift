// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Byte-pair pieces of words (Sennrich et al., ACL 2016): words begin as characters, and the pair that stands most often in
/// the train split is joined, again and again. Of equally frequent pairs the alphabetically first wins.
///
/// A piece that goes on with a word begins with `+`: "runn", "+ing". 0 is padding, 1 any character that train does not have.
public struct PairVocabulary: Sendable {
    private let merges: [Pair: Int]
    private let numbers: [String: Int32]
    /// The piece of each number.
    public let words: [String]

    private struct Pair: Hashable, Comparable {
        var first: String
        var second: String
        static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
    }

    /// Different tokens.
    public var size: Int { words.count }

    /// - Parameters:
    ///   - texts: as words.
    ///   - most: the largest number of pairs that are joined.
    public init(_ texts: [[String]], merges most: Int) {
        var counts: [String: Int] = [:]
        for text in texts { for word in text { counts[word, default: 0] += 1 } }
        let known = counts.keys.sorted()
        var pieces = known.map { PairVocabulary.characters($0) }
        var pieceSet = Set(pieces.flatMap { $0 })
        var merges: [Pair: Int] = [:]
        // How often each pair stands, and in which words, kept up to date from merge to merge.
        var pairs: [Pair: Int] = [:]
        var places: [Pair: Set<Int>] = [:]
        func note(_ word: Int, _ sign: Int) {
            let count = counts[known[word]] ?? 0
            for (a, b) in zip(pieces[word], pieces[word].dropFirst()) {
                let pair = Pair(first: a, second: b)
                pairs[pair, default: 0] += sign * count
                if sign > 0 { places[pair, default: []].insert(word) }
            }
        }
        for word in known.indices { note(word, 1) }
        while merges.count < most {
            let best = pairs.filter { $0.value > 1 }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            guard let best else { break }
            merges[best] = merges.count
            pieceSet.insert(PairVocabulary.joined(best.first, best.second))
            for word in (places[best] ?? []).sorted() {
                note(word, -1)
                pieces[word] = PairVocabulary.joining(pieces[word], best)
                note(word, 1)
            }
            pairs[best] = nil
        }
        self.merges = merges
        words = ["", "<unknown>"] + pieceSet.sorted()
        numbers = Dictionary(uniqueKeysWithValues: words.enumerated().dropFirst(2).map { ($1, Int32($0)) })
    }

    private static func characters(_ word: String) -> [String] {
        word.enumerated().map { $0.offset == 0 ? String($0.element) : "+\($0.element)" }
    }

    private static func joined(_ first: String, _ second: String) -> String { first + second.dropFirst() }

    private static func joining(_ pieces: [String], _ pair: Pair) -> [String] {
        var made: [String] = []
        var index = 0
        while index < pieces.count {
            if index + 1 < pieces.count, pieces[index] == pair.first, pieces[index + 1] == pair.second {
                made.append(joined(pair.first, pair.second))
                index += 2
            } else {
                made.append(pieces[index])
                index += 1
            }
        }
        return made
    }

    /// A word's pieces: the earliest merges first, as they were learned.
    func pieces(_ word: String) -> [String] {
        var pieces = PairVocabulary.characters(word)
        while pieces.count > 1 {
            let found = zip(pieces, pieces.dropFirst()).compactMap { a, b -> (order: Int, pair: Pair)? in
                let pair = Pair(first: a, second: b)
                return merges[pair].map { ($0, pair) }
            }
            guard let next = found.min(by: { $0.order < $1.order }) else { break }
            pieces = PairVocabulary.joining(pieces, next.pair)
        }
        return pieces
    }

    /// `length` numbers, cut or padded.
    public func encode(_ words: [String], length: Int) -> [Int32] {
        let used = words.lazy.flatMap { self.pieces($0) }.prefix(length).map { numbers[$0] ?? 1 }
        return Array(used) + [Int32](repeating: 0, count: length - used.count)
    }

    /// Words that pieces make together; whole words stay as they are.
    public static func text(_ pieces: [String]) -> [String] {
        var words: [String] = []
        for piece in pieces {
            if piece.hasPrefix("+"), let last = words.popLast() {
                words.append(last + piece.dropFirst())
            } else {
                words.append(piece.hasPrefix("+") ? String(piece.dropFirst()) : piece)
            }
        }
        return words
    }
}
