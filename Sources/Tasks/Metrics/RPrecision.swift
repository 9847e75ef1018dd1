// SPDX-License-Identifier: Apache-2.0

/// Mean over queries of the share of relevant items among the first R, R being their number; in [0, 1].
public func rPrecision(_ evidence: RankingEvidence) -> Double {
    mean(
        evidence.ranks.map { ranks in
            ranks.isEmpty ? 0 : Double(ranks.filter { $0 <= ranks.count }.count) / Double(ranks.count)
        })
}
