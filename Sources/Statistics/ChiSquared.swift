// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The χ² distribution.
public enum ChiSquared {
    /// P(X > x) with `degrees` of freedom.
    public static func survival(_ x: Double, degrees: Double) -> Double {
        x <= 0 ? 1 : upperGamma(degrees / 2, x / 2)
    }

    /// Q(a, x) = Γ(a, x) / Γ(a): a series below a + 1, a continued fraction above (Press et al., Numerical Recipes, 6.2).
    static func upperGamma(_ a: Double, _ x: Double) -> Double {
        let front = exp(a * log(x) - x - lgamma(a))
        if x < a + 1 {
            var term = 1 / a
            var sum = term
            var n = a
            repeat {
                n += 1
                term *= x / n
                sum += term
            } while term > sum * 1e-17
            return 1 - front * sum
        }
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var fraction = d
        for i in 1...10_000 {
            let k = Double(i)
            let numerator = -k * (k - a)
            b += 2
            d = 1 / notZero(numerator * d + b, tiny)
            c = notZero(b + numerator / c, tiny)
            fraction *= c * d
            if abs(c * d - 1) < 1e-16 { break }
        }
        return front * fraction
    }

    private static func notZero(_ value: Double, _ tiny: Double) -> Double { abs(value) < tiny ? tiny : value }
}

/// Fisher's F distribution.
public enum FisherF {
    /// P(X > x) with `numerator` and `denominator` degrees of freedom.
    public static func survival(_ x: Double, numerator: Double, denominator: Double) -> Double {
        x <= 0 ? 1 : regularizedBeta(denominator / (denominator + numerator * x), denominator / 2, numerator / 2)
    }
}
