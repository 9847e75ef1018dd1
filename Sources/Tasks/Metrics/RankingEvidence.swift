// SPDX-License-Identifier: Apache-2.0

/// Queries against one gallery: where the relevant items came to stand.
public struct RankingEvidence: MetricEvidence {
    /// Ranks of each query's relevant items, rising, from 1; a query without relevant items has none.
    public let ranks: [[Int]]
    /// Items in the gallery.
    public let gallery: Int

    public init(ranks: [[Int]], gallery: Int) {
        self.ranks = ranks
        self.gallery = gallery
    }

    /// Ranks the whole gallery for every query. Higher is nearer; equal similarities are ordered by `place`, the
    /// position of each item's id among all ids, so that the order of rows decides nothing. What is not a number comes
    /// last.
    ///
    /// - Parameters:
    ///   - similarity: `[queries, items]`
    ///   - items: size of the gallery.
    ///   - place: a permutation of the items' numbers; by default each item's own number.
    ///   - relevant: by query, the items that count.
    public init(similarity: [Float], items: Int, place: [Int]? = nil, relevant: [[Int]]) {
        precondition(similarity.count == items * relevant.count, "\(similarity.count) numbers")
        gallery = items
        let places = place ?? Array(0..<items)
        var ranks: [[Int]] = []
        var order = [UInt64](repeating: 0, count: items)
        var rankOfPlace = [Int](repeating: 0, count: items)
        for (query, wanted) in relevant.enumerated() {
            for item in 0..<items {
                order[item] = RankingEvidence.key(similarity[query * items + item], places[item])
            }
            order.sort()
            for (rank, key) in order.enumerated() { rankOfPlace[Int(key & 0xffff_ffff)] = rank + 1 }
            ranks.append(wanted.map { rankOfPlace[places[$0]] }.sorted())
        }
        self.ranks = ranks
    }

    /// Sorts by falling similarity, then by rising place.
    private static func key(_ similarity: Float, _ place: Int) -> UInt64 {
        // Adding 0 makes −0 and 0 equal.
        let bits = (similarity.isNaN ? -Float.infinity : similarity + 0).bitPattern
        let rising = bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
        return UInt64(~rising) << 32 | UInt64(place)
    }

    public var count: Int { ranks.count }

    public func reordered(_ order: [Int]) -> RankingEvidence {
        RankingEvidence(ranks: order.map { ranks[$0] }, gallery: gallery)
    }

    /// Rank of the best relevant item; behind the gallery where there is none.
    var best: [Int] { ranks.map { $0.first ?? gallery + 1 } }
}
