// SPDX-License-Identifier: Apache-2.0

import Training

/// Modalities ranked by what each reaches alone.
struct ModalityRanking: Equatable {
    /// Mean score per modality.
    let means: [Double]
    /// Indices from best to worst; equal means keep declared order.
    let order: [Int]
    /// How far the best is ahead of the second, in the direction that is good.
    let margin: Double
    /// 95 % bootstrap interval of the margin over seeds and, for scores that are shares, validation rows.
    let interval: ClosedRange<Double>
    /// Whether the interval contains 0.
    let noDominance: Bool

    /// `scores[modality][seed]`.
    init(scores: [[Double]], direction: Direction, validationRows: Int) {
        let means = scores.map { $0.reduce(0, +) / Double($0.count) }
        self.means = means
        let order = means.indices.sorted { a, b in
            means[a] == means[b] ? a < b : direction.prefers(means[a], to: means[b])
        }
        self.order = order
        guard order.count > 1 else {
            margin = 0
            interval = 0...0
            noDominance = true
            return
        }
        let sign = direction == .higherIsBetter ? 1.0 : -1.0
        let first = scores[order[0]]
        let second = scores[order[1]]
        margin = sign * (means[order[0]] - means[order[1]])
        var stream = RandomKey(seed: 0).fold("ranking").stream()
        // A share's mean over n rows has variance p(1 − p)/n on top of the spread over seeds.
        let rows = Double(max(1, validationRows))
        let isShare = scores.allSatisfy { $0.allSatisfy { (0...1).contains($0) } }
        let rowDeviation =
            isShare
            ? ((means[order[0]] * (1 - means[order[0]]) + means[order[1]] * (1 - means[order[1]])) / rows).squareRoot()
            : 0
        var margins: [Double] = []
        for _ in 0..<2000 {
            var sum = 0.0
            for _ in first.indices {
                let seed = stream.below(first.count)
                sum += first[seed] - second[seed]
            }
            margins.append(sign * sum / Double(first.count) + rowDeviation * stream.normal())
        }
        margins.sort()
        let interval = margins[49]...margins[1949]
        self.interval = interval
        noDominance = interval.contains(0)
    }
}
