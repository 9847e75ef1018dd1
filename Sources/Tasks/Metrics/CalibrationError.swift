// SPDX-License-Identifier: Apache-2.0

/// How far confidence is from accuracy, over bins of samples of like confidence.
public enum CalibrationError {
    /// Which samples stand together.
    public enum Bins: Sendable {
        /// As many samples in each bin, up to one.
        case equalMass(Int)
        /// (0, 1/n], (1/n, 2/n], …
        case equalWidth(Int)
    }

    /// Expected calibration error: Σ share of the bin · |accuracy − mean confidence|, in [0, 1].
    public static func expected(_ evidence: ClassEvidence, _ bins: Bins = .equalMass(15)) -> Double {
        let gaps = gaps(evidence.confidences, bins)
        return gaps.reduce(0) { $0 + Double($1.count) * $1.gap } / Double(max(1, evidence.count))
    }

    /// The largest gap of any bin, in [0, 1].
    public static func largest(_ evidence: ClassEvidence, _ bins: Bins = .equalMass(15)) -> Double {
        gaps(evidence.confidences, bins).map(\.gap).max() ?? 0
    }

    private static func gaps(
        _ samples: [(probability: Double, right: Bool)], _ bins: Bins
    ) -> [(count: Int, gap: Double)] {
        // Of equal confidences the wrong ones come first, so that the order of samples decides nothing.
        let sorted = samples.sorted { ($0.probability, $0.right ? 1 : 0) < ($1.probability, $1.right ? 1 : 0) }
        let groups: [[(probability: Double, right: Bool)]]
        switch bins {
        case .equalMass(let count):
            groups = (0..<count).map { bin in
                Array(sorted[sorted.count * bin / count..<sorted.count * (bin + 1) / count])
            }
        case .equalWidth(let count):
            groups = (0..<count).map { bin in
                let low = Double(bin) / Double(count)
                let high = Double(bin + 1) / Double(count)
                return sorted.filter { $0.probability > low && $0.probability <= high }
            }
        }
        return groups.filter { !$0.isEmpty }.map { group in
            let confidence = mean(group.map(\.probability))
            let accuracy = Double(group.filter(\.right).count) / Double(group.count)
            return (group.count, abs(accuracy - confidence))
        }
    }
}
