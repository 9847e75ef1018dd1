// SPDX-License-Identifier: Apache-2.0

/// Student's family of tests of means.
public enum MeanTests {
    /// Whether the mean differs from `mean`.
    public static func oneSample(_ values: [Double], mean: Double = 0, _ alternative: Alternative = .twoSided)
        -> TestResult
    {
        guard values.count > 1 else { return TestResult(statistic: .nan, p: 1, degrees: 0) }
        let n = Double(values.count)
        let error = Descriptive.deviation(values) / n.squareRoot()
        let distance = Descriptive.mean(values) - mean
        guard error > 0 else {
            return TestResult(statistic: .nan, p: distance == 0 ? 1 : 0, degrees: n - 1)
        }
        return result(distance / error, n - 1, alternative)
    }

    /// Student's t test of paired differences a − b.
    public static func paired(_ a: [Double], _ b: [Double], _ alternative: Alternative = .twoSided) -> TestResult {
        oneSample(zip(a, b).map { $0 - $1 }, alternative)
    }

    /// Two samples of equal variance.
    public static func student(_ a: [Double], _ b: [Double], _ alternative: Alternative = .twoSided) -> TestResult {
        let (n, m) = (Double(a.count), Double(b.count))
        let pooled = ((n - 1) * Descriptive.variance(a) + (m - 1) * Descriptive.variance(b)) / (n + m - 2)
        let distance = Descriptive.mean(a) - Descriptive.mean(b)
        return result(distance / (pooled * (1 / n + 1 / m)).squareRoot(), n + m - 2, alternative)
    }

    /// Two samples of any variances.
    public static func welch(_ a: [Double], _ b: [Double], _ alternative: Alternative = .twoSided) -> TestResult {
        let (n, m) = (Double(a.count), Double(b.count))
        let (x, y) = (Descriptive.variance(a) / n, Descriptive.variance(b) / m)
        let distance = Descriptive.mean(a) - Descriptive.mean(b)
        let degrees = (x + y) * (x + y) / (x * x / (n - 1) + y * y / (m - 1))
        return result(distance / (x + y).squareRoot(), degrees, alternative)
    }

    private static func result(_ t: Double, _ degrees: Double, _ alternative: Alternative) -> TestResult {
        let p =
            switch alternative {
            case .twoSided: 2 * StudentT.cumulative(-abs(t), degrees: degrees)
            case .greater: StudentT.cumulative(-t, degrees: degrees)
            case .less: StudentT.cumulative(t, degrees: degrees)
            }
        return TestResult(statistic: t, p: p, degrees: degrees)
    }
}
