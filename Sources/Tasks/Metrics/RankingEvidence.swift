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
    ///   - relevant: by query, the items that count.
    public init(similarity: [Float], items: Int, place: [Int]? = nil, relevant: [[Int]]) {
        precondition(similarity.count == items * relevant.count, "\(similarity.count) numbers")
        gallery = items
        ranks = relevant.enumerated().map { query, wanted in
            let row = similarity[query * items..<(query + 1) * items].map { $0.isNaN ? -Float.infinity : $0 }
            return wanted.map { item in
                1
                    + row.indices.filter { other in
                        row[other] > row[item]
                            || row[other] == row[item] && (place?[other] ?? other) < (place?[item] ?? item)
                    }.count
            }.sorted()
        }
    }

    public var count: Int { ranks.count }

    public func reordered(_ order: [Int]) -> RankingEvidence {
        RankingEvidence(ranks: order.map { ranks[$0] }, gallery: gallery)
    }

    /// Rank of the best relevant item; behind the gallery where there is none.
    var best: [Int] { ranks.map { $0.first ?? gallery + 1 } }
}
