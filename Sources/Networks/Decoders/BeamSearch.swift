// SPDX-License-Identifier: Apache-2.0

import TensorCore

extension SequenceDecoder {
    /// The likeliest texts that a search of `beams` candidates finds: `[rows · length]`, padded behind `end`.
    ///
    /// Every step keeps the candidates with the largest sum of log p among all that go on from those before; one that has
    /// said `end` stays as it is. At the end log p is divided by length^`lengthPenalty` (words and the end counted).
    /// Candidates of equal score keep the order of their origin and of their token, so one beam writes what `greedy` does.
    public func beam(
        _ memory: DecoderMemory, beams: Int, lengthPenalty: Double = 0, length: Int, begin first: Int32, end: Int32,
        _ context: Context
    ) -> [Int32] {
        let rows = memory.rows
        let state = begin(memory.repeated(beams), capacity: length)
        var candidates = [[Candidate]](repeating: [Candidate()], count: rows)
        for position in 0..<length where candidates.contains(where: { $0.contains { !$0.ended } }) {
            var inputs = [Int32](repeating: first, count: rows * beams)
            for row in 0..<rows {
                for (place, candidate) in candidates[row].enumerated() where position > 0 {
                    inputs[row * beams + place] = candidate.tokens.last ?? first
                }
            }
            let logits = inputs.withUnsafeBufferPointer { inputs in
                inputs.baseAddress.map { next($0, state, context) }
            }
            guard let logits else { break }
            let options = logits.shape[1]
            var origins = Array(0..<rows * beams)
            for row in 0..<rows {
                var grown: [Candidate] = []
                for (place, candidate) in candidates[row].enumerated() {
                    if candidate.ended {
                        var same = candidate
                        same.origin = place
                        grown.append(same)
                        continue
                    }
                    let scores = logProbabilities(logits.pointer + (row * beams + place) * options, options)
                    // More than `beams` of one origin can never be kept.
                    let best = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(beams)
                    grown += best.map { candidate.grown(by: Int32($0), scores[$0], from: place, end: end) }
                }
                let kept = grown.enumerated().sorted {
                    (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset)
                }.prefix(beams).map(\.element)
                for (place, candidate) in kept.enumerated() {
                    origins[row * beams + place] = row * beams + candidate.origin
                }
                candidates[row] = kept
            }
            state.reorder(origins)
        }
        var words = [Int32](repeating: 0, count: rows * length)
        for (row, list) in candidates.enumerated() {
            var best: (score: Double, tokens: [Int32])?
            for candidate in list {
                var divisor = 1.0
                if lengthPenalty > 0 {
                    divisor = Elementary.exp(lengthPenalty * Elementary.log(Double(max(1, candidate.tokens.count))))
                }
                let score = candidate.score / divisor
                if best.map({ score > $0.score }) ?? true { best = (score, candidate.tokens) }
            }
            for (place, token) in (best?.tokens ?? []).prefix(length).enumerated() {
                words[row * length + place] = token
            }
        }
        return words
    }

    private func logProbabilities(_ logits: UnsafePointer<Float>, _ options: Int) -> [Double] {
        let values = (0..<options).map { Double(logits[$0]) }
        let top = values.max() ?? 0
        let total = Elementary.log(values.reduce(0) { $0 + Elementary.exp($1 - top) })
        return values.map { $0 - top - total }
    }
}

/// A text on its way.
private struct Candidate {
    var tokens: [Int32] = []
    /// Sum of log p.
    var score = 0.0
    var ended = false
    /// Its place among the candidates before.
    var origin = 0

    func grown(by token: Int32, _ logProbability: Double, from origin: Int, end: Int32) -> Candidate {
        Candidate(tokens: tokens + [token], score: score + logProbability, ended: token == end, origin: origin)
    }
}

extension DecoderMemory {
    /// Each row several times in a row.
    func repeated(_ times: Int) -> DecoderMemory {
        DecoderMemory(nodes: nodes.map { $0?.repeatedRows(times) }, rows: rows * times)
    }
}

extension DecoderState {
    /// Row i goes on as row `rows[i]` was.
    func reorder(_ rows: [Int]) {
        if let hidden {
            let width = hidden.count / rows.count
            let moved = Buffer(count: hidden.count)
            for (row, origin) in rows.enumerated() {
                (moved.pointer + row * width).update(from: hidden.pointer + origin * width, count: width)
            }
            self.hidden = moved
        }
        for cache in caches { cache.reorder(rows) }
    }
}

extension Node {
    /// Each row several times in a row, without gradient; the mask goes along.
    fileprivate func repeatedRows(_ times: Int) -> Node {
        func repeated(_ values: [Float], _ rows: Int) -> [Float] {
            let size = values.count / max(1, rows)
            return (0..<rows * times).flatMap { values[$0 / times * size..<($0 / times + 1) * size] }
        }
        let extents = (0..<shape.rank).map { shape[$0] }
        let node = tape.constant(repeated(values, extents[0]), Shape([extents[0] * times] + extents.dropFirst()))
        guard let mask else { return node }
        return node.masked(
            by: tape.constant(
                repeated(mask.values, extents[0]), Shape(extents[0] * times, mask.shape.count / extents[0])))
    }
}
