// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Instruction counts of pinned processes, in the same job and by the same recipe.
public struct CountTier: Sendable {
    /// Change below which nothing counts.
    public var margin: Double
    /// What two repeats of one side may differ by, relative; above it the benchmark is no count at all.
    public var repeatability: Double

    public init(margin: Double = 0.005, repeatability: Double = 0.0005) {
        self.margin = margin
        self.repeatability = repeatability
    }

    /// Counts of one benchmark, repeats of each side. What repeats of a side differ by is its A/A range; three times that
    /// is the margin where it is above the tier's own.
    public func finding(subject: String, base: [Int], head: [Int]) -> Finding {
        var finding = Finding(
            tier: .counts, subject: subject, metric: "instructions", judgement: .incomparable,
            pairs: min(base.count, head.count), margin: margin)
        guard let lowBase = base.min(), let highBase = base.max(), let lowHead = head.min(), let highHead = head.max(),
            lowBase > 0, lowHead > 0
        else {
            finding.note = "no counts"
            return finding
        }
        let range = max(Double(highBase - lowBase) / Double(lowBase), Double(highHead - lowHead) / Double(lowHead))
        guard range <= repeatability else {
            finding.note = "repeats differ by \(percent(range)): not a count"
            return finding
        }
        let limit = max(margin, 3 * range)
        finding.margin = limit
        let change = Double(lowHead) / Double(lowBase) - 1
        finding.change = change
        finding.judgement = change > limit ? .regressed : change < -limit ? .improved : .equivalent
        return finding
    }
}
