// SPDX-License-Identifier: Apache-2.0

/// Distances between true and predicted numbers.
public enum NumberErrors {
    /// Mean of |prediction − truth|.
    public static func meanAbsolute(_ evidence: NumberEvidence) -> Double {
        mean(zip(evidence.truth, evidence.prediction).map { abs($0 - $1) })
    }

    /// Mean of (prediction − truth)².
    public static func meanSquared(_ evidence: NumberEvidence) -> Double {
        mean(zip(evidence.truth, evidence.prediction).map { ($0 - $1) * ($0 - $1) })
    }

    /// Share of the variance that is explained: 1 − Σ(t − p)² / Σ(t − mean)²; at most 1, 0 for a constant truth.
    public static func explainedShare(_ evidence: NumberEvidence) -> Double {
        let center = mean(evidence.truth)
        let spread = mean(evidence.truth.map { ($0 - center) * ($0 - center) })
        return spread > 0 ? 1 - meanSquared(evidence) / spread : 0
    }
}
