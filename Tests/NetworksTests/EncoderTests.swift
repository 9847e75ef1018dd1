// SPDX-License-Identifier: Apache-2.0

import Networks
import TestSupport
import Testing

/// Small inputs and options for every registered encoder; one that nobody knows fails.
enum TinyEncoders {
    static let image = InputShape.dense(Shape([16, 16, 3]))
    static let tokens = InputShape.tokens(length: 5, vocabulary: 9)

    static func input(_ id: String) -> InputShape? {
        switch id {
        case "mlp": .dense(Shape([7]))
        case "small-cnn", "resnet18", "vit-tiny", "log-mel-cnn": image
        case "frame-cnn": .dense(Shape([3, 8, 8, 1]))
        case "token-bag", "text-gru", "text-transformer": tokens
        default: nil
        }
    }

    static func options(_ id: String) -> [ConfigValue] {
        switch id {
        case "mlp": [["widths": .array([.int(5), .int(4)])]]
        case "small-cnn": [["channels": .int(4), "width": .int(3)]]
        case "resnet18":
            [
                ["channels": .int(4), "groups": .int(2)],
                ["channels": .int(4), "norm": "batch", "stem": "small", "width": .int(3)],
            ]
        case "vit-tiny": [["width": .int(8), "heads": .int(2), "layers": .int(2), "output": "tokens"]]
        case "log-mel-cnn", "frame-cnn":
            [
                ["channels": .int(4), "width": .int(3)],
                ["channels": .int(4), "width": .int(3), "time": "gru", "norm": "batch"],
            ]
        case "token-bag": [["embedding": .int(4), "width": .int(3)]]
        case "text-gru":
            [
                ["embedding": .int(4), "width": .int(3)],
                ["embedding": .int(4), "width": .int(3), "cell": "lstm"],
                ["embedding": .int(4), "width": .int(3), "output": "tokens"],
            ]
        case "text-transformer":
            [["width": .int(8), "heads": .int(2), "output": "tokens"], ["width": .int(8), "heads": .int(2)]]
        default: []
        }
    }

    /// Two rows; the second text ends in padding.
    static let words: [Int32] = [3, 1, 8, 2, 5, 7, 7, 4, 0, 0]

    static func run<Result>(
        _ encoder: any Encoder, _ shape: InputShape, _ context: Context, _ body: (Node) throws -> Result
    ) rethrows -> Result {
        switch shape {
        case .tokens(let length, _):
            return try words.withUnsafeBufferPointer { words in
                guard let base = words.baseAddress else { preconditionFailure("no words") }
                return try body(encoder(.tokens(base, rows: 2, length: length), context))
            }
        case .dense(let sample):
            let values = (0..<2 * sample.count).map { Float(($0 * 37) % 101) * 0.02 - 1 }
            return try body(encoder(.dense(context.tape.constant(values, Shape([2] + sample.array))), context))
        }
    }

    static func make(_ id: String, _ options: ConfigValue) throws -> (encoder: any Encoder, parameters: Parameters) {
        let entry = try encoders[id]
        let resolved = entry.resolve(options)
        #expect(resolved.issues.isEmpty, "\(id): \(resolved.issues)")
        let shape = try #require(input(id))
        #expect(try entry.misfit(resolved.canonical, shape) == nil)
        let builder = ParameterBuilder()
        let encoder = try entry.make(resolved.canonical, shape, builder)
        let parameters = builder.finish(key: RandomKey(seed: 5))
        // Off the biases' zeros, where a ReLU has no slope.
        for index in 0..<parameters.count { parameters.buffer.pointer[index] += Float(index % 7) * 0.02 - 0.05 }
        return (encoder, parameters)
    }
}

@Suite struct `Encoders` {
    static func context(_ tape: Tape, _ parameters: Parameters, training: Bool) -> Context {
        Context(tape: tape, parameters: parameters, training: training, key: RandomKey(seed: 2))
    }

    @Test(arguments: encoders.ids)
    func `gradients are those of finite differences`(_ id: String) throws {
        let shape = try #require(TinyEncoders.input(id), "no tiny input for '\(id)'")
        #expect(!TinyEncoders.options(id).isEmpty)
        func weight(_ place: Int) -> Float { Float((place * 7) % 5) * 0.4 - 0.7 }
        for options in TinyEncoders.options(id) {
            let (encoder, parameters) = try TinyEncoders.make(id, options)
            let tape = Tape()
            let gradients = Gradients(parameters)
            let count = TinyEncoders.run(encoder, shape, Encoders.context(tape, parameters, training: true)) { y in
                #expect(y.shape[0] == 2 && y.shape.last == encoder.width)
                let weights = (0..<y.shape.count).map(weight)
                tape.backward(from: (y * tape.constant(weights, y.shape)).sum(), into: gradients.buffer)
                return y.shape.count
            }
            #expect(gradients.buffer.values.contains { $0 != 0 })
            let before = parameters.buffer.values
            // The padding's row is never trained, whatever a padded place may give.
            let padding = parameters.infos.first { $0.name.contains("embedding") }.map {
                $0.offset..<$0.offset + $0.shape.last
            }
            let chosen = stride(from: 0, to: parameters.count, by: max(1, parameters.count / 60)).filter {
                padding?.contains($0) != true
            }
            let error = GradientCheck.error(
                of: chosen.map { gradients.buffer.pointer[$0] }, at: chosen.map { before[$0] }, step: 0x1p-8
            ) { values in
                for (place, value) in zip(chosen, values) { parameters.buffer.pointer[place] = value }
                let tape = Tape()
                tape.recordsGradients = false
                return TinyEncoders.run(encoder, shape, Encoders.context(tape, parameters, training: true)) { y in
                    var sum = 0.0
                    for (place, value) in y.values.enumerated() { sum += Double(value) * Double(weight(place)) }
                    return sum
                }
            }
            #expect(error < 2e-2, "\(id), \(options.canonicalJSON), \(count) numbers")
        }
    }

    @Test(arguments: encoders.ids)
    func `what does not fit is said, and padding is not read`(_ id: String) throws {
        let entry = try encoders[id]
        let defaults = entry.resolve(.null).canonical
        let wrong: InputShape = TinyEncoders.input(id) == TinyEncoders.tokens ? TinyEncoders.image : TinyEncoders.tokens
        #expect(try entry.misfit(defaults, wrong)?.hasPrefix("it reads") == true)
        guard TinyEncoders.input(id) == TinyEncoders.tokens, let options = TinyEncoders.options(id).last else { return }
        let (encoder, parameters) = try TinyEncoders.make(id, options)
        let context = Encoders.context(Tape(), parameters, training: false)
        func row(_ words: [Int32]) -> [Float] {
            words.withUnsafeBufferPointer { words in
                guard let base = words.baseAddress else { return [] }
                let y = encoder(.tokens(base, rows: 1, length: 5), context)
                return y.pooledFeature().values
            }
        }
        let before = row([7, 7, 4, 0, 0])
        // The padding row of the table is what must not matter.
        let table = try #require(parameters.infos.first { $0.name.contains("embedding") })
        for place in 0..<table.shape.last { parameters.buffer.pointer[table.offset + place] += 3 }
        #expect(row([7, 7, 4, 0, 0]) == before)
        #expect(row([7, 7, 4, 1, 0]) != before)
    }

    @Test func `patches that do not divide the image are refused`() throws {
        let entry = try encoders["vit-tiny"]
        let options = entry.resolve(["patch": .int(5)]).canonical
        #expect(try entry.misfit(options, TinyEncoders.image)?.contains("5×5") == true)
    }

    @Test func `evaluation uses running statistics, which training moves and scores do not`() throws {
        let (encoder, parameters) = try TinyEncoders.make(
            "frame-cnn", ["channels": .int(4), "width": .int(3), "norm": "batch"])
        let shape = try #require(TinyEncoders.input("frame-cnn"))
        #expect(parameters.states.count == 6 && parameters.buffer.count > parameters.count)
        func evaluate() -> [Float] {
            TinyEncoders.run(encoder, shape, Encoders.context(Tape(), parameters, training: false)) { $0.values }
        }
        let before = parameters.buffer.values
        let scores = Tape()
        scores.recordsGradients = false
        TinyEncoders.run(encoder, shape, Encoders.context(scores, parameters, training: true)) { _ in }
        #expect(parameters.buffer.values == before)
        let first = evaluate()
        TinyEncoders.run(encoder, shape, Encoders.context(Tape(), parameters, training: true)) { _ in }
        #expect(parameters.buffer.values != before)
        #expect(Array(parameters.buffer.values[..<parameters.count]) == Array(before[..<parameters.count]))
        #expect(evaluate() != first)
    }

    @Test(arguments: ["text-gru", "text-transformer"])
    func `sequences of vectors are read like words`(_ id: String) throws {
        let entry = try encoders[id]
        let options = entry.resolve(["width": .int(4)]).canonical
        let shape = InputShape.dense(Shape([3, 5]))
        #expect(try entry.misfit(options, shape) == nil)
        let builder = ParameterBuilder()
        let encoder = try entry.make(options, shape, builder)
        let parameters = builder.finish(key: RandomKey(seed: 5))
        let tape = Tape()
        let x = tape.leaf((0..<30).map { Float(($0 * 7) % 13) * 0.2 - 1 }, Shape(2, 3, 5))
        let y = encoder(.dense(x), Encoders.context(tape, parameters, training: true))
        #expect(y.shape == Shape(2, 4))
        tape.backward(from: (y * tape.constant([1, -2, 0.5, 1, 1, 2, -1, 0.3], y.shape)).sum(), into: nil)
        // Every step matters.
        let gradient = try #require(x.gradient)
        for step in 0..<6 { #expect(gradient[step * 5..<step * 5 + 5].contains { abs($0) > 1e-6 }) }
    }
}
