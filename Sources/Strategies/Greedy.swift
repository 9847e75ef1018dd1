// SPDX-License-Identifier: Apache-2.0

import Training

/// Balanced learning by conditional learning speed: tracks how fast each branch learns from the other modalities against
/// its own; when speeds diverge, the cross-modal flow of the faster one is frozen for a few steps.
///
///     branches with gates (MMTM): s = ReLU(W[h_1; …; h_M]), gate_m = σ(V_m s), h_m ← gate_m ⊙ h_m; prediction: mean of heads
///     μ(G) = ‖∇G‖²/‖G‖² accumulated over ordinary steps: M_m^main of the branch's own parameters, M_m^bypass of its gate
///     speed_m = log₁₀(M_m^bypass / M_m^main);  max − min > ε_g: for Q steps the gate of the fastest is its running mean
///
/// Squeeze parameters count for every branch. The running mean is over all training batches; frozen, the gate is constant,
/// so that nothing of the other modalities reaches the branch.
///
/// Wu et al., "Characterizing and Overcoming the Greedy Nature of Learning in Multi-modal Deep Neural Networks", ICML 2022.
/// Gates act on pooled features, as squeeze and excitation sees them; for more than two modalities the spread is ours. Each
/// branch ends in a head, or in a query or decoder of its own. The authors' code keeps the first branch's running mean for
/// all.
public struct Greedy: TrainingStrategy {
    public static let stages: [Stage] = [.forward, .schedule]
    public static let card = Card(
        id: "greedy", title: "Greedy",
        summary: "freezes the cross-modal flow of the branch that learns from it fastest",
        reference: "Wu et al., ICML 2022",
        bibtex: """
            @inproceedings{wu2022characterizing,
              title = {Characterizing and Overcoming the Greedy Nature of Learning in Multi-modal Deep Neural Networks},
              author = {Wu, Nan and Jastrzebski, Stanislaw and Cho, Kyunghyun and Geras, Krzysztof J.},
              booktitle = {International Conference on Machine Learning},
              year = {2022}
            }
            """)

    public struct Options: Configurable {
        @Field("spread ε_g of the speeds that is tolerated", in: 0...1e9) public var tolerance: Double = 0.01
        @Field("steps Q of a rebalancing", in: 1...1_000_000) public var steps: Int = 5
        @Field("first epoch in which it may happen, from 0", in: 0...100_000) public var firstEpoch: Int = 2
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        public var main: [Double] = []
        public var bypass: [Double] = []
        /// Running mean gate per modality, and the batches in it.
        public var gates: [[Float]] = []
        public var batches = 0
        /// The modality whose gate is frozen.
        public var focus: Int?
        public var left = 0
        public var rebalancings = 0

        package init() {}

        /// Whether a rebalancing is going on; counts its steps.
        package mutating func continues() -> Bool {
            guard focus != nil else { return false }
            left -= 1
            if left <= 0 { focus = nil }
            return true
        }

        /// Begins a rebalancing of the fastest if speeds lie further apart than is tolerated. Returns their spread.
        package mutating func decide(tolerance: Double, steps: Int) -> Double {
            let speeds = zip(bypass, main).map { bypass, main in
                bypass > 0 && main > 0 ? Elementary.log10(bypass / main) : 0
            }
            let top = speeds.max() ?? 0
            let spread = top - (speeds.min() ?? 0)
            guard spread > tolerance, let fastest = speeds.firstIndex(of: top) else { return spread }
            focus = fastest
            left = steps
            rebalancings += 1
            return spread
        }
    }

    public var state = State()
    let options: Options
    public init(_ options: Options, _: Setting) { self.options = options }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem) ?? needsFusion(problem)
    }

    public static func plan(_: Options, modalities: [Modality]) -> ModelPlan {
        ModelPlan(modalities: modalities, fused: false, auxiliaryHeads: true, extras: [.crossGates])
    }

    public var findings: [String: Double] { ["rebalancings": Double(state.rebalancings)] }

    private func gates(_ forward: Forward) -> [Node] {
        let extras = forward.model.extras
        guard let squeeze = extras.squeeze, let bias = extras.squeezeBias, let excite = extras.excite else { return [] }
        let features = forward.features.values.map { $0.pooledFeature() }
        let narrow = Node.linear(
            features, forward.modalities.map { forward.context(squeeze[$0]) }, forward.context(bias), .relu)
        return forward.modalities.map { excite[$0](narrow, forward.context).activated(.sigmoid) }
    }

    public mutating func features(_ forward: Forward, _: Step) {
        let gates = gates(forward)
        let rows = forward.batch.count
        let first = state.gates.isEmpty
        for (position, gate) in gates.enumerated() {
            let width = gate.shape.last
            if first { state.gates.append([Float](repeating: 0, count: width)) }
            for column in 0..<width {
                var sum = 0.0
                for row in 0..<rows { sum += Double(gate.pointer[row * width + column]) }
                let mean = Double(state.gates[position][column])
                state.gates[position][column] = Float(mean + (sum / Double(rows) - mean) / Double(state.batches + 1))
            }
        }
        state.batches += 1
        var changed = forward.features
        for (position, gate) in gates.enumerated() {
            let feature = changed.values[position].pooledFeature()
            let frozen = state.focus == position
            let used = frozen ? forward.repeated(state.gates[position], rows: rows) : gate
            changed.values[position] = feature * used
        }
        forward.replaceFeatures(changed)
    }

    public mutating func modulate(
        _ gradients: Gradients, _: ModalityMap<Float>?, _ forward: Forward, _ step: Step
    ) {
        if state.continues() { return }
        let extras = forward.model.extras
        guard let excite = extras.excite, let squeeze = extras.squeeze, let bias = extras.squeezeBias,
            let heads = forward.model.auxiliary
        else { return }
        let parameters = gradients.parameters
        let shared = forward.modalities.map { parameters[squeeze[$0]] } + [parameters[bias]]
        let count = forward.modalities.count
        if state.main.isEmpty {
            state.main = [Double](repeating: 0, count: count)
            state.bypass = state.main
        }
        for (position, modality) in forward.modalities.enumerated() {
            let own = parameters.infos.filter { $0.component == .encoder(modality) }
            let head = [parameters[heads[modality].weight], parameters[heads[modality].bias]]
            let gate = [parameters[excite[modality].weight], parameters[excite[modality].bias]]
            state.main[position] += gradients.relativeSize(own + head)
            state.bypass[position] += gradients.relativeSize(gate + shared)
        }
        guard step.epoch >= options.firstEpoch else { return }
        step.log("speed-spread", state.decide(tolerance: options.tolerance, steps: options.steps))
    }

    public func unimodalLogits(_ forward: Forward) -> ModalityMap<Node>? {
        guard let heads = forward.model.auxiliary else { return nil }
        if forward.context.training { return forward.auxiliaryLogits }
        let gates = gates(forward)
        return ModalityMap(
            forward.modalities,
            forward.modalities.enumerated().map { position, modality in
                forward.task.logits(
                    head: heads[modality](
                        forward.features[modality].pooledFeature() * gates[position], forward.context),
                    of: modality, forward.model, forward.batch, forward.context)
            })
    }

    public func predict(_ forward: Forward) -> Node {
        let logits = unimodalLogits(forward)?.values ?? []
        return Node.weightedSum(logits.map { (1 / Float(logits.count), $0) })
    }
}
