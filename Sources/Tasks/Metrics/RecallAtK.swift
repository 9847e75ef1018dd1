// SPDX-License-Identifier: Apache-2.0

/// Share of queries with a relevant item among the first `k`, in [0, 1].
public func recall(at k: Int, _ evidence: RankingEvidence) -> Double {
    mean(evidence.best.map { $0 <= k ? 1 : 0 })
}
