// SPDX-License-Identifier: Apache-2.0

import Networks
import TestSupport
import Testing

@Suite struct Fusions {
    static let modalities = ["a", "b", "c"].map { Modality($0) }

    /// A fusion of `names` with shifted parameters, so that nothing is 0 by chance.
    static func make(
        _ id: String, _ names: [Modality], widths: ModalityMap<Int>, options: ConfigValue = .null
    ) throws -> (fusion: any Fusion, parameters: Parameters) {
        let builder = ParameterBuilder()
        let entry = try fusions[id]
        let resolved = entry.resolve(options)
        #expect(resolved.issues.isEmpty)
        let fusion = try entry.make(resolved.canonical, widths, 3, builder)
        let parameters = builder.finish(key: RandomKey(seed: 3))
        for index in 0..<parameters.count { parameters.buffer.pointer[index] += Float(index % 7) * 0.02 - 0.05 }
        return (fusion, parameters)
    }

    static let small = ConfigValue.object(["width": .int(8), "heads": .int(2)])
    static func options(_ id: String) -> ConfigValue { id.hasSuffix("attention") ? small : .null }

    /// Features of two rows: vectors, or three tokens of which the last is padding in row 1.
    static func features(_ names: [Modality], _ widths: ModalityMap<Int>, tokens: Bool, on tape: Tape) -> ModalityMap<
        Node
    > {
        ModalityMap(names) { name in
            let length = tokens ? 3 : 1
            let values = (0..<2 * length * widths[name]).map { Float(($0 * 5 + name.name.utf8.count) % 11) * 0.2 - 0.9 }
            guard tokens else { return tape.leaf(values, Shape(2, widths[name])) }
            return tape.leaf(values, Shape(2, length, widths[name]))
                .masked(by: tape.constant([1, 1, 1, 1, 1, 0], Shape(2, 3)))
        }
    }

    static func context(_ tape: Tape, _ parameters: Parameters, training: Bool = false) -> Context {
        Context(tape: tape, parameters: parameters, training: training, key: RandomKey(seed: 0))
    }

    static let widths = [3, 5, 2]
    static func widthMap(_ names: [Modality]) -> ModalityMap<Int> {
        ModalityMap(names, Array(widths.prefix(names.count)))
    }

    @Test(arguments: fusions.ids, [1, 2, 3])
    func `gradients of features and parameters are those of finite differences`(_ id: String, _ count: Int) throws {
        let names = Array(Fusions.modalities.prefix(count))
        let widths = Fusions.widthMap(names)
        let (fusion, parameters) = try Fusions.make(id, names, widths: widths, options: Fusions.options(id))
        let weights: [Float] = [0.7, -1.1, 0.4, 0.9, -0.3, 1.3]
        for tokens in [false, true] {
            func loss(_ move: (ModalityMap<Node>) -> Void) -> Double {
                let tape = Tape()
                tape.recordsGradients = false
                let features = Fusions.features(names, widths, tokens: tokens, on: tape)
                move(features)
                let y = fusion(features, Fusions.context(tape, parameters)).values
                return zip(y, weights).reduce(0) { $0 + Double($1.0) * Double($1.1) }
            }
            let tape = Tape()
            let features = Fusions.features(names, widths, tokens: tokens, on: tape)
            let y = fusion(features, Fusions.context(tape, parameters))
            #expect(y.shape == Shape(2, 3))
            let gradients = Gradients(parameters)
            tape.backward(from: (y * tape.constant(weights, y.shape)).sum(), into: gradients.buffer)
            for (position, feature) in features.values.enumerated() {
                let gradient = try #require(feature.gradient)
                let error = GradientCheck.error(of: gradient, at: feature.values) { values in
                    loss { for (place, value) in values.enumerated() { $0.values[position].pointer[place] = value } }
                }
                #expect(error < 2e-3, "\(id), \(names[position]), tokens \(tokens)")
            }
            let before = parameters.buffer.values
            // Every seventh parameter, so that large fusions stay quick.
            let chosen = stride(from: 0, to: parameters.count, by: parameters.count > 400 ? 37 : 1).map { $0 }
            let error = GradientCheck.error(
                of: chosen.map { gradients.buffer.pointer[$0] }, at: chosen.map { before[$0] }
            ) { values in
                for (place, value) in zip(chosen, values) { parameters.buffer.pointer[place] = value }
                return loss { _ in }
            }
            parameters.buffer.values = before
            #expect(error < 2e-3, "\(id), parameters, tokens \(tokens)")
        }
    }

    @Test(arguments: fusions.ids)
    func `what is absent is not read`(_ id: String) throws {
        let names = Fusions.modalities
        let widths = Fusions.widthMap(names)
        let (fusion, parameters) = try Fusions.make(id, names, widths: widths, options: Fusions.options(id))
        for tokens in [false, true] {
            for flags in [[true, false, false], [false, true, true], [false, false, true], [false, false, false]] {
                let tape = Tape()
                let context = Fusions.context(tape, parameters)
                let features = Fusions.features(names, widths, tokens: tokens, on: tape)
                let some = fusion(features, present: .some(flags), context)
                let rows = fusion(
                    features,
                    present: .rows(tape.constant((flags + flags).map { $0 ? 1 : 0 }, Shape(2, 3))), context)
                for (a, b) in zip(some.values, rows.values) { #expect(abs(a - b) < 1e-5, "\(id), \(flags)") }
                for (position, present) in flags.enumerated() where !present {
                    for place in 0..<features.values[position].shape.count {
                        features.values[position].pointer[place] = .nan
                    }
                }
                let again = fusion(features, present: .some(flags), context)
                #expect(again.values == some.values, "\(id), \(flags)")
            }
        }
    }

    @Test(arguments: fusions.ids)
    func `rows may differ in what is present`(_ id: String) throws {
        let names = Fusions.modalities
        let widths = Fusions.widthMap(names)
        let (fusion, parameters) = try Fusions.make(id, names, widths: widths, options: Fusions.options(id))
        let tape = Tape()
        let context = Fusions.context(tape, parameters)
        let features = Fusions.features(names, widths, tokens: true, on: tape)
        let mixed = fusion(features, present: .rows(tape.constant([1, 0, 1, 0, 1, 1], Shape(2, 3))), context).values
        let first = fusion(features, present: .some([true, false, true]), context).values
        let second = fusion(features, present: .some([false, true, true]), context).values
        for (a, b) in zip(mixed, first[0..<3] + second[3..<6]) { #expect(abs(a - b) < 1e-5, "\(id)") }
        let all = fusion(features, present: .rows(tape.constant(repeating: 1, Shape(2, 3))), context).values
        #expect(all == fusion(features, context).values, "\(id)")
    }

    @Test(arguments: fusions.ids)
    func `readouts are those of the fusion's kind`(_ id: String) throws {
        let names = Array(Fusions.modalities.prefix(2))
        let widths = ModalityMap(names) { _ in 4 }
        let (fusion, parameters) = try Fusions.make(id, names, widths: widths, options: Fusions.options(id))
        let tape = Tape()
        let context = Fusions.context(tape, parameters)
        let features = Fusions.features(names, widths, tokens: false, on: tape)
        for name in names {
            let split = fusion.readout(.split, of: name, features, context)
            #expect((split != nil) == Fusions.additive.contains(id))
            #expect(fusion.readout(.selfFuse, of: name, features, context)?.shape == Shape(2, 3))
            let zero = fusion.readout(.zeroFeature, of: name, features, context)
            let hidden = fusion.readout(.maskMemory, of: name, features, context)
            #expect((zero != nil) != (hidden != nil))
            #expect((hidden != nil) == id.hasSuffix("attention"))
        }
    }

    @Test func `a gate may be either of two modalities`() throws {
        let names = Array(Fusions.modalities.prefix(2))
        let widths = ModalityMap(names) { _ in 1 }
        for (gate, wanted) in [("first", [2.0, -3.0]), ("last", [-3.0, 2.0]), ("auto", [2.0, -3.0])] {
            let builder = ParameterBuilder()
            let entry = try fusions["gated"]
            let fusion = try entry.make(
                entry.resolve(.object(["gate": .string(gate), "width": .int(1)])).canonical, widths, 1, builder)
            let parameters = builder.finish(key: RandomKey(seed: 1))
            // Projections and head are the identity; biases are 0.
            for info in parameters.infos {
                parameters.buffer.pointer[info.offset] = info.name.hasSuffix("weight") ? 1 : 0
            }
            let tape = Tape()
            let features = ModalityMap(names, [tape.leaf([2], Shape(1, 1)), tape.leaf([-3], Shape(1, 1))])
            let z = fusion(features, Fusions.context(tape, parameters)).scalar
            #expect(abs(Double(z) - wanted[1] / (1 + Elementary.exp(-wanted[0]))) < 1e-6, "\(gate)")
        }
    }

    @Test func `FiLM with conditioners of zero is its target's own head`() throws {
        let names = Fusions.modalities
        let widths = Fusions.widthMap(names)
        let builder = ParameterBuilder()
        let entry = try fusions["film"]
        let fusion = try entry.make(entry.resolve(.null).canonical, widths, 3, builder)
        let parameters = builder.finish(key: RandomKey(seed: 1))
        let tape = Tape()
        let context = Fusions.context(tape, parameters)
        let features = Fusions.features(names, widths, tokens: false, on: tape)
        let z = fusion(features, present: .some([false, false, true]), context)
        let head = parameters.infos.filter { $0.name.hasPrefix("head") }
        #expect(head.count == 2)
        let w = tape.parameter(parameters.buffer, offset: head[0].offset, head[0].shape)
        let b = tape.parameter(parameters.buffer, offset: head[1].offset, head[1].shape)
        #expect(z.values == features.values[2].linear(w, b).values)
    }

    static let additive = ["concat", "late-logits", "sum"]

    @Test(arguments: additive)
    func `shares add up to the logits for any number and width`(_ id: String) throws {
        let entry = try fusions[id]
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
