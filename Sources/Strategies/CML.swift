// SPDX-License-Identifier: Apache-2.0

import Training

/// Calibrating multimodal learning: confidence must not rise when a modality is taken away.
///
///     a random chain of subsets  S_0 = all ⊃ S_1 ⊃ … ⊃ S_{M−1};   conf_S = max_k softmax(z_S)_k
///     L = (1/M) Σ_i CE(z_{S_i}) + λ Σ_i mean_r a_r · max(0, conf_{S_{i+1}} − conf_{S_i})
///
/// With `gate`, a_r is 0 in rows where the larger set is right and the smaller wrong (there a fall is owed), else 1.
/// Absent features are zero; the fusion keeps its bias.
///
/// Ma et al., ICML 2023. The chain is drawn anew for each batch. `variant: released` applies the hinge to the batch's
/// sum of differences, so that rises and falls cancel.
public struct CML: TrainingStrategy {
    public static let stages: [Stage] = [.objective]
    public static let card = Card(
        id: "cml", title: "CML", summary: "penalizes confidence that rises when a modality is removed",
        reference: "Ma et al., ICML 2023",
        bibtex: """
            @inproceedings{ma2023calibrating,
              title = {Calibrating Multimodal Learning},
              author = {Ma, Huan and Zhang, Qingyang and Zhang, Changqing and Wu, Bingzhe and Fu, Huazhu and Zhou, Joey Tianyi and Hu, Qinghua},
              booktitle = {International Conference on Machine Learning},
              year = {2023}
            }
            """)

    public struct Options: Configurable {
        @Field("weight λ of the penalty", in: 0...1000) public var lambda: Float = 0.1
        @Field("leave out rows where the larger set is right and the smaller wrong") public var gate: Bool = false
        @Field("'paper', or 'released': the hinge on the batch's sum") public var variant: Variant = .paper
        public init() {}
    }

    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public var variant: Variant { options.variant }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        let count = forward.modalities.count
        var present = [Bool](repeating: true, count: count)
        var chain = [forward.logits]
        for index in step.key.permutation(count).dropLast() {
            present[index] = false
            if let logits = forward.logits(present: present) { chain.append(logits) }
        }
        let losses = chain.map { forward.meanLoss($0) }
        var objective = Objective(
            terms: losses.map { Objective.Term(1 / Float(chain.count), $0) }, reported: losses[0])
        guard options.lambda > 0 else { return objective }
        let confidences = chain.map { $0.softmax().rowMaxima() }
        for index in 1..<chain.count {
            if options.variant == .released {
                objective.add(options.lambda, CML.sumOfRises(confidences[index - 1], confidences[index]))
                continue
            }
            var rise = CML.rises(confidences[index - 1], confidences[index])
            if options.gate {
                rise = forward.keepingRows(rise) { row in
                    !(isRight(chain[index - 1], row, forward) && !isRight(chain[index], row, forward))
                }
            }
            objective.add(options.lambda, forward.mean(rise))
        }
        return objective
    }

    /// max(0, reduced − full) of each row.
    package static func rises(_ full: Node, _ reduced: Node) -> Node { (reduced - full).activated(.relu) }

    /// As released: the hinge on the sum over the batch.
    package static func sumOfRises(_ full: Node, _ reduced: Node) -> Node { (reduced - full).sum().activated(.relu) }

    private func isRight(_ logits: Node, _ row: Int, _ forward: Forward) -> Bool {
        largest(logits, row) == Int(forward.targets[row])
    }
}

/// The option with the largest logit in a row; the first of equals.
func largest(_ logits: Node, _ row: Int) -> Int {
    let options = logits.shape[1]
    let start = logits.pointer + row * options
    var best = 0
    for option in 1..<max(1, options) where start[option] > start[best] { best = option }
    return best
}
