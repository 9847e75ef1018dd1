// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Retrieval of samples of the same class within one modality: what a tower knows about labels where it has no task alone.
///
/// Rows are compared by the cosine of their vectors, each with all others; R-precision is the share of its class among the R
/// nearest, R being the others of its class. At most 500 rows are used, evenly spread.
struct LabelRetrieval {
    /// Mean R-precision over the rows whose class has another row; nil if there is none.
    let rPrecision: Double?

    private static let most = 500

    /// - Parameter values: `[rows, width]`
    init(_ values: [Float], labels: [Int32]) {
        let rows = labels.count
        let width = values.count / max(1, rows)
        let count = min(rows, LabelRetrieval.most)
        let chosen = (0..<count).map { $0 * rows / max(1, count) }
        var unit = [Float](repeating: 0, count: count * width)
        for (position, row) in chosen.enumerated() {
            let vector = values[row * width..<(row + 1) * width]
            let length = vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
            guard length > 0 else { continue }
            for (column, value) in vector.enumerated() {
                unit[position * width + column] = Float(Double(value) / length)
            }
        }
        let known = chosen.map { labels[$0] }
        let relevant = known.indices.map { query in
            known.indices.filter { $0 != query && known[$0] == known[query] }
        }
        let queries = relevant.indices.filter { !relevant[$0].isEmpty }
        guard !queries.isEmpty, width > 0 else {
            rPrecision = nil
            return
        }
        var similarity = [Float](repeating: 0, count: queries.count * count)
        unit.withUnsafeBufferPointer { unit in
            guard let base = unit.baseAddress else { return }
            for (place, query) in queries.enumerated() {
                for item in 0..<count {
                    // A row is not among its own neighbors.
                    similarity[place * count + item] =
                        item == query
                        ? -.infinity : Float(Arithmetic.dot(base + query * width, base + item * width, width))
                }
            }
        }
        rPrecision = Tasks.rPrecision(
            RankingEvidence(similarity: similarity, items: count, relevant: queries.map { relevant[$0] }))
    }
}
