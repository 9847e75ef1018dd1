// SPDX-License-Identifier: Apache-2.0

import Networks

private let share: ClosedRange<Double> = 0...1
private let signed: ClosedRange<Double> = -1...1

/// All metrics, one line each.
public let metrics = Registry<MetricEntry>(
    "metric",
    [
        MetricEntry("accuracy", "Accuracy", .higherIsBetter, in: share, "share of right choices") {
            (e: ClassEvidence) in accuracy(e.choices, e.labels)
        },
        MetricEntry("balanced-accuracy", "Balanced accuracy", .higherIsBetter, in: share, "mean recall of the classes")
        { (e: ClassEvidence) in balancedAccuracy(e.choices, e.labels) },
        MetricEntry("bleu", "BLEU", .higherIsBetter, in: share, "corpus BLEU-4, exponential smoothing") {
            (e: TextEvidence) in BLEU(e).score()
        },
        MetricEntry("brier", "Brier score", .lowerIsBetter, in: 0...2, "squared distance of the probabilities") {
            brierScore($0)
        },
        MetricEntry(
            "calibration-error", "Calibration error", .lowerIsBetter, in: share, "ECE over 15 bins of equal mass"
        ) { CalibrationError.expected($0) },
        MetricEntry(
            "cider-d", "CIDEr-D", .higherIsBetter, in: 0...10, "rare n-grams shared with the references, by length"
        ) { Cider.mean($0) },
        MetricEntry("concordance", "Concordance", .higherIsBetter, in: signed, "Lin's concordance correlation") {
            Correlation.concordance($0)
        },
        MetricEntry("exact-match", "Exact match", .higherIsBetter, in: share, "share of texts that equal a reference") {
            exactMatch($0)
        },
        MetricEntry(
            "explained-share", "Explained share", .higherIsBetter, in: -Double.greatestFiniteMagnitude...1, "R²"
        ) { NumberErrors.explainedShare($0) },
        MetricEntry("kappa", "Cohen's kappa", .higherIsBetter, in: signed, "agreement beyond chance") {
            (e: ClassEvidence) in cohenKappa(e.choices, e.labels)
        },
        MetricEntry("kendall", "Kendall's τ_b", .higherIsBetter, in: signed, "correlation of the orders of pairs") {
            Correlation.pairs($0)
        },
        MetricEntry("label-set-f1", "Macro-F1 of label sets", .higherIsBetter, in: share, "scores above 0 mean yes") {
            (e: LabelSetEvidence) in LabelSetScores.macroF1(e)
        },
        MetricEntry(
            "label-set-map", "mAP of label sets", .higherIsBetter, in: share, "mean of the classes' average precisions"
        ) { LabelSetScores.meanAveragePrecision($0) },
        MetricEntry(
            "log-loss", "Log loss", .lowerIsBetter, in: 0...Double.greatestFiniteMagnitude, "mean of −log p(label)"
        ) { logLoss($0) },
        MetricEntry("macro-f1", "Macro-F1", .higherIsBetter, in: share, "mean of the classes' F1") {
            (e: ClassEvidence) in macroF1(e.choices, e.labels)
        },
        MetricEntry("map", "mAP", .higherIsBetter, in: share, "mean average precision over the whole gallery") {
            (e: RankingEvidence) in meanAveragePrecision(e)
        },
        MetricEntry(
            "matthews", "Matthews correlation", .higherIsBetter, in: signed, "correlation of labels and choices"
        ) { (e: ClassEvidence) in matthewsCorrelation(e.choices, e.labels) },
        MetricEntry(
            "mean-absolute-error", "Mean absolute error", .lowerIsBetter, in: 0...Double.greatestFiniteMagnitude,
            "of numbers"
        ) { NumberErrors.meanAbsolute($0) },
        MetricEntry(
            "mean-rank", "Mean rank", .lowerIsBetter, in: 1...Double.greatestFiniteMagnitude,
            "of the best relevant item"
        ) { meanRank($0) },
        MetricEntry(
            "mean-squared-error", "Mean squared error", .lowerIsBetter, in: 0...Double.greatestFiniteMagnitude,
            "of numbers"
        ) { NumberErrors.meanSquared($0) },
        MetricEntry(
            "median-rank", "Median rank", .lowerIsBetter, in: 1...Double.greatestFiniteMagnitude,
            "of the best relevant item"
        ) { medianRank($0) },
        MetricEntry("mrr", "MRR", .higherIsBetter, in: share, "mean of 1 / rank of the best relevant item") {
            meanReciprocalRank($0)
        },
        MetricEntry("ndcg", "nDCG", .higherIsBetter, in: share, "discounted gain by the best possible, linear") {
            DiscountedGain.normalized($0)
        },
        MetricEntry(
            "nll", "NLL per token", .lowerIsBetter, in: 0...Double.greatestFiniteMagnitude,
            "mean of −log p over all tokens"
        ) { negativeLogLikelihood($0) },
        MetricEntry("pearson", "Pearson's r", .higherIsBetter, in: signed, "linear correlation") {
            Correlation.linear($0)
        },
        MetricEntry(
            "perplexity", "Perplexity", .lowerIsBetter, in: 1...Double.greatestFiniteMagnitude,
            "exp of the NLL per token"
        ) { perplexity($0) },
        MetricEntry(
            "psnr", "PSNR", .higherIsBetter, in: -Double.greatestFiniteMagnitude...100, "peak to noise in decibels"
        ) { PictureErrors.signalToNoise($0) },
        MetricEntry("r-precision", "R-precision", .higherIsBetter, in: share, "share of relevant among the first R") {
            rPrecision($0)
        },
        MetricEntry("ranking-ndcg", "nDCG of a ranking", .higherIsBetter, in: share, "relevant or not, whole gallery") {
            DiscountedGain.normalized($0)
        },
        MetricEntry("recall@1", "R@1", .higherIsBetter, in: share, "queries with a relevant item first") {
            recall(at: 1, $0)
        },
        MetricEntry("recall@10", "R@10", .higherIsBetter, in: share, "queries with a relevant item in the first 10") {
            recall(at: 10, $0)
        },
        MetricEntry("recall@5", "R@5", .higherIsBetter, in: share, "queries with a relevant item in the first 5") {
            recall(at: 5, $0)
        },
        MetricEntry(
            "roc-area", "ROC area", .higherIsBetter, in: share, "area under the curve, one class against the rest"
        ) { rocAreaOneAgainstRest($0) },
        MetricEntry("rouge-l", "ROUGE-L", .higherIsBetter, in: share, "F1 of the longest common subsequence") {
            rougeL($0)
        },
        MetricEntry("spearman", "Spearman's ρ", .higherIsBetter, in: signed, "correlation of ranks") {
            Correlation.ranks($0)
        },
        MetricEntry("ssim", "SSIM", .higherIsBetter, in: signed, "structural similarity of pictures") {
            PictureErrors.structuralSimilarity($0)
        },
        MetricEntry("weighted-f1", "Weighted F1", .higherIsBetter, in: share, "F1 weighted by the classes' samples") {
            (e: ClassEvidence) in weightedF1(e.choices, e.labels)
        },
    ])
