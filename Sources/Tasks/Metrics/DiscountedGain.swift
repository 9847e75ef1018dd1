// SPDX-License-Identifier: Apache-2.0

import Networks

/// Discounted cumulative gain (Järvelin and Kekäläinen 2002): Σ gain / log₂(rank + 1) over the first `k` items.
public enum DiscountedGain {
    /// What a relevance is worth.
    public enum Gain: Sendable {
        /// The relevance itself.
        case linear
        /// 2^relevance − 1
        case exponential
    }

    /// Mean over queries of the gain in the order of the scores; equal scores keep the order of items.
    public static func mean(_ evidence: GradedEvidence, k: Int? = nil, _ gain: Gain = .linear) -> Double {
        Tasks.mean(queries(evidence, k, gain).map(\.own))
    }

    /// As `mean`, each query divided by the best possible; in [0, 1], a query without relevant items counts 0.
    public static func normalized(_ evidence: GradedEvidence, k: Int? = nil, _ gain: Gain = .linear) -> Double {
        Tasks.mean(queries(evidence, k, gain).map { $0.best > 0 ? $0.own / $0.best : 0 })
    }

    /// nDCG where an item is relevant or not, from the ranks of the relevant ones over the whole gallery; a query without
    /// relevant items counts 0.
    public static func normalized(_ evidence: RankingEvidence) -> Double {
        let ln2 = Elementary.log(2)
        return Tasks.mean(
            evidence.ranks.map { ranks in
                let best = ranks.indices.reduce(0.0) { $0 + ln2 / Elementary.log(Double($1 + 2)) }
                let own = ranks.reduce(0.0) { $0 + ln2 / Elementary.log(Double($1 + 1)) }
                return best > 0 ? own / best : 0
            })
    }

    private static func queries(
        _ evidence: GradedEvidence, _ k: Int?, _ gain: Gain
    ) -> [(own: Double, best: Double)] {
        let items = evidence.items
        let ln2 = Elementary.log(2)
        return (0..<evidence.count).map { query in
            let gains = evidence.relevance[query * items..<(query + 1) * items].map { relevance in
                gain == .linear ? relevance : Elementary.exp(relevance * ln2) - 1
            }
            let scores = Array(evidence.scores[query * items..<(query + 1) * items])
            let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
            func sum(_ gains: [Double]) -> Double {
                gains.prefix(k ?? items).enumerated().reduce(0) { sum, entry in
                    sum + entry.element * ln2 / Elementary.log(Double(entry.offset + 2))
                }
            }
            return (sum(order.map { gains[$0] }), sum(gains.sorted(by: >)))
        }
    }
}
