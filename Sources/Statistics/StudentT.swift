// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Student's t distribution.
public enum StudentT {
    /// P(T ≤ t).
    public static func cumulative(_ t: Double, degrees: Double) -> Double {
        let tail = 0.5 * regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
        return t > 0 ? 1 - tail : tail
    }

    /// The t with P(T ≤ t) = p, by bisection to full precision.
    public static func quantile(_ p: Double, degrees: Double) -> Double {
        guard p > 0, p < 1 else { return p <= 0 ? -.infinity : .infinity }
        if p < 0.5 { return -quantile(1 - p, degrees: degrees) }
        var low = 0.0
        var high = 1.0
        while cumulative(high, degrees: degrees) < p, high < 1e300 { high *= 2 }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if middle == low || middle == high { break }
            if cumulative(middle, degrees: degrees) < p { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

/// I_x(a, b), by Lentz's continued fraction (Press et al., Numerical Recipes, 6.4). Error about 1e-14.
func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - regularizedBeta(1 - x, b, a) }
    let powers: Double = a * log(x) + b * log(1 - x)
    let gammas: Double = lgamma(a + b) - lgamma(a) - lgamma(b)
    let front: Double = exp(powers + gammas) / a
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var fraction = d
    for m in 1...500 {
        let k = Double(m)
        let step: Double = a + 2 * k
        let even: Double = k * (b - k) * x / ((step - 1) * step)
        let odd: Double = -(a + k) * (a + b + k) * x / (step * (step + 1))
        for numerator in [even, odd] {
            d = 1 + numerator * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = 1 + numerator / c
            if abs(c) < tiny { c = tiny }
            fraction *= c * d
        }
        if abs(c * d - 1) < 1e-16 { break }
    }
    return front * fraction
}
