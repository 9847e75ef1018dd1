// SPDX-License-Identifier: Apache-2.0

import Training

/// Dynamically learning the modality gap: fitting labels widens the gap between modalities, so an alignment loss is mixed
/// with the classification loss, alignment first.
///
///     L = 2[(1 − α_e) L_cls + α_e L_align]      L_cls: loss of the mean of the modalities' logits
///     heuristic  α_e = 1 − exp(−1/(e + 1)), decreasing
///     learned    α ← clip(α + η_α·η·⟨∇L_cls(validation), ∇L_align − ∇L_cls⟩, 0.05, 0.95) once per epoch, from 0.95
///     L_align    mean over pairs of the contrastive loss of projected features (τ), or the Jensen–Shannon divergence of
///                the modalities' predictions
///
/// The learned update is the one-step hypergradient on one batch of validation rows; η_α is halved every 20 epochs.
///
/// Yang et al., "Facilitating Multimodal Classification via Dynamically Learning Modality Gap", NeurIPS 2024. The
/// heuristic must multiply the alignment, as their first weights say. `variant: released` (BalanceBenchmark) starts the
/// learned weight at 0.05, and its divergence has swapped arguments.
public struct LFM: TrainingStrategy {
    public static let stages: [Stage] = [.objective]
    public static let card = Card(
        id: "lfm", title: "LFM", summary: "mixes alignment of modalities with classification, alignment first",
        reference: "Yang et al., NeurIPS 2024",
        bibtex: """
            @inproceedings{yang2024facilitating,
              title = {Facilitating Multimodal Classification via Dynamically Learning Modality Gap},
              author = {Yang, Yang and Wan, Fengqiang and Jiang, Qing-Yuan and Xu, Yi},
              booktitle = {Advances in Neural Information Processing Systems},
              year = {2024}
            }
            """)

    /// How the weight of the alignment falls.
    public enum Schedule: String, FieldChoice { case heuristic, learned, fixed }
    /// Which loss aligns features.
    public enum Alignment: String, FieldChoice { case contrastive, jensenShannon = "jensen-shannon" }

    public struct Options: Configurable {
        @Field("how the weight of the alignment runs") public var schedule: Schedule = .heuristic
        @Field("the weight when it is fixed", in: 0...1) public var weight: Float = 0.5
        @Field("what aligns modalities") public var alignment: Alignment = .contrastive
        @Field("temperature τ of the contrastive loss", in: 0.001...100) public var temperature: Float = 0.07
        @Field("width of the projections that are contrasted", in: 1...4096) public var width: Int = 64
        @Field("step size η_α of the learned weight", in: 0...1000) public var weightRate: Double = 1e-4
        @Field("'paper', or 'released': swapped first weights and arguments") public var variant: Variant = .paper
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable { public var alpha: Double }

    public var state: State
    let options: Options
    private let learningRate: Double

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        learningRate = setting.learningRate
        state = State(alpha: options.variant == .released ? 0.05 : 0.95)
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        if let reason = needsTwoModalities(problem) { return reason }
        return problem.rows == .pairs ? "a dual encoder's loss is the alignment itself" : nil
    }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(
            modalities: modalities, fused: false, auxiliaryHeads: true,
            extras: options.alignment == .contrastive ? [.projections(options.width)] : [])
    }

    public var variant: Variant { options.variant }
    public var findings: [String: Double] { options.schedule == .learned ? ["alignment-weight": state.alpha] : [:] }

    /// 1 − exp(−1/(e + 1)).
    package static func heuristic(_ epoch: Int) -> Double { 1 - Elementary.exp(-1 / Double(epoch + 1)) }

    private func weight(_ epoch: Int) -> Float {
        switch options.schedule {
        case .heuristic: Float(LFM.heuristic(epoch))
        case .learned: Float(state.alpha)
        case .fixed: options.weight
        }
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        let classification = forward.meanLoss(forward.logits)
        let alpha = weight(step.epoch)
        step.log("alignment-weight", Double(alpha))
        var objective = Objective(terms: [Objective.Term(2 * (1 - alpha), classification)], reported: classification)
        if alpha > 0 { objective.add(2 * alpha, alignment(forward)) }
        return objective
    }

    private func alignment(_ forward: Forward) -> Node {
        var terms: [Node] = []
        let members = forward.modalities
        if options.alignment == .contrastive, let projections = forward.model.extras.projections {
            let projected = members.map {
                projections[$0](forward.features[$0].pooledFeature(), forward.context).l2Normalized()
            }
            let diagonal = forward.diagonal
            for (i, j) in pairs(members.count) {
                let similarities = projected[i].product(projected[j], transposeOther: true) * (1 / options.temperature)
                let there = similarities.crossEntropy(diagonal).mean()
                let back = similarities.transposed().crossEntropy(diagonal).mean()
                terms.append((there + back) * 0.5)
            }
        } else {
            let logits = forward.auxiliaryLogits?.values ?? []
            for (i, j) in pairs(logits.count) {
                terms.append(
                    forward.mean(LFM.divergence(logits[i], logits[j], swapped: options.variant == .released)))
            }
        }
        return Node.weightedSum(terms.map { (1 / Float(terms.count), $0) })
    }

    private func pairs(_ count: Int) -> [(Int, Int)] {
        (0..<count).flatMap { i in (i + 1..<max(i + 1, count)).map { (i, $0) } }
    }

    /// ½ KL(p ‖ m) + ½ KL(q ‖ m) of each row with m = (p + q)/2; with arguments swapped, ½ KL(m ‖ p) + ½ KL(m ‖ q).
    package static func divergence(_ a: Node, _ b: Node, swapped: Bool) -> Node {
        let (p, q) = (a.softmax(), b.softmax())
        let middle = (p + q) * 0.5
        let logarithm = middle.logarithm(floor: 1e-30)
        if swapped {
            let sum = middle * (logarithm * 2 - a.logSoftmax() - b.logSoftmax())
            return sum.rowSums() * 0.5
        }
        return (p * (a.logSoftmax() - logarithm) + q * (b.logSoftmax() - logarithm)).rowSums() * 0.5
    }

    public mutating func epochEnded(_ lab: Lab) {
        guard options.schedule == .learned else { return }
        let strategy = self
        let validation = lab.gradient(.validation) { forward in forward.meanLoss(forward.logits) }
        let classification = lab.gradient(.train(nil)) { forward in forward.meanLoss(forward.logits) }
        let alignment = lab.gradient(.train(nil)) { strategy.alignment($0) }
        let slope = validation.dot(alignment) - validation.dot(classification)
        let halvings = lab.epoch / 20
        let rate = (0..<halvings).reduce(options.weightRate) { rate, _ in rate / 2 }
        state.alpha = LFM.updated(state.alpha, rate: rate * learningRate, slope: slope)
    }

    package static func updated(_ alpha: Double, rate: Double, slope: Double) -> Double {
        min(0.95, max(0.05, alpha + rate * slope))
    }
}
