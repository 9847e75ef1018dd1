// SPDX-License-Identifier: Apache-2.0

import Networks
import Testing

/// Whole networks, forward and back, on every instruction set.
@Suite(.serialized) struct `Bits of networks` {
    static func onEveryLevel(_ name: String, _ body: () throws -> [Float]) throws {
        let best = InstructionSets.active
        defer { try? InstructionSets.select(best) }
        var first: [UInt32]?
        for level in InstructionSets.available {
            try InstructionSets.select(level)
            let bits = try body().map(\.bitPattern)
            #expect(!bits.isEmpty)
            if let first {
                #expect(bits == first, "\(name): \(level) differs")
            } else {
                first = bits
            }
        }
    }

    @Test(arguments: encoders.ids)
    func `encoders give the same bits everywhere`(_ id: String) throws {
        let shape = try #require(TinyEncoders.input(id))
        for options in TinyEncoders.options(id) {
            try `Bits of networks`.onEveryLevel(id) {
                let (encoder, parameters) = try TinyEncoders.make(id, options)
                let gradients = Gradients(parameters)
                let tape = Tape()
                let context = Context(tape: tape, parameters: parameters, training: true, key: RandomKey(seed: 2))
                let output = TinyEncoders.run(encoder, shape, context) { y in
                    tape.backward(from: (y * y).mean(), into: gradients.buffer)
                    return y.values
                }
                return output + gradients.buffer.values + parameters.buffer.values
            }
        }
    }

    @Test(arguments: fusions.ids)
    func `fusions give the same bits everywhere`(_ id: String) throws {
        let names = Fusions.modalities
        let widths = Fusions.widthMap(names)
        try `Bits of networks`.onEveryLevel(id) {
            let (fusion, parameters) = try Fusions.make(id, names, widths: widths, options: Fusions.options(id))
            let gradients = Gradients(parameters)
            let tape = Tape()
            let features = Fusions.features(names, widths, tokens: true, on: tape)
            let y = fusion(features, Fusions.context(tape, parameters, training: true))
            tape.backward(from: (y * y).mean(), into: gradients.buffer)
            return y.values + gradients.buffer.values + features.values.flatMap { $0.gradient ?? [] }
        }
    }

    @Test(arguments: decoders.ids)
    func `decoders give the same bits everywhere`(_ id: String) throws {
        try `Bits of networks`.onEveryLevel(id) {
            let made = try Decoders.make(id)
            let gradients = Gradients(made.parameters)
            let tape = Tape()
            let context = Decoders.context(tape, made.parameters)
            let memory = made.decoder.remember(Decoders.conditioning(made, .all, on: tape), context)
            return Decoders.inputs.withUnsafeBufferPointer { inputs in
                guard let base = inputs.baseAddress else { return [] }
                let y = made.decoder(base, length: 4, memory, context)
                tape.backward(from: (y * y).mean(), into: gradients.buffer)
                return y.values + gradients.buffer.values
            }
        }
    }

    @Test(arguments: encoders.ids)
    func `a second step needs no more memory than the first`(_ id: String) throws {
        let shape = try #require(TinyEncoders.input(id))
        let (encoder, parameters) = try TinyEncoders.make(id, try #require(TinyEncoders.options(id).last))
        let gradients = Gradients(parameters)
        let tape = Tape()
        var held: [Int] = []
        for _ in 0..<3 {
            tape.restart()
            let context = Context(tape: tape, parameters: parameters, training: true, key: RandomKey(seed: 2))
            TinyEncoders.run(encoder, shape, context) { y in
                tape.backward(from: (y * y).mean(), into: gradients.buffer)
            }
            held.append(tape.reservedBytes)
        }
        #expect(held[0] > 0 && held[1] == held[0] && held[2] == held[0])
    }
}
