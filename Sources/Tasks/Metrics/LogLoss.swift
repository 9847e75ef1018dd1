// SPDX-License-Identifier: Apache-2.0

import Networks

/// Mean of −log p(label), 0 at best; no upper end.
public func logLoss(_ evidence: ClassEvidence) -> Double {
    mean(
        (0..<evidence.count).map { sample in
            let row = evidence.row(sample).map { Double($0) }
            let top = row.max() ?? 0
            let total = row.reduce(0) { $0 + Elementary.exp($1 - top) }
            return Elementary.log(total) + top - row[evidence.labels[sample]]
        })
}
