// SPDX-License-Identifier: Apache-2.0

/// What a model gave the right token, for every token that counts.
public struct LikelihoodEvidence: MetricEvidence {
    /// log p(token | what stands before it and what is shown)
    public let logProbabilities: [Double]

    public init(logProbabilities: [Double]) { self.logProbabilities = logProbabilities }

    public var count: Int { logProbabilities.count }

    public func reordered(_ order: [Int]) -> LikelihoodEvidence {
        LikelihoodEvidence(logProbabilities: order.map { logProbabilities[$0] })
    }
}
