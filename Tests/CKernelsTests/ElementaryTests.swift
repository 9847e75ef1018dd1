// SPDX-License-Identifier: Apache-2.0

import CKernels
import Foundation
import Lexicon
import Testing

@Suite struct ElementaryTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let range: ClosedRange<Float>
        let ulps: Double
        let truth: @Sendable (Double) -> Double
        let run: @Sendable (ck_table, Int32, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
    }

    static let cases: [Case] = [
        Case(testDescription: "exp", range: -87...88, ulps: 2, truth: Foundation.exp, run: { $0.exp($1, $2, $3) }),
        Case(testDescription: "log", range: 1e-30...1e30, ulps: 2, truth: Foundation.log, run: { $0.log($1, $2, $3) }),
        Case(
            testDescription: "log near one", range: 0.5...2, ulps: 2, truth: Foundation.log, run: { $0.log($1, $2, $3) }
        ),
        Case(testDescription: "sin", range: -3...3, ulps: 2, truth: Foundation.sin, run: { $0.sin($1, $2, $3) }),
        Case(testDescription: "cos", range: -1.5...1.5, ulps: 2, truth: Foundation.cos, run: { $0.cos($1, $2, $3) }),
        Case(testDescription: "erf", range: -4...4, ulps: 3, truth: Foundation.erf, run: { $0.erf($1, $2, $3) }),
        Case(
            testDescription: "sqrt", range: 0...1e30, ulps: 0.5, truth: { $0.squareRoot() },
            run: { $0.sqrt($1, $2, $3) }),
        Case(
            testDescription: "tanh", range: -10...10, ulps: 2, truth: Foundation.tanh,
            run: { $0.activation(CK_TANH, $1, $2, $3) }),
        Case(
            testDescription: "sigmoid", range: -80...80, ulps: 3, truth: { 1 / (1 + Foundation.exp(-$0)) },
            run: { $0.activation(CK_SIGMOID, $1, $2, $3) }),
    ]

    @Test(arguments: cases) func `is near the truth and the same on all levels`(_ entry: Case) {
        var stream = RandomKey(seed: 5).stream()
        let x = (0..<20_011).map { _ in Float.random(in: entry.range, using: &stream) }
        let y = sameBits(entry.testDescription) { level in [output(x.count) { entry.run(level, Int32(x.count), x, $0) }]
        }[0]
        var worst = 0.0
        for (x, y) in zip(x, y) {
            let truth = entry.truth(Double(x))
            worst = max(worst, abs(Double(y) - truth) / Double(Float(truth).ulp))
        }
        #expect(worst <= entry.ulps)
    }

    @Test(arguments: cases) func `keeps zero, infinity and NaN`(_ entry: Case) {
        let x: [Float] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 3e38, -3e38]
        for level in levels {
            let y = output(x.count) { entry.run(level, Int32(x.count), x, $0) }
            for (x, y) in zip(x, y) {
                let truth = Float(entry.truth(Double(x)))
                let periodic = entry.testDescription == "sin" || entry.testDescription == "cos"
                let name = "\(entry.testDescription)(\(x)) = \(y) at \(String(cString: level.name))"
                if truth.isNaN {
                    #expect(y.isNaN, "\(name)")
                } else if periodic, x.magnitude > 1e30 {
                    #expect(abs(y - truth) <= 1e-6, "\(name)")
                } else if truth == 0 || truth.isInfinite {
                    #expect(y.bitPattern == truth.bitPattern, "\(name)")
                } else {
                    #expect(abs(y - truth) <= 4 * truth.ulp, "\(name)")
                }
            }
        }
    }

    @Test func `sin and cos hold for large arguments`() {
        var stream = RandomKey(seed: 6).stream()
        let x = (0..<4000).map { _ in
            Float.random(in: 1..<2, using: &stream)
                * Float(sign: .plus, exponent: Int.random(in: 3...126, using: &stream), significand: 1)
        }
        let y = sameBits("large arguments") { level in
            [
                output(x.count) { level.sin(Int32(x.count), x, $0) },
                output(x.count) { level.cos(Int32(x.count), x, $0) },
            ]
        }
        for (i, x) in x.enumerated() {
            #expect(abs(Double(y[0][i]) - Foundation.sin(Double(x))) <= 2e-7, "sin(\(x))")
            #expect(abs(Double(y[1][i]) - Foundation.cos(Double(x))) <= 2e-7, "cos(\(x))")
        }
    }
}
