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

/// The reason of strategies that compare modalities.
func needsTwoModalities(_ modalities: [Modality]) -> String? {
    modalities.count < 2 ? "it compares modalities, and there is only one" : nil
}
