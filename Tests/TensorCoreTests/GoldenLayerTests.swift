// SPDX-License-Identifier: Apache-2.0

import TensorCore
import TestSupport
import Testing

/// Outputs and gradients against float64 references, within 2e-6 of the largest value.
@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `Golden layers` {
    let bound = 2e-6

    /// Sends `upstream` back through `y` and compares.
    func compare(
        _ example: GoldenCase, _ y: Node, _ leaves: [(name: String, node: Node, axes: [Int]?)], axes: [Int]? = nil
    ) throws {
        let output = try #require(example.output("y"))
        #expect((axes.map { output.transposed($0) } ?? output).error(y.values) < bound, "\(example.name)")
        let upstream = try #require(example.upstream("y"))
        let weights = (axes.map { upstream.transposed($0) } ?? upstream).floats
        let loss =
            (y * weights.withUnsafeBufferPointer { y.tape.leaf(Array($0), y.shape) }).mean() * Float(weights.count)
        y.tape.backward(from: loss, into: nil)
        for (name, node, order) in leaves {
            let wanted = try #require(example.gradient(name))
            let found = try #require(node.gradient, "\(example.name): no gradient of \(name)")
            #expect(
                (order.map { wanted.transposed($0) } ?? wanted).error(found) < bound,
                "\(example.name): gradient of \(name)")
        }
    }

    func leaf(_ tape: Tape, _ tensor: GoldenTensor) -> Node { tape.leaf(tensor.floats, Shape(tensor.shape)) }

    @Test(arguments: ["linear", "linear_3d_nobias", "linear_wide"])
    func `linear`(_ name: String) throws {
        let example = try #require(try GoldenCase.all("layers").first { $0.name == name })
        let tape = Tape()
        let x = leaf(tape, try #require(example.input("x")))
        let w = leaf(tape, try #require(example.input("w")).transposed([1, 0]))
        let b = example.input("b").map { leaf(tape, $0) }
        var leaves: [(name: String, node: Node, axes: [Int]?)] = [("x", x, nil), ("w", w, [1, 0])]
        if let b { leaves.append(("b", b, nil)) }
        try compare(example, x.linear(w, b), leaves)
    }

    @Test(arguments: [
        "conv2d_3x3_s1_p1", "conv2d_3x3_s2_p1_odd", "conv2d_3x3_s2_p1_even", "conv2d_1x1_s2_p0", "conv2d_7x7_s2_p3",
        "conv2d_asymmetric_kernel",
    ])
    func `convolution`(_ name: String) throws {
        let example = try #require(try GoldenCase.all("layers").first { $0.name == name })
        let tape = Tape()
        let toNHWC = [0, 2, 3, 1]
        let toHWIO = [2, 3, 1, 0]
        let x = leaf(tape, try #require(example.input("x")).transposed(toNHWC))
        let w = leaf(tape, try #require(example.input("w")).transposed(toHWIO))
        let b = example.input("b").map { leaf(tape, $0) }
        let y = x.convolution(
            w, b, stride: example.pair("stride", default: 1), padding: example.pair("padding", default: 0))
        var leaves: [(name: String, node: Node, axes: [Int]?)] = [("x", x, toNHWC), ("w", w, toHWIO)]
        if let b { leaves.append(("b", b, nil)) }
        try compare(example, y, leaves, axes: toNHWC)
    }

    @Test(arguments: ["groupnorm_g1", "groupnorm_g2", "groupnorm_g6"])
    func `group norm`(_ name: String) throws {
        let example = try #require(try GoldenCase.all("layers").first { $0.name == name })
        let tape = Tape()
        let x = leaf(tape, try #require(example.input("x")).transposed([0, 2, 3, 1]))
        let gamma = leaf(tape, try #require(example.input("gamma")))
        let beta = leaf(tape, try #require(example.input("beta")))
        let y = x.groupNorm(groups: example.pair("groups", default: 1).0, gamma: gamma, beta: beta)
        try compare(
            example, y, [("x", x, [0, 2, 3, 1]), ("gamma", gamma, nil), ("beta", beta, nil)], axes: [0, 2, 3, 1])
    }

    @Test(arguments: [("maxpool_3_s2_p1", 3, 2, 1), ("maxpool_2_s2", 2, 2, 0)])
    func `max pooling`(_ name: String, _ kernel: Int, _ stride: Int, _ padding: Int) throws {
        let example = try #require(try GoldenCase.all("layers").first { $0.name == name })
        let tape = Tape()
        let own = leaf(tape, try #require(example.input("x")).transposed([0, 2, 3, 1]))
        let y = own.maxPool((kernel, kernel), stride: (stride, stride), padding: (padding, padding))
        try compare(example, y, [("x", own, [0, 2, 3, 1])], axes: [0, 2, 3, 1])
    }

    @Test(arguments: [("relu", Activation.relu), ("gelu_tanh", .gelu), ("sigmoid", .sigmoid), ("tanh", .tanh)])
    func `activations`(_ name: String, _ activation: Activation) throws {
        let example = try #require(try GoldenCase.all("layers").first { $0.name == name })
        let tape = Tape()
        let x = leaf(tape, try #require(example.input("x")))
        try compare(example, x.activated(activation), [("x", x, nil)])
    }

    @Test(arguments: ["cross_entropy_smoothing_0.0", "cross_entropy_smoothing_0.1"])
    func `cross-entropy`(_ name: String) throws {
        let example = try #require(try GoldenCase.all("losses").first { $0.name == name })
        let tape = Tape()
        let logits = leaf(tape, try #require(example.input("logits")))
        let targets = try #require(example.indices("target") ?? example.indices("targets")).data.map { Int32($0) }
        try targets.withUnsafeBufferPointer { pointer in
            let base = try #require(pointer.baseAddress)
            let smoothing = example.attributes["label_smoothing"] as? Double ?? 0
            let loss = logits.crossEntropy(base, smoothing: Float(smoothing)).mean()
            #expect(try #require(example.output("y")).error(loss.values) < bound)
            tape.backward(from: loss, into: nil)
            #expect(try #require(example.gradient("logits")).error(try #require(logits.gradient)) < bound)
        }
    }
}

@Suite struct `The tape` {
    @Test func `reuses its storage from step to step`() {
        let tape = TensorCore.Tape()
        var places: Set<UnsafeMutablePointer<Float>> = []
        for _ in 0..<3 {
            tape.restart()
            let x = tape.leaf([1, 2, 3, 4], Shape(2, 2))
            let y = (x * x).mean()
            tape.backward(from: y, into: nil)
            places.insert(y.pointer)
            #expect(x.gradient == [0.5, 1, 1.5, 2])
        }
        #expect(places.count == 1)
    }

    @Test func `a scaled gradient leaves the value alone`() {
        let tape = TensorCore.Tape()
        let x = tape.leaf([3], Shape(1))
        let gate = x.gradientScale(1)
        gate.setGradientScale(2.5)
        tape.backward(from: gate.mean(), into: nil)
        #expect(gate.values == [3] && x.gradient == [2.5])
    }

    @Test func `a linear map of several inputs has the bits of their concatenation`() {
        let tape = TensorCore.Tape()
        let a: [Float] = (0..<15).map { Float($0) * 0.37 - 2 }
        let b: [Float] = (0..<10).map { Float($0) * -0.21 + 1 }
        let w: [Float] = (0..<35).map { Float(($0 * 7) % 11) * 0.13 - 0.6 }
        var joined: [Float] = []
        for row in 0..<5 {
            joined += a[(row * 3)..<(row * 3 + 3)]
            joined += b[(row * 2)..<(row * 2 + 2)]
        }
        let split = Node.linear(
            [tape.leaf(a, Shape(5, 3)), tape.leaf(b, Shape(5, 2))],
            [tape.leaf(Array(w[0..<21]), Shape(3, 7)), tape.leaf(Array(w[21...]), Shape(2, 7))], nil)
        let whole = tape.leaf(joined, Shape(5, 5)).linear(tape.leaf(w, Shape(5, 7)), nil)
        #expect(split.values == whole.values)
    }

    @Test func `embedding means leave padding out`() {
        let tape = TensorCore.Tape()
        let table = tape.leaf([9, 9, 1, 2, 3, 4], Shape(3, 2))
        let tokens: [Int32] = [1, 2, 0, 0, 0, 0]
        tokens.withUnsafeBufferPointer { pointer in
            guard let base = pointer.baseAddress else { return }
            let mean = table.embeddingMean(base, rows: 2, length: 3)
            #expect(mean.values == [2, 3, 0, 0])
            tape.backward(from: mean.mean(), into: nil)
            #expect(table.gradient == [0, 0, 0.125, 0.125, 0.125, 0.125])
        }
    }
}
