// SPDX-License-Identifier: Apache-2.0

/// One number per sample: what is true and what was predicted.
public struct NumberEvidence: MetricEvidence {
    /// What was to be predicted.
    public let truth: [Double]
    /// What was predicted, in the same order.
    public let prediction: [Double]

    public init(truth: [Double], prediction: [Double]) {
        precondition(truth.count == prediction.count, "\(truth.count) truths, \(prediction.count) predictions")
        self.truth = truth
        self.prediction = prediction
    }

    public var count: Int { truth.count }

    public func reordered(_ order: [Int]) -> NumberEvidence {
        NumberEvidence(truth: order.map { truth[$0] }, prediction: order.map { prediction[$0] })
    }
}
