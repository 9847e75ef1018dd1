// SPDX-License-Identifier: Apache-2.0

import TensorCore
import TestSupport
import Testing

@Suite struct `Rows` {
    @Test func `chosen numbers and their gradient`() {
        let tape = Tape()
        withExtendedLifetime(tape) {
            let x = tape.leaf([1, 2, 3, 4, 5, 6], Shape(3, 2))
            let choices: [Int32] = [1, -1, 0]
            choices.withUnsafeBufferPointer { choices in
                guard let base = choices.baseAddress else { return }
                let y = x.chosen(base)
                #expect(y.values == [2, 0, 5])
                tape.backward(from: (y * y).mean() * 3, into: nil)
                #expect(x.gradient == [0, 4, 0, 0, 10, 0])
            }
        }
    }

    @Test func `row maxima send the gradient to the first of equals`() {
        let tape = Tape()
        withExtendedLifetime(tape) {
            let x = tape.leaf([3, 3, 1, 2, 7, 4], Shape(2, 3))
            let y = x.rowMaxima()
            #expect(y.values == [3, 7])
            tape.backward(from: y.mean() * 2, into: nil)
            #expect(x.gradient == [1, 0, 0, 0, 1, 0])
        }
    }

    @Test func `distances to centers`() {
        let tape = Tape()
        withExtendedLifetime(tape) {
            let x = tape.leaf([0, 0], Shape(1, 2))
            let y = x.negativeDistances([3, 4, 0, 1, 9, 9], count: 3) { $0 != 2 }
            #expect(abs(y.values[0] + 5) < 1e-6 && abs(y.values[1] + 1) < 1e-6 && y.values[2] == -1e30)
            let p = y.softmax().values
            #expect(abs(p[0] - 0.017986) < 1e-6 && abs(p[1] - 0.982014) < 1e-6 && p[2] == 0)
            tape.backward(from: y.chosenFirst(), into: nil)
            // −‖x − c‖ falls towards the center.
            let slope = x.gradient ?? []
            #expect(abs(slope[0] - 0.6) < 1e-6 && abs(slope[1] - 0.8) < 1e-6)
        }
    }

    @Test func `a scalar factor and a floored logarithm`() {
        let tape = Tape()
        withExtendedLifetime(tape) {
            let x = tape.leaf([1, 2], Shape(2))
            let s = tape.leaf([3], Shape(1))
            tape.backward(from: x.scaled(by: s).mean() * 2, into: nil)
            #expect(x.gradient == [3, 3] && s.gradient == [3])
        }
        let other = Tape()
        withExtendedLifetime(other) {
            let p = other.leaf([0.5, 0], Shape(2))
            let y = p.logarithm(floor: 1e-3)
            #expect(abs(y.values[0] + 0.6931472) < 1e-6 && abs(y.values[1] + 6.9077554) < 1e-5)
            other.backward(from: y.mean() * 2, into: nil)
            #expect(p.gradient == [2, 0])
        }
    }
}

extension Node {
    /// The first element as a scalar.
    func chosenFirst() -> Node { columns(0..<1).mean() }
}
