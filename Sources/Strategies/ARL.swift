// SPDX-License-Identifier: Apache-2.0

import Training

/// Asymmetric re-learning: the best dependence on two modalities is inversely proportional to the variance of their
/// predictions, not one to one.
///
///     H_m  mean entropy of softmax(z_m);  H̃_m = max(H_m / Σ_j H_j, 0.3);  q_m = (1/H̃_m) / Σ_j (1/H̃_j)
///     c_m  share of m in the logit mass (D1 with β = 0)
///     w    = softmax_m(T · q_m · (1 − c_m) / (M − 1))
///     L    = L_fused + γ Σ_m L_m;  the cotangent leaving encoder m is multiplied by 1 + w_m
///
/// A modality gets more gradient when it is reliable and the model leans on the other. z_m goes through the fusion's own
/// parameters with the other features at zero. Before `firstEpoch` the unimodal losses have weight `warmupWeight` and
/// nothing is scaled. For tokens entropies are relative to those of the prior.
///
/// Wei et al., ICCV 2025. The weighting for M > 2 is ours and exact for M = 2. As released, the computed weights are
/// only printed and both factors stay at 1.5: that is `variant: released` (1 + 1/M).
public struct ARL: TrainingStrategy {
    public static let stages: [Stage] = [.gradient, .objective]
    public static let card = Card(
        id: "arl", title: "ARL",
        summary: "re-weights encoder gradients by reliability and dependence, adds unimodal losses",
        reference: "Wei et al., ICCV 2025",
        bibtex: """
            @inproceedings{wei2025asymmetric,
              title = {Improving Multimodal Learning via Imbalanced Learning},
              author = {Wei, Shicai and Luo, Chunbo and Luo, Yang},
              booktitle = {IEEE/CVF International Conference on Computer Vision},
              year = {2025}
            }
            """)

    public struct Options: Configurable {
        @Field("weight γ of the unimodal losses", in: 0...1000) public var auxWeight: Float = 4
        @Field("sharpness T of the weighting", in: 0...1000) public var temperature: Double = 8
        @Field("first epoch of the weighting, from 0", in: 0...100_000) public var firstEpoch: Int = 6
        @Field("weight of the unimodal losses before that", in: 0...1000) public var warmupWeight: Float = 1
        @Field("where the factor acts") public var mode: ScaleMode = .cotangent
        @Field("'paper', or 'released': every factor 1 + 1/M") public var variant: Variant = .paper
        public init() {}
    }

    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? directional(problem)
    }

    public var scaleMode: ScaleMode { options.mode }
    public var variant: Variant { options.variant }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        let weight = step.epoch >= options.firstEpoch ? options.auxWeight : options.warmupWeight
        if weight > 0 { for logits in forward.aloneLogits.values { objective.add(weight, forward.meanLoss(logits)) } }
        return objective
    }

    public mutating func coefficients(_ forward: Forward, _ step: Step) -> ModalityMap<Float>? {
        guard step.epoch >= options.firstEpoch else { return nil }
        let members = forward.modalities.count
        if options.variant == .released {
            return ModalityMap(forward.modalities) { _ in 1 + 1 / Float(members) }
        }
        let logits = forward.aloneLogits
        var entropies = logits.values.map { meanEntropy($0, forward.targets) }
        if forward.task.rows == .tokens,
            let prior = forward.withoutGradient({ forward.logits(present: logits.values.map { _ in false }) })
        {
            let base = meanEntropy(prior, forward.targets)
            if base > 0 { entropies = entropies.map { $0 / base } }
        }
        let masses = logits.values.map { logitMass($0, forward.targets) }
        let weights = ARL.weights(entropies: entropies, masses: masses, temperature: options.temperature)
        return ModalityMap(forward.modalities, weights.map { Float(1 + $0) })
    }

    /// w by modality; `masses` need not be normalized.
    package static func weights(entropies: [Double], masses: [Double], temperature: Double) -> [Double] {
        let count = entropies.count
        let entropySum = max(entropies.reduce(0, +), 1e-12)
        let reliability = entropies.map { 1 / max($0 / entropySum, 0.3) }
        let reliabilitySum = reliability.reduce(0, +)
        let massSum = max(masses.reduce(0, +), 1e-12)
        let exponents = (0..<count).map {
            temperature * reliability[$0] / reliabilitySum * (1 - masses[$0] / massSum) / Double(max(1, count - 1))
        }
        let top = exponents.max() ?? 0
        let powers = exponents.map { Elementary.exp($0 - top) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }
}

/// Mean over counted rows of the entropy of softmax(logits), in nats.
func meanEntropy(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Double {
    let (rows, options) = (logits.shape[0], logits.shape[1])
    var sum = 0.0
    var counted = 0
    for row in 0..<rows where targets[row] >= 0 {
        sum += entropy(UnsafeBufferPointer(start: logits.pointer + row * options, count: options))
        counted += 1
    }
    return sum / Double(max(1, counted))
}

/// Entropy of softmax(row), in nats; p·log p is 0 at p = 0.
func entropy(_ row: UnsafeBufferPointer<Float>) -> Double {
    let top = Double(row.max() ?? 0)
    var total = 0.0
    var weighted = 0.0
    for value in row {
        let shifted = Double(value) - top
        let power = Elementary.exp(shifted)
        total += power
        weighted += power * shifted
    }
    return Elementary.log(total) - weighted / total
}

/// Mean over counted rows of Σ_k |z_k|.
func logitMass(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Double {
    let (rows, options) = (logits.shape[0], logits.shape[1])
    var sum = 0.0
    var counted = 0
    for row in 0..<rows where targets[row] >= 0 {
        for place in row * options..<(row + 1) * options { sum += abs(Double(logits.pointer[place])) }
        counted += 1
    }
    return sum / Double(max(1, counted))
}
