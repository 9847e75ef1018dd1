// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// What one step of a strategy does to a model.
@Suite struct `One step` {
    /// How far plain descent without decay moved each parameter in one step on the whole training split, in units of the rate.
    func gradients(
        _ id: String, _ options: ConfigValue = .null, fusion: String = "concat", budget: [String: ConfigValue] = [:]
    ) throws -> (trainer: Trainer, values: [(info: ParameterInfo, gradient: [Double])]) {
        let trainer = try TinyProblem().trainer(
            id, options, fusion: fusion, epochs: 1, batch: 96, rate: 0.5, momentum: 0, decay: 0, budget: budget)
        let start = trainer.model.parameters.buffer.values
        try trainer.train()
        let end = trainer.model.parameters.buffer.values
        return (
            trainer,
            trainer.model.parameters.infos.map { info in
                (info, (info.offset..<info.offset + info.count).map { Double(start[$0] - end[$0]) / 0.5 })
            }
        )
    }

    func norm(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }

    func isScaled(_ a: [Double], by factor: Double, _ b: [Double]) -> Bool {
        let size = norm(b)
        return zip(a, b).allSatisfy { abs($0 - factor * $1) <= 1e-5 + 1e-4 * size }
    }

    @Test func `AGM multiplies encoders and their blocks of the head by κ, biases by its mean`() throws {
        let joint = try gradients("joint")
        let agm = try gradients("agm", ["alpha": 1])
        let kappa = ["a", "b"].compactMap { agm.trainer.curves["coefficient/\($0)"]?.first }
        try #require(kappa.count == 2 && abs(kappa[0] - kappa[1]) > 0.01)
        let fusion = try #require(agm.trainer.model.fusion)
        let parameters = agm.trainer.model.parameters
        for ((info, moved), (_, plain)) in zip(agm.values, joint.values) {
            var factor = (kappa[0] + kappa[1]) / 2
            for (position, name) in ["a", "b"].enumerated() {
                let blocks = fusion.shareParameters(of: Modality(name)).map { parameters[$0] }
                    .filter { $0.shape.rank >= 2 }
                if info.component == .encoder(Modality(name)) || blocks.contains(where: { $0.offset == info.offset }) {
                    factor = kappa[position]
                }
            }
            #expect(isScaled(moved, by: factor, plain), "\(info.name)")
        }
    }

    @Test(arguments: ["film", "gated", "attention"])
    func `AGM's responses add up to the logits with three modalities`(_ fusion: String) throws {
        let problem = try TinyProblem(modalities: 3)
        // With κ = 1 the way back goes through the sum of the responses, which must be that of the logits.
        let joint = try problem.trainer("joint", fusion: fusion, rate: 0.01)
        let agm = try problem.trainer("agm", ["alpha": 0], fusion: fusion, rate: 0.01)
        try joint.train()
        try agm.train()
        for (a, b) in zip(joint.model.parameters.buffer.values, agm.model.parameters.buffer.values) {
            #expect(abs(a - b) < 1e-3)
        }
    }

    @Test func `AGM with absent inputs at zero is another measurement of the same thing`() throws {
        let problem = try TinyProblem()
        let feature = try problem.digest("agm", fusion: "film")
        let input = try problem.digest("agm", ["absent": "zero-input"], fusion: "film")
        #expect(feature != input)
        #expect(try problem.digest("agm", ["absent": "zero-input"], fusion: "film") == input)
        // Responses no longer add up to shares, so that its coefficients act inside the fusion.
        let entry = try strategies["agm"]
        let options = entry.resolve(["absent": "zero-input", "mode": "update"]).canonical
        #expect(try entry.misfit(options, problem.problem()) != nil)
    }

    @Test func `PDMP moves the ratio of the encoders' gradients by γ_p over γ_r, and nothing else`() throws {
        let joint = try gradients("joint")
        let pdmp = try gradients("pdmp", ["dominant": "b", "gammaDominant": 3, "gammaRest": 0.25])
        for ((info, moved), (_, plain)) in zip(pdmp.values, joint.values) {
            let factor =
                info.component == .encoder(Modality("b")) ? 3 : info.component == .encoder(Modality("a")) ? 0.25 : 1
            #expect(isScaled(moved, by: factor, plain), "\(info.name)")
        }
        let (raw, modulated) = (
            try #require(pdmp.trainer.curves["gradient-ratio/raw"]?.first),
            try #require(pdmp.trainer.curves["gradient-ratio/modulated"]?.first)
        )
        #expect(abs(raw - modulated - Elementary.log(12) / Elementary.log(2)) < 1e-5)
    }

    @Test func `exactly one of three modalities leads`() throws {
        let trainer = try TinyProblem(modalities: 3).trainer("pdmp", ["dominant": "c"], epochs: 1)
        try trainer.train()
        #expect(["a", "b", "c"].map { trainer.curves["coefficient/\($0)"]?.first } == [0.5, 0.5, 2])
    }

    @Test func `clipping after the coefficients couples the modalities, before them it does not`() throws {
        let options: ConfigValue = ["dominant": "a", "gammaDominant": 4, "gammaRest": 1]
        let plain = try gradients("pdmp", options)
        let after = try gradients("pdmp", options, budget: ["clipNorm": 0.01])
        let before = try gradients("pdmp", options, budget: ["clipNorm": 0.01, "clipBeforeScale": true])
        let whole = try gradients("joint")
        let (scaled, raw) = (
            norm(plain.values.flatMap(\.gradient)), norm(whole.values.flatMap(\.gradient))
        )
        try #require(raw > 0.01)
        for (index, info) in plain.values.map(\.info).enumerated() where info.component == .encoder(Modality("b")) {
            #expect(isScaled(after.values[index].gradient, by: 0.01 / scaled, whole.values[index].gradient))
            #expect(isScaled(before.values[index].gradient, by: 0.01 / raw, whole.values[index].gradient))
        }
        #expect(plain.trainer.curves["clipped"] == nil && after.trainer.curves["clipped"] == [1])
    }

    /// Compares CGGM's explicit gradient of the output layer with what the way back gives.
    struct OutputLayer: TrainingStrategy {
        static let card = Card(id: "output-layer", title: "", summary: "")
        init(_: NoOptions, _: Setting) {}
        var explicit: [[Float]] = []
        var largest = Double.infinity
        var findings: [String: Double] { ["largest": largest] }

        mutating func objective(_ forward: Forward, _: Step) -> Objective {
            let logits = forward.logits
            let residual = forward.withoutGradient { forward.residual(logits) }
            explicit = forward.features.values.map { feature in
                forward.withoutGradient { feature.transposed().product(residual) }.values
            }
            return Objective(forward.meanLoss(logits))
        }

        mutating func modulate(_ gradients: Gradients, _: ModalityMap<Float>?, _ forward: Forward, _: Step) {
            largest = 0
            for (position, modality) in forward.modalities.enumerated() {
                for id in forward.model.fusion?.shareParameters(of: modality) ?? [] {
                    let info = gradients.parameters[id]
                    guard info.shape.rank == 2 else { continue }
                    for index in 0..<info.count {
                        let difference = gradients.buffer.pointer[info.offset + index] - explicit[position][index]
                        largest = max(largest, Double(abs(difference)))
                    }
                }
            }
        }
    }

    @Test func `CGGM's explicit gradient of the output layer is the way back's`() throws {
        let trainer = try TinyProblem().trainer(entry: StrategyEntry(OutputLayer.self), epochs: 1)
        try trainer.train()
        #expect((trainer.strategy.findings["largest"] ?? .infinity) < 1e-6)
    }
}

@Suite struct `Where coefficients act` {
    /// Strategies with a `mode`: those whose coefficients can be put on gradients, cotangents or updates.
    static let scaling = strategies.entries.filter { entry in entry.fields.contains { $0.name == "mode" } }.map(
        \.card.id)
    static let cases = scaling.flatMap { id in ["sgd", "adamw", "lion"].map { (id, $0) } }

    @Test func `is asked of all that scale gradients`() {
        let expected = ["agm", "arl", "cggm", "dgl", "mmpareto", "ogm", "ogm-ge", "pdmp"]
        #expect(Self.scaling == expected)
    }

    @Test(arguments: cases)
    func `every mode runs under every optimizer, and the update is another place than the gradient`(
        _ id: String, _ optimizer: String
    ) throws {
        let problem = try TinyProblem()
        func digest(_ mode: String) throws -> String {
            var options: [String: ConfigValue] = ["mode": .string(mode)]
            if id == "pdmp" { options["dominant"] = "a" }
            if id == "arl" { options["firstEpoch"] = 0 }
            return try problem.digest(id, .object(options), optimizer: optimizer, rate: 0.01)
        }
        let (gradient, update) = (try digest("gradient"), try digest("update"))
        _ = try digest("cotangent")
        #expect(gradient != update)
    }

    /// Constant factors cancel under Adam in gradient mode; `mode: update` brings them back.
    @Test(arguments: ["pdmp", "dgl", "mmpareto"], ["gradient", "update"])
    func `constant factors do nothing under Adam unless they act on updates`(_ id: String, _ mode: String) throws {
        func values(_ factor: Double) throws -> [Float] {
            let options: ConfigValue =
                switch id {
                case "pdmp":
                    [
                        "dominant": "a", "gammaDominant": .double(factor), "gammaRest": .double(factor),
                        "mode": .string(mode),
                    ]
                case "dgl": ["alpha": .double(factor), "mode": .string(mode)]
                default: ["gamma": .double(factor), "mode": .string(mode)]
                }
            let trainer = try TinyProblem().trainer(id, options, optimizer: "adamw", epochs: 4, rate: 1e-3)
            try trainer.train()
            return trainer.model.parameters.buffer.values
        }
        let distance = zip(try values(1), try values(4)).map { abs($0 - $1) }.max() ?? 0
        #expect(mode == "gradient" ? distance < 1e-3 : distance > 1e-3, "\(distance)")
    }
}

@Suite struct `An ensemble` {
    private func predictions(_ average: String, _ weights: [Double]? = nil) throws -> (all: [Float], members: [[Float]])
    {
        let problem = try TinyProblem()
        let trainer = try problem.trainer("late-fusion", ["average": .string(average)])
        try trainer.train()
        var strategy = try #require(trainer.strategy as? LateFusion)
        if let weights { strategy.state.weights = weights }
        var all: [Float] = []
        var members: [[Float]] = [[], []]
        Evaluator(problem.dataset.signature, problem.task).walk(trainer.model, problem.dataset.part(.test)) { forward in
            all += strategy.predict(forward).softmax().values
            for (index, head) in (forward.auxiliaryLogits?.values ?? []).enumerated() {
                members[index] += head.softmax().values
            }
        }
        return (all, members)
    }

    @Test func `with all weight on one member is that member`() throws {
        for (index, weights) in [[1.0, 0], [0, 1]].enumerated() {
            let (all, members) = try predictions("weighted", weights)
            for (a, b) in zip(all, members[index]) { #expect(abs(a - b) < 1e-6) }
        }
    }

    @Test func `of probabilities is their mean`() throws {
        let (all, members) = try predictions("probabilities")
        for (index, value) in all.enumerated() {
            #expect(abs(value - (members[0][index] + members[1][index]) / 2) < 1e-6)
        }
    }

    @Test(arguments: ["logits", "probabilities", "weighted"])
    func `of equal members says what each says`(_ average: String) throws {
        let entry = try strategies["late-fusion"]
        let options = entry.resolve(["average": .string(average)]).canonical
        let problem = try TinyProblem()
        let trainer = try problem.trainer("late-fusion", options, epochs: 1)
        Evaluator(problem.dataset.signature, problem.task).walk(
            trainer.model, problem.dataset.part(.test), rows: [0, 1]
        ) { forward in
            guard let one = forward.auxiliaryLogits?.values.first else { return }
            let mixed = trainer.strategy.mixture([one, one], forward).softmax().values
            for (a, b) in zip(mixed, one.softmax().values) { #expect(abs(a - b) < 1e-6) }
        }
    }
}
