// SPDX-License-Identifier: Apache-2.0

import Training

/// Adaptive mask co-optimization: the modality that the model depends on is made harder by masking its logits on a growing
/// random set of classes, while unimodal losses keep its ability.
///
///     u_m = mean_r Σ_k softmax([z_1; …; z_M])_{m,k};  m is dependent if u_m > σ_d (at the step before)
///     p = sin(π/2 · min(ℓ, ε)/ε), ℓ: progress of the run;  N = ⌊p·K⌋ classes, at most `largestShare` of them, are zero
///     z̃ = Σ_m z_m^masked,  z = z̃·W* + b*;  L = CE(z) + Σ_m CE(z_m^masked)
///
/// The same classes for all rows of a batch; nothing is masked at inference. The paper's text was not available to us; this
/// is the rule of the toolkit BalanceBenchmark, cleaned. σ_d is 1/M + 0.15 for more than two modalities; z_m are heads of
/// their own. Without the cap every class would be masked in the end. Where options are no fixed classes (a gallery, tokens),
/// dimensions of the dependent modality's feature are masked instead, and z = z̃; that form is ours.
public struct AMCo: TrainingStrategy {
    public static let stages: [Stage] = [.forward, .objective]
    public static let card = Card(
        id: "amco", title: "AMCo", summary: "masks the dependent modality's logits on a growing set of classes",
        reference: "Zhou et al., 2023, as in BalanceBenchmark",
        bibtex: """
            @article{zhou2023adaptive,
              title = {Adaptive Mask Co-optimization for Modal Dependence in Multimodal Learning},
              author = {Zhou, Ying and Liang, Xuefeng and Zheng, Shiquan and Xuan, Huijun and Kumada, Takatsune},
              journal = {IEEE International Conference on Acoustics, Speech and Signal Processing},
              year = {2023}
            }
            """)

    public struct Options: Configurable {
        @Field("share of the dependence σ_d above which a modality is masked, two modalities", in: 0...1)
        public var threshold: Double = 0.5
        @Field("progress ε at which the mask is complete", in: 0.001...1) public var ramp: Double = 0.3
        @Field("largest share of the classes that is masked", in: 0...1) public var largestShare: Double = 0.5
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        /// u_m of the step before; empty before the first.
        public var dependence: [Double] = []
    }

    public var state = State()
    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, fused: false, auxiliaryHeads: true, extras: [.outputMap])
    }

    public mutating func features(_ forward: Forward, _ step: Step) {
        guard forward.task.rows != .classes else { return }
        var changed = forward.features
        for position in dependent(changed.count) {
            let feature = changed.values[position].pooledFeature()
            guard let mask = mask(feature.shape.last, step.key.fold(position), step) else { continue }
            changed.values[position] = feature * forward.repeated(mask, rows: feature.shape[0])
        }
        forward.replaceFeatures(changed)
    }

    /// Modalities whose share was above the threshold at the step before.
    private func dependent(_ count: Int) -> [Int] {
        let threshold = count > 2 ? 1 / Double(count) + 0.15 : options.threshold
        return state.dependence.indices.filter { state.dependence[$0] > threshold }
    }

    /// 0 at the places that are hidden at this step; nil if none is.
    private func mask(_ width: Int, _ key: RandomKey, _ step: Step) -> [Float]? {
        let count = min(
            AMCo.masked(progress: step.progress, ramp: options.ramp, options: width),
            Int(options.largestShare * Double(width)))
        guard count > 0 else { return nil }
        var mask = [Float](repeating: 1, count: width)
        for place in key.permutation(width).prefix(count) { mask[place] = 0 }
        return mask
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        let logits = forward.auxiliaryLogits?.values ?? []
        var masked = logits
        if forward.task.rows == .classes, let mask = mask(logits[0].shape[1], step.key, step) {
            for position in dependent(logits.count) {
                masked[position] = logits[position] * forward.repeated(mask, rows: logits[position].shape[0])
            }
        }
        state.dependence = AMCo.dependence(logits, forward.targets)
        for (modality, share) in zip(forward.modalities, state.dependence) { step.log("dependence/\(modality)", share) }
        var objective = Objective(forward.meanLoss(output(forward, masked)))
        for one in masked { objective.add(1, forward.meanLoss(one)) }
        return objective
    }

    private func output(_ forward: Forward, _ logits: [Node]) -> Node {
        let sum = Node.weightedSum(logits.map { (1, $0) })
        guard forward.task.rows == .classes else { return sum }
        return forward.model.extras.outputMap?(sum, forward.context) ?? sum
    }

    /// ⌊sin(π/2 · min(ℓ, ε)/ε)·K⌋.
    package static func masked(progress: Double, ramp: Double, options: Int) -> Int {
        Int(Elementary.sin(Double.pi / 2 * min(progress, ramp) / ramp) * Double(options))
    }

    /// u_m.
    package static func dependence(_ logits: [Node], _ targets: UnsafePointer<Int32>) -> [Double] {
        let (rows, width) = (logits[0].shape[0], logits[0].shape[1])
        var shares = [Double](repeating: 0, count: logits.count)
        var counted = 0
        for row in 0..<rows where targets[row] >= 0 {
            counted += 1
            var top = -Float.infinity
            for one in logits { for place in row * width..<(row + 1) * width { top = max(top, one.pointer[place]) } }
            let parts = logits.map { one in
                (row * width..<(row + 1) * width).reduce(0.0) { $0 + Elementary.exp(Double(one.pointer[$1] - top)) }
            }
            let total = parts.reduce(0, +)
            for index in parts.indices { shares[index] += parts[index] / total }
        }
        return shares.map { $0 / Double(max(1, counted)) }
    }

    public func mixture(_ members: [Node], _ forward: Forward) -> Node { output(forward, members) }

    public func predict(_ forward: Forward) -> Node { output(forward, forward.auxiliaryLogits?.values ?? []) }
}
