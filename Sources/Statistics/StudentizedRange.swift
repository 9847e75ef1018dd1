// SPDX-License-Identifier: Apache-2.0

/// The range of k standard normal draws: the studentized range with infinite degrees of freedom, which Nemenyi's test
/// refers to.
public enum StudentizedRange {
    /// P(range > q) for `count` draws.
    ///
    ///     P(range ≤ q) = k ∫ φ(z) (Φ(z) − Φ(z − q))^(k−1) dz
    ///
    /// Simpson's rule over [−8, 8 + q]; error below 1e-10.
    public static func survival(_ q: Double, count: Int) -> Double {
        guard q > 0 else { return 1 }
        let low = -8.5
        let high = 8.5
        let steps = 800
        let width = (high - low) / Double(steps)
        var sum = 0.0
        for step in 0...steps {
            let z = low + Double(step) * width
            var power = 1.0
            let inside = Normal.cumulative(z) - Normal.cumulative(z - q)
            for _ in 1..<count { power *= inside }
            let weight: Double = step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2
            sum += weight * Normal.density(z) * power
        }
        return max(0, min(1, 1 - Double(count) * sum * width / 3))
    }

    /// The q with P(range > q) = `alpha`, by bisection.
    public static func critical(_ alpha: Double, count: Int) -> Double {
        var low = 0.0
        var high = 40.0
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if survival(middle, count: count) > alpha { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
