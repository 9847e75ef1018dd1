// SPDX-License-Identifier: Apache-2.0

import TensorCore
import Testing

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

    @Test func `the gradient of an activated output stays readable where it is kept`() throws {
        let tape = TensorCore.Tape()
        let y = tape.leaf([1, -1], Shape(1, 2)).linear(tape.leaf([1, 0, 0, 1], Shape(2, 2)), nil, .relu)
        y.keepGradient()
        tape.backward(from: (y * tape.constant([3, 5], y.shape)).sum(), into: nil)
        // Unit 1 is off, and yet its output has a gradient.
        #expect(y.values == [1, 0] && y.gradient == [3, 5])
    }

    @Test func `gradients move through memory that is used again, and stay where they are kept`() throws {
        func run(keeping: Bool) throws -> (x: [Float]?, sum: [Float]?, doubled: [Float]?) {
            let tape = TensorCore.Tape()
            let x = tape.leaf([1, -2, 3, 0.5], Shape(2, 2))
            let doubled = x * 2
            // Both sides of the sum want the gradient; one of them is used once more.
            let sum = doubled + x
            let loss = (sum.activated(.relu) + doubled).mean()
            if keeping {
                sum.keepGradient()
                doubled.keepGradient()
            }
            let gradients = Buffer(count: 0)
            tape.backward(from: loss, into: gradients)
            return (x.gradient, sum.gradient, doubled.gradient)
        }
        let (moved, kept) = (try run(keeping: false), try run(keeping: true))
        // y = relu(3x) + 2x, mean over four.
        #expect(moved.x == [1.25, 0.5, 1.25, 1.25])
        #expect(moved.sum == nil && moved.doubled == nil)
        #expect(kept.x == moved.x)
        #expect(kept.sum == [0.25, 0, 0.25, 0.25])
        #expect(kept.doubled == [0.5, 0.25, 0.5, 0.5])
    }

    @Test func `a sum takes another's memory only where the way back does not look at it`() {
        let tape = TensorCore.Tape()
        let (x, w) = (tape.leaf([1, 2], Shape(1, 2)), tape.leaf([1, 0, 0, -1], Shape(2, 2)))
        let (plain, bent) = (x.linear(w, nil), x.linear(w, nil, .tanh))
        #expect(Node.sum(x, consuming: plain).pointer == plain.pointer)
        #expect(Node.sum(x, consuming: bent).pointer != bent.pointer)
        #expect(Node.sum(bent, consuming: x).pointer != x.pointer, "a leaf is read again")
        #expect(Node.sum(x, consuming: plain.reshaped(Shape(1, 2))).pointer != plain.pointer)
    }

    @Test func `a rectified sum is the ReLU of the sum, forward and backward`() {
        let (a, b): ([Float], [Float]) = ([1, -2, 3, -4], [-3, 5, 1, 4])
        var results: [[Float]] = []
        for fused in [true, false] {
            let tape = TensorCore.Tape()
            let (left, right) = (tape.leaf(a, Shape(4)), tape.leaf(b, Shape(4)))
            let y = fused ? Node.rectifiedSum(left, consuming: right) : (left + right).activated(.relu)
            tape.backward(from: (y * y).mean(), into: nil)
            results.append(y.values + (left.gradient ?? []) + (right.gradient ?? []))
        }
        #expect(results[0] == results[1])
        #expect(results[0].prefix(4) == [0, 3, 4, 0])
    }
}
