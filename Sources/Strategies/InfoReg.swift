// SPDX-License-Identifier: Apache-2.0

import Training

/// Adaptive unimodal regulation: early, while information is absorbed fastest, the modality that leads is pulled back to
/// the weights with which the epoch began.
///
///     L = L_fused + w_u Σ_m L_m
///     Tr_m(e) = Σ_layers mean(Σ_steps g²) over weight tensors;  τ̄_m: mean of the last 10 of them, zero-padded
///     window open at epoch 0 and while K_m = (τ̄_m(e) − τ̄_m(e−1)) / τ̄_m(e) > threshold
///     open, and m leads the batch, D = S_m − mean S_j > 0:  g_m ← g_m + b_m exp(tanh D)·(θ_m − θ_m^epochStart)
///
/// D compares sums over the batch by default, as the authors' code does; the tanh of a sum is saturated for usual batch
/// sizes, so `scores: mean` is offered. Zero padding keeps the window open for epochs 0 to 10 when the trace is constant.
/// z_m are the fusion's shares, or heads of their own where it has none.
///
/// Huang et al., "Adaptive Unimodal Regulation for Balanced Multimodal Information Acquisition", CVPR 2025. Their code watches
/// the audio trace for both; here it is the leader's.
public struct InfoReg: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "inforeg", title: "InfoReg",
        summary: "pulls the leading encoder back to its epoch's start, early in training",
        reference: "Huang et al., CVPR 2025",
        bibtex: """
            @inproceedings{huang2025adaptive,
              title = {Adaptive Unimodal Regulation for Balanced Multimodal Information Acquisition},
              author = {Huang, Chengxiang and Wei, Yake and Yang, Zequn and Hu, Di},
              booktitle = {IEEE/CVF Conference on Computer Vision and Pattern Recognition},
              year = {2025}
            }
            """)

    /// How scores of a batch become one.
    public enum Reduction: String, FieldChoice { case sum, mean }

    public struct Options: Configurable {
        @Field("pull b of each modality in declared order; the last one serves the rest", in: 0...1000)
        public var pull: [Double] = [0.95, 0.1]
        @Field("growth of the trace above which the window is open", in: 0...1) public var threshold: Double = 0.05
        @Field("epochs that the trace is averaged over", in: 1...1000) public var window: Int = 10
        @Field("scores of a batch as sums or means") public var scores: Reduction = .sum
        @Field("weight w_u of the unimodal losses", in: 0...1000) public var unimodalWeight: Float = 1
        public init() {}
        public func problems() -> [String] { pull.isEmpty ? ["'pull' must name at least one number"] : [] }
    }

    public struct State: Codable, Equatable, Sendable {
        /// Trace of each finished epoch, per modality.
        public var traces: [[Double]]
    }

    public var state: State
    let options: Options
    private let modalities: [Modality]
    private var start: [Float] = []
    private var running: [Double]

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        modalities = setting.modalities
        state = State(traces: setting.modalities.map { _ in [] })
        running = [Double](repeating: 0, count: setting.modalities.count)
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? { needsTwoModalities(problem) }

    public static func plan(_ options: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, unimodal: .trained)
    }

    public mutating func epochBegan(_ lab: Lab) {
        start = lab.model.parameters.buffer.values
        running = [Double](repeating: 0, count: modalities.count)
    }

    public mutating func objective(_ forward: Forward, _: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        guard options.unimodalWeight > 0, forward.task.rows != .pairs else { return objective }
        for logits in forward.trainedUnimodalLogits?.values ?? [] {
            objective.add(options.unimodalWeight, forward.meanLoss(logits))
        }
        return objective
    }

    public mutating func modulate(
        _ gradients: Gradients, _: ModalityMap<Float>?, _ forward: Forward, _ step: Step
    ) {
        for (position, modality) in modalities.enumerated() {
            for info in gradients.parameters.infos
            where info.component == .encoder(modality) && info.shape.rank >= 2 {
                running[position] +=
                    Arithmetic.sumOfSquares(gradients.buffer.pointer + info.offset, info.count) / Double(info.count)
            }
        }
        guard let scores = forward.scores?.values else { return }
        let factor = options.scores == .sum ? Double(forward.counted(forward.logits.shape[0])) : 1
        let top = scores.max() ?? 0
        guard let leader = scores.firstIndex(of: top) else { return }
        let rest = (scores.reduce(0, +) - top) / Double(max(1, scores.count - 1))
        let lead = factor * (top - rest)
        let open = InfoReg.isOpen(state.traces[leader], window: options.window, threshold: options.threshold)
        step.log("window-open", open ? 1 : 0)
        guard open, lead > 0 else { return }
        let pull = options.pull[min(leader, options.pull.count - 1)]
        let strength = Float(InfoReg.strength(pull, lead: lead))
        if strength == 0 { return }
        let range = gradients.parameters.range(.encoder(modalities[leader]))
        let place = gradients.buffer.pointer + range.lowerBound
        Arithmetic.add(
            gradients.parameters.buffer.pointer + range.lowerBound, range.count, times: strength, to: place)
        start.withUnsafeBufferPointer { start in
            guard let base = start.baseAddress else { return }
            Arithmetic.add(base + range.lowerBound, range.count, times: -strength, to: place)
        }
        step.log("pull/\(modalities[leader])", Double(strength))
    }

    public mutating func epochEnded(_: Lab) {
        for position in modalities.indices { state.traces[position].append(running[position]) }
    }

    /// β = b·exp(tanh D).
    package static func strength(_ pull: Double, lead: Double) -> Double {
        pull * Elementary.exp(Elementary.tanh(lead))
    }

    /// Whether the window is open after these traces.
    package static func isOpen(_ traces: [Double], window: Int, threshold: Double) -> Bool {
        if traces.isEmpty { return true }
        func mean(_ count: Int) -> Double {
            let last = traces[max(0, count - window)..<count]
            return last.reduce(0, +) / Double(window)
        }
        let now = mean(traces.count)
        return now > 0 && (now - mean(traces.count - 1)) / now > threshold
    }
}
