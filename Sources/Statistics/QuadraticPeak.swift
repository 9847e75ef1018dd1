// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Where a curve over a swept quantity has its top: least squares of y = a + b·x + c·x², peak at −b/2c.
public struct QuadraticPeak: Equatable, Sendable {
    /// Coefficient of 1.
    public let intercept: Double
    /// Coefficient of x.
    public let slope: Double
    /// Coefficient of x²; below 0 where there is a top.
    public let curvature: Double

    /// nil for fewer than 3 different positions.
    public init?(_ x: [Double], _ y: [Double]) {
        guard x.count == y.count, Set(x).count >= 3 else { return nil }
        // Centred, so that the normal equations stay well conditioned.
        let center = Descriptive.mean(x)
        var (s1, s2, s3, s4) = (0.0, 0.0, 0.0, 0.0)
        var (t0, t1, t2) = (0.0, 0.0, 0.0)
        for (position, value) in zip(x, y) {
            let u = position - center
            s1 += u
            s2 += u * u
            s3 += u * u * u
            s4 += u * u * u * u
            t0 += value
            t1 += u * value
            t2 += u * u * value
        }
        let n = Double(x.count)
        let (m11, m12, m22) = (s2 - s1 * s1 / n, s3 - s1 * s2 / n, s4 - s2 * s2 / n)
        let (r1, r2) = (t1 - s1 * t0 / n, t2 - s2 * t0 / n)
        let determinant = m11 * m22 - m12 * m12
        guard determinant > 0 else { return nil }
        let b = (r1 * m22 - r2 * m12) / determinant
        let c = (m11 * r2 - m12 * r1) / determinant
        let a = (t0 - b * s1 - c * s2) / n
        intercept = a - b * center + c * center * center
        slope = b - 2 * c * center
        curvature = c
    }

    /// The top of a curve that opens downwards; nil for one that does not.
    public var location: Double? { curvature < 0 ? -slope / (2 * curvature) : nil }

    /// The parabola at x.
    public func value(at x: Double) -> Double { intercept + slope * x + curvature * x * x }

    /// The peak's interval when seeds are drawn again, all positions of a seed together; nil if fewer than 19 of 20
    /// replicates have a peak within the swept range widened by half, or fewer than 3 seeds are there.
    ///
    /// - Parameters:
    ///   - x: positions, rising.
    ///   - curves: per seed, one value for each position of `x`.
    ///   - level: coverage.
    ///   - count: replicates.
    ///   - key: of the draws.
    public static func interval(
        _ x: [Double], _ curves: [Series<Seeds>], level: Double = 0.95, count: Int = 2000, key: RandomKey
    ) -> ClosedRange<Double>? {
        guard curves.count >= 3, let low = x.min(), let high = x.max() else { return nil }
        let reach = (high - low) / 2
        let peaks = (0..<count).compactMap { number -> Double? in
            var stream = key.fold("peak").fold(number).stream()
            var sums = [Double](repeating: 0, count: x.count)
            for _ in curves {
                for (position, value) in curves[stream.below(curves.count)].values.enumerated() {
                    sums[position] += value
                }
            }
            guard let peak = QuadraticPeak(x, sums.map { $0 / Double(curves.count) })?.location else { return nil }
            return peak >= low - reach && peak <= high + reach ? peak : nil
        }.sorted()
        guard peaks.count * 20 >= count * 19 else { return nil }
        let tail = (1 - level) / 2
        return Descriptive.quantile(sorted: peaks, tail)...Descriptive.quantile(sorted: peaks, 1 - tail)
    }
}
