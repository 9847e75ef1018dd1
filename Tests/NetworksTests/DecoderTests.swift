// SPDX-License-Identifier: Apache-2.0

import Networks
import TestSupport
import Testing

@Suite struct `Decoders` {
    static let names = ["a", "b"].map { Modality($0) }
    static let inputs: [Int32] = [0, 3, 1, 4, 0, 2, 2, 5]

    struct Made {
        let decoder: any SequenceDecoder
        let parameters: Parameters
        let vectorWidth: Int?
    }

    static func make(_ id: String) throws -> Made {
        let entry = try decoders[id]
        let given: ConfigValue =
            id == "gru" ? ["embedding": .int(4), "hidden": .int(6)] : ["width": .int(8), "heads": .int(2)]
        let options = entry.resolve(given).canonical
        let builder = ParameterBuilder()
        builder.component = .target
        let shape = DecoderShape(vocabulary: 7, length: 4, widths: ModalityMap(names, [3, 5]))
        let decoder = try builder.scope("decoder") { try entry.make(options, shape, builder) }
        let parameters = builder.finish(key: RandomKey(seed: 4))
        for index in 0..<parameters.count { parameters.buffer.pointer[index] += Float(index % 5) * 0.03 - 0.05 }
        return Made(decoder: decoder, parameters: parameters, vectorWidth: try entry.vectorWidth(options))
    }

    static func context(_ tape: Tape, _ parameters: Parameters) -> Context {
        Context(tape: tape, parameters: parameters, training: false, key: RandomKey(seed: 0))
    }

    /// Two rows: a has three tokens, the last of row 1 is padding; b is a vector.
    static func conditioning(_ made: Made, _ present: Presence, on tape: Tape) -> Conditioning {
        let a = tape.leaf((0..<18).map { Float(($0 * 5) % 7) * 0.3 - 0.8 }, Shape(2, 3, 3))
            .masked(by: tape.constant([1, 1, 1, 1, 1, 0], Shape(2, 3)))
        let b = tape.leaf((0..<10).map { Float(($0 * 3) % 8) * 0.2 - 0.6 }, Shape(2, 5))
        let vector = made.vectorWidth.map { width in
            tape.leaf((0..<2 * width).map { Float(($0 * 11) % 9) * 0.2 - 0.7 }, Shape(2, width))
        }
        return Conditioning(features: ModalityMap(names, [a, b]), present: present, vector: vector)
    }

    @Test(arguments: decoders.ids)
    func `one step at a time gives the bits of teacher forcing`(_ id: String) throws {
        let made = try Decoders.make(id)
        for present in [Presence.all, .some([true, false]), .some([false, false])] {
            let tape = Tape()
            tape.recordsGradients = false
            let context = Decoders.context(tape, made.parameters)
            let memory = made.decoder.remember(Decoders.conditioning(made, present, on: tape), context)
            let all = Decoders.inputs.withUnsafeBufferPointer { inputs in
                inputs.baseAddress.map { made.decoder($0, length: 4, memory, context).values } ?? []
            }
            #expect(all.count == 2 * 4 * 7)
            let state = made.decoder.begin(memory, capacity: 4)
            for position in 0..<4 {
                let column = [Decoders.inputs[position], Decoders.inputs[4 + position]]
                let logits = column.withUnsafeBufferPointer { inputs in
                    inputs.baseAddress.map { made.decoder.next($0, state, context).values } ?? []
                }
                let (first, second) = (position * 7, (4 + position) * 7)
                let wanted: [Float] = Array(all[first..<first + 7]) + Array(all[second..<second + 7])
                #expect(logits == wanted, "\(id), position \(position)")
            }
        }
    }

    @Test(arguments: decoders.ids)
    func `no position sees later ones`(_ id: String) throws {
        let made = try Decoders.make(id)
        func logits(_ inputs: [Int32]) -> [Float] {
            let tape = Tape()
            let context = Decoders.context(tape, made.parameters)
            let memory = made.decoder.remember(Decoders.conditioning(made, .all, on: tape), context)
            return inputs.withUnsafeBufferPointer { inputs in
                inputs.baseAddress.map { made.decoder($0, length: 4, memory, context).values } ?? []
            }
        }
        let first = logits(Decoders.inputs)
        var changed = Decoders.inputs
        changed[2] = 6
        let second = logits(changed)
        #expect(Array(first[..<14]) == Array(second[..<14]))
        #expect(Array(first[14..<21]) != Array(second[14..<21]))
        #expect(Array(first[28...]) == Array(second[28...]))
    }

    @Test(arguments: decoders.ids)
    func `greedy decoding follows its own words and stops at the end`(_ id: String) throws {
        let made = try Decoders.make(id)
        let tape = Tape()
        tape.recordsGradients = false
        let context = Decoders.context(tape, made.parameters)
        let memory = made.decoder.remember(Decoders.conditioning(made, .all, on: tape), context)
        let words = made.decoder.greedy(memory, length: 4, begin: 0, end: nil, context)
        #expect(words.count == 8)
        // Teacher forcing on these words must want them.
        let inputs = [0, words[0], words[1], words[2], 0, words[4], words[5], words[6]]
        let all = inputs.withUnsafeBufferPointer { inputs in
            inputs.baseAddress.map { made.decoder($0, length: 4, memory, context).values } ?? []
        }
        for place in 0..<8 {
            let row = Array(all[place * 7..<(place + 1) * 7])
            #expect(row.firstIndex(of: row.max() ?? 0) == Int(words[place]))
        }
        let ended = made.decoder.greedy(memory, length: 4, begin: 0, end: words[0], padding: -1, context)
        #expect(ended[0] == words[0] && ended[1...3] == [-1, -1, -1])
    }

    @Test(arguments: decoders.ids)
    func `gradients are those of finite differences`(_ id: String) throws {
        let made = try Decoders.make(id)
        func run(_ tape: Tape) -> Node {
            let context = Decoders.context(tape, made.parameters)
            let memory = made.decoder.remember(
                Decoders.conditioning(made, .rows(tape.constant([1, 1, 1, 0], Shape(2, 2))), on: tape), context)
            return Decoders.inputs.withUnsafeBufferPointer { inputs in
                guard let base = inputs.baseAddress else { preconditionFailure("no inputs") }
                return made.decoder(base, length: 4, memory, context)
            }
        }
        func weight(_ place: Int) -> Float { Float((place * 7) % 5) * 0.4 - 0.7 }
        let tape = Tape()
        let gradients = Gradients(made.parameters)
        // Tokens must stay in place until the way back is done.
        Decoders.inputs.withUnsafeBufferPointer { inputs in
            guard let base = inputs.baseAddress else { return }
            let context = Decoders.context(tape, made.parameters)
            let memory = made.decoder.remember(
                Decoders.conditioning(made, .rows(tape.constant([1, 1, 1, 0], Shape(2, 2))), on: tape), context)
            let y = made.decoder(base, length: 4, memory, context)
            tape.backward(
                from: (y * tape.constant((0..<y.shape.count).map(weight), y.shape)).sum(), into: gradients.buffer)
        }
        let before = made.parameters.buffer.values
        let chosen = stride(from: 0, to: made.parameters.count, by: max(1, made.parameters.count / 150)).map { $0 }
        let error = GradientCheck.error(
            of: chosen.map { gradients.buffer.pointer[$0] }, at: chosen.map { before[$0] }
        ) { values in
            for (place, value) in zip(chosen, values) { made.parameters.buffer.pointer[place] = value }
            let tape = Tape()
            tape.recordsGradients = false
            var sum = 0.0
            for (place, value) in run(tape).values.enumerated() { sum += Double(value) * Double(weight(place)) }
            return sum
        }
        #expect(error < 2e-3)
    }

    /// Sum of log p of a text under teacher forcing, its end counted.
    func score(_ made: Made, _ tokens: [Int32], row: Int, _ present: Presence) -> Double {
        let tape = Tape()
        tape.recordsGradients = false
        let context = Decoders.context(tape, made.parameters)
        let memory = made.decoder.remember(Decoders.conditioning(made, present, on: tape), context)
        let length = tokens.count
        let inputs: [Int32] = (0..<2).flatMap { _ in [Int32(0)] + tokens.dropLast() }
        let logits = inputs.withUnsafeBufferPointer { inputs in
            inputs.baseAddress.map { made.decoder($0, length: length, memory, context).values } ?? []
        }
        return tokens.enumerated().reduce(0) { sum, entry in
            let start = (row * length + entry.offset) * 7
            let values = logits[start..<start + 7].map { Double($0) }
            let total = values.reduce(0) { $0 + Elementary.exp($1) }
            return sum + values[Int(entry.element)] - Elementary.log(total)
        }
    }

    @Test(arguments: decoders.ids)
    func `a beam that keeps every text finds the likeliest, and one beam is greedy`(_ id: String) throws {
        let made = try Decoders.make(id)
        for present in [Presence.all, .some([true, false])] {
            let tape = Tape()
            tape.recordsGradients = false
            let context = Decoders.context(tape, made.parameters)
            let memory = made.decoder.remember(Decoders.conditioning(made, present, on: tape), context)
            let greedy = made.decoder.greedy(memory, length: 3, begin: 0, end: 0, context)
            #expect(made.decoder.beam(memory, beams: 1, length: 3, begin: 0, end: 0, context) == greedy)
            // 49 candidates hold every text of two words, so that the third step sees all.
            let found = made.decoder.beam(memory, beams: 49, length: 3, begin: 0, end: 0, context)
            for row in 0..<2 {
                var best = -Double.infinity
                var likeliest: [Int32] = []
                for number in 0..<343 {
                    var tokens = [Int32(number / 49), Int32(number / 7 % 7), Int32(number % 7)]
                    // What stands behind the end is nothing.
                    if let end = tokens.firstIndex(of: 0) {
                        if tokens[(end + 1)...].contains(where: { $0 != 0 }) { continue }
                        tokens = Array(tokens[...end])
                    }
                    let own = score(made, tokens, row: row, present)
                    if own > best + 1e-9 { (best, likeliest) = (own, tokens) }
                }
                let padded = likeliest + [Int32](repeating: 0, count: 3 - likeliest.count)
                #expect(Array(found[row * 3..<(row + 1) * 3]) == padded)
            }
        }
    }
}
