// SPDX-License-Identifier: Apache-2.0

/// exp, log, sin, cos, tanh in float64 from + − × ÷ and sqrt only, so that results do not hang on a C library.
///
/// Reductions and polynomials are those of fdlibm (Sun Microsystems, 1993); errors are about 1 ulp.
public enum Elementary {
    private static let ln2High = 6.93147180369123816490e-01
    private static let ln2Low = 1.90821492927058770002e-10

    /// eˣ.
    public static func exp(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x > 709.782712893384 { return .infinity }
        if x < -745.2 { return 0 }
        let k = (x * 1.44269504088896338700).rounded(.toNearestOrEven)
        let high = x - k * ln2High
        let low = k * ln2Low
        let r = high - low
        let t = r * r
        let p4 = -1.65339022054652515390e-06 + t * 4.13813679705723846039e-08
        let p3 = 6.61375632143793436117e-05 + t * p4
        let p2 = -2.77777777770155933842e-03 + t * p3
        let c = r - t * (1.66666666666666019037e-01 + t * p2)
        let y = 1 - ((low - (r * c) / (2 - c)) - high)
        return scaled(y, by: Int(k))
    }

    /// y · 2^k, in two steps so that subnormal results are right.
    private static func scaled(_ y: Double, by k: Int) -> Double {
        let half = k / 2
        return y * powerOfTwo(half) * powerOfTwo(k - half)
    }

    private static func powerOfTwo(_ k: Int) -> Double { Double(bitPattern: UInt64(1023 + k) << 52) }

    /// Natural logarithm.
    public static func log(_ x: Double) -> Double {
        if x.isNaN || x < 0 { return .nan }
        if x == 0 { return -.infinity }
        if x == .infinity { return x }
        var k = x.exponent
        var m = x.significand
        if m > 1.41421356237309504880 {
            m /= 2
            k += 1
        }
        let f = m - 1
        let s = f / (2 + f)
        let z = s * s
        let w = z * z
        let t1 = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
        let t2 =
            z
            * (6.666666666666735130e-01 + w
                * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
        let r = t1 + t2
        let half = 0.5 * f * f
        let e = Double(k)
        return e * ln2High - ((half - (s * (half + r) + e * ln2Low)) - f)
    }

    /// Sine of radians.
    public static func sin(_ x: Double) -> Double { circular(x, quarter: 0) }
    /// Cosine of radians.
    public static func cos(_ x: Double) -> Double { circular(x, quarter: 1) }

    /// Exact to about 1 ulp for |x| up to some 10⁵.
    private static func circular(_ x: Double, quarter: Int) -> Double {
        guard x.isFinite else { return .nan }
        let n = (x * 6.36619772367581382433e-01).rounded(.toNearestOrEven)
        // π/2 in three parts of 33 bits.
        var r = x - n * 1.57079632673412561417e+00
        r -= n * 6.07710050630396597660e-11
        r -= n * 2.02226624879595063154e-21
        let q = (Int(n.truncatingRemainder(dividingBy: 4)) + 4 + quarter) & 3
        let z = r * r
        let value: Double
        if q & 1 == 0 {
            let p =
                -1.98412698298579493134e-04 + z
                * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10))
            value = r + r * z * (-1.66666666666666324348e-01 + z * (8.33333333332248946124e-03 + z * p))
        } else {
            let p =
                2.48015872894767294178e-05 + z
                * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))
            value = 1 - (0.5 * z - z * z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * p)))
        }
        return q & 2 == 0 ? value : -value
    }

    /// Hyperbolic tangent.
    public static func tanh(_ x: Double) -> Double {
        if x.isNaN { return x }
        let a = abs(x)
        if a > 22 { return x > 0 ? 1 : -1 }
        if a < 1e-4 { return x - x * x * x / 3 }
        let e = exp(2 * a)
        let t = 1 - 2 / (e + 1)
        return x > 0 ? t : -t
    }

    /// Decimal logarithm.
    public static func log10(_ x: Double) -> Double { log(x) * 4.34294481903251816668e-01 }
    /// 10ˣ.
    public static func pow10(_ x: Double) -> Double { exp(x * 2.30258509299404590109e+00) }
}
