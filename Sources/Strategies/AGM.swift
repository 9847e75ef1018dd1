// SPDX-License-Identifier: Apache-2.0

import Training

/// Adaptive gradient modulation: compares each modality's present relative strength with its running one, by
/// Shapley-style responses that any fusion has.
///
///     ψ_m = Σ_{S ⊆ [M]∖m} |S|!(M−|S|−1)!/M! · (z_{S∪m} − z_S),  z_∅ := 0;   Σ_m ψ_m = z
///     c_m = mean_r min(CE(ψ_m), −log 1e-8)
///     r_m = exp(M/(M−1) · (c̄ − c_m)),  τ_m the same of the running means ĉ before this step
///     κ_m = exp(α · min(τ_m − r_m, cap));  the cotangent entering ψ_m is multiplied by κ_m
///
/// Absent features are zero, or with `absent: zero-input` absent raw inputs, which costs two more passes of every encoder
/// (in evaluation mode, with gradient, as in the authors' code). For a fusion whose logits are a sum of shares, ψ_m = h_m·W_m + b/M, and the rule is the
/// closed form: cotangent of h_m and gradient of W_m times κ_m, bias times the mean κ. Otherwise every subset goes
/// through the fusion. For tokens z_∅ is the prior's logits, which then have a branch of their own, unscaled.
///
/// Li et al., "Boosting Multi-modal Model Performance with Adaptive Gradient Modulation", ICCV 2023. `variant: released`
/// is the toolkit BalanceBenchmark: the exponents' sign is reversed and the empty subset left out of ψ.
public struct AGM: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "agm", title: "AGM", summary: "scales modalities' responses by present against running relative strength",
        reference: "Li et al., ICCV 2023",
        bibtex: """
            @inproceedings{li2023boosting,
              title = {Boosting Multi-modal Model Performance with Adaptive Gradient Modulation},
              author = {Li, Hong and Li, Xingyu and Hu, Pengbo and Lei, Yinuo and Li, Chunxiao and Zhou, Yi},
              booktitle = {IEEE/CVF International Conference on Computer Vision},
              year = {2023}
            }
            """)

    /// What is zero where a modality is absent.
    public enum Absence: String, FieldChoice {
        /// Its features.
        case feature = "zero-feature"
        /// Its input.
        case input = "zero-input"
    }

    public struct Options: Configurable {
        @Field("how strongly a change of relative strength is answered", in: 0...100) public var alpha: Double = 1
        @Field("first epoch of the modulation, from 0", in: 0...100_000) public var firstEpoch: Int = 0
        @Field("last epoch of the modulation", in: 0...100_000) public var lastEpoch: Int = 20
        @Field("largest difference that counts", in: 0...100) public var cap: Double = 10
        @Field("where κ acts on encoders; 'cotangent' is the paper's") public var mode: ScaleMode = .cotangent
        @Field("what is zero where a modality is absent from a subset") public var absent: Absence = .feature
        @Field("'paper', or 'released': reversed sign, no empty subset") public var variant: Variant = .paper
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        public var means: [Double]
        public var steps = 0
    }

    public var state: State
    let options: Options
    private let closed: Bool
    private var factors: [Float] = []

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        closed = AGM.isClosed(options, setting.problem)
        state = State(means: [Double](repeating: 0, count: setting.modalities.count))
    }

    public static func misfit(_ options: Options, _ problem: Problem) -> String? {
        if let reason = needsTwoModalities(problem) ?? needsFusion(problem) { return reason }
        if problem.modalities.count > 8 { return "it evaluates all subsets of modalities; 8 is the limit" }
        return options.mode != .cotangent && !isClosed(options, problem)
            ? "without shares of the logits its coefficients act inside the fusion: only 'mode: cotangent' fits" : nil
    }

    /// Whether ψ_m is the fusion's share of m, so that κ_m is a factor on encoders and blocks of the head.
    private static func isClosed(_ options: Options, _ problem: Problem) -> Bool {
        problem.splits && problem.rows == .classes && options.absent == .feature
    }

    public var variant: Variant { options.variant }
    public var scaleMode: ScaleMode { closed ? options.mode : .gradient }

    private func isActive(_ step: Step) -> Bool {
        (options.firstEpoch...max(options.firstEpoch, options.lastEpoch)).contains(step.epoch)
    }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        let members = forward.modalities.count
        if closed {
            let responses = forward.unimodalLogits?.values ?? []
            let part: Float = options.variant == .released ? 1 - 1 / Float(members) : 1
            factors = modulate(forward.withoutGradient { responses.map { part == 1 ? $0 : $0 * part } }, forward, step)
            return Objective(forward.meanLoss(forward.logits))
        }
        let subsets = (0..<(1 << members)).map { subset -> Node? in
            let present = (0..<members).map { subset >> $0 & 1 == 1 }
            if subset == 0, forward.task.rows != .tokens { return nil }
            if present.allSatisfy({ $0 }) { return forward.logits }
            return options.absent == .input
                ? forward.logits(inputsPresent: present) : forward.logits(present: present)
        }
        let responses = (0..<members).map { response($0, members, subsets) }
        factors = modulate(responses, forward, step)
        let gated = zip(responses, factors).map { $0.gradientScale($1) }
        var total = Node.weightedSum(gated.map { (1, $0) })
        if let prior = subsets[0] { total = total + prior }
        return Objective(
            terms: [Objective.Term(1, forward.meanLoss(total))], reported: forward.meanLoss(forward.logits))
    }

    private func response(_ member: Int, _ members: Int, _ subsets: [Node?]) -> Node {
        var terms: [(weight: Float, term: Node)] = []
        for subset in subsets.indices where subset >> member & 1 == 0 {
            if subset == 0, options.variant == .released { continue }
            let size = subset.nonzeroBitCount
            let weight = 1 / (Float(members) * Float(AGM.choose(members - 1, size)))
            if let with = subsets[subset | 1 << member] { terms.append((weight, with)) }
            if let without = subsets[subset] { terms.append((-weight, without)) }
        }
        return Node.weightedSum(terms)
    }

    private static func choose(_ n: Int, _ k: Int) -> Int {
        (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
    }

    /// κ_m, and the running means brought up to date.
    private mutating func modulate(_ responses: [Node], _ forward: Forward, _ step: Step) -> [Float] {
        let losses = responses.map { cappedLoss($0, forward.targets) }
        let kappa = AGM.coefficients(
            losses, running: state.means, alpha: options.alpha, cap: options.cap,
            sign: options.variant == .released ? -1 : 1)
        let t = Double(state.steps)
        for index in losses.indices {
            state.means[index] = state.means[index] * (t / (t + 1)) + losses[index] / (t + 1)
        }
        state.steps += 1
        for (modality, value) in zip(forward.modalities, kappa) { step.log("coefficient/\(modality)", value) }
        return isActive(step) ? kappa.map { Float($0) } : kappa.map { _ in 1 }
    }

    private func cappedLoss(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Double {
        let width = logits.shape[1]
        var sum = 0.0
        var counted = 0
        for row in 0..<logits.shape[0] where targets[row] >= 0 {
            let values = UnsafeBufferPointer(start: logits.pointer + row * width, count: width)
            let top = Double(values.max() ?? 0)
            let total = values.reduce(0) { $0 + Elementary.exp(Double($1) - top) }
            sum += min(Elementary.log(total) + top - Double(values[Int(targets[row])]), 18.420680743952367)
            counted += 1
        }
        return sum / Double(max(1, counted))
    }

    /// κ from losses and their running means.
    package static func coefficients(
        _ losses: [Double], running: [Double], alpha: Double, cap: Double, sign: Double
    ) -> [Double] {
        let scale = sign * Double(losses.count) / Double(max(1, losses.count - 1))
        let strength = relative(losses, scale)
        let reference = relative(running, scale)
        return zip(reference, strength).map { Elementary.exp(alpha * min($0 - $1, cap)) }
    }

    /// exp(M/(M−1) · (mean − value)).
    package static func relative(_ values: [Double], _ scale: Double) -> [Double] {
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        return values.map { Elementary.exp(scale * (mean - $0)) }
    }

    public mutating func coefficients(_ forward: Forward, _: Step) -> ModalityMap<Float>? {
        closed ? ModalityMap(forward.modalities, factors) : nil
    }

    public mutating func modulate(
        _ gradients: Gradients, _: ModalityMap<Float>?, _ forward: Forward, _: Step
    ) {
        guard closed, let fusion = forward.model.fusion else { return }
        let parameters = gradients.parameters
        let mean = factors.reduce(0, +) / Float(max(1, factors.count))
        var scaled: [Int] = []
        for (modality, factor) in zip(forward.modalities, factors) {
            for id in fusion.shareParameters(of: modality) where parameters[id].shape.rank >= 2 {
                gradients.scale(parameters[id], by: factor)
                scaled.append(parameters[id].offset)
            }
        }
        for info in parameters.infos where info.component == .fusion && !scaled.contains(info.offset) {
            gradients.scale(info, by: mean)
        }
    }
}
