// SPDX-License-Identifier: Apache-2.0

import Training

/// Trains one modality alone, with a head of its own: the reference performance, and the base of rankings.
///
/// A tower of a dual encoder has no task alone. There the modality is trained on the samples' classes, and retrieval of the
/// same class among its features (`label-retrieval`, R-precision) stands for its performance.
public struct Unimodal: TrainingStrategy {
    public static let stages: [Stage] = [.model]
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
        if problem.rows == .pairs {
            return "a tower alone has nothing to be compared with, and the samples have no classes to stand in"
        }
        let names = problem.modalities.map(\.name)
        return names.contains(options.modality)
            ? nil : TrainingError.unknownModality(options.modality, known: names).description
    }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities.filter { $0.name == options.modality }, fused: false, auxiliaryHeads: true)
    }
}

/// The run of one modality alone whose parameters another strategy begins with or learns from.
func unimodalRun(_ modality: Modality, _ problem: Problem, _ seed: Int) -> Companion {
    Companion(
        strategy: Unimodal.card.id, options: ["modality": .string(modality.name)], seed: seed, weights: true,
        task: taskAlone(problem))
}

/// The task of one modality alone where it is another than the problem's own: the towers of a dual encoder learn classes.
func taskAlone(_ problem: Problem) -> String? { problem.rows == .pairs ? Classification.card.id : nil }
