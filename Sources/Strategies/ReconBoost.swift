// SPDX-License-Identifier: Apache-2.0

import Training

/// Boosting over modalities: each stage updates one modality to fix what the others miss, then all are rectified together.
///
///     ensemble  Z = ν Σ_m z_m, ν learnable;  stage i trains m = i mod M for E_s epochs on
///     mean_r (1/K)(−w_1 + w_2 P̄_r(y)) log p_m(y) + α_g mean((p_m − sg(p_prev))²),  P̄ = softmax(ν Σ_{j≠m} z_j) detached
///     then everything for E_c epochs on CE(Z)
///
/// Rows that the others already solve count less. Each phase begins with a fresh optimizer; in the first phase the other
/// modalities are not touched at all. Encoders begin with those of the unimodal runs unless `pretrained` is off; then
/// stage 0 takes P̄ uniform. The model is selected after rectifications only.
///
/// Hua et al., "ReconBoost: Boosting Can Achieve Modality Reconcilement", ICML 2024. `variant: released`: the agreement is
/// detached on both sides and gives no gradient.
public struct ReconBoost: TrainingStrategy {
    public static let stages: [Stage] = [.schedule, .objective]
    public static let card = Card(
        id: "reconboost", title: "ReconBoost", summary: "boosts one modality at a time on what the others miss",
        reference: "Hua et al., ICML 2024",
        bibtex: """
            @inproceedings{hua2024reconboost,
              title = {ReconBoost: Boosting Can Achieve Modality Reconcilement},
              author = {Hua, Cong and Xu, Qianqian and Bao, Shilong and Yang, Zhiyong and Huang, Qingming},
              booktitle = {International Conference on Machine Learning},
              year = {2024}
            }
            """)

    public struct Options: Configurable {
        @Field("weight w₁ of the modality's own loss", in: 0...1000) public var ownWeight: Float = 5
        @Field("weight w₂ of what the others know", in: 0...1000) public var othersWeight: Float = 1
        @Field("weight α_g of the agreement with the modality before", in: 0...1000) public var agreement: Float = 0.5
        @Field("first value of ν", in: 0.0001...1000) public var nu: Float = 1
        @Field("epochs E_s of a stage", in: 1...100_000) public var stageEpochs: Int = 4
        @Field("epochs E_c of the rectification", in: 1...100_000) public var rectificationEpochs: Int = 4
        @Field("begin with the encoders and heads of the unimodal runs") public var pretrained: Bool = true
        @Field("'paper', or 'released': agreement without gradient") public var variant: Variant = .paper
        public init() {}
    }

    let options: Options
    private let setting: Setting
    private var modalities: [Modality] { setting.modalities }

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        self.setting = setting
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public static func companions(_ options: Options, _ problem: Problem, seed: Int) -> [Companion] {
        options.pretrained ? problem.modalities.map { unimodalRun($0, problem, seed) } : []
    }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, fused: false, auxiliaryHeads: true, extras: [.scalar(options.nu)])
    }

    public var variant: Variant { options.variant }

    public mutating func prepare(_ lab: Lab) throws {
        guard options.pretrained else { return }
        for modality in modalities {
            lab.load(try setting.companions.weights(of: unimodalRun(modality, setting.problem, setting.seed)))
        }
    }

    private var cycle: Int { options.stageEpochs + options.rectificationEpochs }
    private func stage(_ epoch: Int) -> Int { epoch / cycle }
    private func rectifies(_ epoch: Int) -> Bool { epoch % cycle >= options.stageEpochs }

    public func selects(epoch: Int) -> Bool { rectifies(epoch) }

    public mutating func epochBegan(_ lab: Lab) {
        if lab.epoch % cycle == 0 || lab.epoch % cycle == options.stageEpochs { lab.resetOptimizer() }
    }

    public mutating func passes(_ step: Step) -> [Pass] {
        if rectifies(step.epoch) { return Pass.whole }
        let modality = modalities[stage(step.epoch) % modalities.count]
        return [Pass(trains: [.encoder(modality), .auxiliary(modality)])]
    }

    private func ensemble(_ forward: Forward, _ logits: [Node]) -> Node {
        let sum = Node.weightedSum(logits.map { (1, $0) })
        guard let nu = forward.model.extras.scalar else { return sum }
        return sum.scaled(by: forward.context(nu))
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        let logits = forward.auxiliaryLogits?.values ?? []
        let fused = forward.meanLoss(ensemble(forward, logits))
        if rectifies(step.epoch) { return Objective(fused) }
        let stage = stage(step.epoch)
        let member = stage % logits.count
        let width = logits[member].shape[1]
        let rows = logits[member].shape[0]
        // Without pretraining only modalities that had a stage know something.
        let others = logits.indices.filter { $0 != member && (options.pretrained || $0 < stage) }
        var known = [Float](repeating: 1 / Float(width), count: rows)
        if !others.isEmpty {
            known = forward.withoutGradient {
                ensemble(forward, others.map { logits[$0] }).softmax().chosen(forward.targets).values
            }
        }
        let weights = known.map { ReconBoost.rowWeight($0, options.ownWeight, options.othersWeight) / Float(width) }
        var objective = Objective(
            terms: [Objective.Term(1, forward.mean(forward.weighingRows(forward.losses(logits[member]), weights)))],
            reported: fused)
        if stage > 0 || options.pretrained, options.agreement > 0 {
            let previous = (member + logits.count - 1) % logits.count
            let own = options.variant == .released ? logits[member].stopGradient() : logits[member]
            let difference = own.softmax() - logits[previous].stopGradient().softmax()
            objective.add(
                options.agreement / Float(width), forward.mean((difference * difference).rowSums()))
        }
        return objective
    }

    /// w₁ − w₂·P̄(y).
    package static func rowWeight(_ known: Float, _ own: Float, _ others: Float) -> Float { own - others * known }

    public func mixture(_ members: [Node], _ forward: Forward) -> Node { ensemble(forward, members) }

    public func predict(_ forward: Forward) -> Node { ensemble(forward, forward.auxiliaryLogits?.values ?? []) }
}
