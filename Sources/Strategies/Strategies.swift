// SPDX-License-Identifier: Apache-2.0

import Training

/// All strategies, one line each.
public let strategies = Registry<StrategyEntry>(
    "strategy",
    [
        StrategyEntry(AGM.self),
        StrategyEntry(AMCo.self),
        StrategyEntry(ARL.self),
        StrategyEntry(Blind.self),
        StrategyEntry(CGGM.self),
        StrategyEntry(CML.self),
        StrategyEntry(DGL.self),
        StrategyEntry(Relearning.self),
        StrategyEntry(GradientBlending.self),
        StrategyEntry(Greedy.self),
        StrategyEntry(InfoReg.self),
        StrategyEntry(Joint.self),
        StrategyEntry(LateFusion.self),
        StrategyEntry(LFM.self),
        StrategyEntry(MBSD.self),
        StrategyEntry(MLA.self),
        StrategyEntry(MMCosine.self),
        StrategyEntry(MMPareto.self),
        StrategyEntry(OGM.self),
        StrategyEntry(OGMGE.self),
        StrategyEntry(OPM.self),
        StrategyEntry(PDMP.self),
        StrategyEntry(PMR.self),
        StrategyEntry(ReconBoost.self),
        StrategyEntry(UMT.self),
        StrategyEntry(Unimodal.self),
        StrategyEntry(Valuation.self),
    ])

/// The reason of strategies that combine modalities by decisions: two towers that are compared have none each.
func needsFusion(_ problem: Problem) -> String? {
    problem.rows == .pairs ? "a dual encoder has no prediction of one modality alone to combine" : nil
}

/// The reason of strategies that weigh losses of single modalities: in a dual encoder these are directions of one loss,
/// and weighing a direction is the same as scaling its tower's gradient.
func directional(_ problem: Problem) -> String? {
    problem.rows == .pairs
        ? "in a dual encoder a weighted directional loss is a scaled gradient of that tower, which ogm and pdmp cover"
        : nil
}

/// The reason of strategies that compare modalities.
func needsTwoModalities(_ problem: Problem) -> String? {
    problem.modalities.count < 2 ? "it compares modalities, and there is only one" : nil
}
