// SPDX-License-Identifier: Apache-2.0

import Networks
import Testing

@Suite struct Fusions {
    static let modalities = ["a", "b", "c"].map { Modality($0) }

    @Test(arguments: fusions.entries)
    func `shares add up to the logits for any number and width`(_ entry: FusionEntry) throws {
        for count in 1...3 {
            let names = Array(Fusions.modalities.prefix(count))
            let builder = ParameterBuilder()
            let widths = ModalityMap(names) { $0.name == "a" ? 3 : $0.name == "b" ? 5 : 2 }
            let fusion = try entry.make(entry.resolve(.null).canonical, widths, 4, builder)
            let parameters = builder.finish(key: RandomKey(seed: 3))
            for index in 0..<parameters.count { parameters.buffer.pointer[index] += 0.1 }
            let tape = Tape()
            let context = Context(tape: tape, parameters: parameters, training: false, key: RandomKey(seed: 0))
            let features = ModalityMap(names) { name in
                tape.leaf((0..<2 * widths[name]).map { Float($0) * 0.3 - 0.5 }, Shape(2, widths[name]))
            }
            let logits = fusion(features, context).values
            var total = [Float](repeating: 0, count: logits.count)
            for name in names {
                let share = try #require(fusion.share(of: name, features, context))
                for (index, value) in share.values.enumerated() { total[index] += value }
            }
            for (a, b) in zip(logits, total) { #expect(abs(a - b) < 1e-5) }
        }
    }

    @Test func `initial weights hang on the name alone`() {
        func first(_ extra: Bool) -> Float {
            let builder = ParameterBuilder()
            if extra { _ = builder.declare("other", Shape(7, 3), .normal(gain: 2, fanIn: 7)) }
            let id = builder.declare("weight", Shape(4, 4), .normal(gain: 1, fanIn: 4))
            let parameters = builder.finish(key: RandomKey(seed: 9))
            return parameters.buffer.pointer[parameters[id].offset]
        }
        #expect(first(false) == first(true))
    }
}
