// SPDX-License-Identifier: Apache-2.0

/// Mean over queries of the average precision at their relevant items' ranks, in [0, 1]; 0 for a query without one.
public func meanAveragePrecision(_ evidence: RankingEvidence) -> Double {
    mean(
        evidence.ranks.map { ranks in
            mean(ranks.enumerated().map { Double($0.offset + 1) / Double($0.element) })
        })
}
