// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// The chance that one method is better, equal within a margin, or worse
/// (Benavoli, Corani, Demšar, Zaffalon, "Time for a Change", JMLR 2017: signed rank with a Dirichlet process prior).
public struct BayesianSignedRank: Equatable, Sendable {
    /// The chance that the method is worse than the reference by more than the margin.
    public let worse: Double
    /// Within the region of practical equivalence.
    public let equivalent: Double
    /// The chance that it is better by more than the margin.
    public let better: Double

    /// - Parameters:
    ///   - differences: method minus reference, better is positive.
    ///   - margin: half width of the region of practical equivalence, in the score's unit.
    ///   - draws: of the posterior.
    ///   - key: of the draws.
    public init(_ differences: [Double], margin: Double, draws: Int = 5000, key: RandomKey) {
        // One pseudo-observation at 0 with weight ½.
        let values = (differences + [0]).enumerated().sorted {
            $0.element == $1.element ? $0.offset < $1.offset : $0.element < $1.element
        }
        let sorted = values.map(\.element)
        let prior = values.firstIndex { $0.offset == differences.count } ?? 0
        // For each value: how many others make the pair's mean fall below −margin, and at most +margin.
        let below = sorted.map { value in sorted.partitioningIndex { ($0 + value) / 2 >= -margin } }
        let within = sorted.map { value in sorted.partitioningIndex { ($0 + value) / 2 > margin } }
        var tally = (0.0, 0.0, 0.0)
        var cumulative = [Double](repeating: 0, count: sorted.count + 1)
        for draw in 0..<draws {
            var stream = key.fold("signed-rank").fold(draw).stream()
            var weights = sorted.map { _ in -log(Double(stream.word()) / 4_294_967_296 + 0x1p-33) }
            // Gamma(½) is half the square of a normal draw.
            let normal = Normal.quantile(Double(stream.word()) / 4_294_967_296 + 0x1p-33)
            weights[prior] = normal * normal / 2
            for (index, weight) in weights.enumerated() { cumulative[index + 1] = cumulative[index] + weight }
            var (left, middle) = (0.0, 0.0)
            for (index, weight) in weights.enumerated() {
                left += weight * cumulative[below[index]]
                middle += weight * (cumulative[within[index]] - cumulative[below[index]])
            }
            let total = cumulative[sorted.count] * cumulative[sorted.count]
            let right = total - left - middle
            if left > middle, left > right {
                tally.0 += 1
            } else if right > middle {
                tally.2 += 1
            } else {
                tally.1 += 1
            }
        }
        worse = tally.0 / Double(draws)
        equivalent = tally.1 / Double(draws)
        better = tally.2 / Double(draws)
    }
}

extension Array {
    /// The first index whose element satisfies a condition that holds from there on.
    fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
