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
        // Small pictures, several samples: the walk across samples.
        (5, 7, 5, 8, 9, 3, 3, 2, 2, 1, 1), (13, 4, 6, 16, 33, 3, 3, 1, 1, 1, 1), (4, 9, 8, 8, 3, 5, 3, 3, 2, 2, 1),
        (6, 5, 7, 9, 20, 2, 4, 3, 3, 0, 2), (4, 3, 3, 8, 5, 3, 3, 2, 2, 2, 2), (4, 6, 6, 8, 5, 3, 3, 1, 1, 0, 0),
        (4, 8, 7, 8, 5, 1, 2, 3, 3, 0, 1),
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
            #expect(zip(wanted, found).allSatisfy { abs($0 - Double($1)) < 3e-5 })
        }
    }

    @Test func `a convolution of several samples is that of each, to the bit`() {
        let (n, h, w, ci, co) = (7, 8, 6, 16, 40)
        var all = ck_convolution(
            batch: Int32(n), height: Int32(h), width: Int32(w), in_channels: Int32(ci), kernel_height: 3,
            kernel_width: 3, out_channels: Int32(co), stride_y: 2, stride_x: 2, pad_y: 1, pad_x: 1, out_height: 4,
            out_width: 3)
        var one = all
        one.batch = 1
        let (inSize, outSize) = (h * w * ci, 12 * co)
        let x = Kernels.noise(n * inSize, "x")
        let weight = Kernels.noise(9 * ci * co, "w")
        let dy = Kernels.noise(n * outSize, "dy")
        for level in Kernels.levels {
            var together = [
                [Float](repeating: 0, count: n * outSize), [Float](repeating: 0, count: n * inSize),
                [Float](repeating: 0, count: weight.count),
            ]
            level.pointee.convolve(&all, x, weight, nil, CK_RELU, &together[0])
            level.pointee.convolve_data_gradient(&all, weight, dy, &together[1], 0)
            level.pointee.convolve_weight_gradient(&all, x, dy, &together[2], 0)
            var alone = [[Float]](repeating: [], count: 2)
            var slopes = [Float](repeating: 0, count: weight.count)
            for sample in 0..<n {
                let (mine, upstream) = (
                    Array(x[sample * inSize..<(sample + 1) * inSize]),
                    Array(dy[sample * outSize..<(sample + 1) * outSize])
                )
                var (y, dx) = ([Float](repeating: 0, count: outSize), [Float](repeating: 0, count: inSize))
                level.pointee.convolve(&one, mine, weight, nil, CK_RELU, &y)
                level.pointee.convolve_data_gradient(&one, weight, upstream, &dx, 0)
                level.pointee.convolve_weight_gradient(&one, mine, upstream, &slopes, sample == 0 ? 0 : 1)
                alone[0] += y
                alone[1] += dx
            }
            alone.append(slopes)
            #expect(
                zip(together, alone).allSatisfy { Kernels.sameBits($0, $1) }, "\(String(cString: level.pointee.name))")
        }
    }

    /// Bit patterns whose products and sums round at ties, vanish, overflow, or are no numbers.
    @Test func `a fused multiply-add rounds once on every level`() {
        var stream = RandomKey(seed: 5).stream()
        let ends: [UInt32] = [0, 1, 0x7f_ffff, 0x80_0000, 0x7f7f_ffff, 0x7f80_0000, 0x7fc0_0000, 0x3f80_0001]
        func number(_ kind: Int) -> Float {
            let bits = stream.word()
            switch kind {
            case 0: return Float(bitPattern: bits)
            case 1: return Float(bitPattern: bits & 0x807f_ffff | 0x3f80_0000)
            case 2: return Float(bitPattern: bits & 0x801f_f000 | UInt32(stream.below(60) + 90) << 23)
            case 3: return Float(bitPattern: bits & 0x8000_ffff)
            default: return Float(bitPattern: ends[stream.below(ends.count)] | bits & 0x8000_0000)
            }
        }
        for round in 0..<40 {
            let count = 1000
            let (a, b, c) = (
                (0..<count).map { _ in number(round % 5) }, (0..<count).map { _ in number(round / 5 % 5) },
                (0..<count).map { _ in number(round % 3 == 0 ? 4 : round % 4) }
            )
            for level in Kernels.levels {
                var y = c
                level.pointee.mul_add(Int32(count), a, b, &y)
                for place in 0..<count {
                    let wanted = c[place].addingProduct(a[place], b[place])
                    #expect(
                        y[place].bitPattern == wanted.bitPattern || y[place].isNaN && wanted.isNaN,
                        "\(a[place]) · \(b[place]) + \(c[place]) = \(y[place]), not \(wanted)")
                }
            }
        }
    }

    @Test func `GELU with its slope is GELU and its gradient`() {
        let x = (0..<1003).map { Float($0) * 0.02 - 10 }
        let ones = [Float](repeating: 1, count: x.count)
        for level in Kernels.levels {
            var (y, slopes, wanted) = (ones, x, [ones, ones])
            level.pointee.gelu_with_slope(Int32(x.count), x, &y, &slopes)
            level.pointee.activation(CK_GELU, Int32(x.count), x, &wanted[0])
            level.pointee.activation_gradient(CK_GELU, Int32(x.count), x, y, ones, &wanted[1], 0)
            #expect(Kernels.sameBits(y, wanted[0]) && Kernels.sameBits(slopes, wanted[1]))
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
