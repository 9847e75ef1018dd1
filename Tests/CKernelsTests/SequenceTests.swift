// SPDX-License-Identifier: Apache-2.0

import CKernels
import Lexicon
import TestSupport
import Testing

/// Attention's softmax and the recurrent steps: the same bits on every level, near float64.
@Suite struct SequenceTests {
    func near(_ ours: [Float], _ truth: [Double], _ what: String, _ tolerance: Double = 2e-6) {
        #expect(ours.count == truth.count)
        for (i, (a, b)) in zip(ours, truth).enumerated() where !(abs(Double(a) - b) <= tolerance * max(1, abs(b))) {
            Issue.record("\(what)[\(i)]: \(a), expected \(b)")
        }
    }

    @Test(arguments: [(3, 5), (4, 16), (2, 37), (1, 1), (40, 33)])
    func `masked softmax`(_ rows: Int, _ n: Int) {
        var stream = RandomKey(seed: 21).stream()
        let x = numbers(rows * n, &stream).map { $0 * 4 }
        let some = (0..<n).map { Float($0 % 3 == 1 ? 0 : 1) }
        let none = [Float](repeating: 0, count: n)
        for (mask, diagonal) in [
            (nil, Int(Int32.max)), (some, Int(Int32.max)), (nil, 0), (some, 2), (none, 0), (nil, -2),
        ]
            as [([Float]?, Int)]
        {
            let results = sameBits("masked softmax") { level in
                [
                    output(rows * n) { y in
                        if let mask {
                            level.masked_softmax(Int32(rows), Int32(n), 0.5, mask, Int32(diagonal), x, y)
                        } else {
                            level.masked_softmax(Int32(rows), Int32(n), 0.5, nil, Int32(diagonal), x, y)
                        }
                    }
                ]
            }
            near(
                results[0],
                ReferenceKernels.maskedSoftmax(x, rows: rows, n: n, scale: 0.5, mask: mask, diagonal: diagonal),
                "\(rows)×\(n), diagonal \(diagonal)")
        }
    }

    @Test(arguments: [false, true], [1, 7, 16, 35])
    func `recurrent steps and their gradients`(_ long: Bool, _ hidden: Int) {
        var stream = RandomKey(seed: 22).stream()
        let rows = 3
        let (gates, states, keeps) = long ? (4 * hidden, 2 * hidden, 5 * hidden) : (3 * hidden, hidden, 4 * hidden)
        let (g, q) = (numbers(rows * gates, &stream), numbers(rows * gates, &stream))
        let (state, up) = (numbers(rows * states, &stream), numbers(rows * states, &stream))
        // The middle row stands still.
        let shown: [Float] = [1, 0, 1]
        let h = Int32(hidden)
        let results = sameBits("recurrent step") { level in
            var kept = [Float](repeating: 0, count: rows * keeps)
            let y = output(rows * states) {
                let step = long ? level.lstm_step : level.gru_step
                step?(3, h, g, Int32(gates), q, shown, 1, state, Int32(states), $0, Int32(states), &kept, Int32(keeps))
            }
            let step = long ? level.lstm_step_gradient : level.gru_step_gradient
            var dgates = [Float](repeating: 1, count: rows * gates)
            var recurrent = [Float](repeating: .nan, count: rows * gates)
            let before = output(rows * states) {
                step?(
                    3, h, kept, Int32(keeps), shown, 1, state, Int32(states), up, &dgates, Int32(gates), 1, &recurrent,
                    Int32(gates), $0)
            }
            return [y, dgates, recurrent, before]
        }
        func truth(_ row: Int, gates g: [Double], recurrent q: [Double], state: [Double]) -> [Double] {
            if shown[row] == 0 { return state }
            return long
                ? ReferenceKernels.lstmStep(gates: g, recurrent: q, state: state)
                : ReferenceKernels.gruStep(gates: g, recurrent: q, h: state)
        }
        for row in 0..<rows {
            func slice(_ x: [Float], _ width: Int) -> [Double] { x[row * width..<(row + 1) * width].map { Double($0) } }
            let (gate, recurrent, old, upstream) = (
                slice(g, gates), slice(q, gates), slice(state, states), slice(up, states)
            )
            near(
                results[0][row * states..<(row + 1) * states].map { $0 },
                truth(row, gates: gate, recurrent: recurrent, state: old), "state")
            func slopes(_ at: [Double], _ value: ([Double]) -> [Double]) -> [Double] {
                at.indices.map { place in
                    func moved(_ step: Double) -> Double {
                        var x = at
                        x[place] += step
                        return zip(value(x), upstream).reduce(0) { $0 + $1.0 * $1.1 }
                    }
                    return (moved(1e-5) - moved(-1e-5)) / 2e-5
                }
            }
            let byGates = slopes(gate) { truth(row, gates: $0, recurrent: recurrent, state: old) }
            // The gradient of the gates was added to ones.
            near(results[1][row * gates..<(row + 1) * gates].map { $0 - 1 }, byGates, "gates", 1e-5)
            let byRecurrent = slopes(recurrent) { truth(row, gates: gate, recurrent: $0, state: old) }
            near(results[2][row * gates..<(row + 1) * gates].map { $0 }, byRecurrent, "recurrent", 1e-5)
            let byState = slopes(old) { truth(row, gates: gate, recurrent: recurrent, state: $0) }
            near(results[3][row * states..<(row + 1) * states].map { $0 }, byState, "state before", 1e-5)
        }
    }
}
