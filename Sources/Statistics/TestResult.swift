// SPDX-License-Identifier: Apache-2.0

/// Which departures from the null hypothesis count.
public enum Alternative: Sendable { case twoSided, greater, less }

/// A test's statistic and p-value.
public struct TestResult: Equatable, Sendable {
    /// The test's own statistic.
    public let statistic: Double
    /// The chance of a statistic at least so extreme if nothing is there.
    public let p: Double
    /// Degrees of freedom where the reference distribution has them.
    public let degrees: Double?

    public init(statistic: Double, p: Double, degrees: Double? = nil) {
        self.statistic = statistic
        self.p = p
        self.degrees = degrees
    }

    /// The p-value of a standard normal z.
    static func normalP(_ z: Double, _ alternative: Alternative) -> Double {
        switch alternative {
        case .twoSided: min(1, 2 * Normal.cumulative(-abs(z)))
        case .greater: Normal.cumulative(-z)
        case .less: Normal.cumulative(z)
        }
    }
}
