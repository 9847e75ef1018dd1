// SPDX-License-Identifier: Apache-2.0

import Networks

/// CIDEr-D (Vedantam et al., CVPR 2015): how much of what tells a picture's references from those of others a text has.
///
/// By order n = 1 … 4 the n-grams of a text are weighed by count · ln(pictures / pictures whose references have it); the
/// similarity to a reference is the sum of min(text, reference) · reference over the lengths of both vectors, times
/// exp(−(difference of lengths)² / 2σ²) with σ = 6. Means over references and orders, times 10; in [0, 10]. Documents are the
/// references of the evidence itself, as in the authors' "corpus" mode; words are counted as they are, without stemming.
public enum Cider {
    private static let orders = 4
    private static let deviation = 6.0

    private typealias Vector = [[String]: Double]

    /// The mean over all texts.
    public static func mean(_ evidence: TextEvidence) -> Double { Tasks.mean(scores(evidence)) }

    /// One score a text.
    public static func scores(_ evidence: TextEvidence) -> [Double] {
        var documents: [[String]: Int] = [:]
        for references in evidence.references {
            var seen: Set<[String]> = []
            for reference in references { for order in 1...orders { seen.formUnion(counts(reference, order).keys) } }
            for gram in seen { documents[gram, default: 0] += 1 }
        }
        let all = Elementary.log(Double(max(1, evidence.count)))
        func vector(_ words: [String], _ order: Int) -> Vector {
            counts(words, order).reduce(into: [:]) { vector, entry in
                let rarity = all - Elementary.log(Double(max(1, documents[entry.key] ?? 0)))
                vector[entry.key] = Double(entry.value) * rarity
            }
        }
        return zip(evidence.hypotheses, evidence.references).map { text, references in
            let own = (1...orders).map { vector(text, $0) }
            let sums = references.map { reference -> Double in
                let difference = Double(text.count - reference.count)
                let penalty = Elementary.exp(-difference * difference / (2 * deviation * deviation))
                let similarities = (1...orders).map { order in
                    similarity(own[order - 1], vector(reference, order)) * penalty
                }
                return Tasks.mean(similarities)
            }
            return 10 * Tasks.mean(sums)
        }
    }

    private static func counts(_ words: [String], _ order: Int) -> [[String]: Int] {
        var counts: [[String]: Int] = [:]
        guard words.count >= order else { return counts }
        for start in 0...(words.count - order) { counts[Array(words[start..<start + order]), default: 0] += 1 }
        return counts
    }

    /// Sums run over n-grams in alphabetical order, so that they have the same bits every time.
    private static func similarity(_ text: Vector, _ reference: Vector) -> Double {
        func grams(_ vector: Vector) -> [[String]] { vector.keys.sorted { $0.lexicographicallyPrecedes($1) } }
        var product = 0.0
        for gram in grams(text) {
            guard let other = reference[gram], let own = text[gram] else { continue }
            product += min(own, other) * other
        }
        func length(_ vector: Vector) -> Double {
            grams(vector).reduce(0) { $0 + (vector[$1] ?? 0) * (vector[$1] ?? 0) }.squareRoot()
        }
        let divisor = length(text) * length(reference)
        return divisor > 0 ? product / divisor : 0
    }
}
