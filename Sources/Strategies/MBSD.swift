// SPDX-License-Identifier: Apache-2.0

import Training

/// Bidirectional self-distillation between modalities: unimodal losses, and consistency of the unimodal predictions where
/// they disagree about the truth.
///
///     s_m = softmax(z_m)[y];  for each pair (i, j) and row:  ω = |s_i − s_j| if one of the two is right, else 0
///     RS = mean_r ω (1/K)‖z_i − z_j‖²
///     KL = mean_r ω KL(sg(p_strong) ‖ p_weak)      strong: the one with the larger s
///     L  = L_fused + w_u Σ L_m + w_RS mean_pairs RS + w_KL mean_pairs KL
///
/// z_m are the fusion's shares, or heads of their own where it has none. The paper's text was not available to us; this is
/// the rule of the toolkit BalanceBenchmark, cleaned. `variant: released` has its divergence of two scalars,
/// s_w (log s_w − s_s), with ω not detached.
public struct MBSD: TrainingStrategy {
    public static let stages: [Stage] = [.objective]
    public static let card = Card(
        id: "mbsd", title: "MBSD", summary: "unimodal losses and mutual distillation between modalities",
        reference: "as in BalanceBenchmark, arXiv 2502.10816",
        bibtex: """
            @article{xu2025balancebenchmark,
              title = {BalanceBenchmark: A Survey for Multimodal Imbalance Learning},
              author = {Xu, Shaoxuan and Cui, Menglu and Huang, Chengxiang and Wang, Hongfa and Hu, Di},
              journal = {arXiv preprint arXiv:2502.10816},
              year = {2025}
            }
            """)

    public struct Options: Configurable {
        @Field("weight of the unimodal losses", in: 0...1000) public var unimodalWeight: Float = 1
        @Field("weight of the squared difference of logits", in: 0...1000) public var logitWeight: Float = 1
        @Field("weight of the divergence", in: 0...1000) public var divergenceWeight: Float = 1
        @Field("'paper', or 'released': the divergence of two scalars") public var variant: Variant = .paper
        public init() {}
    }

    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, unimodal: .trained)
    }

    public var variant: Variant { options.variant }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        guard let logits = forward.trainedUnimodalLogits?.values else { return objective }
        for one in logits { objective.add(options.unimodalWeight, forward.meanLoss(one)) }
        let pairs = Float(logits.count * (logits.count - 1) / 2)
        let right = logits.map { $0.softmax().chosen(forward.targets) }
        for i in logits.indices {
            for j in logits.indices where j > i {
                if options.variant == .released {
                    released(forward, logits, right, i, j, pairs, &objective)
                } else {
                    consistency(forward, logits, right, i, j, pairs, &objective)
                }
            }
        }
        return objective
    }

    private func consistency(
        _ forward: Forward, _ logits: [Node], _ right: [Node], _ i: Int, _ j: Int, _ pairs: Float,
        _ objective: inout Objective
    ) {
        let rows = logits[i].shape[0]
        let options = logits[i].shape[1]
        var gaps = [Float](repeating: 0, count: rows)
        for row in 0..<rows where isOneRight(forward, logits[i], logits[j], row) {
            gaps[row] = abs(right[i].pointer[row] - right[j].pointer[row])
        }
        let difference = logits[i] - logits[j]
        let squares = forward.weighingRows((difference * difference).rowSums(), gaps)
        objective.add(self.options.logitWeight / pairs / Float(options), forward.mean(squares))
        for (strong, weak) in [(i, j), (j, i)] {
            var weights = gaps
            for row in 0..<rows {
                let (s, w) = (right[strong].pointer[row], right[weak].pointer[row])
                if s < w || (s == w && strong > weak) { weights[row] = 0 }
            }
            let divergence = forward.weighingRows(divergenceRows(of: logits[weak], from: logits[strong]), weights)
            objective.add(self.options.divergenceWeight / pairs, forward.mean(divergence))
        }
    }

    private func released(
        _ forward: Forward, _ logits: [Node], _ right: [Node], _ i: Int, _ j: Int, _ pairs: Float,
        _ objective: inout Objective
    ) {
        let rows = logits[i].shape[0]
        let counts = (0..<rows).map { isOneRight(forward, logits[i], logits[j], $0) ? Float(1) : 0 }
        let difference = right[i] - right[j]
        let gap = forward.weighingRows(difference.activated(.relu) + (difference * -1).activated(.relu), counts)
        let apart = logits.count == 2 ? logits[i] - logits[j] : logits[i].softmax() - logits[j].softmax()
        objective.add(
            options.logitWeight / pairs / Float(logits[i].shape[1]), forward.mean((apart * apart).rowSums() * gap))
        for (strong, weak) in [(i, j), (j, i)] {
            let leads = (0..<rows).map { right[strong].pointer[$0] > right[weak].pointer[$0] ? Float(1) : 0 }
            let scalar = MBSD.scalarDivergence(of: right[weak], from: right[strong])
            objective.add(options.divergenceWeight / pairs, forward.mean(forward.weighingRows(scalar * gap, leads)))
        }
    }

    /// s_w (log s_w − s_s), which is no divergence, as released.
    package static func scalarDivergence(of weak: Node, from strong: Node) -> Node {
        weak * (weak.logarithm(floor: 1e-30) - strong.stopGradient())
    }

    private func isOneRight(_ forward: Forward, _ a: Node, _ b: Node, _ row: Int) -> Bool {
        let target = Int(forward.targets[row])
        return target >= 0 && (largest(a, row) == target || largest(b, row) == target)
    }
}

/// KL(sg(softmax(teacher)) ‖ softmax(student)) of each row.
package func divergenceRows(of student: Node, from teacher: Node) -> Node {
    let fixed = teacher.stopGradient()
    return (fixed.softmax() * (fixed.logSoftmax() - student.logSoftmax())).rowSums()
}
