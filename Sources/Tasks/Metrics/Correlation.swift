// SPDX-License-Identifier: Apache-2.0

/// How far two lists of numbers go together, in [−1, 1]; 0 where one of them does not vary.
public enum Correlation {
    /// Of the numbers (Pearson).
    public static func linear(_ evidence: NumberEvidence) -> Double { linear(evidence.truth, evidence.prediction) }

    /// Of the ranks (Spearman); equal numbers share the mean of their places.
    public static func ranks(_ evidence: NumberEvidence) -> Double {
        linear(midranks(evidence.truth), midranks(evidence.prediction))
    }

    /// Concordance (Lin 1989): 2·cov / (var + var + (difference of means)²).
    public static func concordance(_ evidence: NumberEvidence) -> Double {
        let moments = moments(evidence.truth, evidence.prediction)
        let shift = mean(evidence.truth) - mean(evidence.prediction)
        let whole = moments.first + moments.second + shift * shift
        return whole > 0 ? 2 * moments.common / whole : 0
    }

    /// Of the orders of all pairs (Kendall's τ_b, corrected for ties).
    public static func pairs(_ evidence: NumberEvidence) -> Double {
        var balance = 0
        var first = 0
        var second = 0
        for i in evidence.truth.indices {
            for j in 0..<i {
                let a = sign(evidence.truth[i] - evidence.truth[j])
                let b = sign(evidence.prediction[i] - evidence.prediction[j])
                balance += a * b
                first += a * a
                second += b * b
            }
        }
        return first > 0 && second > 0
            ? Double(balance) / (Double(first).squareRoot() * Double(second).squareRoot()) : 0
    }

    private static func sign(_ x: Double) -> Int { x > 0 ? 1 : x < 0 ? -1 : 0 }

    private static func linear(_ a: [Double], _ b: [Double]) -> Double {
        let moments = moments(a, b)
        guard moments.first > 0, moments.second > 0 else { return 0 }
        return min(1, max(-1, moments.common / (moments.first.squareRoot() * moments.second.squareRoot())))
    }

    private static func moments(_ a: [Double], _ b: [Double]) -> (first: Double, second: Double, common: Double) {
        let centerA = mean(a)
        let centerB = mean(b)
        return (
            mean(a.map { ($0 - centerA) * ($0 - centerA) }), mean(b.map { ($0 - centerB) * ($0 - centerB) }),
            mean(zip(a, b).map { ($0 - centerA) * ($1 - centerB) })
        )
    }
}
