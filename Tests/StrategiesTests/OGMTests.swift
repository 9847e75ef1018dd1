// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// Numbers worked by hand from the formulas of the paper.
@Suite struct `OGM and OGM-GE` {
    func map(_ values: [Double]) -> ModalityMap<Double> {
        ModalityMap(["a", "b", "c"].prefix(values.count).map { Modality($0) }, values)
    }

    /// z_a = [[2,0],[0,1]], z_v = [[0.5,0],[0,0.2]], labels (0,1).
    @Test func `scores, ratios and coefficients of two modalities`() {
        func probability(_ right: Double, _ wrong: Double) -> Double {
            Elementary.exp(right) / (Elementary.exp(right) + Elementary.exp(wrong))
        }
        let audio = probability(2, 0) + probability(1, 0)
        let video = probability(0.5, 0) + probability(0.2, 0)
        #expect(abs(audio - 1.611856) < 1e-6 && abs(video - 1.172293) < 1e-6)
        let ratios = OGM.ratios(map([audio, video]), .mean)
        #expect(abs(ratios.values[0] - 1.374959) < 1e-6)
        for (alpha, expected) in [(0.1, 0.863364), (0.3, 0.609417), (0.8, 0.199513)] {
            #expect(abs(Double(OGM.coefficient(ratio: ratios.values[0], alpha: alpha)) - expected) < 1e-6)
            #expect(OGM.coefficient(ratio: ratios.values[1], alpha: alpha) == 1)
        }
    }

    @Test func `three modalities are compared with the mean of the others`() {
        let ratios = OGM.ratios(map([1.2, 1.5, 2.0]), .mean)
        for (ratio, expected) in zip(ratios.values, [0.685714, 0.9375, 1.481481]) {
            #expect(abs(ratio - expected) < 1e-6)
        }
        let coefficients = ratios.values.map { Double(OGM.coefficient(ratio: $0, alpha: 0.8)) }
        for (coefficient, expected) in zip(coefficients, [1, 1, 0.170920]) {
            #expect(abs(coefficient - expected) < 1e-6)
        }
        let weakest = OGM.ratios(map([1.2, 1.5, 2.0]), .weakest).values
        for (ratio, expected) in zip(weakest, [0.8, 1.25, 2.0 / 1.2]) { #expect(abs(ratio - expected) < 1e-12) }
    }

    @Test func `the coefficient jumps where a modality begins to lead`() {
        #expect(OGM.coefficient(ratio: 1, alpha: 0.8) == 1)
        #expect(abs(Double(OGM.coefficient(ratio: 1 + 1e-12, alpha: 0.8)) - 0.335963) < 1e-6)
        #expect(OGM.ratios(map([0.5, 0]), .mean).values == [1, 0])
    }

    @Test func `the noise has the deviation that was asked for, and is keyed`() throws {
        let problem = try TinyProblem()
        let encoder = try encoders["mlp"].resolve(["widths": [20_000]]).canonical
        let model = try MultimodalModel(
            ModelSpec(
                inputs: problem.dataset.signature.inputs,
                encoders: ModalityMap(problem.modalities) { _ in ("mlp", encoder) }, fusion: ("sum", .null), outputs: 3),
            ModelPlan(modalities: problem.modalities), key: RandomKey(seed: 1))
        let gradients = Gradients(model.parameters)
        let info = try #require(model.parameters.infos.first { $0.count >= 100_000 })
        let start = gradients.buffer.pointer + info.offset
        for index in 0..<info.count { start[index] = Float(index % 2) }
        let before = gradients.deviation(info)
        #expect(abs(before - 0.5) < 1e-5)
        gradients.addNoise(info, deviation: before, key: RandomKey(seed: 1))
        var (sum, squares) = (0.0, 0.0)
        var first: [Float] = []
        for index in 0..<info.count {
            let noise = Double(start[index]) - Double(index % 2)
            sum += noise
            squares += noise * noise
            if index < 8 { first.append(start[index]) }
        }
        let count = Double(info.count)
        let deviation = ((squares - sum * sum / count) / (count - 1)).squareRoot()
        // A sample of 10⁵ has a deviation within a fifth of a percent; two percent are asked for.
        #expect(abs(deviation / before - 1) < 0.02)
        #expect(abs(sum / count) < 0.02)
        for index in 0..<8 { start[index] = Float(index % 2) }
        gradients.addNoise(info, deviation: before, key: RandomKey(seed: 2))
        #expect((0..<8).contains { start[$0] != first[$0] })
    }

    @Test func `a constant gradient gets next to no noise`() throws {
        let trainer = try TinyProblem().trainer("joint")
        let gradients = Gradients(trainer.model.parameters)
        let info = trainer.model.parameters.infos[0]
        for index in 0..<info.count { gradients.buffer.pointer[info.offset + index] = 3 }
        #expect(gradients.deviation(info) == 0)
        gradients.addNoise(info, deviation: gradients.deviation(info) + 1e-8, key: RandomKey(seed: 1))
        for index in 0..<info.count { #expect(abs(gradients.buffer.pointer[info.offset + index] - 3) < 1e-6) }
    }

    @Test(arguments: ["ogm", "ogm-ge"]) func `runs with three modalities and changes what joint training does`(
        _ id: String
    ) throws {
        let problem = try TinyProblem(modalities: 3)
        #expect(try problem.digest(id) != problem.digest("joint"))
        // Nothing is damped before the first epoch that counts.
        #expect(try problem.digest(id, ["firstEpoch": 50]) == problem.digest("joint"))
    }
}
