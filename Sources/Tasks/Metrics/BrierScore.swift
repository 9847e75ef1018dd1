// SPDX-License-Identifier: Apache-2.0

/// Mean squared distance of the probabilities from the label's corner: Σ_k (p_k − [k = label])², in [0, 2].
public func brierScore(_ evidence: ClassEvidence) -> Double {
    mean(
        (0..<evidence.count).map { sample in
            evidence.probabilities(sample).enumerated().reduce(0) { sum, entry in
                let difference = entry.element - (entry.offset == evidence.labels[sample] ? 1 : 0)
                return sum + difference * difference
            }
        })
}
