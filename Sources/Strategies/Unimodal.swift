// SPDX-License-Identifier: Apache-2.0

import Training

/// Trains one modality alone, with a head of its own: the reference performance, and the base of rankings.
public struct Unimodal: TrainingStrategy {
    public static let card = Card(
        id: "unimodal", title: "Unimodal", summary: "one modality alone, with its own head")

    public struct Options: Configurable {
        @Field("the modality; in a suite, leave it out to run each modality") public var modality: String = ""
        @Field("share of the training rows that is used", in: 0.01...1) public var trainShare: Double = 1
        public init() {}
    }

    public let heldOutShare: Double

    public init(_ options: Options, _: Setting) { heldOutShare = 1 - options.trainShare }

    public static func misfit(_ options: Options, _ problem: Problem) -> String? {
        if problem.rows == .pairs { return "a tower alone has nothing to be compared with in a dual encoder" }
        let names = problem.modalities.map(\.name)
        return names.contains(options.modality)
            ? nil : TrainingError.unknownModality(options.modality, known: names).description
    }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities.filter { $0.name == options.modality }, fused: false, auxiliaryHeads: true)
    }
}
