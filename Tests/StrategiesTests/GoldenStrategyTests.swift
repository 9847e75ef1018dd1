// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// Numbers that papers, public code or a hand calculation give for one step of each rule.
@Suite struct `Worked numbers` {
    func near(_ a: [Double], _ b: [Double], _ bound: Double = 2e-6) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < bound }
    }

    @Test func `AGM's coefficients`() {
        let losses = [0.220095, 0.536108]
        #expect(near(AGM.relative(losses, 2), [1.371648, 0.729050]))
        #expect(
            near(
                AGM.coefficients(losses, running: [0, 0], alpha: 1, cap: 10, sign: 1), [0.689597, 1.311210]))
        #expect(near(AGM.relative([0.5, 0.7], 2), [1.221403, 0.818731]))
        #expect(
            near(
                AGM.coefficients(losses, running: [0.5, 0.7], alpha: 1, cap: 10, sign: 1), [0.860497, 1.093825]))
    }

    @Test func `ARL's weights`() {
        let sharp = ARL.weights(entropies: [0.2, 0.8], masses: [0.7, 0.3], temperature: 8)
        #expect(near(sharp, [0.554330, 0.445670]))
        #expect(near(ARL.weights(entropies: [0.2, 0.8], masses: [0.7, 0.3], temperature: 4), [0.527246, 0.472754]))
    }

    @Test func `CGGM's coefficients`() {
        #expect(near(CGGM.coefficients([0.06, 0.02], rho: 1.3), [0.325, 0.975]))
        #expect(near(CGGM.coefficients([0.06, 0.02, 0.02], rho: 1.3), [0.52, 1.04, 1.04]))
    }

    @Test func `PMR's factors`() {
        let two = PMR.factors([1.2, 1.5], hard: false)
        #expect(near(two.beta.map(Double.init), [0.25, 0]) && near(two.gamma.map(Double.init), [0, 0.25]))
        let three = PMR.factors([1.2, 1.5, 2.0], hard: false)
        #expect(near(three.beta.map(Double.init), [0.666667, 0.333333, 0]))
        #expect(near(three.gamma.map(Double.init), [0, 0.25, 0.666667]))
    }

    @Test func `gradient blending's weights`() {
        let points = [(2.0, 2.0, 1.0, 1.4), (2, 2, 1.5, 1.6), (2, 2, 0.6, 1.2)]
        #expect(near(GradientBlending.weights(points, guarded: true), [0.081571, 0.870091, 0.048338]))
        let harmful = [(2.0, 2.0, 1.0, 2.4), (2, 2, 1.5, 1.6)]
        #expect(GradientBlending.weights(harmful, guarded: true) == [0, 1])
        #expect(GradientBlending.weights([(2, 2, 1, 3), (2, 2, 1, 3)], guarded: true) == [0.5, 0.5])
    }

    @Test func `MMPareto's convex combination`() {
        // g_f = (1, 0), g_u = (−1, 1)
        #expect(MMPareto.share(1, -1, 2) == 0.6)
        #expect(MMPareto.share(1, 2, 5) == 0.999 && MMPareto.share(5, 2, 1) == 0.001)
    }

    @Test func `MMPareto's gradient of an encoder in conflict`() {
        let builder = ParameterBuilder()
        builder.component = .encoder(Modality("a"))
        _ = builder.declare("w", Shape(2), .constant(0))
        let parameters = builder.finish(key: RandomKey(seed: 1))
        let (fused, alone, result) = (Gradients(parameters), Gradients(parameters), Gradients(parameters))
        fused.buffer.values = [1, 0]
        alone.buffer.values = [-1, 1]
        result.buffer.values = [0, 1]
        MMPareto.merge(fused, alone, .encoder(Modality("a")), share: 0.6, into: result)
        result.scale(.encoder(Modality("a")), by: 1.5)
        #expect(near(result.buffer.values.map(Double.init), [0.670820, 1.341641]))
        // ĝ hurts neither objective.
        #expect(result.dot(fused, .encoder(Modality("a"))) > 0 && result.dot(alone, .encoder(Modality("a"))) > 0)
        // Opposite gradients of equal size leave nothing to scale: their sum, which is 0.
        alone.buffer.values = [-1, 0]
        result.buffer.values = [0, 0]
        MMPareto.merge(fused, alone, .encoder(Modality("a")), share: 0.5, into: result)
        #expect(result.buffer.values == [0, 0])
    }

    @Test func `MLA's projection`() {
        var p = MLA.identity(2)
        MLA.update(&p, mean: [1, 0], alpha: 0.1, outer: false)
        #expect(near(p.map(Double.init), [0.090909, 0, 0, 1]))
        p = MLA.identity(2)
        MLA.update(&p, mean: [1, 2], alpha: 0.1, outer: false)
        #expect(near(p.map(Double.init), [0.803922, -0.392157, -0.392157, 0.215686]))
        p = MLA.identity(2)
        MLA.update(&p, mean: [1, 2], alpha: 0.1, outer: true)
        #expect(near(p.map(Double.init), [0.090909, -0.952381, -0.952381, 0.024390]))
        #expect(near(MLA.weights([0.325083, 0.693147]), [0.590991, 0.409009]))
    }

    @Test func `LFM's schedule and the sign of its hypergradient`() {
        #expect(near([0, 1, 4, 9].map { LFM.heuristic($0) }, [0.632121, 0.393469, 0.181269, 0.095163]))
        // Validation loss θ²/2 at θ = 1, alignment pulls to 0 (slope 2), classification away (slope −1): more alignment.
        #expect(LFM.updated(0.5, rate: 0.01, slope: 1 * (2 - -1)) == 0.53)
        #expect(LFM.updated(0.9, rate: 1, slope: 3) == 0.95 && LFM.updated(0.1, rate: 1, slope: -3) == 0.05)
    }

    @Test(arguments: [(Float(0.1), Float(4.9)), (0.5, 4.5), (0.9, 4.1)])
    func `ReconBoost's row weights`(_ known: Float, _ weight: Float) {
        #expect(ReconBoost.rowWeight(known, 5, 1) == weight)
    }

    @Test func `OPM's probabilities`() {
        // S of (1.611856, 1.172293): ρ = 1.374959
        let drops = OPM.probabilities([1.611856, 1.172293], base: 0.5, lambda: 0.5, aliased: false)
        #expect(near(drops, [0.589580, 0]))
        let aliased = OPM.probabilities([1.611856, 1.172293], base: 0.5, lambda: 0.5, aliased: true)
        #expect(aliased[0] == drops[0] && aliased[1] == 0)
    }

    @Test func `AMCo's number of masked classes`() {
        #expect(AMCo.masked(progress: 0, ramp: 0.3, options: 10) == 0)
        #expect(AMCo.masked(progress: 0.15, ramp: 0.3, options: 10) == 7)
        #expect(AMCo.masked(progress: 1, ramp: 0.3, options: 10) == 10)
    }

    @Test func `valuation's copies and probability`() {
        #expect([1, 1.5, 0.5, 0, -0.5, 1.0 - 1e-12].map { Valuation.copies($0) } == [0, 0, 1, 2, 3, 0])
        #expect(abs(Valuation.probability([0.8, 0.3], alpha: 1) - 0.333333) < 1e-6)
    }

    @Test(arguments: [
        ([true, true, true], [1.0, 1.0]), ([false, false, true], [1, 1]), ([true, false, true], [1.5, 0.5]),
        ([false, true, false], [-0.5, 0.5]), ([false, false, false], [0, 0]),
    ])
    func `contributions of a sample`(_ right: [Bool], _ wanted: [Double]) {
        // right: a alone, b alone, both
        let values = shapley(2) { subset in
            subset == 0 ? 0 : (right[Int(subset) - 1] ? Double(subset.nonzeroBitCount) : 0)
        }
        #expect(values == wanted)
    }

    @Test func `InfoReg's window`() {
        let open = (0...12).map { epoch in
            InfoReg.isOpen([Double](repeating: 3, count: epoch), window: 10, threshold: 0.05)
        }
        #expect(open == [Bool](repeating: true, count: 11) + [false, false])
    }

    @Test func `OGM's coefficients`() {
        let ratio = 1.374959
        #expect(
            near(
                [0.1, 0.3, 0.8].map { Double(OGM.coefficient(ratio: ratio, alpha: $0)) },
                [0.863364, 0.609417, 0.199513]))
        let modalities = ["a", "b", "c"].map { Modality($0) }
        let ratios = OGM.ratios(ModalityMap(modalities, [1.2, 1.5, 2.0]), .mean)
        #expect(near(ratios.values, [0.685714, 0.9375, 1.481481]))
        #expect(near(ratios.values.map { Double(OGM.coefficient(ratio: $0, alpha: 0.8)) }, [1, 1, 0.170920]))
    }

    @Test func `purity and k-means`() {
        #expect(clusterPurity([0, 0, 0, 1, 1], [0, 0, 1, 1, 1]) == 0.8)
        let values: [Float] = [0, 0, 0.1, 0, 5, 5, 5, 5.1, -5, 4, -5, 4.1]
        let clusters = KMeans(values, rows: 6, clusters: 3, RandomKey(seed: 1)).assignment
        #expect(clusters[0] == clusters[1] && clusters[2] == clusters[3] && clusters[4] == clusters[5])
        #expect(Set(clusters).count == 3)
    }

    @Test func `weights of an ensemble`() {
        // Member 0 is right and sure, member 1 knows nothing.
        let fit = EnsembleFit(
            members: [[4, 0, 0, 4, 4, 0], [0, 0, 0, 0, 0, 0]], options: 2, targets: [0, 1, 0])
        let weights = fit.weights(temperatures: [1, 1])
        #expect(weights[0] > 0.9 && abs(weights.reduce(0, +) - 1) < 1e-12)
        // 88 % right with logits of ±4: the temperature that makes p = 0.88 is 8 / ln(0.88/0.12).
        var logits: [Float] = []
        var targets: [Int32] = []
        for row in 0..<100 {
            logits += [8, 0]
            targets.append(row < 88 ? 0 : 1)
        }
        let temperature = EnsembleFit(members: [logits], options: 2, targets: targets).temperature(of: 0)
        #expect(abs(temperature - 8 / Elementary.log(0.88 / 0.12)) < 1e-3)
    }

    @Test func `Shapley shares`() {
        let value: (UInt32) -> Double = { [0, 60, 30, 66][Int($0)] }
        #expect(shapley(2, value) == [48, 18])
        let many = shapley(8) { Double($0.nonzeroBitCount * $0.nonzeroBitCount) }
        #expect(abs(many.reduce(0, +) - 64) < 1e-9)
    }
}
