// SPDX-License-Identifier: Apache-2.0

/// Agreement of the orders of two lists.
public enum RankCorrelation {
    /// Spearman's ρ: Pearson's correlation of the mean ranks. nil for fewer than two values, or where one list is constant.
    public static func spearman(_ x: [Double], _ y: [Double]) -> Double? {
        precondition(x.count == y.count, "\(x.count) and \(y.count) values")
        guard x.count > 1 else { return nil }
        let (a, b) = (midranks(x), midranks(y))
        let mean = Double(x.count + 1) / 2
        var (product, first, second) = (0.0, 0.0, 0.0)
        for (one, other) in zip(a, b) {
            product += (one - mean) * (other - mean)
            first += (one - mean) * (one - mean)
            second += (other - mean) * (other - mean)
        }
        return first > 0 && second > 0 ? product / (first * second).squareRoot() : nil
    }

    /// Kendall's τ_b: pairs in the same order minus pairs in the other, over √(pairs not tied in x · pairs not tied in y). nil
    /// where one list is constant.
    public static func kendall(_ x: [Double], _ y: [Double]) -> Double? {
        precondition(x.count == y.count, "\(x.count) and \(y.count) values")
        var (score, first, second) = (0.0, 0.0, 0.0)
        for i in x.indices {
            for j in x.indices where j > i {
                let (a, b) = (sign(x[i] - x[j]), sign(y[i] - y[j]))
                score += a * b
                first += a * a
                second += b * b
            }
        }
        return first > 0 && second > 0 ? score / (first * second).squareRoot() : nil
    }

    private static func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }
}
