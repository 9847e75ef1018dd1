// SPDX-License-Identifier: Apache-2.0

import Strategies
import Testing

/// What the tutorial on strategies promises of its example.
@Suite struct `The example of the tutorial` {
    let entry = StrategyEntry(Handicap.self)

    private func trainer(_ options: ConfigValue = [:], modalities: Int = 2, fusion: String = "concat") throws -> Trainer
    {
        try TinyProblem(modalities: modalities).trainer(entry: entry, options, fusion: fusion, epochs: 4)
    }

    @Test func `worked number`() {
        // Scores 0.8 and 0.4: the leader's gradient is halved, or quartered with p = 2.
        #expect(Handicap.coefficients([0.8, 0.4], power: 1) == [0.5, 1])
        #expect(abs(Handicap.coefficients([0.8, 0.4], power: 2)[0] - 0.25) < 1e-6)
    }

    @Test(arguments: ["concat", "gated"]) func `a power of 0 is joint training to the bit`(_ fusion: String) throws {
        let (joint, neutral) = (
            try TinyProblem().trainer("joint", fusion: fusion, epochs: 4), try trainer(["power": 0], fusion: fusion)
        )
        try joint.train()
        try neutral.train()
        for info in joint.model.parameters.infos {
            let other = try #require(neutral.model.parameters.infos.first { $0.name == info.name })
            for index in 0..<info.count {
                let a = joint.model.parameters.buffer.pointer[info.offset + index]
                #expect(a.bitPattern == neutral.model.parameters.buffer.pointer[other.offset + index].bitPattern)
            }
        }
    }

    @Test func `goes on from a checkpoint, and takes three modalities`() throws {
        let whole = try trainer(modalities: 3)
        try whole.train()
        let half = try trainer(modalities: 3)
        try half.train(until: 2)
        let rest = try trainer(modalities: 3)
        try rest.restore(try half.checkpoint())
        try rest.train()
        #expect(rest.model.parameters.digest == whole.model.parameters.digest)
        #expect(rest.curves == whole.curves && whole.curves["coefficient/a"]?.count == 4)
    }

    @Test func `says what is wrong with an option, and where it cannot act`() throws {
        #expect(entry.resolve(["pwer": 2]).issues.contains { $0.message.contains("power") })
        #expect(!entry.resolve(["power": -1]).issues.isEmpty)
        #expect(try entry.misfit(entry.resolve([:]).canonical, TinyProblem(modalities: 1).problem()) != nil)
    }
}
