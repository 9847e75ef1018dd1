// SPDX-License-Identifier: Apache-2.0

/// Pictures as they are and as they were predicted.
public struct PictureEvidence: MetricEvidence {
    /// Rows of pixels.
    public let height: Int
    /// Columns of pixels.
    public let width: Int
    /// Planes of `height` × `width` numbers that belong to one sample: frames and channels.
    public let planes: Int
    /// Distance from the least to the greatest number that there may be.
    public let peak: Double
    /// `[samples, planes, height, width]`
    public let truth: [Double]
    /// What was predicted, laid out as the truth.
    public let prediction: [Double]

    public init(height: Int, width: Int, planes: Int = 1, peak: Double, truth: [Double], prediction: [Double]) {
        precondition(truth.count == prediction.count && truth.count % (height * width * planes) == 0 && peak > 0)
        self.height = height
        self.width = width
        self.planes = planes
        self.peak = peak
        self.truth = truth
        self.prediction = prediction
    }

    var size: Int { height * width * planes }
    public var count: Int { truth.count / size }

    public func reordered(_ order: [Int]) -> PictureEvidence {
        func moved(_ values: [Double]) -> [Double] { order.flatMap { values[$0 * size..<($0 + 1) * size] } }
        return PictureEvidence(
            height: height, width: width, planes: planes, peak: peak, truth: moved(truth), prediction: moved(prediction)
        )
    }
}
