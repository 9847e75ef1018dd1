// SPDX-License-Identifier: Apache-2.0

/// How many pairs a gate spends, and what it tolerates.
public struct GateProfile: Equatable, Sendable {
    /// As `--profile` names it.
    public var name: String
    /// Pairs of the first stage, which only nominates.
    public var screeningPairs: Int
    /// Fresh pairs of the second stage, which alone can block.
    public var confirmingPairs: Int
    /// Level of a nomination, one-sided, per benchmark.
    public var screeningLevel: Double
    /// Level of a confirmation, one-sided, over all that were nominated (Holm).
    public var confirmingLevel: Double
    /// Relative change below which nothing counts as a change.
    public var margin: Double
    /// "Equivalent" means that the upper 95 % bound of the change lies below this.
    public var equivalence: Double

    /// For pull requests: minutes.
    public static let pullRequest = GateProfile(
        name: "pr", screeningPairs: 8, confirmingPairs: 16, screeningLevel: 0.05, confirmingLevel: 0.01, margin: 0.01,
        equivalence: 0.05)
    /// For the night: half an hour.
    public static let nightly = GateProfile(
        name: "nightly", screeningPairs: 12, confirmingPairs: 24, screeningLevel: 0.05, confirmingLevel: 0.01,
        margin: 0.01, equivalence: 0.05)

    /// The profiles that can be named.
    public static let all = [pullRequest, nightly]

    /// Pairs that Holm needs so that a rejection is possible at all: 2^−n ≤ level / candidates.
    public func confirmingPairs(candidates: Int) -> Int {
        var pairs = confirmingPairs
        var smallest = 1.0
        for _ in 0..<pairs { smallest /= 2 }
        while smallest > confirmingLevel / Double(max(1, candidates)) {
            pairs += 1
            smallest /= 2
        }
        return pairs + pairs % 2
    }
}
