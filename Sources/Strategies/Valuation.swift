// SPDX-License-Identifier: Apache-2.0

import Training

/// Valuation of modalities by sample: modalities that contribute little to a sample are trained again on it alone.
///
///     v(S) = |S| if the prediction from S is right, else 0;  c_m: the Shapley value of m for the sample
///     sample level    copies with all other modalities dropped: 1 if 0.4 < c < 1, 2 if −0.1 < c < 0.4, 3 if c < −0.1
///     modality level  c̄ over a random fifth; p = α·(2/3)·|c̄_a − c̄_v|; ⌊p·N⌋ random samples with the weaker alone
///
/// Subsets are predicted in evaluation mode with features at zero, before every epoch after the warm-up; the list of an epoch
/// is the original rows and the copies. For tokens v(S) = |S|·max(0, (acc_S − acc_∅)/(1 − acc_∅)) of the sample's tokens.
/// For more than two modalities the weaker is the smallest c̄ and p takes the mean absolute gap of pairs.
///
/// Wei et al., "Enhancing Multimodal Cooperation via Sample-level Modality Valuation", CVPR 2024. `variant: released`
/// (BalanceBenchmark): v ∈ {0, 1} with the same thresholds.
public struct Valuation: TrainingStrategy {
    public static let stages: [Stage] = [.data]
    public static let card = Card(
        id: "valuation", title: "Valuation", summary: "trains low-contribution modalities again, sample by sample",
        reference: "Wei et al., CVPR 2024",
        bibtex: """
            @inproceedings{wei2024enhancing,
              title = {Enhancing Multimodal Cooperation via Sample-level Modality Valuation},
              author = {Wei, Yake and Feng, Ruoxuan and Wang, Zihe and Hu, Di},
              booktitle = {IEEE/CVF Conference on Computer Vision and Pattern Recognition},
              year = {2024}
            }
            """)

    /// What is valued: each sample, or each modality as a whole.
    public enum Level: String, FieldChoice { case sample, modality }

    public struct Options: Configurable {
        @Field("what is valued and trained again") public var level: Level = .sample
        @Field("epochs before it begins", in: 0...100_000) public var warmup: Int = 5
        @Field("factor α of the modality level", in: 0...1000) public var alpha: Double = 1
        @Field("share of the rows that values modalities", in: 0.001...1) public var subset: Double = 0.2
        @Field("largest length of an epoch, in training sets; 0: no limit", in: 0...1000) public var longest: Double = 0
        @Field("'paper', or 'released': values 0 or 1") public var variant: Variant = .paper
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        /// Mean contribution of each modality at the last valuation.
        public var contributions: [Double] = []
    }

    public var state = State()
    let options: Options
    private let modalities: [Modality]

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        modalities = setting.modalities
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        if let reason = needsTwoModalities(problem) ?? needsFusion(problem) { return reason }
        return problem.modalities.count > 6 ? "it evaluates all subsets of modalities; 6 is the limit" : nil
    }

    public var variant: Variant { options.variant }
    public var findings: [String: Double] {
        Dictionary(
            uniqueKeysWithValues: zip(modalities, state.contributions).map { ("contribution/\($0)", $1) })
    }

    public mutating func epochBegan(_ lab: Lab) {
        guard lab.epoch >= options.warmup, lab.epoch > 0 else { return }
        let rows = lab.trainRows
        var samples = rows.map { TrainingSample($0) }
        let members = modalities.count
        let key = lab.key.fold("valuation")
        if options.level == .sample {
            let values = contributions(lab, rows)
            for (row, shares) in zip(rows, values) {
                for (member, share) in shares.enumerated() {
                    for _ in 0..<Valuation.copies(share) {
                        samples.append(TrainingSample(row, present: 1 << UInt32(member)))
                    }
                }
            }
            note(values)
        } else {
            let count = max(1, Int((Double(rows.count) * options.subset).rounded()))
            let chosen = key.permutation(rows.count).prefix(count).sorted().map { rows[$0] }
            note(contributions(lab, chosen))
            let share = Valuation.probability(state.contributions, alpha: options.alpha)
            let weakest = (0..<members).min { state.contributions[$0] < state.contributions[$1] } ?? 0
            var stream = key.fold("draw").stream()
            for _ in 0..<Int(share * Double(rows.count)) {
                samples.append(TrainingSample(rows[stream.below(rows.count)], present: 1 << UInt32(weakest)))
            }
        }
        if options.longest > 0 {
            let limit = max(rows.count, Int(options.longest * Double(rows.count)))
            if samples.count > limit {
                let extra = Array(samples[rows.count...])
                let kept = key.fold("limit").permutation(extra.count).prefix(limit - rows.count).sorted()
                samples = Array(samples[..<rows.count]) + kept.map { extra[$0] }
            }
        }
        lab.choose(samples)
    }

    private mutating func note(_ values: [[Double]]) {
        state.contributions = (0..<modalities.count).map { member in
            values.reduce(0) { $0 + $1[member] } / Double(max(1, values.count))
        }
    }

    /// Contribution of each modality to each row.
    private func contributions(_ lab: Lab, _ rows: [Int]) -> [[Double]] {
        let members = modalities.count
        let released = options.variant == .released
        var result: [[Double]] = []
        lab.walk(.train(rows)) { forward in
            let count = forward.batch.count
            let accuracies = (0..<(1 << members)).map { subset -> [Double] in
                guard subset > 0 || forward.task.rows == .tokens,
                    let logits = forward.logits(present: (0..<members).map { subset >> $0 & 1 == 1 })
                else { return [Double](repeating: 0, count: count) }
                return sampleAccuracies(forward, logits, count)
            }
            for sample in 0..<count {
                let base = accuracies[0][sample]
                result.append(
                    shapley(members) { subset in
                        if subset == 0 { return 0 }
                        let accuracy = accuracies[Int(subset)][sample]
                        let gained = base >= 1 ? 0 : max(0, (accuracy - base) / (1 - base))
                        return (released ? 1 : Double(subset.nonzeroBitCount)) * gained
                    })
            }
        }
        return result
    }

    private func sampleAccuracies(_ forward: Forward, _ logits: Node, _ count: Int) -> [Double] {
        var hits = [Double](repeating: 0, count: count)
        var rows = hits
        for row in 0..<logits.shape[0] where forward.targets[row] >= 0 {
            let sample = forward.task.sample(ofRow: row, forward.batch)
            rows[sample] += 1
            if largest(logits, row) == Int(forward.targets[row]) { hits[sample] += 1 }
        }
        return zip(hits, rows).map { $1 > 0 ? $0 / $1 : 0 }
    }

    /// Copies that a contribution brings; a hair's breadth keeps sums of thirds from crossing a threshold.
    package static func copies(_ contribution: Double) -> Int {
        if contribution >= 1 - 1e-9 { return 0 }
        if contribution > 0.4 { return 1 }
        return contribution > -0.1 ? 2 : 3
    }

    /// α·(2/3)·mean |c̄_i − c̄_j|, at most 1.
    package static func probability(_ contributions: [Double], alpha: Double) -> Double {
        var sum = 0.0
        var pairs = 0.0
        for i in contributions.indices {
            for j in contributions.indices where j > i {
                sum += abs(contributions[i] - contributions[j])
                pairs += 1
            }
        }
        return pairs == 0 ? 0 : min(1, alpha * 2 / 3 * sum / pairs)
    }
}
