// SPDX-License-Identifier: Apache-2.0

import Networks

/// How far predicted pictures are from the true ones.
public enum PictureErrors {
    /// Mean over all numbers of the squared difference.
    public static func meanSquared(_ evidence: PictureEvidence) -> Double {
        mean((0..<evidence.count).map { squared(evidence, $0) })
    }

    /// Mean over pictures of 10·log₁₀(peak² / MSE), in decibels; at most `mostDecibels`, which an equal picture has.
    public static func signalToNoise(_ evidence: PictureEvidence) -> Double {
        mean(
            (0..<evidence.count).map { sample in
                let error = squared(evidence, sample)
                guard error > 0 else { return mostDecibels }
                return min(mostDecibels, 10 * Elementary.log10(evidence.peak * evidence.peak / error))
            })
    }

    /// What equal pictures are given, instead of infinity.
    public static let mostDecibels = 100.0

    /// Mean structural similarity (Wang et al., IEEE TIP 2004), in [−1, 1]: over all square windows that lie inside, side 7
    /// or the largest odd number that fits, all points alike, sample variances, K₁ = 0.01, K₂ = 0.03; means over windows,
    /// planes and pictures.
    public static func structuralSimilarity(_ evidence: PictureEvidence) -> Double {
        let least = min(evidence.height, evidence.width)
        let side = min(7, least % 2 == 1 ? least : max(1, least - 1))
        let plane = evidence.height * evidence.width
        return mean(
            (0..<evidence.count * evidence.planes).map { index in
                let range = index * plane..<(index + 1) * plane
                return similarity(
                    Array(evidence.truth[range]), Array(evidence.prediction[range]), evidence.height, evidence.width,
                    side,
                    evidence.peak)
            })
    }

    private static func squared(_ evidence: PictureEvidence, _ sample: Int) -> Double {
        mean(
            (sample * evidence.size..<(sample + 1) * evidence.size).map { place in
                let difference = evidence.truth[place] - evidence.prediction[place]
                return difference * difference
            })
    }

    private static func similarity(
        _ a: [Double], _ b: [Double], _ height: Int, _ width: Int, _ side: Int, _ peak: Double
    ) -> Double {
        let count = Double(side * side)
        let c1 = 0.01 * peak * 0.01 * peak
        let c2 = 0.03 * peak * 0.03 * peak
        var sum = 0.0
        for top in 0...(height - side) {
            for left in 0...(width - side) {
                var sumA = 0.0
                var sumB = 0.0
                for y in 0..<side {
                    for x in 0..<side {
                        sumA += a[(top + y) * width + left + x]
                        sumB += b[(top + y) * width + left + x]
                    }
                }
                let (meanA, meanB) = (sumA / count, sumB / count)
                var varianceA = 0.0
                var varianceB = 0.0
                var common = 0.0
                for y in 0..<side {
                    for x in 0..<side {
                        let da = a[(top + y) * width + left + x] - meanA
                        let db = b[(top + y) * width + left + x] - meanB
                        varianceA += da * da
                        varianceB += db * db
                        common += da * db
                    }
                }
                let divisor = max(1, count - 1)
                let light = (2 * meanA * meanB + c1) / (meanA * meanA + meanB * meanB + c1)
                sum += light * (2 * common / divisor + c2) / ((varianceA + varianceB) / divisor + c2)
            }
        }
        return sum / Double((height - side + 1) * (width - side + 1))
    }
}
