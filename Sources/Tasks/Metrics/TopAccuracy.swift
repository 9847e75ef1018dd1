// SPDX-License-Identifier: Apache-2.0

/// Share of samples whose label is among the `k` largest scores, in [0, 1]; of equal scores the first class counts as
/// the larger.
public func topAccuracy(_ evidence: ClassEvidence, k: Int) -> Double {
    let found = (0..<evidence.count).filter { sample in
        let row = Array(evidence.row(sample))
        let label = evidence.labels[sample]
        let before = row.indices.filter { row[$0] > row[label] || row[$0] == row[label] && $0 < label }
        return before.count < k
    }
    return evidence.count == 0 ? 0 : Double(found.count) / Double(evidence.count)
}
