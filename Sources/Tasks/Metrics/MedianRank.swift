// SPDX-License-Identifier: Apache-2.0

/// Median over queries of the best relevant item's rank, at least 1; of an even number of queries the mean of the two
/// in the middle.
public func medianRank(_ evidence: RankingEvidence) -> Double {
    let sorted = evidence.best.sorted()
    guard !sorted.isEmpty else { return 1 }
    return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// Mean over queries of the best relevant item's rank, at least 1.
public func meanRank(_ evidence: RankingEvidence) -> Double {
    evidence.count == 0 ? 1 : mean(evidence.best.map { Double($0) })
}
