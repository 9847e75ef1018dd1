// SPDX-License-Identifier: Apache-2.0

import Training

/// All strategies, one line each.
public let strategies = Registry<StrategyEntry>(
    "strategy",
    [
        StrategyEntry(Joint.self),
        StrategyEntry(LateFusion.self),
        StrategyEntry(OGM.self),
        StrategyEntry(OGMGE.self),
        StrategyEntry(PDMP.self),
        StrategyEntry(Unimodal.self),
    ])

/// The reason of strategies that combine modalities by decisions: two towers that are compared have none each.
func needsFusion(_ problem: Problem) -> String? {
    problem.rows == .pairs ? "a dual encoder has no prediction of one modality alone to combine" : nil
}

/// The reason of strategies that compare modalities.
func needsTwoModalities(_ problem: Problem) -> String? {
    problem.modalities.count < 2 ? "it compares modalities, and there is only one" : nil
}
