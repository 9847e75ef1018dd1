// SPDX-License-Identifier: Apache-2.0

/// Mean over queries of 1 / rank of the best relevant item, in [0, 1]; 0 for a query without one.
public func meanReciprocalRank(_ evidence: RankingEvidence) -> Double {
    mean(evidence.ranks.map { $0.first.map { 1 / Double($0) } ?? 0 })
}
