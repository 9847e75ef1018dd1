// SPDX-License-Identifier: Apache-2.0

import Networks
import TestSupport
import Testing

/// Operations of one step against counts made by hand: a multiply-add is two, the weight's gradient costs as much as the
/// way forward, and so does the gradient of the input where the input is not data.
@Suite struct `Operation counts` {

    /// Builds encoders and a concat head, runs one step forward and back, returns the tape and the parameters.
    static func step(
        _ parts: [(id: String, options: ConfigValue, sample: [Int])], outputs: Int, batch: Int
    ) throws -> (tape: Tape, parameters: Parameters) {
        let names = parts.indices.map { Modality("m\($0)") }
        let builder = ParameterBuilder()
        let made = try parts.enumerated().map { index, part in
            let entry = try encoders[part.id]
            return try builder.scope("encoder.\(names[index])") {
                try entry.make(entry.resolve(part.options).canonical, .dense(Shape(part.sample)), builder)
            }
        }
        let fusion = try builder.scope("fusion") {
            try fusions["concat"].make(.object([:]), ModalityMap(names, made.map(\.width)), outputs, builder)
        }
        let parameters = builder.finish(key: RandomKey(seed: 1))
        let tape = Tape()
        let context = Context(tape: tape, parameters: parameters, training: true, key: RandomKey(seed: 1))
        let features = zip(made, parts).map { encoder, part in
            let shape = Shape([batch] + part.sample)
            return encoder(.dense(tape.constant(repeating: 0.5, shape)), context)
        }
        let targets = [Int32](repeating: 0, count: batch)
        targets.withUnsafeBufferPointer { targets in
            guard let base = targets.baseAddress else { return }
            let logits = fusion(ModalityMap(names, features), context)
            tape.backward(from: logits.crossEntropy(base).mean(), into: Gradients(parameters).buffer)
        }
        return (tape, parameters)
    }

    @Test func `of a two-tower MLP`() throws {
        let options: ConfigValue = ["widths": .array([.int(256), .int(128)])]
        let (tape, parameters) = try `Operation counts`.step(
            [("mlp", options, [512]), ("mlp", options, [300])], outputs: 10, batch: 64)
        let a = 2 * (2 * 64 * 512 * 256) + 3 * (2 * 64 * 256 * 128)
        let b = 2 * (2 * 64 * 300 * 256) + 3 * (2 * 64 * 256 * 128)
        let head = 3 * (2 * 64 * 256 * 10)
        #expect(tape.flops == a + b + head && tape.flops == 79_364_096)
        let counts = parameters.operationCounts(on: tape)
        #expect(
            counts.map(\.layer) == [
                "encoder.m0.layer0", "encoder.m0.layer1", "encoder.m1.layer0", "encoder.m1.layer1", "fusion.weight",
            ])
        #expect(counts[0].operations == 33_554_432 && counts[1].operations == 12_582_912)
        #expect(counts.reduce(0) { $0 + $1.operations } == tape.flops)
    }

    @Test func `of a small CNN`() throws {
        let (tape, _) = try `Operation counts`.step(
            [("small-cnn", ["channels": .int(16), "width": .int(128)], [32, 32, 3])], outputs: 10, batch: 3)
        let first = 2 * (2 * 16 * 16 * 16 * 27)
        let second = 3 * (2 * 8 * 8 * 32 * 9 * 16)
        let third = 3 * (2 * 4 * 4 * 64 * 9 * 32)
        let linear = 3 * (2 * 64 * 128 + 2 * 128 * 10)
        #expect(tape.flops == 3 * (first + second + third + linear))
    }

    /// Two ResNet-18, 112×112×3 frames and 128×128×1 spectrograms: 99.574 GFLOP for 16 samples.
    @Test func `of two ResNet-18`() throws {
        let options: ConfigValue = ["norm": "batch"]
        let (tape, _) = try `Operation counts`.step(
            [("resnet18", options, [112, 112, 3]), ("resnet18", options, [128, 128, 1])], outputs: 6, batch: 1)
        func tower(_ side: Int, _ channels: Int) -> Int {
            var total = 2 * (2 * (side / 2) * (side / 2) * 64 * 49 * channels)
            var (width, side) = (64, side / 4)
            for stage in 0..<4 {
                // Strides round up: 7 positions become 4.
                if stage > 0 { side = (side + 1) / 2 }
                let positions = side * side
                if stage > 0 {
                    // The first convolution of the stage and the shortcut come from half as many channels.
                    total += 3 * (2 * positions * 2 * width * 9 * width) + 3 * (2 * positions * 2 * width * width)
                    width *= 2
                }
                total += 3 * (2 * positions * width * 9 * width) * (stage > 0 ? 3 : 4)
            }
            return total
        }
        let head = 3 * (2 * 1024 * 6)
        #expect(tape.flops == tower(112, 3) + tower(128, 1) + head)
        #expect(((Double(tape.flops) * 16 / 1e6).rounded()) == 99_574)
    }

    @Test func `of a transformer over patches`() throws {
        let (tape, parameters) = try `Operation counts`.step(
            [("vit-tiny", ["patch": .int(8), "width": .int(128), "layers": .int(4), "heads": .int(4)], [64, 64, 3])],
            outputs: 10, batch: 2)
        let patches = 2 * (2 * 64 * 192 * 128)
        // Projections in and out, two linear layers of 512, scores and mixtures of 64 tokens.
        let linear = 2 * 64 * (128 * 384 + 128 * 128 + 2 * 128 * 512)
        let attention = 2 * (2 * 64 * 64 * 128)
        let head = 3 * (2 * 128 * 10)
        #expect(tape.flops == 2 * (patches + 4 * 3 * (linear + attention) + head))
        let counts = parameters.operationCounts(on: tape)
        #expect(counts.first { $0.layer == "attention" }?.operations == 2 * 4 * 3 * attention)
        #expect(counts.reduce(0) { $0 + $1.operations } == tape.flops)
    }

    @Test func `of a GRU decoder`() throws {
        let entry = try decoders["gru"]
        let options = entry.resolve(["embedding": .int(96), "hidden": .int(128)]).canonical
        let builder = ParameterBuilder()
        let decoder = try entry.make(
            options, DecoderShape(vocabulary: 200, length: 12, widths: ModalityMap([], [])), builder)
        let parameters = builder.finish(key: RandomKey(seed: 1))
        let tape = Tape()
        let context = Context(tape: tape, parameters: parameters, training: true, key: RandomKey(seed: 1))
        let tokens = [Int32](repeating: 3, count: 24)
        tokens.withUnsafeBufferPointer { tokens in
            guard let base = tokens.baseAddress else { return }
            let vector = tape.leaf([Float](repeating: 0.1, count: 2 * 128), Shape(2, 128))
            let memory = decoder.remember(Conditioning(features: ModalityMap([], []), vector: vector), context)
            let logits = decoder(base, length: 12, memory, context)
            tape.backward(from: logits.crossEntropy(base).mean(), into: Gradients(parameters).buffer)
        }
        let input = 2 * 24 * 96 * 384
        let state = 2 * 24 * 128 * 384
        let output = 2 * 24 * 128 * 200
        #expect(tape.flops == 3 * (input + state + output))
    }
}
