// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// What both forms of retrieval share: rows of similarities to a gallery, and their measures.
enum ContrastiveRows {
    static let measures =
        [
            "recall@1", "recall@5", "recall@10", "median-rank", "map", "r-precision", "mrr",
        ].compactMap { name in (try? Tasks.metrics[name])?.measure } + [Measure("ndcg", .higherIsBetter)]

    /// One loss per row. Of a batch against itself the mean of both directions; against a whole gallery that of the row,
    /// without the options that are right as well.
    static func losses(_ logits: Node, _ targets: UnsafePointer<Int32>, _ batch: Batch) -> Node {
        guard let gallery = batch.gallery else { return logits.symmetricContrast(targets) }
        return logits.withoutOptions(gallery.hidden(from: batch, on: logits.tape)).crossEntropy(targets)
    }

    /// Measures of one direction. `similarity` is `[queries, items]` of a whole split against itself.
    static func evidence(_ similarity: [Float], _ sameness: Sameness, ids: [String]) -> RankingEvidence {
        let order = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
        var place = [Int](repeating: 0, count: ids.count)
        for (position, item) in order.enumerated() { place[item] = position }
        let relevant = ids.indices.map { query in ids.indices.filter { sameness.same(query, $0) } }
        return RankingEvidence(similarity: similarity, items: ids.count, place: place, relevant: relevant)
    }

    /// What a ranking in random order reaches on average: with R right items of G, the first is right with probability R/G,
    /// and one of the first k unless all k are wrong.
    static func chance(_ sameness: Sameness, count: Int) -> [String: Double] {
        guard count > 0 else { return [:] }
        let relevant = (0..<count).map { query in (0..<count).filter { sameness.same(query, $0) }.count }
        func reached(_ k: Int) -> Double {
            var sum = 0.0
            for right in relevant {
                var missed = 1.0
                for place in 0..<min(k, count) {
                    missed *= Double(max(0, count - right - place)) / Double(count - place)
                }
                sum += 1 - missed
            }
            return sum / Double(count)
        }
        return ["recall@1": reached(1), "recall@5": reached(5), "recall@10": reached(10)]
    }

    static func values(_ evidence: RankingEvidence) -> [String: Double] {
        var values = ["ndcg": DiscountedGain.normalized(evidence)]
        for measure in measures where measure.name != "ndcg" {
            if let value = (try? Tasks.metrics[measure.name])?.value(evidence) { values[measure.name] = value }
        }
        return values
    }
}

/// Which rows of a split show the same thing: those of the same item, and those whose texts are equal word for word.
struct Sameness {
    private let items: [Int32]
    /// Number of each row's text; −1 where there is none.
    private let contents: [Int32]

    /// - Parameters:
    ///   - column: the gallery's column; only a text can be equal word for word.
    ///   - rows: the rows that take part, in order.
    init(items: [Int32], _ columns: [Column], rows: [Int]) {
        self.items = rows.map { items[$0] }
        var contents = [Int32](repeating: -1, count: rows.count)
        for column in columns {
            guard case .tokens(let tokens) = column.values else { continue }
            let length = column.sampleShape[0]
            var numbers: [[Int32]: Int32] = [:]
            for (position, row) in rows.enumerated() {
                let text = Array(tokens[row * length..<(row + 1) * length])
                // An empty text says nothing, and so not the same.
                guard text.contains(where: { $0 != 0 }) else { continue }
                let number = numbers[text] ?? Int32(numbers.count)
                numbers[text] = number
                contents[position] = number
            }
        }
        self.contents = contents
    }

    func same(_ a: Int, _ b: Int) -> Bool {
        items[a] == items[b] || contents[a] >= 0 && contents[a] == contents[b]
    }
}

/// The gallery of a whole split, which evaluation puts in place of the batch's own.
public final class Gallery {
    /// By tower, rows of unit length `[rows, width]`.
    private let towers: [[Float]]
    private let width: Int
    /// How many items it has.
    public let rows: Int
    let sameness: Sameness
    /// Place of the batch's first row among the gallery's.
    package var start = 0

    init(_ towers: [[Float]], rows: Int, sameness: Sameness) {
        self.towers = towers
        self.rows = rows
        width = rows == 0 ? 0 : (towers.first?.count ?? 0) / rows
        self.sameness = sameness
    }

    func node(_ tower: Int, on tape: Tape) -> Node { tape.constant(towers[tower], Shape(rows, width)) }

    /// 1 where an item is not the row's own, but the same.
    func hidden(from batch: Batch, on tape: Tape) -> Node {
        var hidden = [Float](repeating: 0, count: batch.count * rows)
        for row in 0..<batch.count {
            for item in 0..<rows where item != start + row && sameness.same(start + row, item) {
                hidden[row * rows + item] = 1
            }
        }
        return tape.constant(hidden, Shape(batch.count, rows))
    }
}
