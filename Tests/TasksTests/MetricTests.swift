// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tasks
import TestSupport
import Testing

/// What every metric of the registry keeps to.
@Suite struct `Every metric` {
    /// Evidence at random; of few values, so that there are ties.
    static func sample(_ kind: any MetricEvidence.Type, _ stream: inout RandomStream, count: Int = 23)
        -> any MetricEvidence
    {
        func scores(_ count: Int) -> [Float] { (0..<count).map { _ in Float(stream.below(17)) / 4 - 2 } }
        func words() -> [String] { (0..<1 + stream.below(6)).map { _ in ["a", "b", "c", "d"][stream.below(4)] } }
        switch kind {
        case is ClassEvidence.Type:
            return ClassEvidence(
                classes: 4, scores: scores(4 * count), labels: (0..<count).map { _ in stream.below(4) })
        case is LabelSetEvidence.Type:
            return LabelSetEvidence(
                classes: 3, scores: scores(3 * count), labels: (0..<3 * count).map { _ in stream.below(2) == 0 })
        case is RankingEvidence.Type:
            return RankingEvidence(
                similarity: scores(30 * count), items: 30,
                relevant: (0..<count).map { _ in Array(Set([stream.below(30), stream.below(30)])).sorted() })
        case is GradedEvidence.Type:
            return GradedEvidence(
                items: 5, relevance: (0..<5 * count).map { _ in Double(stream.below(4)) }, scores: scores(5 * count))
        case is NumberEvidence.Type:
            return NumberEvidence(truth: scores(count).map(Double.init), prediction: scores(count).map(Double.init))
        case is TextEvidence.Type:
            return TextEvidence(
                hypotheses: (0..<count).map { _ in words() }, references: (0..<count).map { _ in [words(), words()] })
        case is PictureEvidence.Type:
            func pixels() -> [Double] { (0..<12 * count).map { _ in Double(stream.below(9)) / 8 } }
            return PictureEvidence(height: 3, width: 4, peak: 1, truth: pixels(), prediction: pixels())
        default:
            return LikelihoodEvidence(logProbabilities: (0..<count).map { _ in -Double(stream.uniform()) })
        }
    }

    @Test(arguments: metrics.ids)
    func `stays in its range and does not see the order of samples`(id: String) throws {
        let metric = try metrics[id]
        for round in 0..<20 {
            var stream = RandomKey(seed: round).fold(id).stream()
            let evidence = Self.sample(metric.evidence, &stream)
            let value = try #require(metric.value(evidence))
            #expect(metric.range.contains(value), "\(value)")
            let order = RandomKey(seed: round).fold("order").permutation(evidence.count)
            let again = try #require(metric.value(evidence.reordered(order)))
            #expect(abs(value - again) <= 1e-12 * max(1, abs(value)))
        }
    }

    /// Perfect evidence scores at the good end, and better than evidence at random.
    @Test(arguments: metrics.ids)
    func `is best where everything is right`(id: String) throws {
        let metric = try metrics[id]
        let perfect: any MetricEvidence
        switch metric.evidence {
        case is ClassEvidence.Type:
            let labels = (0..<24).map { $0 % 4 }
            perfect = ClassEvidence(
                classes: 4, scores: labels.flatMap { label in (0..<4).map { $0 == label ? 60 : 0 } }, labels: labels)
        case is LabelSetEvidence.Type:
            let labels = (0..<24).map { $0 % 3 == $0 / 3 % 3 || $0 % 5 == 0 }
            perfect = LabelSetEvidence(classes: 3, scores: labels.map { $0 ? 2 : -2 }, labels: labels)
        case is RankingEvidence.Type:
            perfect = RankingEvidence(ranks: [[1], [1, 2], [1, 2, 3]], gallery: 9)
        case is GradedEvidence.Type:
            perfect = GradedEvidence(items: 3, relevance: [0, 1, 2, 2, 1, 0], scores: [0, 1, 2, 2, 1, 0])
        case is NumberEvidence.Type: perfect = NumberEvidence(truth: [1, 2, 4], prediction: [1, 2, 4])
        case is TextEvidence.Type:
            let texts = [["a", "b", "c", "d"], ["e", "f", "g", "h"]]
            perfect = TextEvidence(hypotheses: texts, references: texts.map { [$0] })
        case is PictureEvidence.Type:
            let pixels = (0..<24).map { Double($0) / 24 }
            perfect = PictureEvidence(height: 3, width: 4, peak: 1, truth: pixels, prediction: pixels)
        default: perfect = LikelihoodEvidence(logProbabilities: [0, 0, 0])
        }
        let best = try #require(metric.value(perfect))
        let end = metric.direction == .higherIsBetter ? metric.range.upperBound : metric.range.lowerBound
        #expect(abs(best - end) < 1e-9, "\(best)")
        var stream = RandomKey(seed: 1).stream()
        let random = try #require(metric.value(Self.sample(metric.evidence, &stream)))
        #expect(metric.direction.prefers(best, to: random))
    }

    @Test(arguments: metrics.ids)
    func `knows what it cannot judge`(id: String) throws {
        let metric = try metrics[id]
        let other: any MetricEvidence =
            metric.evidence is LikelihoodEvidence.Type
            ? NumberEvidence(truth: [], prediction: []) : LikelihoodEvidence(logProbabilities: [])
        #expect(metric.value(other) == nil)
    }

    @Test(arguments: metrics.ids)
    func `is finite without samples`(id: String) throws {
        let metric = try metrics[id]
        var stream = RandomKey(seed: 0).stream()
        let nothing = Self.sample(metric.evidence, &stream).reordered([])
        #expect(try #require(metric.value(nothing)).isFinite)
    }
}

@Suite struct `Metrics by hand` {
    @Test func `equal logits choose the first option`() {
        let predictions = Predictions(options: 3, logits: [1, 1, 0, 0, 2, 2], targets: [0, 1])
        #expect(predictions.choices == [0, 1])
    }

    @Test func `equal similarities are ordered by the items' ids`() {
        // Item 2 is relevant and ties with item 0; whose id is first decides.
        let similarity: [Float] = [0.5, 0.1, 0.5]
        func rank(_ place: [Int]) -> [[Int]] {
            RankingEvidence(similarity: similarity, items: 3, place: place, relevant: [[2]]).ranks
        }
        #expect(rank([0, 1, 2]) == [[2]])
        #expect(rank([2, 1, 0]) == [[1]])
    }

    @Test func `what is not a number ranks last`() {
        let evidence = RankingEvidence(similarity: [.nan, -9, 3], items: 3, relevant: [[0]])
        #expect(evidence.ranks == [[3]])
    }

    @Test func `several relevant items give average precision and R-precision`() {
        // Ranks 1 and 4 of two: (1/1 + 2/4) / 2, and one of the first two.
        let evidence = RankingEvidence(ranks: [[1, 4]], gallery: 10)
        #expect(meanAveragePrecision(evidence) == 0.75)
        #expect(rPrecision(evidence) == 0.5)
        #expect(meanReciprocalRank(evidence) == 1)
    }

    @Test func `calibration error over bins of equal mass`() {
        // Two bins of two: confidences .5 .5 | .75 .75, one right in each of the first, both in the second.
        let log3 = Float(log(3.0))
        let evidence = ClassEvidence(classes: 2, scores: [0, 0, 0, 0, log3, 0, 0, log3], labels: [0, 1, 0, 1])
        let found = CalibrationError.expected(evidence, .equalMass(2))
        #expect(abs(found - 0.5 * 0 - 0.5 * 0.25) < 1e-7)
    }

    @Test func `the longest common subsequence keeps the order`() {
        // "police kill the gunman" against "police killed the gunman": 3 of 4 words each.
        func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
        let evidence = TextEvidence(
            hypotheses: [words("police kill the gunman"), words("the gunman kill police")],
            references: [[words("police killed the gunman")], [words("police killed the gunman")]])
        #expect(abs(rougeL(evidence) - (0.75 + 0.5) / 2) < 1e-12)
    }

    @Test func `likelihoods are averaged over tokens`() {
        let evidence = LikelihoodEvidence(logProbabilities: [0.5, 0.25, 0.25, 1].map { log($0) })
        #expect(abs(perplexity(evidence) - exp(5 * log(2.0) / 4)) < 1e-12)
    }
}
