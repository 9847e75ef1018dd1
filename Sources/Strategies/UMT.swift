// SPDX-License-Identifier: Apache-2.0

import Training

/// Uni-modal teacher: the joint encoders learn the features of frozen encoders that were trained alone.
///
///     L = L_fused + λ Σ_m mean((h_m − sg(h_m^T))²)      mean over batch and dimensions
///
/// Teachers are companion runs of `unimodal` with the run's own seed, in evaluation mode, on the same inputs. Since the
/// squared error scales with the features' norm, `normalized` divides by the running mean of ‖h^T‖²/d.
///
/// Du et al., "Improving Multi-Modal Learning with Uni-Modal Teachers", 2021.
public struct UMT: TrainingStrategy {
    public static let card = Card(
        id: "umt", title: "UMT", summary: "distills frozen unimodal encoders into the joint ones",
        reference: "Du et al., arXiv 2106.11059",
        bibtex: """
            @article{du2021improving,
              title = {Improving Multi-Modal Learning with Uni-Modal Teachers},
              author = {Du, Chenzhuang and Li, Tingle and Liu, Yichen and Wen, Zixin and Hua, Tianyu and Wang, Yue and Zhao, Hang},
              journal = {arXiv preprint arXiv:2106.11059},
              year = {2021}
            }
            """)

    public struct Options: Configurable {
        @Field("weight λ of the distillation", in: 0...1e6) public var lambda: Float = 10
        @Field("divide by the running mean square of the teacher's features") public var normalized: Bool = false
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        /// Running mean (0.99) of ‖h^T‖²/d per modality; empty before the first step.
        public var squares: [Double] = []
    }

    public var state = State()
    let options: Options
    private let setting: Setting
    private var teacher: FrozenParameters?

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        self.setting = setting
    }

    public static func misfit(_: Options, _ problem: Problem) -> String? {
        problem.rows == .pairs ? "a dual encoder's towers have no task alone from which a teacher could come" : nil
    }

    private static func run(_ modality: Modality, _ seed: Int) -> Companion {
        Companion(strategy: "unimodal", options: ["modality": .string(modality.name)], seed: seed, weights: true)
    }

    public static func companions(_ options: Options, _ problem: Problem, seed: Int) -> [Companion] {
        options.lambda == 0 ? [] : problem.modalities.map { run($0, seed) }
    }

    public mutating func prepare(_ lab: Lab) throws {
        guard options.lambda > 0 else { return }
        teacher = lab.teacher(
            try setting.modalities.map { try setting.companions.weights(of: UMT.run($0, setting.seed)) })
    }

    public mutating func resumed(_ lab: Lab) throws { try prepare(lab) }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        guard let teacher else { return objective }
        let targets = forward.features(of: teacher)
        var squares: [Double] = []
        for (position, target) in targets.values.enumerated() {
            let difference = forward.encoded.values[position] - target
            let distance = (difference * difference).mean()
            step.log("distance/\(forward.modalities[position])", Double(distance.scalar))
            let size = Arithmetic.sumOfSquares(target.pointer, target.shape.count) / Double(target.shape.count)
            squares.append(state.squares.isEmpty ? size : 0.99 * state.squares[position] + 0.01 * size)
            let scale = options.normalized && squares[position] > 0 ? Float(1 / squares[position]) : 1
            objective.add(options.lambda * scale, distance)
        }
        state.squares = squares
        return objective
    }
}
