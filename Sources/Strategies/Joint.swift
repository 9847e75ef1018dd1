// SPDX-License-Identifier: Apache-2.0

import Training

/// Minimizes the fused loss and nothing else: every comparison's baseline.
public struct Joint: TrainingStrategy {
    public static let card = Card(
        id: "joint", title: "Joint", summary: "minimizes the fused loss only; the baseline of every comparison")

    public init(_: NoOptions, _: Setting) {}
}
