// SPDX-License-Identifier: Apache-2.0

import Training

/// Handicap: the further a modality is ahead, the smaller its encoder's gradient.
///
///     s_m ← 0.9·s_m + 0.1·S_m      S_m: mean over the batch of softmax(z_m)[label], z_m the modality's own logits
///     k_m = (min_j s_j / s_m)^p
///     g_m ← k_m · g_m
///
/// An example, from no paper: power laws are what one tries first.
public struct Handicap: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "handicap", title: "Handicap", summary: "damps each encoder by how far its modality is ahead")

    public struct Options: Configurable {
        @Field("exponent p; 0 is joint training", in: 0...10) public var power: Double = 1
        @Field("first epoch of the damping, from 0", in: 0...100_000) public var firstEpoch: Int = 0
        @Field("where the coefficient acts; under Adam only 'update' does anything lasting")
        public var mode: ScaleMode = .gradient
        public init() {}
    }

    /// What a checkpoint must keep: everything that one step leaves for the next.
    public struct State: Codable, Equatable, Sendable {
        /// Running scores by modality; empty before the first step.
        public var scores: [Double] = []
    }

    public var state = State()
    let options: Options

    public init(_ options: Options, _: Setting) { self.options = options }

    /// Why it cannot act; it must never train jointly in silence.
    public static func misfit(_: Options, _ problem: Problem) -> String? {
        problem.modalities.count < 2 ? "it compares modalities, and there is only one" : nil
    }

    /// It reads each modality's own logits: shares of a fusion that can be split, else linear probes that encoders do not feel.
    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, unimodal: .read)
    }

    public var scaleMode: ScaleMode { options.mode }

    public mutating func coefficients(_ forward: Forward, _ step: Step) -> ModalityMap<Float>? {
        guard let scores = forward.scores else { return nil }
        state.scores =
            state.scores.isEmpty ? scores.values : zip(state.scores, scores.values).map { 0.9 * $0 + 0.1 * $1 }
        guard step.epoch >= options.firstEpoch else { return nil }
        for (modality, score) in zip(forward.modalities, state.scores) { step.log("running-score/\(modality)", score) }
        return ModalityMap(forward.modalities, Handicap.coefficients(state.scores, power: options.power))
    }

    /// (min_j s_j / s_m)^p. Elementary functions are the lab's own, so that every machine gives the same bits.
    static func coefficients(_ scores: [Double], power: Double) -> [Float] {
        let lowest = scores.min() ?? 0
        guard lowest > 0 else { return scores.map { _ in 1 } }
        return scores.map { Float(Elementary.exp(power * Elementary.log(lowest / $0))) }
    }
}
