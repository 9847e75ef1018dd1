// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// A picture, the next frame or a piece of a spectrogram is told number by number.
///
/// Each number is a decision row over levels of equal width between `low` and `high`, so that strategies that compare
/// confidences act on it as on classes; what is predicted is the mean of the levels' middles under their probabilities,
/// and that is what MSE, PSNR and SSIM are measured on, against the numbers as they are.
public struct Prediction: AnswerTask {
    public static let card = Card(
        id: "prediction", title: "Prediction",
        summary: "a picture, frame or spectrogram is told number by number; MSE, PSNR, SSIM",
        reference: "van den Oord et al., ICML 2016; Wang et al., IEEE TIP 2004")
    public static let measures =
        [Measure("mse", .lowerIsBetter)] + ["psnr", "ssim"].compactMap { (try? Tasks.metrics[$0])?.measure } + [
            Measure("nll", .lowerIsBetter), Measure("loss", .lowerIsBetter),
        ]

    public struct Options: Configurable {
        @Field("modality that is told; '' takes the data set's own frame") public var target: String = ""
        @Field("levels of each number", in: 2...256) public var levels: Int = 8
        @Field("least and greatest number; empty is 0 and 1 for pictures, −3 and 3 for sound") public var range:
            [Double] =
                []
        public init() {}

        public func problems() -> [String] {
            range.isEmpty || range.count == 2 && range[0] < range[1] && range.allSatisfy(\.isFinite)
                ? [] : ["'range' must be two numbers, the lesser first"]
        }
    }

    public static func target(_ options: Options) -> (role: TargetRole, modality: String)? { (.frame, options.target) }

    public static func misfit(_: Options, _ signature: DatasetSignature) -> String? {
        guard let frame = signature.targets[.frame] else {
            return "the data set has no frame: name one of its modalities with the task's option 'target'"
        }
        if frame.kind == .text { return "what is told must be numbers, not a text" }
        let size = frame.sampleShape.reduce(1, *)
        return size <= 65_536 ? nil : "\(size) numbers a sample are too many to tell one by one (65,536 at most)"
    }

    public let questions: Int
    public let answers: Int
    private let low: Double
    private let high: Double
    private let shape: [Int]
    private let kind: ColumnKind

    public init(_ options: Options, _ signature: DatasetSignature) {
        let frame = signature.targets[.frame]
        shape = frame?.sampleShape ?? [1]
        kind = frame?.kind ?? .features
        questions = shape.reduce(1, *)
        answers = options.levels
        let isPicture = kind == .image || kind == .video
        low = options.range.first ?? (isPicture ? 0 : -3)
        high = options.range.last ?? (isPicture ? 1 : 3)
    }

    private func numbers(_ part: DatasetPart, _ row: Int) -> ArraySlice<Float> {
        guard case .dense(let values)? = part.targets[.frame]?.column.values else { return [] }
        return values[row * questions..<(row + 1) * questions]
    }

    public func truth(_ part: DatasetPart, _ row: Int) -> [Int32] {
        numbers(part, row).map { value in
            let place = (Double(value) - low) / (high - low) * Double(answers)
            return Int32(min(max(place.rounded(.down), 0), Double(answers - 1)))
        }
    }

    /// The middle of a level.
    private func level(_ index: Int) -> Double { low + (Double(index) + 0.5) / Double(answers) * (high - low) }

    public func metrics(_ predictions: Predictions) -> [String: Double] {
        var values = ["loss": predictions.meanLoss, "nll": predictions.meanLoss]
        guard let part = predictions.part else { return values }
        var predicted: [Double] = []
        predicted.reserveCapacity(predictions.rows)
        for row in 0..<predictions.rows {
            let logits = predictions.logits[row * answers..<(row + 1) * answers].map { Double($0) }
            let top = logits.max() ?? 0
            let powers = logits.map { Elementary.exp($0 - top) }
            let total = powers.reduce(0, +)
            predicted.append(powers.enumerated().reduce(0) { $0 + $1.element * level($1.offset) } / total)
        }
        let evidence = evidence(predictions.indices.flatMap { numbers(part, $0).map { Double($0) } }, predicted)
        values["mse"] = PictureErrors.meanSquared(evidence)
        for name in ["psnr", "ssim"] { values[name] = (try? Tasks.metrics[name])?.value(evidence) }
        return values
    }

    /// Planes of one frame and channel each; a row of features is a picture one number high.
    private func evidence(_ truth: [Double], _ predicted: [Double]) -> PictureEvidence {
        let channels = kind == .features ? 1 : shape.last ?? 1
        let sides: (height: Int, width: Int) =
            switch kind {
            case .features, .text: (1, questions)
            case .image, .spectrogram: (shape[0], shape[1])
            case .video: (shape[1], shape[2])
            }
        let plane = sides.height * sides.width
        /// Numbers plane by plane; channels stand side by side in a picture.
        func planes(_ values: [Double]) -> [Double] {
            guard channels > 1 else { return values }
            return stride(from: 0, to: values.count, by: plane * channels).flatMap { start in
                (0..<channels).flatMap { channel in (0..<plane).map { values[start + $0 * channels + channel] } }
            }
        }
        return PictureEvidence(
            height: sides.height, width: sides.width, planes: questions / plane, peak: high - low, truth: planes(truth),
            prediction: planes(predicted))
    }

    /// The error of telling the mean of train, number by number.
    public func trivial(train: DatasetPart, test: DatasetPart) -> [String: Double] {
        guard train.count > 0, test.count > 0 else { return [:] }
        var means = [Double](repeating: 0, count: questions)
        for row in 0..<train.count {
            for (place, value) in numbers(train, row).enumerated() {
                means[place] += Double(value) / Double(train.count)
            }
        }
        var sum = 0.0
        for row in 0..<test.count {
            for (place, value) in numbers(test, row).enumerated() {
                let difference = Double(value) - means[place]
                sum += difference * difference
            }
        }
        return ["mse": sum / Double(test.count * questions)]
    }
}
