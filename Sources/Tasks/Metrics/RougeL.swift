// SPDX-License-Identifier: Apache-2.0

/// ROUGE-L (Lin 2004): mean over texts of F1 of the longest common subsequence with the best reference, in [0, 1].
public func rougeL(_ evidence: TextEvidence) -> Double {
    mean(
        zip(evidence.hypotheses, evidence.references).map { hypothesis, references in
            references.map { reference in
                if hypothesis.isEmpty || reference.isEmpty { return hypothesis == reference ? 1 : 0 }
                let common = longestCommonSubsequence(hypothesis, reference)
                return 2 * Double(common) / Double(hypothesis.count + reference.count)
            }.max() ?? 0
        })
}

/// Length of the longest sequence of words that both have in this order.
private func longestCommonSubsequence(_ a: [String], _ b: [String]) -> Int {
    var previous = [Int](repeating: 0, count: b.count + 1)
    for word in a {
        var current = previous
        for (place, other) in b.enumerated() {
            current[place + 1] = word == other ? previous[place] + 1 : max(previous[place + 1], current[place])
        }
        previous = current
    }
    return previous[b.count]
}
