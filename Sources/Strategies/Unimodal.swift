// SPDX-License-Identifier: Apache-2.0

import Training

/// Trains one modality alone, with a head of its own: the reference performance, and the base of rankings.
public struct Unimodal: TrainingStrategy {
    public static let card = Card(
        id: "unimodal", title: "Unimodal", summary: "one modality alone, with its own head")

    public struct Options: Configurable {
        @Field("the modality; in a suite, leave it out to run each modality") public var modality: String = ""
        public init() {}
    }

    public init(_: Options, _: Setting) {}

    public static func misfit(_ options: Options, modalities: [Modality], task: String, fusion: String) -> String? {
        let names = modalities.map(\.name)
        return names.contains(options.modality)
            ? nil : TrainingError.unknownModality(options.modality, known: names).description
    }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities.filter { $0.name == options.modality }, fused: false, auxiliaryHeads: true)
    }
}
