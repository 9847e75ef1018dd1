// SPDX-License-Identifier: Apache-2.0

/// Area under precision over recall of one yes-or-no question: Σ (recall_t − recall_{t−1}) · precision_t over the
/// distinct scores from high to low. In [0, 1]; nil where nothing is relevant.
public func averagePrecision(_ relevant: [Bool], _ scores: [Double]) -> Double? {
    precondition(relevant.count == scores.count, "\(relevant.count) answers, \(scores.count) scores")
    let all = relevant.filter { $0 }.count
    guard all > 0 else { return nil }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var found = 0
    var before = 0
    var area = 0.0
    for (position, index) in order.enumerated() {
        if relevant[index] { found += 1 }
        let isLast = position + 1 == order.count || scores[order[position + 1]] != scores[index]
        guard isLast else { continue }
        area += Double(found - before) / Double(all) * Double(found) / Double(position + 1)
        before = found
    }
    return area
}

/// Mean over the classes with samples of the average precision of "is it this class?", by the classes' scores.
public func averagePrecisionOneAgainstRest(_ evidence: ClassEvidence) -> Double {
    mean(
        (0..<evidence.classes).compactMap { label in
            averagePrecision(evidence.labels.map { $0 == label }, evidence.column(label))
        })
}
