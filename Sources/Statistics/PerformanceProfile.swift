// SPDX-License-Identifier: Apache-2.0

/// The share of runs above each threshold, problems weighing equally (Agarwal et al. 2021).
public enum PerformanceProfile {
    /// - Returns: per threshold, the share of scores strictly above it (`above`) or strictly below.
    public static func shares(_ scores: Strata<Problems, Seeds>, thresholds: [Double], above: Bool = true) -> [Double] {
        guard !scores.series.isEmpty else { return thresholds.map { _ in .nan } }
        let sorted = scores.series.map { $0.values.sorted() }
        return thresholds.map { threshold in
            var sum = 0.0
            for values in sorted {
                let beyond = above ? values.filter { $0 > threshold }.count : values.filter { $0 < threshold }.count
                sum += Double(beyond) / Double(values.count)
            }
            return sum / Double(sorted.count)
        }
    }

    /// Thresholds spread evenly over the range of all scores.
    public static func thresholds(_ values: [Double], count: Int = 61) -> [Double] {
        guard let low = values.min(), let high = values.max(), high > low else {
            return values.isEmpty ? [] : [values[0]]
        }
        return (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
    }
}
