// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// Numbers that papers, public code or a hand calculation give for one step of each rule.
@Suite struct `Worked numbers` {
    func near(_ a: [Double], _ b: [Double], _ bound: Double = 2e-6) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < bound }
    }

    @Test(arguments: WorkedCase.all)
    func `come out`(_ example: WorkedCase) throws {
        let got = try example.got()
        #expect(near(got, example.wanted), "\(got), not \(example.wanted)")
    }

    /// A strategy without a rule of its own is no exception to be made lightly.
    @Test func `are there for every strategy`() {
        let plain = ["blind", "joint", "unimodal"]
        for id in strategies.ids where !plain.contains(id) {
            #expect(
                WorkedCase.all.contains { $0.strategy == id },
                "no worked number for '\(id)': add one to WorkedCases.swift")
        }
        for example in WorkedCase.all { #expect(strategies.ids.contains(example.strategy), "\(example.strategy)") }
    }

    @Test func `every strategy but joint training says where it acts`() {
        for entry in strategies.entries {
            #expect(entry.stages.isEmpty == (entry.card.id == "joint"), "\(entry.card.id)")
        }
    }

    @Test func `the gain of a modality over what the prefix tells`() {
        // Token probabilities (0.9, 0.2) with the modality, (0.9, 0.1) without.
        let tape = Tape()
        withExtendedLifetime(tape) {
            let (with, without) = (
                WorkedCase.logits([0.9, 0.2], on: tape), WorkedCase.logits([0.9, 0.1], on: tape)
            )
            let targets: [Int32] = [0, 0]
            targets.withUnsafeBufferPointer { targets in
                guard let targets = targets.baseAddress else { return }
                let gain =
                    meanTargetLogProbability(with, targets) - meanTargetLogProbability(without, targets)
                #expect(abs(gain - 0.346574) < 2e-6)
                #expect(
                    abs(meanTargetProbability(with, targets) / meanTargetProbability(without, targets) - 1.1) < 1e-6)
            }
        }
    }

    /// MMPareto's gradient of one encoder; `result` begins as the sum.
    private func merged(_ fused: [Float], _ alone: [Float], share: Double) -> (Gradients, Gradients, Gradients) {
        let builder = ParameterBuilder()
        builder.component = .encoder(Modality("a"))
        _ = builder.declare("w", Shape(2), .constant(0))
        let parameters = builder.finish(key: RandomKey(seed: 1))
        let (f, a, result) = (Gradients(parameters), Gradients(parameters), Gradients(parameters))
        f.buffer.values = fused
        a.buffer.values = alone
        result.buffer.values = zip(fused, alone).map(+)
        MMPareto.merge(f, a, .encoder(Modality("a")), share: share, into: result)
        return (f, a, result)
    }

    @Test func `MMPareto's gradient of an encoder in conflict hurts neither objective`() {
        let (fused, alone, result) = merged([1, 0], [-1, 1], share: 0.6)
        #expect(result.dot(fused, .encoder(Modality("a"))) > 0 && result.dot(alone, .encoder(Modality("a"))) > 0)
        result.scale(.encoder(Modality("a")), by: 1.5)
        #expect(near(result.buffer.values.map(Double.init), [0.670820, 1.341641]))
    }

    @Test func `MMPareto's gradient without conflict is the sum, and opposite ones leave nothing to scale`() {
        // g_f = (1, 0), g_u = (1, 1): the step is γ times (2, 1).
        let (_, _, sum) = merged([1, 0], [1, 1], share: 0.5)
        sum.scale(.encoder(Modality("a")), by: 1.5)
        #expect(sum.buffer.values == [3, 1.5])
        #expect(merged([1, 0], [-1, 0], share: 0.5).2.buffer.values == [0, 0])
    }

    @Test func `OPM as released compares with a score that was divided`() {
        let drops = OPM.probabilities([1.611856, 1.172293], base: 0.5, lambda: 0.5, aliased: true)
        #expect(near(drops, [0.589580, 0]))
    }

    @Test func `MMCosine's gradient is orthogonal to the feature`() {
        let tape = Tape()
        withExtendedLifetime(tape) {
            let feature = tape.leaf([3, 4], Shape(1, 2))
            feature.keepGradient()
            let target: [Int32] = [0]
            target.withUnsafeBufferPointer { target in
                guard let target = target.baseAddress else { return }
                let logits = MMCosine.cosines(feature, tape.leaf([1, 0.5, -1, 2], Shape(2, 2))) * 10
                tape.backward(from: logits.crossEntropy(target).mean(), into: nil)
            }
            guard let gradient = feature.gradientPointer else {
                Issue.record("no gradient")
                return
            }
            #expect(abs(gradient[0] * 3 + gradient[1] * 4) < 1e-5 && abs(gradient[0]) > 1e-3)
        }
    }

    @Test func `k-means finds three clusters`() {
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
