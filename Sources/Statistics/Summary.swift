// SPDX-License-Identifier: Apache-2.0

/// A mean with a two-sided Student interval. `interval` is nil where n < 3 makes it meaningless.
public struct MeanInterval: Equatable, Sendable {
    /// How many values there are.
    public let count: Int
    /// Their arithmetic mean.
    public let mean: Double
    /// Sample standard deviation (n − 1); 0 for one value.
    public let deviation: Double
    /// Student interval of the mean; nil for fewer than three values.
    public let interval: ClosedRange<Double>?

    /// The mean of `values` with its interval of coverage `level`.
    ///
    /// - Parameters:
    ///   - values: independent of each other: one for each seed.
    ///   - level: coverage.
    ///   - range: where no value can lie outside, 0 … 1 for an accuracy. The interval ends there: a mean cannot lie
    ///     outside either, so nothing of the coverage is lost. Values that do lie outside (percent instead of shares)
    ///     show that the range is not theirs, and nothing is cut.
    public init(_ values: [Double], level: Double = 0.95, within range: ClosedRange<Double>? = nil) {
        count = values.count
        guard count > 0 else {
            mean = .nan
            deviation = .nan
            interval = nil
            return
        }
        let mean = values.reduce(0, +) / Double(count)
        self.mean = mean
        guard count > 1 else {
            deviation = 0
            interval = nil
            return
        }
        let squares = values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
        deviation = (squares / Double(count - 1)).squareRoot()
        guard count >= 3 else {
            interval = nil
            return
        }
        let half =
            StudentT.quantile(1 - (1 - level) / 2, degrees: Double(count - 1)) * deviation / Double(count).squareRoot()
        var (low, high) = (mean - half, mean + half)
        if let range, values.allSatisfy(range.contains) {
            low = min(max(low, range.lowerBound), mean)
            high = max(min(high, range.upperBound), mean)
        }
        interval = low...high
    }
}
