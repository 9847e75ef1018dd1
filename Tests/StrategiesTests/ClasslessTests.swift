// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// Strategies that ask for classes, where samples have none.
@Suite struct `Without classes` {
    static let cases = [
        ("retrieval", "pmr"), ("generation", "pmr"), ("retrieval", "diagnosing-relearning"),
        ("dual-retrieval", "diagnosing-relearning"), ("generation", "diagnosing-relearning"),
        ("dual-retrieval", "pdmp"),
    ]

    func options(_ id: String) -> ConfigValue {
        switch id {
        case "diagnosing-relearning": ["period": 0.25, "lambda": 10]
        case "pmr": ["mu": 1, "sample": 0.5]
        default: .null
        }
    }

    @Test(arguments: cases)
    func `targets stand in, with the same bits from a checkpoint`(_ task: String, _ id: String) throws {
        let problem = try TinyProblem(task: task, hasClasses: false)
        let (whole, half, rest) = (
            try problem.trainer(id, options(id), epochs: 4), try problem.trainer(id, options(id), epochs: 4),
            try problem.trainer(id, options(id), epochs: 4)
        )
        try whole.train()
        try half.train(until: 2)
        try rest.restore(try half.checkpoint())
        try rest.train()
        #expect(rest.model.parameters.digest == whole.model.parameters.digest)
        #expect(rest.strategy.findings == whole.strategy.findings)
        let joint = try problem.trainer("joint", epochs: 4)
        try joint.train()
        #expect(joint.model.parameters.digest != whole.model.parameters.digest)
    }

    @Test func `swapped partners rank towers, and leave no trace`() throws {
        let problem = try TinyProblem(task: "dual-retrieval", hasClasses: false)
        let neutral: ConfigValue = ["gammaDominant": 1, "gammaRest": 1]
        let (joint, ranked) = (try problem.trainer("joint", epochs: 3), try problem.trainer("pdmp", neutral, epochs: 3))
        try joint.train()
        try ranked.train()
        let found = ranked.strategy.findings
        #expect(found["ranked-by/partner-swap"] == 1)
        #expect(found["ranking/a"].map { (0...1).contains($0) } == true && found["ranking/b"] != nil)
        // The trial runs are undone to the bit.
        #expect(ranked.model.parameters.digest == joint.model.parameters.digest)
    }

    @Test func `what needs classes says so`() throws {
        let pairs = try TinyProblem(task: "dual-retrieval", hasClasses: false).problem()
        for id in ["unimodal", "umt", "pmr"] {
            let entry = try strategies[id]
            let options = entry.resolve(id == "unimodal" ? ["modality": "a"] : [:]).canonical
            #expect(try entry.misfit(options, pairs)?.contains("class") == true, "\(id)")
        }
        let probe = try strategies["pdmp"]
        #expect(try probe.misfit(probe.resolve(["ranking": "probe"]).canonical, pairs) != nil)
    }
}

@Suite struct `A trained model` {
    private func diagnosis(_ task: String, batch: Int, fusion: String = "concat", epochs: Int = 2) throws -> Diagnosis {
        let problem = try TinyProblem(task: task)
        let trainer = try problem.trainer("joint", fusion: fusion, epochs: epochs, batch: batch, rate: 0.01)
        try trainer.train()
        let before = trainer.model.parameters.digest
        let found = try Diagnosis(trainer, problem.dataset, problem.task)
        #expect(trainer.model.parameters.digest == before)
        return found
    }

    @Test func `has gradients whose signal stands out more in larger batches`() throws {
        let (small, large) = (try diagnosis("classification", batch: 8), try diagnosis("classification", batch: 96))
        for part in ["encoder(a)", "encoder(b)", "fusion"] {
            let name = "gradient-snr/\(part)"
            let ratio = try #require(large.numbers[name]) / (try #require(small.numbers[name]))
            #expect(ratio > 1, "\(part): \(ratio)")
        }
        let conflict = try #require(small.numbers["gradient-conflict/a"])
        // Shares of eight micro-batches.
        #expect((0...1).contains(conflict) && (conflict * 8).rounded() == conflict * 8)
    }

    @Test(arguments: ["retrieval", "generation"])
    func `has the same diagnostics for other decision rows`(_ task: String) throws {
        let found = try diagnosis(task, batch: 32)
        #expect(found.numbers["gradient-snr/encoder(a)"].map { $0 > 0 && $0.isFinite } == true)
        #expect(found.numbers["gradient-snr/target"] != nil)
    }

    @Test func `has towers that find rows of the same class better than chance`() throws {
        let found = try diagnosis("dual-retrieval", batch: 32, epochs: 8)
        for modality in ["a", "b"] {
            let test = try #require(found.unimodal["label-retrieval/\(modality)/r-precision"])
            // Three classes.
            #expect(test > 0.4 && test <= 1, "\(test)")
            #expect(found.numbers["validation/label-r-precision/\(modality)"] != nil)
        }
    }
}
