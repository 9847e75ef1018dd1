// SPDX-License-Identifier: Apache-2.0

import Networks

/// Corpus BLEU of orders 1 to 4 (Papineni et al., ACL 2002) with sacrebleu's conventions: clipped counts summed over
/// the corpus, brevity against the closest reference (the shorter of two equally close).
public struct BLEU: Equatable, Sendable {
    /// What is done about orders without a match.
    public enum Smoothing: Sendable {
        /// Nothing: one such order makes the score 0.
        case none
        /// The k-th order without a match counts 1 / 2^k matches (sacrebleu's default).
        case exponential
    }

    /// Longest n-grams that are counted.
    public static let orders = 4
    /// Matches and n-grams by order.
    public private(set) var matches = [Int](repeating: 0, count: BLEU.orders)
    /// n-grams of the hypotheses, by order.
    public private(set) var totals = [Int](repeating: 0, count: BLEU.orders)
    /// Words of all hypotheses.
    public private(set) var hypothesisLength = 0
    /// Words of the references that are nearest in length.
    public private(set) var referenceLength = 0

    /// Counts matches over all texts.
    public init(_ evidence: TextEvidence) {
        for (hypothesis, references) in zip(evidence.hypotheses, evidence.references) {
            hypothesisLength += hypothesis.count
            let lengths = references.map(\.count)
            referenceLength +=
                lengths.min {
                    (abs($0 - hypothesis.count), $0) < (abs($1 - hypothesis.count), $1)
                } ?? 0
            for order in 1...BLEU.orders {
                let counts = BLEU.counts(hypothesis, order)
                var allowed: [[String]: Int] = [:]
                for reference in references {
                    for (gram, count) in BLEU.counts(reference, order) {
                        allowed[gram] = max(allowed[gram] ?? 0, count)
                    }
                }
                totals[order - 1] += max(0, hypothesis.count - order + 1)
                for (gram, count) in counts { matches[order - 1] += min(count, allowed[gram] ?? 0) }
            }
        }
    }

    private static func counts(_ words: [String], _ order: Int) -> [[String]: Int] {
        var counts: [[String]: Int] = [:]
        guard words.count >= order else { return counts }
        for start in 0...(words.count - order) { counts[Array(words[start..<start + order]), default: 0] += 1 }
        return counts
    }

    /// exp(1 − reference/hypothesis) for a corpus that is too short, else 1.
    public var brevityPenalty: Double {
        if hypothesisLength == 0 { return 0 }
        if hypothesisLength >= referenceLength { return 1 }
        return Elementary.exp(1 - Double(referenceLength) / Double(hypothesisLength))
    }

    /// brevity · geometric mean of the precisions, in [0, 1].
    public func score(_ smoothing: Smoothing = .exponential) -> Double {
        guard matches.contains(where: { $0 > 0 }) else { return 0 }
        var sum = 0.0
        var substitute = 1.0
        for (matched, total) in zip(matches, totals) {
            guard total > 0 else { return 0 }
            var hits = Double(matched)
            if matched == 0 {
                guard smoothing == .exponential else { return 0 }
                substitute /= 2
                hits = substitute
            }
            sum += Elementary.log(hits / Double(total))
        }
        return min(1, brevityPenalty * Elementary.exp(sum / Double(BLEU.orders)))
    }
}
