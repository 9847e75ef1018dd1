// SPDX-License-Identifier: Apache-2.0

/// Share of texts that equal one of their references word for word, in [0, 1].
public func exactMatch(_ evidence: TextEvidence) -> Double {
    mean(zip(evidence.hypotheses, evidence.references).map { $1.contains($0) ? 1 : 0 })
}
