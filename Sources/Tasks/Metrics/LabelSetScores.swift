// SPDX-License-Identifier: Apache-2.0

/// Metrics of any number of classes per sample.
public enum LabelSetScores {
    /// Mean of the classes' average precisions; classes without a sample do not count.
    public static func meanAveragePrecision(_ evidence: LabelSetEvidence) -> Double {
        mean(
            (0..<evidence.classes).compactMap { label in
                let column = evidence.column(label)
                return averagePrecision(column.labels, column.scores.map { Double($0) })
            })
    }

    /// Average precision of all samples and classes taken as one question.
    public static func microAveragePrecision(_ evidence: LabelSetEvidence) -> Double {
        averagePrecision(evidence.labels, evidence.scores.map { Double($0) }) ?? 0
    }

    /// Mean of the classes' F1 where a score above `threshold` means yes.
    public static func macroF1(_ evidence: LabelSetEvidence, threshold: Float = 0) -> Double {
        mean(
            (0..<evidence.classes).map { label in
                let column = evidence.column(label)
                return f1(column.labels, column.scores, threshold)
            })
    }

    /// F1 over all samples and classes together.
    public static func microF1(_ evidence: LabelSetEvidence, threshold: Float = 0) -> Double {
        f1(evidence.labels, evidence.scores, threshold)
    }

    private static func f1(_ labels: [Bool], _ scores: [Float], _ threshold: Float) -> Double {
        var hits = 0
        var present = 0
        var chosen = 0
        for (label, score) in zip(labels, scores) {
            if label { present += 1 }
            if score > threshold { chosen += 1 }
            if label, score > threshold { hits += 1 }
        }
        return present + chosen == 0 ? 0 : 2 * Double(hits) / Double(present + chosen)
    }
}
