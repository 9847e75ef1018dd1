// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

@Suite struct `What strategies leave alone` {
    /// The numbers of all parameters that `b` has too, by name.
    func common(_ a: Trainer, _ b: Trainer) -> [(String, [Float], [Float])] {
        let problem = { (trainer: Trainer) in
            trainer.model.parameters.infos.map { info in
                (
                    info.name,
                    Array(
                        UnsafeBufferPointer(
                            start: trainer.model.parameters.buffer.pointer + info.offset, count: info.count))
                )
            }
        }
        let right = problem(b)
        return problem(a).compactMap { name, values in
            right.first { $0.0 == name }.map { (name, values, $0.1) }
        }
    }

    static let neutral: [(String, ConfigValue)] = [
        ("agm", ["alpha": 0]),
        ("arl", ["firstEpoch": 1000, "warmupWeight": 0]),
        ("cggm", ["lambda": 0, "modulate": false]),
        ("diagnosing-relearning", ["lambda": 0, "period": 0.25]),
        ("gradient-blending", ["estimate": "fixed", "weights": [0, 0, 1]]),
        ("inforeg", ["unimodalWeight": 0, "pull": [0]]),
        ("ogm", ["alpha": 0]),
        ("ogm-ge", ["firstEpoch": 1000, "lastEpoch": 1000]),
        ("opm", ["execution": 0, "firstEpoch": 0]),
        ("pdmp", ["dominant": "b", "gammaDominant": 1, "gammaRest": 1]),
        ("pmr", ["alpha": 0, "mu": 0]),
        ("umt", ["lambda": 0]),
        ("valuation", ["warmup": 1000]),
    ]

    @Test(arguments: `What strategies leave alone`.neutral.indices, ["sgd", "adamw"])
    func `neutral options are joint training to the bit`(_ index: Int, _ optimizer: String) throws {
        let (id, options) = `What strategies leave alone`.neutral[index]
        let problem = try TinyProblem()
        for fusion in ["concat", "sum", "gated", "attention"] {
            let joint = try problem.trainer("joint", fusion: fusion, optimizer: optimizer, epochs: 4)
            try joint.train()
            // Its responses sum to z, in another order.
            if id == "agm", fusion == "gated" || fusion == "attention" { continue }
            let other = try problem.trainer(id, options, fusion: fusion, optimizer: optimizer, epochs: 4)
            try other.train()
            let pairs = common(joint, other)
            #expect(pairs.count == joint.model.parameters.infos.count)
            for (name, a, b) in pairs {
                #expect(a.map(\.bitPattern) == b.map(\.bitPattern), "\(id), \(fusion): \(name)")
            }
        }
    }

    /// One step of plain gradient descent on the whole training split.
    func step(_ id: String, _ options: ConfigValue = .null, fusion: String = "concat") throws -> Trainer {
        let trainer = try TinyProblem().trainer(
            id, options, fusion: fusion, epochs: 1, batch: 96, rate: 0.5, momentum: 0)
        try trainer.train()
        return trainer
    }

    @Test(arguments: ["concat", "sum", "gated", "film"])
    func `DGL's fusion learns from the fused loss, its encoders do not`(_ fusion: String) throws {
        let joint = try step("joint", fusion: fusion)
        let dgl = try step("dgl", fusion: fusion)
        let still = try step("dgl", ["alpha": 0], fusion: fusion)
        let initial = joint.model.parameters.initialValues(RandomKey(seed: 4))
        var moved = false
        for (info, (name, a, b)) in zip(joint.model.parameters.infos, common(joint, dgl)) {
            if info.component == .fusion {
                #expect(a.map(\.bitPattern) == b.map(\.bitPattern), "\(name)")
            } else {
                moved = moved || a != b
            }
        }
        #expect(moved)
        for (info, (name, _, b)) in zip(joint.model.parameters.infos, common(joint, still))
        where info.component != .fusion {
            // Only weight decay moves them.
            let start = initial[info.offset..<info.offset + info.count]
            for (x, y) in zip(start, b) { #expect(abs(x * (1 - 0.5 * 1e-4) - y) <= abs(x) * 1e-6, "\(name)") }
        }
    }

    @Test func `a stage of ReconBoost touches one modality only`() throws {
        let trainer = try TinyProblem().trainer(
            "reconboost", ["pretrained": false, "stageEpochs": 1, "rectificationEpochs": 1], epochs: 4)
        let initial = trainer.model.parameters.buffer.values
        try trainer.train(until: 1)
        for info in trainer.model.parameters.infos {
            let now = trainer.model.parameters.buffer.values[info.offset..<info.offset + info.count]
            let same = Array(now) == Array(initial[info.offset..<info.offset + info.count])
            let trained = info.component == .encoder(Modality("a")) || info.component == .auxiliary(Modality("a"))
            #expect(same != trained, "\(info.name)")
        }
    }

    @Test func `a teacher equal to the student changes nothing`() throws {
        let problem = try TinyProblem()
        let joint = try step("joint")
        let weights = problem.named(try problem.trainer("joint").model.parameters)
        let entry = try strategies["umt"]
        let options = entry.resolve(["lambda": 10]).canonical
        var known: [Companion: NamedWeights] = [:]
        for companion in try entry.companions(options, try problem.problem(), 4) { known[companion] = weights }
        let student = try problem.trainer(
            "umt", options, epochs: 1, batch: 96, rate: 0.5, momentum: 0,
            companions: CompanionResults([:], weights: known))
        try student.train()
        #expect(student.model.parameters.digest == joint.model.parameters.digest)
        #expect(student.curves["distance/a"] == [0])
    }

    @Test func `MLA's prediction of a row does not depend on the others`() throws {
        let problem = try TinyProblem()
        let trainer = try problem.trainer("mla")
        try trainer.train()
        let task = try tasks["classification"].make(.null, problem.dataset.signature)
        let evaluator = Evaluator(problem.dataset.signature, task)
        var together: [Float] = []
        evaluator.walk(trainer.model, problem.dataset.part(.test)) { together += trainer.strategy.predict($0).values }
        var apart: [Float] = []
        for row in 0..<4 {
            evaluator.walk(trainer.model, problem.dataset.part(.test), rows: [row]) {
                apart += trainer.strategy.predict($0).values
            }
        }
        #expect(apart == Array(together[..<apart.count]))
    }

    @Test func `Greedy never rebalances within an endless tolerance`() throws {
        let problem = try TinyProblem()
        let patient = try problem.trainer("greedy", ["tolerance": 1e9, "firstEpoch": 0], epochs: 4)
        try patient.train()
        #expect(patient.strategy.findings["rebalancings"] == 0)
        let quick = try problem.trainer("greedy", ["tolerance": 0, "firstEpoch": 0], epochs: 4)
        try quick.train()
        #expect((quick.strategy.findings["rebalancings"] ?? 0) > 0)
    }

    @Test(arguments: ["gradient", "update"])
    func `a factor on gradients does nothing under AdamW, on updates it does`(_ mode: String) throws {
        func values(_ alpha: Double) throws -> [Float] {
            let trainer = try TinyProblem().trainer(
                "dgl", ["alpha": .double(alpha), "mode": .string(mode)], optimizer: "adamw", epochs: 4, rate: 1e-3)
            try trainer.train()
            return trainer.model.parameters.buffer.values
        }
        let distance = zip(try values(2), try values(4)).map { abs($0 - $1) }.max() ?? 0
        #expect(mode == "gradient" ? distance < 1e-4 : distance > 1e-3, "\(distance)")
    }

    @Test func `probes leave encoders to the bit`() throws {
        let problem = try TinyProblem()
        let joint = try problem.trainer("joint", fusion: "gated")
        try joint.train()
        let probed = try problem.trainer("ogm", ["alpha": 0], fusion: "gated")
        try probed.train()
        #expect(probed.model.probes != nil)
        for (name, a, b) in common(joint, probed) { #expect(a == b, "\(name)") }
    }
}
