// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// What a paper, public code or a hand calculation gives for one rule of a strategy.
struct WorkedCase: Sendable, CustomTestStringConvertible {
    let strategy: String
    let what: String
    let wanted: [Double]
    let got: @Sendable () throws -> [Double]

    init(_ strategy: String, _ what: String, _ wanted: [Double], _ got: @escaping @Sendable () throws -> [Double]) {
        self.strategy = strategy
        self.what = what
        self.wanted = wanted
        self.got = got
    }

    var testDescription: String { "\(strategy): \(what)" }

    /// Values of a node that `make` builds from rows of numbers.
    static func values(_ make: (Tape) -> Node) -> [Double] {
        let tape = Tape()
        return withExtendedLifetime(tape) { make(tape).values.map(Double.init) }
    }

    /// Logits of two options whose first one has this probability.
    static func logits(_ probabilities: [Double], on tape: Tape) -> Node {
        tape.leaf(
            probabilities.flatMap { [Float(Elementary.log($0)), Float(Elementary.log(1 - $0))] },
            Shape(probabilities.count, 2))
    }

    static let all: [WorkedCase] = classic + losses + schedules

    private static let classic: [WorkedCase] = [
        WorkedCase("agm", "relative strength r of two losses", [1.371648, 0.729050]) {
            AGM.relative([0.220095, 0.536108], 2)
        },
        WorkedCase("agm", "reference τ of running means", [1.221403, 0.818731]) { AGM.relative([0.5, 0.7], 2) },
        WorkedCase("agm", "κ at the first step", [0.689597, 1.311210]) {
            AGM.coefficients([0.220095, 0.536108], running: [0, 0], alpha: 1, cap: 10, sign: 1)
        },
        WorkedCase("agm", "κ against running means", [0.860497, 1.093825]) {
            AGM.coefficients([0.220095, 0.536108], running: [0.5, 0.7], alpha: 1, cap: 10, sign: 1)
        },
        WorkedCase("arl", "weights at T = 8", [0.554330, 0.445670]) {
            ARL.weights(entropies: [0.2, 0.8], masses: [0.7, 0.3], temperature: 8)
        },
        WorkedCase("arl", "weights at T = 4", [0.527246, 0.472754]) {
            ARL.weights(entropies: [0.2, 0.8], masses: [0.7, 0.3], temperature: 4)
        },
        WorkedCase("cggm", "B of two modalities", [0.325, 0.975]) { CGGM.coefficients([0.06, 0.02], rho: 1.3) },
        WorkedCase("cggm", "B of three modalities", [0.52, 1.04, 1.04]) {
            CGGM.coefficients([0.06, 0.02, 0.02], rho: 1.3)
        },
        WorkedCase("diagnosing-relearning", "w of a gap of 0.1, and of none", [0.291313, 0]) {
            [0.1, 0].map { Relearning.strength($0, lambda: 3) }
        },
        WorkedCase("diagnosing-relearning", "purity of five rows in two clusters", [0.8]) {
            [clusterPurity([0, 0, 0, 1, 1], [0, 0, 1, 1, 1])]
        },
        WorkedCase("gradient-blending", "weights of three branches", [0.081571, 0.870091, 0.048338]) {
            GradientBlending.weights([(2, 2, 1, 1.4), (2, 2, 1.5, 1.6), (2, 2, 0.6, 1.2)], guarded: true)
        },
        WorkedCase("gradient-blending", "a harmful branch gets nothing", [0, 1]) {
            GradientBlending.weights([(2, 2, 1, 2.4), (2, 2, 1.5, 1.6)], guarded: true)
        },
        WorkedCase("gradient-blending", "all harmful: equal weights", [0.5, 0.5]) {
            GradientBlending.weights([(2, 2, 1, 3), (2, 2, 1, 3)], guarded: true)
        },
        WorkedCase("late-fusion", "the weight of the one member that knows", [1]) {
            // Member 0 is right and sure, member 1 is as sure and wrong.
            let fit = EnsembleFit(members: [[9, 0, 0, 9], [0, 9, 9, 0]], options: 2, targets: [0, 1])
            return [fit.weights(temperatures: [1, 1])[0].rounded()]
        },
        WorkedCase("ogm", "k of the leader at three strengths", [0.863364, 0.609417, 0.199513]) {
            [0.1, 0.3, 0.8].map { Double(OGM.coefficient(ratio: 1.374959, alpha: $0)) }
        },
        WorkedCase("ogm", "ρ of three modalities", [0.685714, 0.9375, 1.481481]) {
            OGM.ratios(ModalityMap(["a", "b", "c"].map { Modality($0) }, [1.2, 1.5, 2.0]), .mean).values
        },
        WorkedCase("ogm-ge", "k of three modalities", [1, 1, 0.170920]) {
            [0.685714, 0.9375, 1.481481].map { Double(OGM.coefficient(ratio: $0, alpha: 0.8)) }
        },
        WorkedCase("opm", "drop probabilities of the golden scores, and θ", [0.589580, 0, 0.294790]) {
            let drops = OPM.probabilities([1.611856, 1.172293], base: 0.5, lambda: 0.5, aliased: false)
            return drops + [drops.reduce(0, +) / 2]
        },
        WorkedCase("pmr", "β and γ of two modalities", [0.25, 0, 0, 0.25]) {
            let factors = PMR.factors([1.2, 1.5], hard: false)
            return (factors.beta + factors.gamma).map(Double.init)
        },
        WorkedCase("pmr", "β and γ of three modalities", [0.666667, 0.333333, 0, 0, 0.25, 0.666667]) {
            let factors = PMR.factors([1.2, 1.5, 2.0], hard: false)
            return (factors.beta + factors.gamma).map(Double.init)
        },
        WorkedCase("pmr", "prototypes at distances 5 and 1: p and its cross-entropy", [0.017986, 0.982014, 0.018150]) {
            let centers: [Float] = [3, 4, 0, 1]
            let p = values { $0.leaf([0, 0], Shape(1, 2)).negativeDistances(centers, count: 2).softmax() }
            return p + [-Elementary.log(p[1])]
        },
        WorkedCase("umt", "distance of features from themselves, and from a teacher one away", [0, 1]) {
            [0, 1].map { shift in
                values { tape in
                    let student = tape.leaf([1, -2, 3, 0.5], Shape(2, 2))
                    return UMT.distance(student, tape.leaf(student.values.map { $0 + Float(shift) }, Shape(2, 2)))
                }[0]
            }
        },
    ]

    private static let losses: [WorkedCase] = [
        WorkedCase("cml", "rises of confidence, row by row and as released", [0, 0.4, 0.2]) {
            let rows = values { tape in
                CML.rises(tape.leaf([0.9, 0.4], Shape(2)), tape.leaf([0.7, 0.8], Shape(2)))
            }
            let sum = values { tape in
                CML.sumOfRises(tape.leaf([0.9, 0.4], Shape(2)), tape.leaf([0.7, 0.8], Shape(2)))
            }
            return rows + sum
        },
        WorkedCase("lfm", "divergence of (0.9, 0.1) and (0.5, 0.5), and as released", [0.101749, 0.117973]) {
            [false, true].map { swapped in
                values { LFM.divergence(logits([0.9], on: $0), logits([0.5], on: $0), swapped: swapped) }[0]
            }
        },
        WorkedCase("mbsd", "what is released for 0.9 and 0.6, and the divergence in its place", [-0.846495, 0.226289]) {
            values { MBSD.scalarDivergence(of: $0.leaf([0.6], Shape(1)), from: $0.leaf([0.9], Shape(1))) }
                + values { divergenceRows(of: logits([0.6], on: $0), from: logits([0.9], on: $0)) }
        },
        WorkedCase("mbsd", "divergence of equal predictions", [0]) {
            values { divergenceRows(of: logits([0.6], on: $0), from: logits([0.6], on: $0)) }
        },
        WorkedCase(
            "mmcosine", "logits of (3, 4) with class weights (1, 0) and (0, 2), whatever its length", [6, 8, 6, 8]
        ) {
            values { tape in
                MMCosine.cosines(tape.leaf([3, 4, 15, 20], Shape(2, 2)), tape.leaf([1, 0, 0, 2], Shape(2, 2))) * 10
            }
        },
        WorkedCase(
            "mmpareto", "shares of g_f = (1, 0) and g_u = (−1, 1), and where one is the shortest", [0.6, 0.999, 0.001]
        ) {
            [MMPareto.share(1, -1, 2), MMPareto.share(1, 2, 5), MMPareto.share(5, 2, 1)]
        },
        WorkedCase("reconboost", "row weights of what the others know", [4.9, 4.5, 4.1]) {
            [Float(0.1), 0.5, 0.9].map { (Double(ReconBoost.rowWeight($0, 5, 1)) * 1e5).rounded() / 1e5 }
        },
        WorkedCase("reconboost", "w₂ = 0 is the scaled unimodal loss", [5, 5]) {
            [Float(0.1), 0.9].map { Double(ReconBoost.rowWeight($0, 5, 0)) }
        },
    ]

    private static let schedules: [WorkedCase] = [
        WorkedCase("amco", "masked classes at no, half and full progress", [0, 7, 10]) {
            [0, 0.15, 1].map { Double(AMCo.masked(progress: $0, ramp: 0.3, options: 10)) }
        },
        WorkedCase("dgl", "α of each encoder", [4, 4]) {
            // One step of plain descent moves encoders α times as far as with α = 1; weight decay is off.
            let problem = try TinyProblem()
            func move(_ alpha: Double) throws -> [Double] {
                let trainer = try problem.trainer(
                    "dgl", ["alpha": .double(alpha)], epochs: 1, batch: 96, rate: 0.5, momentum: 0, decay: 0)
                let start = trainer.model.parameters.buffer.values
                try trainer.train()
                return problem.modalities.map { modality in
                    trainer.model.parameters.range(.encoder(modality)).reduce(0) {
                        let difference = Double(trainer.model.parameters.buffer.pointer[$1] - start[$1])
                        return $0 + difference * difference
                    }.squareRoot()
                }
            }
            // To a millionth, which is what a float's rounding leaves.
            return zip(try move(4), try move(1)).map { ($0 / $1 * 1e4).rounded() / 1e4 }
        },
        WorkedCase("greedy", "spread of speeds: equal, and one bypass ten times the others", [0, 1]) {
            [1, 10].map { bypass in
                var state = Greedy.State()
                (state.main, state.bypass) = ([1, 1], [Double(bypass), 1])
                return state.decide(tolerance: 0.01, steps: 5)
            }
        },
        WorkedCase("greedy", "the modality in focus, and for how many steps", [0, 5]) {
            var state = Greedy.State()
            (state.main, state.bypass) = ([1, 1], [10, 1])
            _ = state.decide(tolerance: 0.01, steps: 5)
            let focus = Double(state.focus ?? -1)
            var steps = 0.0
            while state.continues() { steps += 1 }
            return [focus, steps]
        },
        WorkedCase("inforeg", "β of a lead of 0.5, and saturated", [1.508060, 2.582368]) {
            [0.5, 50].map { InfoReg.strength(0.95, lead: $0) }
        },
        WorkedCase("inforeg", "a constant trace: open for epochs 0 to 10", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]) {
            (0...12).map { epoch in
                InfoReg.isOpen([Double](repeating: 3, count: epoch), window: 10, threshold: 0.05) ? 1 : 0
            }
        },
        WorkedCase("lfm", "the heuristic at epochs 0, 1, 4 and 9", [0.632121, 0.393469, 0.181269, 0.095163]) {
            [0, 1, 4, 9].map { LFM.heuristic($0) }
        },
        WorkedCase("lfm", "the hypergradient's sign and its bounds", [0.53, 0.95, 0.05]) {
            // Validation loss θ²/2 at θ = 1, alignment pulls to 0 (slope 2), classification away (slope −1).
            [
                LFM.updated(0.5, rate: 0.01, slope: 1 * (2 - -1)), LFM.updated(0.9, rate: 1, slope: 3),
                LFM.updated(0.1, rate: 1, slope: -3),
            ]
        },
        WorkedCase("mla", "P after r̄ = (1, 0)", [0.090909, 0, 0, 1]) { projection([1, 0], outer: false) },
        WorkedCase("mla", "P after r̄ = (1, 2)", [0.803922, -0.392157, -0.392157, 0.215686]) {
            projection([1, 2], outer: false)
        },
        WorkedCase("mla", "P as released", [0.090909, -0.952381, -0.952381, 0.024390]) {
            projection([1, 2], outer: true)
        },
        WorkedCase(
            "mla", "the head's gradient ((1, 2), (3, 4)), which stands here transposed", [0.090909, 0.272727, 2, 4]
        ) {
            var gradient: [Float] = [1, 3, 2, 4]
            let p = projection([1, 0], outer: false).map { Float($0) }
            gradient.withUnsafeMutableBufferPointer { values in
                if let base = values.baseAddress { MLA.project(base, rows: 2, columns: 2, p) }
            }
            return gradient.map(Double.init)
        },
        WorkedCase("mla", "weights of two entropies", [0.590991, 0.409009]) { MLA.weights([0.325083, 0.693147]) },
        WorkedCase("pdmp", "shares of the logit mass of the golden logits", [0.810811, 0.189189]) {
            let masses: [Double] = [[2, 0, 0, 1], [0.5, 0, 0, 0.2]].map { row in
                row.reduce(0) { $0 + abs($1) } / 2
            }
            return shares(ModalityMap([Modality("a"), Modality("b")], masses))?.values ?? []
        },
        WorkedCase("valuation", "copies of six contributions", [0, 0, 1, 2, 3, 0]) {
            [1, 1.5, 0.5, 0, -0.5, 1.0 - 1e-12].map { Double(Valuation.copies($0)) }
        },
        WorkedCase("valuation", "probability of the modality level", [0.333333]) {
            [Valuation.probability([0.8, 0.3], alpha: 1)]
        },
        WorkedCase(
            "valuation", "contributions: both alone, neither, one, the other, nothing",
            [1, 1, 1, 1, 1.5, 0.5, -0.5, 0.5, 0, 0]
        ) {
            // Right by a alone, by b alone, by both.
            [
                [true, true, true], [false, false, true], [true, false, true], [false, true, false],
                [false, false, false],
            ].flatMap { right in
                shapley(2) { $0 == 0 ? 0 : (right[Int($0) - 1] ? Double($0.nonzeroBitCount) : 0) }
            }
        },
    ]

    private static func projection(_ mean: [Double], outer: Bool) -> [Double] {
        var p = MLA.identity(2)
        MLA.update(&p, mean: mean, alpha: 0.1, outer: outer)
        return p.map(Double.init)
    }
}
