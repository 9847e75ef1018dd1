// SPDX-License-Identifier: Apache-2.0

/// Probability that a relevant sample scores above another (half for equals); nil where one of the kinds is missing.
public func rocArea(_ relevant: [Bool], _ scores: [Double]) -> Double? {
    precondition(relevant.count == scores.count, "\(relevant.count) answers, \(scores.count) scores")
    let positives = relevant.filter { $0 }.count
    let negatives = relevant.count - positives
    guard positives > 0, negatives > 0 else { return nil }
    let ranks = midranks(scores)
    let sum = zip(relevant, ranks).reduce(0) { $1.0 ? $0 + $1.1 : $0 }
    return (sum - Double(positives * (positives + 1)) / 2) / Double(positives * negatives)
}

/// Mean over the classes of the area under the curve of "is it this class?" by the classes' scores, in [0, 1].
public func rocAreaOneAgainstRest(_ evidence: ClassEvidence) -> Double {
    mean(
        (0..<evidence.classes).compactMap { label in
            rocArea(evidence.labels.map { $0 == label }, evidence.column(label))
        })
}

/// Rank of each value from 1 upwards; equal values share the mean of their places.
func midranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start + 1
        while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
        for index in order[start..<end] { ranks[index] = Double(start + end + 1) / 2 }
        start = end
    }
    return ranks
}
