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
/// samples' classes, whatever the task. Where samples have none (ours): a fused query is compared with the items of the
/// batch, p_m(j|i) = softmax_j(−‖q̂_m,i − sg(ĝ_j)‖/τ), and nothing but its encoder learns from that; texts are grouped into 64
/// pseudo-classes by k-means of their mean token vectors as the decoder has them at first, for the whole run.
/// `variant: released`: coefficients 0 or α, no entropy term.
public struct PMR: TrainingStrategy {
    public static let stages: [Stage] = [.objective]
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
        /// By training row, where samples have no classes; −1 for rows that are not trained on.
        public var groups: [Int32] = []
    }

    public var state = State()
    let options: Options
    private let hasClasses: Bool
    private let comparesItems: Bool

    private static let groups = 64

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        hasClasses = setting.problem.hasClasses
        comparesItems = !hasClasses && setting.problem.rows == .gallery
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        if let reason = needsTwoModalities(problem) { return reason }
        return problem.rows == .pairs && !problem.hasClasses
            ? "its prototypes are class means, and the pairs have no classes" : nil
    }

    public mutating func prepare(_ lab: Lab) {
        guard !hasClasses, !comparesItems else { return }
        let rows = lab.trainRows
        let vectors = lab.targetVectors(.train(nil))
        let clusters = KMeans(
            vectors, rows: rows.count, clusters: min(PMR.groups, rows.count), lab.runKey.fold("pseudo-classes"))
        state.groups = [Int32](repeating: -1, count: (rows.max() ?? -1) + 1)
        for (row, group) in zip(rows, clusters.assignment) { state.groups[row] = Int32(group) }
    }

    public var variant: Variant { options.variant }

    public mutating func epochBegan(_ lab: Lab) {
        // With both weights 0 nothing asks for prototypes.
        if comparesItems || (options.alpha == 0 && options.mu == 0) { return }
        let rows = lab.trainRows
        let count = max(1, Int((Double(rows.count) * options.sample).rounded()))
        let chosen = lab.key.fold("prototypes").permutation(rows.count).prefix(count).sorted().map { rows[$0] }
        var table = lab.features(.train(chosen))
        if !hasClasses { table.labels = chosen.map { state.groups[$0] } }
        let classes = hasClasses ? lab.classes : PMR.groups
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
        let own = labels(forward)
        let counted = own.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
        guard counted > 0 else { return objective }
        let labels = forward.keeping(own)
        let share = Float(own.count) / Float(counted)
        let distances = distances(forward)
        let scores = distances.map { meanTargetProbability($0, labels) }
        let factors = PMR.factors(scores, hard: options.variant == .released)
        for (position, modality) in forward.modalities.enumerated() {
            step.log("prototype-score/\(modality)", scores[position])
            objective.add(
                options.alpha * factors.beta[position] * share, distances[position].crossEntropy(labels).mean())
            guard options.variant == .paper, step.epoch < options.entropyEpochs else { continue }
            // −μ·γ·H(p) with H = −Σ p·log p.
            let negative = (distances[position].softmax() * distances[position].logSoftmax()).rowSums().mean()
            objective.add(options.mu * factors.gamma[position], negative)
        }
        return objective
    }

    /// What each row is compared with; −1 where its prototype is not known.
    private func labels(_ forward: Forward) -> [Int32] {
        let count = forward.batch.count
        if comparesItems { return (0..<count).map { forward.targets[$0] } }
        return (0..<count).map { row in
            let label = hasClasses ? forward.batch.targets[row] : state.groups[forward.batch.indices[row]]
            return state.known[Int(label)] ? label : -1
        }
    }

    /// −‖h_m − c_k‖ by modality, or −‖q̂_m,i − ĝ_j‖/τ.
    private func distances(_ forward: Forward) -> [Node] {
        if comparesItems { return itemDistances(forward) }
        let known = state.known
        return forward.features.values.enumerated().map { position, feature in
            feature.pooledFeature().negativeDistances(state.prototypes[position], count: known.count) { known[$0] }
        }
    }

    /// From cosines, which are what decision rows hold: ‖q − g‖² = 2 − 2·cos for unit vectors. Only encoders learn.
    private func itemDistances(_ forward: Forward) -> [Node] {
        guard let id = forward.model.task.logScale(nil) else { return [] }
        let scale = Float(Elementary.exp(Double(min(max(forward.context(id).scalar, 0), Node.largestLogScale))))
        return forward.aloneLogits(in: forward.context.freezing(.fusion).freezing(.target)).values.map { rows in
            let squares = rows.tape.constant(repeating: 2, rows.shape) + rows * (-2 / scale)
            // Rounding may bring a cosine above 1.
            return squares.activated(.relu).squareRoot(epsilon: 1e-12) * -scale
        }
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
