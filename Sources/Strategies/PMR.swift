// SPDX-License-Identifier: Apache-2.0

import Training

/// Prototypical modality rebalance: nearest-class-mean classifiers measure each modality without a head; the slow one is
/// accelerated, and early on an entropy term brakes the fast one.
///
///     p_m(k) = softmax_k(−‖h_m − c_{m,k}‖₂)     c_{m,k}: mean of h_m over class k, detached
///     S_m = mean_r p_m(y);  β_m = clip(S_max/S_m − 1, 0, 1),  γ_m = clip(S_m/S_min − 1, 0, 1)
///     L = L_fused + α Σ_m β_m · PCE_m − μ Σ_m γ_m · H(p_m)      PCE_m = −mean log p_m(y); the last term for e < E_r
///
/// Prototypes are computed before each epoch in evaluation mode on a tenth of the training rows and mixed with the old
/// ones, c ← ε·c_old + (1 − ε)·c_new; a class that the tenth lacks keeps its old one, or is left out of the softmax.
///
/// Fan et al., CVPR 2023, eqs. 6–13; the form for more than two modalities is ours and the same for two. It acts on
/// samples' classes, whatever the task. `variant: released`: coefficients 0 or α, no entropy term.
public struct PMR: TrainingStrategy {
    public static let card = Card(
        id: "pmr", title: "PMR",
        summary: "accelerates the slow modality by class prototypes, brakes the fast one early",
        reference: "Fan et al., CVPR 2023",
        bibtex: """
            @inproceedings{fan2023pmr,
              title = {PMR: Prototypical Modal Rebalance for Multimodal Learning},
              author = {Fan, Yunfeng and Xu, Wenchao and Wang, Haozhao and Wang, Junxiao and Guo, Song},
              booktitle = {IEEE/CVF Conference on Computer Vision and Pattern Recognition},
              year = {2023}
            }
            """)

    public struct Options: Configurable {
        @Field("weight α of the prototype losses", in: 0...1000) public var alpha: Float = 1
        @Field("weight μ of the entropy bonus", in: 0...1000) public var mu: Float = 0.01
        @Field("share ε of the old prototypes that is kept", in: 0...1) public var keep: Float = 0.2
        @Field("epochs E_r with the entropy bonus", in: 0...100_000) public var entropyEpochs: Int = 5
        @Field("share of the training rows that makes prototypes", in: 0.001...1) public var sample: Double = 0.1
        @Field("'paper', or 'released': hard coefficients, no entropy term") public var variant: Variant = .paper
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        /// `[classes, width]` per modality.
        public var prototypes: [[Float]] = []
        /// Per class, whether a prototype is known.
        public var known: [Bool] = []
    }

    public var state = State()
    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        if let reason = needsTwoModalities(problem) { return reason }
        return problem.hasClasses ? nil : "its prototypes are class means, and the samples have no classes"
    }

    public var variant: Variant { options.variant }

    public mutating func epochBegan(_ lab: Lab) {
        let rows = lab.trainRows
        let count = max(1, Int((Double(rows.count) * options.sample).rounded()))
        let chosen = lab.key.fold("prototypes").permutation(rows.count).prefix(count).sorted().map { rows[$0] }
        let table = lab.features(.train(chosen))
        let classes = lab.classes
        var seen = [Int](repeating: 0, count: classes)
        for label in table.labels { seen[Int(label)] += 1 }
        let first = state.known.isEmpty
        if first { state.known = [Bool](repeating: false, count: classes) }
        for (position, values) in table.values.values.enumerated() {
            let width = values.count / max(1, table.rows)
            if first { state.prototypes.append([Float](repeating: 0, count: classes * width)) }
            var sums = [Double](repeating: 0, count: classes * width)
            for (row, label) in table.labels.enumerated() {
                for column in 0..<width { sums[Int(label) * width + column] += Double(values[row * width + column]) }
            }
            for label in 0..<classes where seen[label] > 0 {
                let keep = state.known[label] ? options.keep : 0
                for place in label * width..<(label + 1) * width {
                    let new = Float(sums[place] / Double(seen[label]))
                    state.prototypes[position][place] = keep * state.prototypes[position][place] + (1 - keep) * new
                }
            }
        }
        for label in 0..<classes where seen[label] > 0 { state.known[label] = true }
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        guard options.alpha > 0 || options.mu > 0 else { return objective }
        let labels = forward.batch.targets
        let known = state.known
        let distances = forward.features.values.enumerated().map { position, feature in
            feature.pooledFeature().negativeDistances(state.prototypes[position], count: known.count) { known[$0] }
        }
        let scores = distances.map { meanTargetProbability($0, labels) }
        let factors = PMR.factors(scores, hard: options.variant == .released)
        for (position, modality) in forward.modalities.enumerated() {
            step.log("prototype-score/\(modality)", scores[position])
            objective.add(options.alpha * factors.beta[position], distances[position].crossEntropy(labels).mean())
            guard options.variant == .paper, step.epoch < options.entropyEpochs else { continue }
            // −μ·γ·H(p) with H = −Σ p·log p.
            let negative = (distances[position].softmax() * distances[position].logSoftmax()).rowSums().mean()
            objective.add(options.mu * factors.gamma[position], negative)
        }
        return objective
    }

    /// β and γ from the scores.
    package static func factors(_ scores: [Double], hard: Bool) -> (beta: [Float], gamma: [Float]) {
        let top = scores.max() ?? 0
        let bottom = scores.min() ?? 0
        func clipped(_ value: Double) -> Float { Float(min(1, max(0, value))) }
        let beta = scores.map { hard ? ($0 < top ? 1 : 0) : clipped($0 > 0 ? top / $0 - 1 : 1) }
        let gamma = scores.map { hard ? 0 : clipped(bottom > 0 ? $0 / bottom - 1 : 1) }
        return (beta, gamma)
    }
}
