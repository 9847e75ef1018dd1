// SPDX-License-Identifier: Apache-2.0

import Networks

/// Mean of −log p over all tokens together, not over texts; at least 0.
public func negativeLogLikelihood(_ evidence: LikelihoodEvidence) -> Double {
    mean(evidence.logProbabilities.map { -$0 })
}

/// exp of the negative log likelihood per token, at least 1: how many tokens it wavers between.
public func perplexity(_ evidence: LikelihoodEvidence) -> Double {
    Elementary.exp(negativeLogLikelihood(evidence))
}
