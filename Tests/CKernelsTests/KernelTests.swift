// SPDX-License-Identifier: Apache-2.0

import CKernels
import Foundation
import Lexicon
import Testing

/// Every level of this machine, against the first and against plain float64 code.
@Suite struct Kernels {
    static var levels: [UnsafePointer<ck_table>] { (0..<ck_level_count()).compactMap { ck_level($0) } }

    static func noise(_ count: Int, _ name: String) -> [Float] {
        var stream = RandomKey(seed: 1).fold(name).stream()
        return (0..<count).map { _ in stream.uniform() * 2 - 1 }
    }

    static func sameBits(_ a: [Float], _ b: [Float]) -> Bool { a.map(\.bitPattern) == b.map(\.bitPattern) }

    @Test(arguments: [(1, 1, 1), (3, 17, 5), (13, 33, 65), (64, 10, 256), (25, 70, 401), (7, 100, 800)])
    func `products have the same bits on every level and are right`(_ m: Int, _ n: Int, _ k: Int) {
        for (ta, tb) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let a = Kernels.noise(m * k, "a\(m)")
            let b = Kernels.noise(k * n, "b\(n)")
            let bias = Kernels.noise(n, "bias")
            var first: [Float] = []
            for level in Kernels.levels {
                var c = [Float](repeating: 0.5, count: m * n)
                level.pointee.gemm(
                    Int32(ta), Int32(tb), Int32(m), Int32(n), Int32(k), a, Int32(ta == 1 ? m : k), b,
                    Int32(tb == 1 ? k : n), &c, Int32(n), bias, CK_RELU, 0)
                if first.isEmpty { first = c } else { #expect(Kernels.sameBits(first, c)) }
            }
            for i in 0..<m {
                for j in 0..<n {
                    var sum = 0.0
                    for l in 0..<k {
                        sum +=
                            Double(ta == 1 ? a[l * m + i] : a[i * k + l])
                            * Double(tb == 1 ? b[j * k + l] : b[l * n + j])
                    }
                    #expect(abs(Double(first[i * n + j]) - max(0, sum + Double(bias[j]))) < 6e-8 * Double(k) + 1e-6)
                }
            }
        }
    }

    @Test(arguments: [
        (2, 7, 5, 3, 4, 3, 3, 1, 1, 1, 1), (1, 8, 8, 16, 33, 3, 3, 2, 2, 1, 1), (2, 9, 6, 2, 5, 1, 3, 1, 2, 0, 1),
        (1, 12, 11, 2, 3, 7, 7, 2, 2, 3, 3), (2, 6, 5, 4, 3, 1, 1, 2, 2, 0, 0),
    ])
    func `convolutions and their gradients`(
        _ n: Int, _ h: Int, _ w: Int, _ ci: Int, _ co: Int, _ kh: Int, _ kw: Int, _ sy: Int, _ sx: Int, _ py: Int,
        _ px: Int
    ) {
        let oh = (h + 2 * py - kh) / sy + 1
        let ow = (w + 2 * px - kw) / sx + 1
        var geometry = ck_convolution(
            batch: Int32(n), height: Int32(h), width: Int32(w), in_channels: Int32(ci), kernel_height: Int32(kh),
            kernel_width: Int32(kw), out_channels: Int32(co), stride_y: Int32(sy), stride_x: Int32(sx),
            pad_y: Int32(py), pad_x: Int32(px), out_height: Int32(oh), out_width: Int32(ow))
        let x = Kernels.noise(n * h * w * ci, "x")
        let weight = Kernels.noise(kh * kw * ci * co, "w")
        let dy = Kernels.noise(n * oh * ow * co, "dy")
        var y = [Double](repeating: 0, count: dy.count)
        var dx = [Double](repeating: 0, count: x.count)
        var dw = [Double](repeating: 0, count: weight.count)
        for s in 0..<n {
            for oy in 0..<oh {
                for ox in 0..<ow {
                    for ky in 0..<kh {
                        for kx in 0..<kw {
                            let (iy, ix) = (oy * sy + ky - py, ox * sx + kx - px)
                            guard iy >= 0, iy < h, ix >= 0, ix < w else { continue }
                            for i in 0..<ci {
                                for o in 0..<co {
                                    let (a, b) = (((s * h + iy) * w + ix) * ci + i, ((ky * kw + kx) * ci + i) * co + o)
                                    let c = ((s * oh + oy) * ow + ox) * co + o
                                    y[c] += Double(x[a]) * Double(weight[b])
                                    dx[a] += Double(dy[c]) * Double(weight[b])
                                    dw[b] += Double(dy[c]) * Double(x[a])
                                }
                            }
                        }
                    }
                }
            }
        }
        var first: [[Float]] = []
        for level in Kernels.levels {
            var found = [
                [Float](repeating: 9, count: y.count), [Float](repeating: 9, count: x.count),
                [Float](repeating: 9, count: weight.count),
            ]
            level.pointee.convolve(&geometry, x, weight, nil, CK_IDENTITY, &found[0])
            level.pointee.convolve_data_gradient(&geometry, weight, dy, &found[1], 0)
            level.pointee.convolve_weight_gradient(&geometry, x, dy, &found[2], 0)
            if first.isEmpty {
                first = found
            } else {
                #expect(zip(first, found).allSatisfy { Kernels.sameBits($0, $1) })
            }
        }
        for (wanted, found) in zip([y, dx, dw], first) {
            for (a, b) in zip(wanted, found) { #expect(abs(a - Double(b)) < 3e-5) }
        }
    }

    @Test func `elementary functions are close to the truth, and the same on every level`() {
        typealias Kernel = @convention(c) (Int32, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?) -> Void
        func check(
            _ name: String, _ range: ClosedRange<Float>, _ bound: Double, _ kernel: (ck_table) -> Kernel?,
            _ truth: (Double) -> Double
        ) {
            let x = (0..<5000).map { range.lowerBound + (range.upperBound - range.lowerBound) * Float($0) / 4999 }
            var first: [Float] = []
            for level in Kernels.levels {
                var y = [Float](repeating: 0, count: x.count)
                kernel(level.pointee)?(Int32(x.count), x, &y)
                if first.isEmpty { first = y } else { #expect(Kernels.sameBits(first, y), "\(name)") }
            }
            for (input, value) in zip(x, first) {
                let wanted = truth(Double(input))
                #expect(
                    abs(Double(value) - wanted) <= bound * max(abs(wanted), 1e-3),
                    "\(name)(\(input)) = \(value), not \(wanted)")
            }
        }
        check("exp", -80...80, 3e-7, { $0.exp }, { Foundation.exp($0) })
        check("log", 1e-6...1000, 3e-7, { $0.log }, { Foundation.log($0) })
        check("sin", -50...50, 2e-4, { $0.sin }, { Foundation.sin($0) })
        check("cos", -50...50, 2e-4, { $0.cos }, { Foundation.cos($0) })
        check("erf", -6...6, 5e-7, { $0.erf }, { Foundation.erf($0) })
        check("sqrt", 0...100, 1e-7, { $0.sqrt }, { $0.squareRoot() })
    }

    @Test func `reductions fold the same tree on every level`() {
        for count in [0, 1, 15, 16, 17, 1000, 4097] {
            let x = Kernels.noise(max(1, count), "sum")
            let sums = Kernels.levels.map { $0.pointee.sum(Int32(count), x).bitPattern }
            #expect(Set(sums).count == 1)
            let squares = Kernels.levels.map { $0.pointee.sum_of_squares(Int32(count), x).bitPattern }
            #expect(Set(squares).count == 1)
        }
    }

    @Test func `words of the stream are Philox's`() {
        let key = RandomKey(seed: 5).fold("words")
        for level in Kernels.levels {
            var words = [UInt32](repeating: 0, count: 37)
            level.pointee.random_words(key.word0, key.word1, 6, 37, &words)
            #expect(words == (6..<43).map { key.word($0) })
        }
    }
}
