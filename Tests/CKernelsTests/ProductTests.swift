// SPDX-License-Identifier: Apache-2.0

import CKernels
import Lexicon
import TestSupport
import Testing

@Suite struct ProductTests {
    /// A chain of k multiply-adds, each rounded once, errs by at most k half-ulps of the sum of magnitudes.
    static func bound(_ k: Int, _ magnitude: Double) -> Double { Double(k + 2) * 0x1p-24 * (magnitude + 4) }

    @Test func `gemm is the same on all levels and near the float64 product`() {
        var stream = RandomKey(seed: 1).stream()
        let fixed = [(64, 10, 256), (1, 1, 0), (1, 33, 400), (25, 65, 2), (13, 16, 385), (37, 48, 770)]
        for round in 0..<60 {
            let (m, n, k) =
                round < fixed.count
                ? fixed[round]
                : (
                    Int.random(in: 1...40, using: &stream), Int.random(in: 1...70, using: &stream),
                    Int.random(in: 1...90, using: &stream)
                )
            let (a, b, c) = (numbers(m * k, &stream), numbers(k * n, &stream), numbers(m * n, &stream))
            let bias = numbers(n, &stream)
            for form in 0..<4 {
                let (ta, tb) = (form & 1, form >> 1)
                let accumulate = round % 3 == 0
                let result = sameBits("gemm \(m)x\(n)x\(k) form \(form)") { level in
                    let plain = filled(accumulate ? c : [Float](repeating: .nan, count: m * n)) {
                        level.gemm(
                            Int32(ta), Int32(tb), Int32(m), Int32(n), Int32(k), a, Int32(ta == 1 ? m : k), b,
                            Int32(tb == 1 ? k : n), $0, Int32(n), accumulate ? nil : bias, CK_IDENTITY,
                            accumulate ? 1 : 0)
                    }
                    return [plain]
                }[0]
                let (value, magnitude) = ReferenceKernels.product(
                    transposeA: ta == 1, transposeB: tb == 1, m: m, n: n, k: k, a: a, b: b)
                for i in 0..<m * n {
                    let expected = value[i] + Double(accumulate ? c[i] : bias[i % n])
                    #expect(abs(Double(result[i]) - expected) <= Self.bound(k, magnitude[i]))
                }
            }
        }
    }

    @Test func `gemm is one chain of fused multiply-adds in rising order`() {
        var stream = RandomKey(seed: 2).stream()
        let (m, n, k) = (29, 35, 801)
        let (a, b) = (numbers(m * k, &stream), numbers(k * n, &stream))
        let result = sameBits("chain") { level in
            [
                output(m * n) {
                    level.gemm(
                        0, 0, Int32(m), Int32(n), Int32(k), a, Int32(k), b, Int32(n), $0, Int32(n), nil, CK_IDENTITY, 0)
                }
            ]
        }[0]
        for i in 0..<m {
            for j in 0..<n {
                var chain: Float = 0
                for d in 0..<k { chain.addProduct(a[i * k + d], b[d * n + j]) }
                #expect(chain.bitPattern == result[i * n + j].bitPattern)
            }
        }
    }

    @Test func `gemm leaves what lies between the rows of its output alone`() {
        var stream = RandomKey(seed: 3).stream()
        let (m, n, k, ld) = (17, 21, 9, 40)
        let (a, b) = (numbers(m * ld, &stream), numbers(k * ld, &stream))
        let result = sameBits("leading dimensions") { level in
            [
                filled([Float](repeating: 7, count: m * ld)) {
                    level.gemm(
                        0, 0, Int32(m), Int32(n), Int32(k), a, Int32(ld), b, Int32(ld), $0, Int32(ld), nil, CK_RELU, 0)
                }
            ]
        }[0]
        for i in 0..<m {
            for j in n..<ld { #expect(result[i * ld + j] == 7) }
            for j in 0..<n { #expect(result[i * ld + j] >= 0) }
        }
    }

    @Test func `convolution and both gradients are the same on all levels and near float64`() {
        var stream = RandomKey(seed: 4).stream()
        func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &stream) }
        for round in 0..<40 {
            let channels = [1, 3, 8, 16, 17, 33]
            let c = ReferenceKernels.Convolution(
                batch: any(1...3), height: any(3...13), width: any(3...30), inputs: channels[any(0...5)],
                kernelHeight: any(1...3), kernelWidth: any(1...3), outputs: channels[any(0...5)], strideY: any(1...3),
                strideX: any(1...3), padY: any(0...2), padX: any(0...2))
            var shape = ck_convolution(
                batch: Int32(c.batch), height: Int32(c.height), width: Int32(c.width), in_channels: Int32(c.inputs),
                kernel_height: Int32(c.kernelHeight), kernel_width: Int32(c.kernelWidth),
                out_channels: Int32(c.outputs),
                stride_y: Int32(c.strideY), stride_x: Int32(c.strideX), pad_y: Int32(c.padY), pad_x: Int32(c.padX),
                out_height: Int32(c.outHeight), out_width: Int32(c.outWidth))
            let (x, w, dy) = (
                numbers(c.inputCount, &stream), numbers(c.weightCount, &stream), numbers(c.outputCount, &stream)
            )
            let accumulate = round % 2 == 1
            func start(_ like: [Float]) -> [Float] { accumulate ? like : like.map { _ in .nan } }
            let results = sameBits("convolution \(c)") { level in
                [
                    output(c.outputCount) { level.convolve(&shape, x, w, nil, CK_IDENTITY, $0) },
                    filled(start(x)) { level.convolve_data_gradient(&shape, w, dy, $0, accumulate ? 1 : 0) },
                    filled(start(w)) { level.convolve_weight_gradient(&shape, x, dy, $0, accumulate ? 1 : 0) },
                ]
            }
            var expected = [
                [Double](repeating: 0, count: c.outputCount), accumulate ? x.map(Double.init) : x.map { _ in 0 },
                accumulate ? w.map(Double.init) : w.map { _ in 0 },
            ]
            c.forEachTerm { i, j, o in
                expected[0][o] += Double(x[i]) * Double(w[j])
                expected[1][i] += Double(w[j]) * Double(dy[o])
                expected[2][j] += Double(x[i]) * Double(dy[o])
            }
            // At most 9·33 terms forward and backward, 3·13·30 in the weights; each below 4.
            for (result, reference) in zip(results, expected) {
                for (ours, theirs) in zip(result, reference) { #expect(abs(Double(ours) - theirs) <= 1e-3) }
            }
        }
    }

    @Test(arguments: [
        // batch, height, width, inputs, outputs, padding
        [2, 7, 8, 32, 48, 1], [1, 14, 11, 48, 32, 0], [3, 4, 4, 64, 80, 1], [5, 12, 13, 32, 32, 2],
        [9, 6, 6, 32, 32, 1],
    ])
    func `wide convolutions of stride 1 are near float64 in Winograd's form, the same on all levels`(_ sizes: [Int]) {
        var stream = RandomKey(seed: 9).stream()
        let c = ReferenceKernels.Convolution(
            batch: sizes[0], height: sizes[1], width: sizes[2], inputs: sizes[3], kernelHeight: 3, kernelWidth: 3,
            outputs: sizes[4], strideY: 1, strideX: 1, padY: sizes[5], padX: sizes[5])
        var shape = ck_convolution(
            batch: Int32(c.batch), height: Int32(c.height), width: Int32(c.width), in_channels: Int32(c.inputs),
            kernel_height: 3, kernel_width: 3, out_channels: Int32(c.outputs), stride_y: 1, stride_x: 1,
            pad_y: Int32(c.padY), pad_x: Int32(c.padX), out_height: Int32(c.outHeight), out_width: Int32(c.outWidth))
        let (x, w, dy) = (
            numbers(c.inputCount, &stream), numbers(c.weightCount, &stream), numbers(c.outputCount, &stream)
        )
        let bias = numbers(c.outputs, &stream)
        let results = sameBits("convolution \(c)") { level in
            [
                output(c.outputCount) { level.convolve(&shape, x, w, bias, CK_IDENTITY, $0) },
                filled(x) { level.convolve_data_gradient(&shape, w, dy, $0, 1) },
                output(c.weightCount) { level.convolve_weight_gradient(&shape, x, dy, $0, 0) },
            ]
        }
        var expected: [[Double]] = [
            (0..<c.outputCount).map { Double(bias[$0 % c.outputs]) }, x.map(Double.init), w.map { _ in 0 },
        ]
        var magnitude: [[Double]] = expected.map { $0.map { _ in 1.0 } }
        c.forEachTerm { i, j, o in
            let terms = [Double(x[i]) * Double(w[j]), Double(w[j]) * Double(dy[o]), Double(x[i]) * Double(dy[o])]
            for (kind, place) in [o, i, j].enumerated() {
                expected[kind][place] += terms[kind]
                magnitude[kind][place] += terms[kind].magnitude
            }
        }
        // The transforms add rounding of terms up to nine times as large; chains of up to 80 terms err by less than the
        // worst case by far: 64 half-ulps of the magnitudes is what is allowed.
        for ((result, reference), bound) in zip(zip(results, expected), magnitude) {
            for ((ours, theirs), size) in zip(zip(result, reference), bound) {
                #expect(abs(Double(ours) - theirs) <= 64 * 0x1p-24 * size)
            }
        }
        // Samples do not mix: the first of the batch alone gives its own numbers.
        var alone = shape
        alone.batch = 1
        for level in levels {
            let first = output(c.outputCount / c.batch) { level.convolve(&alone, x, w, bias, CK_IDENTITY, $0) }
            #expect(first.map(\.bitPattern) == results[0].prefix(first.count).map(\.bitPattern))
        }
    }
}
