// SPDX-License-Identifier: Apache-2.0

import Training

/// Gradient blending: weighs unimodal and fused losses by the generalization they gain per overfitting they bring.
///
///     branches k = 1 … M and fused, each with its own head on shared encoders;  L = Σ_k w_k L_k
///     over a window of n epochs on branch k alone, T on training rows, V on held-out rows:
///     G_k = V_k(start) − V_k(end),  O_k = (V_k(end) − T_k(end)) − (V_k(start) − T_k(start))
///     w_k ∝ G_k / O_k²,  Σ w_k = 1
///
/// Offline: one estimate from initialization. Online: a new one at every super-epoch, from copies of the present model
/// with fresh optimizers; the run then goes on from where it was. A tenth of the training rows is held out for it, and T
/// is measured on as many training rows. G ≤ 0 gives w = 0; |O| < 1e-3 counts as 1e-3; all zero gives equal weights.
///
/// Wang, Tran, Feiszli, "What Makes Training Multi-Modal Classification Networks Hard?", CVPR 2020. The weight of the
/// fused branch comes last in `weights`.
public struct GradientBlending: TrainingStrategy {
    public static let stages: [Stage] = [.objective]
    public static let card = Card(
        id: "gradient-blending", title: "G-Blend",
        summary: "weighs unimodal and fused losses by generalization gained per overfitting",
        reference: "Wang et al., CVPR 2020",
        bibtex: """
            @inproceedings{wang2020what,
              title = {What Makes Training Multi-Modal Classification Networks Hard?},
              author = {Wang, Weiyao and Tran, Du and Feiszli, Matt},
              booktitle = {IEEE/CVF Conference on Computer Vision and Pattern Recognition},
              year = {2020}
            }
            """)

    /// When the weights of the losses are estimated.
    public enum Estimate: String, FieldChoice { case offline, online, fixed }

    public struct Options: Configurable {
        @Field("when weights are estimated; 'fixed': never, `weights` says them") public var estimate: Estimate =
            .online
        @Field("epochs of a super-epoch", in: 1...100_000) public var superEpoch: Int = 10
        @Field("epochs of the estimation window; 0: a super-epoch", in: 0...100_000) public var window: Int = 0
        @Field("fixed weights, one per modality and the fused one last") public var weights: [Double] = []
        @Field("harmful branches get weight 0 (otherwise the size of the gain counts)") public var guarded: Bool = true
        public init() {}
        public func problems() -> [String] {
            estimate == .fixed && weights.isEmpty ? ["'estimate: fixed' needs 'weights'"] : []
        }
    }

    public struct State: Codable, Equatable, Sendable {
        /// By branch, the fused one last.
        public var weights: [Double]
    }

    public var state: State
    let options: Options
    private let modalities: [Modality]

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        modalities = setting.modalities
        let branches = setting.modalities.count + 1
        state = State(
            weights: options.estimate == .fixed
                ? options.weights : [Double](repeating: 1 / Double(branches), count: branches))
    }

    public static func misfit(_ options: Options, _ problem: Problem) -> String? {
        if let reason = needsTwoModalities(problem) ?? directional(problem) { return reason }
        let branches = problem.modalities.count + 1
        return options.estimate == .fixed && options.weights.count != branches
            ? "'weights' must name \(branches) numbers: one per modality and the fused one" : nil
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, auxiliaryHeads: true)
    }

    public var heldOutShare: Double { options.estimate == .fixed ? 0 : 0.1 }

    public var findings: [String: Double] {
        var found: [String: Double] = ["branch-weight/fused": state.weights.last ?? 0]
        for (modality, weight) in zip(modalities, state.weights) { found["branch-weight/\(modality)"] = weight }
        return found
    }

    public mutating func epochBegan(_ lab: Lab) throws {
        let due = options.estimate == .online ? lab.epoch % options.superEpoch == 0 : lab.epoch == 0
        guard options.estimate != .fixed, due else { return }
        let window = min(options.window > 0 ? options.window : options.superEpoch, max(1, lab.epochs - lab.epoch))
        let rows = lab.trainRows
        let sample = lab.runKey.fold("blend").permutation(rows.count).prefix(max(1, lab.heldOutRows.count)).sorted()
            .map { rows[$0] }
        let before = lab.snapshot()
        let start = (train: losses(lab, .train(sample)), held: losses(lab, .heldOut))
        var points: [(Double, Double, Double, Double)] = []
        for branch in 0...modalities.count {
            lab.resetOptimizer()
            try lab.rollout(epochs: window, with: BlendBranch(modalities: modalities, branch: branch))
            let end = (train: losses(lab, .train(sample)), held: losses(lab, .heldOut))
            points.append((start.train[branch], start.held[branch], end.train[branch], end.held[branch]))
            lab.restore(before)
        }
        state.weights = GradientBlending.weights(points, guarded: options.guarded)
    }

    private func losses(_ lab: Lab, _ rows: LabRows) -> [Double] {
        lab.meanLosses(rows) { forward in (forward.auxiliaryLogits?.values ?? []) + [forward.logits] }
    }

    /// w_k from (T, V at the start, T, V at the end) of each branch.
    package static func weights(_ points: [(Double, Double, Double, Double)], guarded: Bool) -> [Double] {
        let raw = points.map { t0, v0, t1, v1 -> Double in
            let gain = v0 - v1
            let overfit = (v1 - t1) - (v0 - t0)
            if guarded, gain <= 0 { return 0 }
            let size = max(abs(overfit), 1e-3)
            return abs(gain) / (size * size)
        }
        let total = raw.reduce(0, +)
        return total > 0 && total.isFinite
            ? raw.map { $0 / total } : raw.map { _ in 1 / Double(max(1, raw.count)) }
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        let fused = forward.meanLoss(forward.logits)
        guard let heads = forward.auxiliaryLogits?.values else { return Objective(fused) }
        var objective = Objective(fused)
        objective.terms = []
        objective.add(Float(state.weights[heads.count]), fused)
        for (head, weight) in zip(heads, state.weights) { objective.add(Float(weight), forward.meanLoss(head)) }
        if objective.terms.isEmpty { objective.terms = [Objective.Term(0, fused)] }
        return objective
    }
}

/// One branch alone: an encoder with its head, or the fused model.
private struct BlendBranch: TrainingStrategy {
    static let card = Card(id: "blend-branch", title: "Branch", summary: "one branch of gradient blending alone")

    private let modalities: [Modality]
    private let branch: Int

    init(modalities: [Modality], branch: Int) {
        self.modalities = modalities
        self.branch = branch
    }

    init(_: NoOptions, _ setting: Setting) { self.init(modalities: setting.modalities, branch: 0) }

    func passes(_: Step) -> [Pass] {
        guard branch < modalities.count else { return Pass.whole }
        let modality = modalities[branch]
        return [Pass(modalities: [modality], trains: [.encoder(modality), .auxiliary(modality), .target])]
    }

    func objective(_ forward: Forward, _: Step) -> Objective {
        if branch < modalities.count, let head = forward.auxiliaryLogits?.values.first {
            return Objective(forward.meanLoss(head))
        }
        return Objective(forward.meanLoss(forward.logits))
    }
}
