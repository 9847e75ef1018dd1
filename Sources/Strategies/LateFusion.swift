// SPDX-License-Identifier: Apache-2.0

import Training

/// Trains each modality alone and combines their predictions (unimodal ensemble):
///
///     logits:        z = (1/M) Σ_m z_m
///     probabilities: p = (1/M) Σ_m softmax(z_m)
///     weighted:      p ∝ Π_m softmax(z_m)^{w_m},  w on the simplex, fitted on validation by the log loss
///
/// A text is written by all members together: the same mixture chooses each next token (the mean of logits is the mean of
/// log-probabilities, renormalized).
///
/// Encoders and heads share nothing, and each is driven by its own loss only, so every member has the bits of the
/// unimodal run with the same seed (as long as the gradient is not clipped). With `training: joint` the mean of the
/// logits is trained end to end instead; the difference of the two isolates the cost of joint optimization. With
/// `calibrate`, each member's logits are first divided by a temperature that validation rows choose: without it, the
/// most over-confident member dominates.
///
/// Du et al., "On Uni-Modal Feature Learning in Supervised Multi-Modal Learning", ICML 2023. Weights and temperatures
/// are fitted anew after every epoch, so that the kept epoch has its own.
public struct LateFusion: TrainingStrategy {
    public static let stages: [Stage] = [.inference]
    public static let card = Card(
        id: "late-fusion", title: "Late fusion",
        summary: "unimodal models, predictions averaged (unimodal ensemble)", reference: "Du et al., ICML 2023",
        bibtex: """
            @inproceedings{du2023unimodal,
              title = {On Uni-Modal Feature Learning in Supervised Multi-Modal Learning},
              author = {Du, Chenzhuang and Teng, Jiaye and Li, Tingle and Liu, Yichen and Yuan, Tianyuan and Wang, Yue and Yuan, Yang and Zhao, Hang},
              booktitle = {International Conference on Machine Learning},
              year = {2023}
            }
            """)

    /// What of the members is averaged.
    public enum Average: String, FieldChoice { case logits, probabilities, weighted }
    /// Whether members are trained one by one or together.
    public enum Training: String, FieldChoice { case independent, joint }

    public struct Options: Configurable {
        @Field("what is averaged over the members; 'weighted': powers of probabilities, weights fitted on validation")
        public var average: Average = .logits
        @Field("each member by its own loss, or the mean of the logits end to end")
        public var training: Training = .independent
        @Field("divide each member's logits by a temperature fitted on validation first")
        public var calibrate: Bool = false
        public init() {}
        public func problems() -> [String] {
            training == .joint && (average != .logits || calibrate) ? ["'training: joint' averages logits"] : []
        }
    }

    public struct State: Codable, Equatable, Sendable {
        public var weights: [Double]
        public var temperatures: [Double]
    }

    public var state: State
    let options: Options

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        let members = setting.modalities.count
        state = State(
            weights: [Double](repeating: 1 / Double(max(1, members)), count: members),
            temperatures: [Double](repeating: 1, count: members))
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? { needsFusion(problem) }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, fused: false, auxiliaryHeads: true)
    }

    public var findings: [String: Double] {
        var found: [String: Double] = [:]
        for index in state.weights.indices {
            if options.average == .weighted { found["ensemble-weight/\(index)"] = state.weights[index] }
            if options.calibrate { found["temperature/\(index)"] = state.temperatures[index] }
        }
        return found
    }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        guard options.training == .independent, let heads = forward.auxiliaryLogits else {
            return Objective(forward.meanLoss(forward.logits))
        }
        let reported = forward.withoutGradient { forward.meanLoss(forward.logits) }
        return Objective(terms: heads.values.map { Objective.Term(1, forward.meanLoss($0)) }, reported: reported)
    }

    public mutating func epochEnded(_ lab: Lab) throws {
        guard options.training == .independent, options.calibrate || options.average == .weighted else { return }
        var members = lab.modalities.map { _ in [Float]() }
        var targets: [Int32] = []
        var width = 1
        lab.walk(.validation) { forward in
            guard let heads = forward.auxiliaryLogits?.values else { return }
            for (index, head) in heads.enumerated() { members[index].append(contentsOf: head.buffer) }
            width = heads[0].shape[1]
            for row in 0..<heads[0].shape[0] { targets.append(forward.targets[row]) }
        }
        let ensemble = EnsembleFit(members: members, options: width, targets: targets)
        if options.calibrate { state.temperatures = members.indices.map { ensemble.temperature(of: $0) } }
        if options.average == .weighted { state.weights = ensemble.weights(temperatures: state.temperatures) }
    }

    public func predict(_ forward: Forward) -> Node {
        guard let heads = forward.auxiliaryLogits?.values, heads.count > 1 else { return forward.logits }
        if options.average == .logits, !options.calibrate { return forward.logits }
        return mixture(heads, forward)
    }

    public func mixture(_ members: [Node], _: Forward) -> Node {
        if members.count == 1 { return members[0] }
        let members = zip(members, state.temperatures).map { $1 == 1 ? $0 : $0 * Float(1 / $1) }
        switch options.average {
        case .logits:
            return Node.weightedSum(members.map { (1, $0) }) * (1 / Float(members.count))
        case .weighted:
            return Node.weightedSum(zip(state.weights, members).map { (Float($0), $1.logSoftmax()) })
        case .probabilities:
            // Log-probabilities are logits of the same distribution.
            return Node.weightedSum(members.map { (1 / Float(members.count), $0.softmax()) }).logarithm(floor: 1e-30)
        }
    }
}
