// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Scores of methods on problems, repeated over seeds; a score may be missing.
public struct ScoreTable: Equatable, Sendable {
    /// Labels of the first index.
    public let methods: [String]
    /// Labels of the second index.
    public let problems: [String]
    /// Labels of the third index.
    public let seeds: [Int]
    /// `[method][problem][seed]`
    private let scores: [[[Double?]]]

    /// - Parameters:
    ///   - methods: labels of the first axis.
    ///   - problems: labels of the second.
    ///   - seeds: labels of the third.
    ///   - scores: `[method][problem][seed]`, in the order of the labels; values that are not finite are missing.
    public init(methods: [String], problems: [String], seeds: [Int], scores: [[[Double?]]]) {
        precondition(
            scores.count == methods.count
                && scores.allSatisfy {
                    $0.count == problems.count && $0.allSatisfy { row in row.count == seeds.count }
                }, "scores must be \(methods.count) × \(problems.count) × \(seeds.count)")
        self.methods = methods
        self.problems = problems
        self.seeds = seeds
        self.scores = scores.map { $0.map { $0.map { $0.flatMap { $0.isFinite ? $0 : nil } } } }
    }

    /// A score by its three indices; nil if it is missing.
    public subscript(method: Int, problem: Int, seed: Int) -> Double? { scores[method][problem][seed] }

    /// One method on one problem, over the seeds that are there.
    public func scores(method: Int, problem: Int) -> Series<Seeds> {
        let row = scores[method][problem]
        let present = row.indices.filter { row[$0] != nil }
        return Series(present.map { seeds[$0] }, present.compactMap { row[$0] })
    }

    /// One method on all problems that it has scores of.
    public func scores(method: Int) -> Strata<Problems, Seeds> {
        let rows = problems.indices.map { scores(method: method, problem: $0) }
        let present = problems.indices.filter { !rows[$0].values.isEmpty }
        return Strata(present.map { problems[$0] }, present.map { rows[$0] })
    }

    /// Method minus reference for the seeds that both have.
    public func differences(method: Int, reference: Int, problem: Int) -> Series<Seeds> {
        let pairs = seeds.indices.compactMap { seed -> (Int, Double)? in
            guard let value = self[method, problem, seed], let base = self[reference, problem, seed] else { return nil }
            return (seeds[seed], value - base)
        }
        return Series(pairs.map(\.0), pairs.map(\.1))
    }

    /// Mean over seeds; nil where there is none.
    public func mean(method: Int, problem: Int) -> Double? {
        let values = scores(method: method, problem: problem).values
        return values.isEmpty ? nil : Descriptive.mean(values)
    }

    /// The same table without one method.
    public func removing(method: Int) -> ScoreTable {
        let kept = methods.indices.filter { $0 != method }
        return ScoreTable(
            methods: kept.map { methods[$0] }, problems: problems, seeds: seeds, scores: kept.map { scores[$0] })
    }

    /// SHA-256 over labels and the bits of every score: what the resampling of this table is seeded with.
    public var digest: String {
        var hash = SHA256()
        for label in methods + problems { hash.update("\(label.utf8.count):\(label)") }
        hash.update(seeds.map { "\($0)," }.joined())
        for value in scores.joined().joined() { hash.update(value.map { "\($0.bitPattern)," } ?? "-,") }
        return hash.hex()
    }

    /// The root of all resampling of this table; the same records give the same key, one changed record another.
    public var resamplingKey: RandomKey { RandomKey(digest: digest) }
}

extension RandomKey {
    /// A key from a hexadecimal digest.
    public init(digest: String) {
        let words = [digest.prefix(8), digest.dropFirst(8).prefix(8)].map { UInt32($0, radix: 16) ?? 0 }
        self = RandomKey(words[0], words[1]).fold("statistics")
    }
}
