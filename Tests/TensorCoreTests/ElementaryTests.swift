// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore
import Testing

/// Own elementary functions against the C library's, which is right to about half a unit in the last place.
@Suite struct `Elementary functions` {
    /// Error in units of the last place of the reference.
    func units(_ value: Double, _ reference: Double) -> Double {
        value == reference ? 0 : abs(value - reference) / reference.ulp
    }

    @Test func `exp and log are right to two units`() {
        var stream = RandomKey(seed: 1).stream()
        for _ in 0..<20_000 {
            let x = (Double(stream.word()) * 0x1p-32 - 0.5) * 1400
            #expect(units(Elementary.exp(x), exp(x)) <= 2, "exp(\(x))")
            let positive = exp(x)
            #expect(units(Elementary.log(positive), log(positive)) <= 2, "log(\(positive))")
            let near = 0.5 + Double(stream.word()) * 0x1p-32
            #expect(units(Elementary.log(near), log(near)) <= 2, "log(\(near))")
        }
    }

    @Test func `sin and cos are right to an absolute ulp of one`() {
        var stream = RandomKey(seed: 2).stream()
        for _ in 0..<20_000 {
            let x = (Double(stream.word()) * 0x1p-32 - 0.5) * 2000
            #expect(abs(Elementary.sin(x) - sin(x)) <= 3e-16, "sin(\(x))")
            #expect(abs(Elementary.cos(x) - cos(x)) <= 3e-16, "cos(\(x))")
        }
    }

    @Test func `tanh and powers of ten are right to a few units`() {
        var stream = RandomKey(seed: 3).stream()
        for _ in 0..<20_000 {
            let x = (Double(stream.word()) * 0x1p-32 - 0.5) * 50
            #expect(abs(Elementary.tanh(x) - tanh(x)) <= 4e-16, "tanh(\(x))")
            #expect(abs(Elementary.pow10(x / 2) / pow(10, x / 2) - 1) <= 2e-14, "pow10(\(x / 2))")
            let positive = exp(x)
            #expect(units(Elementary.log10(positive), log10(positive)) <= 3, "log10(\(positive))")
        }
    }

    @Test func `the edges are those of IEEE`() {
        #expect(Elementary.exp(.infinity) == .infinity)
        #expect(Elementary.exp(-.infinity) == 0)
        #expect(Elementary.exp(.nan).isNaN)
        #expect(Elementary.exp(0) == 1)
        #expect(Elementary.exp(710) == .infinity)
        #expect(units(Elementary.exp(-744), exp(-744)) <= 1)
        #expect(Elementary.log(0) == -.infinity)
        #expect(Elementary.log(-1).isNaN)
        #expect(Elementary.log(.infinity) == .infinity)
        #expect(Elementary.log(1) == 0)
        #expect(units(Elementary.log(.leastNonzeroMagnitude), log(.leastNonzeroMagnitude)) <= 1)
        #expect(Elementary.sin(0) == 0)
        #expect(Elementary.cos(0) == 1)
        #expect(Elementary.sin(.infinity).isNaN)
        #expect(Elementary.tanh(.infinity) == 1)
        #expect(Elementary.tanh(-1000) == -1)
        #expect(Elementary.tanh(0) == 0)
    }

    @Test func `normal numbers have the moments of the normal distribution`() {
        var stream = RandomKey(seed: 4).stream()
        let count = 200_000
        let values = (0..<count).map { _ in stream.normal() }
        func moment(_ power: Int) -> Double {
            var sum = 0.0
            for value in values { sum += (0..<power).reduce(1.0) { product, _ in product * value } }
            return sum / Double(count)
        }
        #expect(values.allSatisfy { $0.isFinite })
        #expect(abs(moment(1)) < 0.01)
        #expect(abs(moment(2) - 1) < 0.015)
        #expect(abs(moment(3)) < 0.04)
        #expect(abs(moment(4) - 3) < 0.1)
        let beyond = values.filter { abs($0) > 1.959964 }.count
        #expect(abs(Double(beyond) / Double(count) - 0.05) < 0.003)
    }
}
