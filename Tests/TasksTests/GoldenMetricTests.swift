// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tasks
import TestSupport
import Testing

/// Every number of the reference file: a block or a key that nobody computes fails.
@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `Metrics of the reference file` {
    /// The tolerance that the reference file names.
    static let tolerance = 1e-12
    /// Keys that are inputs, and words for people.
    static let inputs: Set<String> = [
        "scores", "labels", "predictions", "note", "similarity", "relevance", "truth", "prediction", "cases", "name",
        "hypotheses", "references",
    ]

    typealias Block = [String: Any]

    func tensor(_ block: Block, _ key: String) throws -> GoldenTensor { try #require(GoldenTensor(block[key])) }

    @Test func `are computed, all of them`() throws {
        let golden = try Repository.golden("metrics")
        for name in golden.keys.sorted() where name != "meta" {
            let block = try #require(golden[name] as? Block)
            switch name {
            case "bleu":
                for item in try #require(block["cases"] as? [Block]) {
                    try compare(item, with: try bleu(item), in: "\(name), \(item["name"] ?? "?")")
                }
            case "classification": try compare(block, with: try classification(block), in: name)
            case "f1_absent_class": try compare(block, with: try absent(block), in: name)
            case "multilabel": try compare(block, with: try labelSets(block), in: name)
            case "ndcg": try compare(block, with: try gains(block), in: name)
            case "ndcg_exponential_gain":
                let rows = try #require(golden["ndcg"] as? Block)
                let found = DiscountedGain.normalized(try graded(rows), k: 5, .exponential)
                try compare(block, with: ["ndcg_at_5": [found]], in: name)
            case "regression": try compare(block, with: try numbers(block), in: name)
            case "retrieval": try compare(block, with: try ranking(block), in: name)
            default: Issue.record("nobody computes the block '\(name)'")
            }
        }
    }

    /// Every key that is no input must have been computed, and agree.
    func compare(_ block: Block, with found: [String: [Double]], in name: String) throws {
        for key in block.keys.sorted() where !Self.inputs.contains(key) {
            guard let ours = found[key] else {
                Issue.record("nobody computes '\(key)' of '\(name)'")
                continue
            }
            let theirs: [Double]
            if let number = block[key] as? Double {
                theirs = [number]
            } else if let list = block[key] as? [Double] {
                theirs = list
            } else {
                theirs = try #require(GoldenTensor(block[key])).data
            }
            #expect(ours.count == theirs.count, "\(name), \(key)")
            for (a, b) in zip(ours, theirs) {
                #expect(abs(a - b) <= Self.tolerance * max(1, abs(b)), "\(name), \(key): \(a), expected \(b)")
            }
        }
    }

    func classification(_ block: Block) throws -> [String: [Double]] {
        let scores = try tensor(block, "scores")
        let labels = try tensor(block, "labels").data.map { Int($0) }
        let evidence = ClassEvidence(classes: scores.shape[1], scores: scores.floats, labels: labels)
        let choices = evidence.choices
        #expect(choices == (try tensor(block, "predictions").data.map { Int($0) }))
        let matrix = ConfusionMatrix(choices, labels)
        let classes = 0..<scores.shape[1]
        let precisions = classes.map { label in
            averagePrecision(labels.map { $0 == label }, evidence.column(label)) ?? .nan
        }
        return [
            "accuracy": [accuracy(choices, labels)], "top2_accuracy": [topAccuracy(evidence, k: 2)],
            "balanced_accuracy": [balancedAccuracy(choices, labels)], "macro_f1": [macroF1(choices, labels)],
            // One class each: micro-F1 is accuracy.
            "micro_f1": [accuracy(choices, labels)], "weighted_f1": [weightedF1(choices, labels)],
            "macro_precision": [macroPrecision(choices, labels)], "macro_recall": [macroRecall(choices, labels)],
            "per_class_f1": classes.map { matrix.f1($0) }, "confusion": matrix.counts.map { Double($0) },
            "matthews": [matthewsCorrelation(choices, labels)], "cohen_kappa": [cohenKappa(choices, labels)],
            "macro_average_precision_one_vs_rest": [averagePrecisionOneAgainstRest(evidence)],
            "per_class_average_precision": precisions,
            "macro_roc_auc_one_vs_rest": [rocAreaOneAgainstRest(evidence)], "log_loss": [logLoss(evidence)],
            "ece_10_bins": [CalibrationError.expected(evidence, .equalWidth(10))],
            "mce_10_bins": [CalibrationError.largest(evidence, .equalWidth(10))],
            "brier_multiclass": [brierScore(evidence)],
        ]
    }

    func absent(_ block: Block) throws -> [String: [Double]] {
        let choices = try #require(block["predictions"] as? [Int])
        let labels = try #require(block["labels"] as? [Int])
        let matrix = ConfusionMatrix(choices, labels)
        return ["macro_f1": [macroF1(choices, labels)], "per_class_f1": (0..<matrix.classes).map { matrix.f1($0) }]
    }

    func labelSets(_ block: Block) throws -> [String: [Double]] {
        let scores = try tensor(block, "scores")
        let labels = try tensor(block, "labels").data.map { $0 == 1 }
        let evidence = LabelSetEvidence(classes: scores.shape[1], scores: scores.floats, labels: labels)
        let perClass = (0..<evidence.classes).map { label in
            let places = stride(from: label, to: labels.count, by: evidence.classes)
            return averagePrecision(places.map { labels[$0] }, places.map { scores.data[$0] }) ?? .nan
        }
        return [
            "mean_average_precision_macro": [LabelSetScores.meanAveragePrecision(evidence)],
            "mean_average_precision_micro": [LabelSetScores.microAveragePrecision(evidence)],
            "per_class": perClass, "macro_f1_at_0": [LabelSetScores.macroF1(evidence)],
            "micro_f1_at_0": [LabelSetScores.microF1(evidence)],
        ]
    }

    func ranking(_ block: Block) throws -> [String: [Double]] {
        let similarity = try tensor(block, "similarity")
        let evidence = RankingEvidence(
            similarity: similarity.floats, items: similarity.shape[1], relevant: (0..<similarity.shape[0]).map { [$0] })
        return [
            "ranks": evidence.ranks.map { Double($0[0]) }, "recall_at_1": [recall(at: 1, evidence)],
            "recall_at_3": [recall(at: 3, evidence)], "recall_at_5": [recall(at: 5, evidence)],
            "recall_at_10": [recall(at: 10, evidence)], "mrr": [meanReciprocalRank(evidence)],
            "median_rank": [medianRank(evidence)], "mean_rank": [meanRank(evidence)],
        ]
    }

    func graded(_ block: Block) throws -> GradedEvidence {
        let relevance = try tensor(block, "relevance")
        return GradedEvidence(
            items: relevance.shape[1], relevance: relevance.data, scores: try tensor(block, "scores").floats)
    }

    func gains(_ block: Block) throws -> [String: [Double]] {
        let evidence = try graded(block)
        return [
            "ndcg": [DiscountedGain.normalized(evidence)], "ndcg_at_1": [DiscountedGain.normalized(evidence, k: 1)],
            "ndcg_at_3": [DiscountedGain.normalized(evidence, k: 3)],
            "ndcg_at_5": [DiscountedGain.normalized(evidence, k: 5)],
            "dcg_at_5": [DiscountedGain.mean(evidence, k: 5)],
        ]
    }

    func numbers(_ block: Block) throws -> [String: [Double]] {
        let evidence = NumberEvidence(
            truth: try tensor(block, "truth").data, prediction: try tensor(block, "prediction").data)
        return [
            "mae": [NumberErrors.meanAbsolute(evidence)], "mse": [NumberErrors.meanSquared(evidence)],
            "r2": [NumberErrors.explainedShare(evidence)], "pearson": [Correlation.linear(evidence)],
            "spearman": [Correlation.ranks(evidence)], "kendall_tau_b": [Correlation.pairs(evidence)],
            "ccc": [Correlation.concordance(evidence)],
        ]
    }

    func bleu(_ item: Block) throws -> [String: [Double]] {
        func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
        let hypotheses = try #require(item["hypotheses"] as? [String])
        let references = try #require(item["references"] as? [[String]])
        let bleu = BLEU(TextEvidence(hypotheses: hypotheses.map(words), references: references.map { $0.map(words) }))
        return [
            "matches": bleu.matches.map { Double($0) }, "totals": bleu.totals.map { Double($0) },
            "brevity_penalty": [bleu.brevityPenalty], "hypothesis_length": [Double(bleu.hypothesisLength)],
            "reference_length": [Double(bleu.referenceLength)], "bleu4": [bleu.score(.none)],
            "bleu4_exp_smoothing": [bleu.score()],
        ]
    }
}
