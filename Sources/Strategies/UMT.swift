// SPDX-License-Identifier: Apache-2.0

import Training

/// Uni-modal teacher: the joint encoders learn the features of frozen encoders that were trained alone.
///
///     L = L_fused + λ Σ_m mean((h_m − sg(h_m^T))²)      mean over batch and dimensions
///
/// Teachers are companion runs of `unimodal` with the run's own seed, in evaluation mode, on the same inputs. Since the
/// squared error scales with the features' norm, `normalized` divides by the running mean of ‖h^T‖²/d. Of tokens those
/// count that are real. The towers of a dual encoder have teachers that were trained on the samples' classes; what is
/// distilled are the encoders' features, before the projection and its normalization.
///
/// Du et al., "Improving Multi-Modal Learning with Uni-Modal Teachers", 2021.
public struct UMT: TrainingStrategy {
    public static let stages: [Stage] = [.objective]
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
        problem.rows == .pairs && !problem.hasClasses
            ? "a dual encoder's teachers are encoders trained on labels, and the samples have no classes" : nil
    }

    public static func companions(_ options: Options, _ problem: Problem, seed: Int) -> [Companion] {
        options.lambda == 0 ? [] : problem.modalities.map { unimodalRun($0, problem, seed) }
    }

    public mutating func prepare(_ lab: Lab) throws {
        guard options.lambda > 0 else { return }
        teacher = lab.teacher(
            try setting.modalities.map {
                try setting.companions.weights(of: unimodalRun($0, setting.problem, setting.seed))
            })
    }

    public mutating func resumed(_ lab: Lab) throws { try prepare(lab) }

    public mutating func objective(_ forward: Forward, _ step: Step) -> Objective {
        var objective = Objective(forward.meanLoss(forward.logits))
        guard let teacher else { return objective }
        let targets = forward.features(of: teacher)
        var squares: [Double] = []
        for (position, target) in targets.values.enumerated() {
            let distance = UMT.distance(forward.encoded.values[position], target)
            step.log("distance/\(forward.modalities[position])", Double(distance.scalar))
            let size = Arithmetic.sumOfSquares(target.pointer, target.shape.count) / Double(target.shape.count)
            squares.append(state.squares.isEmpty ? size : 0.99 * state.squares[position] + 0.01 * size)
            let scale = options.normalized && squares[position] > 0 ? Float(1 / squares[position]) : 1
            objective.add(options.lambda * scale, distance)
        }
        state.squares = squares
        return objective
    }

    /// Mean square over rows, or real tokens, and dimensions.
    package static func distance(_ feature: Node, _ target: Node) -> Node {
        let difference = feature - target
        let squares = difference * difference
        guard feature.shape.rank == 3, let mask = feature.mask else { return squares.mean() }
        let width = feature.shape.last
        let tokens = feature.shape.count / width
        let real = mask.values.reduce(0, +)
        return squares.reshaped(Shape(tokens, width)).rowSums().scaledRows(by: mask.reshaped(Shape(tokens))).mean()
            * (Float(tokens) / max(1, real) / Float(width))
    }
}
