// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// One class per sample: softmax cross-entropy, accuracy, macro-F1, mAP (each class against the rest), calibration error.
public struct Classification: LearningTask {
    public static let card = Card(
        id: "classification", title: "Classification",
        summary: "one class per sample; accuracy, macro-F1, mAP, calibration error")
    public static let measures = [
        Measure("accuracy", .higherIsBetter), Measure("macro-f1", .higherIsBetter), Measure("map", .higherIsBetter),
        Measure("calibration-error", .lowerIsBetter), Measure("loss", .lowerIsBetter),
    ]

    public struct Options: Configurable {
        @Field("share of the target spread over all classes", in: 0...0.99) public var labelSmoothing: Float = 0
        public init() {}
    }

    public static func misfit(_: Options, _ signature: DatasetSignature) -> String? {
        signature.classes > 1 ? nil : "the data set has no classes"
    }

    public let outputs: Int
    let smoothing: Float

    public init(_ options: Options, _ signature: DatasetSignature) throws {
        outputs = signature.classes
        smoothing = options.labelSmoothing
    }

    public func losses(_ logits: Node, _ targets: UnsafePointer<Int32>, _: Batch) -> Node {
        logits.crossEntropy(targets, smoothing: smoothing)
    }

    public func metrics(_ predictions: Predictions) -> [String: Double] {
        let choices = predictions.choices
        let labels = predictions.targets.map(Int.init)
        let evidence = ClassEvidence(classes: predictions.options, scores: predictions.logits, labels: labels)
        return [
            "accuracy": accuracy(choices, labels), "macro-f1": macroF1(choices, labels),
            "map": averagePrecisionOneAgainstRest(evidence), "calibration-error": CalibrationError.expected(evidence),
            "loss": predictions.meanLoss,
        ]
    }

    /// Choosing the class that train has most often.
    public func trivial(train: DatasetPart, test: DatasetPart) -> [String: Double] {
        var counts = [Int](repeating: 0, count: outputs)
        for label in train.labels { counts[Int(label)] += 1 }
        guard let most = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }), test.count > 0 else {
            return [:]
        }
        return ["accuracy": Double(test.labels.filter { $0 == Int32(most) }.count) / Double(test.count)]
    }
}
