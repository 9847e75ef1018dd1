// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// Any number of labels per sample: each class is a question of its own, "does it hold?".
///
/// The loss is the mean over samples and classes of the two-way cross-entropy, which is the binary cross-entropy of
/// z_yes − z_no.
public struct MultiLabel: AnswerTask {
    public static let card = Card(
        id: "multi-label", title: "Multi-label classification",
        summary: "any number of labels per sample; mAP, macro-F1, micro-F1")
    public static let measures = [
        Measure("map", .higherIsBetter), Measure("macro-f1", .higherIsBetter), Measure("micro-f1", .higherIsBetter),
        Measure("exact-match", .higherIsBetter), Measure("loss", .lowerIsBetter),
    ]

    public static func misfit(_: NoOptions, _ signature: DatasetSignature) -> String? {
        signature.hasLabelSets
            ? nil : "the data set has one label a row (a table may part several: 'labelSeparator' of its dataset.yaml)"
    }

    public let questions: Int
    public let answers = 2

    public init(_: NoOptions, _ signature: DatasetSignature) { questions = signature.classes }

    public func truth(_ part: DatasetPart, _ row: Int) -> [Int32] {
        var truth = [Int32](repeating: 0, count: questions)
        for label in part.labelSets[row] { truth[Int(label)] = 1 }
        return truth
    }

    public func metrics(_ predictions: Predictions) -> [String: Double] {
        let yes = (0..<predictions.rows).map { predictions.logits[2 * $0 + 1] - predictions.logits[2 * $0] }
        let labels = predictions.targets.map { $0 == 1 }
        let evidence = LabelSetEvidence(classes: questions, scores: yes, labels: labels)
        let rows = predictions.rows / questions
        let whole = (0..<rows).filter { row in
            (row * questions..<(row + 1) * questions).allSatisfy { (yes[$0] > 0) == labels[$0] }
        }.count
        return [
            "map": LabelSetScores.meanAveragePrecision(evidence), "macro-f1": LabelSetScores.macroF1(evidence),
            "micro-f1": LabelSetScores.microF1(evidence), "exact-match": Double(whole) / Double(max(1, rows)),
            "loss": predictions.meanLoss,
        ]
    }

    /// mAP of scores that tell nothing: the mean share of samples that a class holds for.
    public func trivial(train _: DatasetPart, test: DatasetPart) -> [String: Double] {
        guard test.count > 0 else { return [:] }
        let held = (0..<questions).map { label in test.labelSets.filter { $0.contains(Int32(label)) }.count }
        return ["map": mean(held.filter { $0 > 0 }.map { Double($0) / Double(test.count) })]
    }
}
