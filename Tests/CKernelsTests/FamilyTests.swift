// SPDX-License-Identifier: Apache-2.0

import CKernels
import Foundation
import Lexicon
import TestSupport
import Testing

@Suite struct FamilyTests {
    /// Float32 results of well-scaled rows against float64.
    static let tolerance = 2e-5

    func near(_ ours: [Float], _ truth: [Double], _ what: String) {
        #expect(ours.count == truth.count)
        for (i, (a, b)) in zip(ours, truth).enumerated() where !(abs(Double(a) - b) <= Self.tolerance * max(1, abs(b)))
        {
            Issue.record("\(what)[\(i)]: \(a), expected \(b)")
        }
    }

    @Test func `group norm matches float64 and its gradient the differences of float64`() {
        var stream = RandomKey(seed: 11).stream()
        for (batch, positions, channels, groups) in [
            (2, 9, 16, 4), (2, 5, 40, 2), (3, 1, 37, 1), (2, 7, 6, 6), (1, 4, 70, 2),
        ] {
            let count = batch * positions * channels
            let width = channels / groups
            let (x, dy) = (numbers(count, &stream), numbers(count, &stream))
            let (gamma, beta) = (numbers(channels, &stream), numbers(channels, &stream))
            func truth(_ x: [Float]) -> [Double] {
                var y = [Double](repeating: 0, count: count)
                for s in 0..<batch {
                    for g in 0..<groups {
                        let places = (0..<positions).flatMap { p in
                            (0..<width).map { (s * positions + p) * channels + g * width + $0 }
                        }
                        ReferenceKernels.normalize(
                            x, places: places, eps: 1e-5, gamma: gamma, beta: beta, channel: { $0 % channels }, into: &y
                        )
                    }
                }
                return y
            }
            let sizes = (Int32(batch), Int32(positions), Int32(channels), Int32(groups))
            let results = sameBits("group norm") { level in
                var mean = [Float](repeating: 0, count: batch * groups)
                var rstd = mean
                var (dgamma, dbeta) = ([Float](repeating: 0, count: channels), [Float](repeating: 0, count: channels))
                let y = output(count) {
                    level.group_norm(
                        sizes.0, sizes.1, sizes.2, sizes.3, 1e-5, x, gamma, beta, CK_IDENTITY, $0, &mean, &rstd)
                }
                let dx = output(count) {
                    level.group_norm_gradient(
                        sizes.0, sizes.1, sizes.2, sizes.3, x, gamma, beta, CK_IDENTITY, mean, rstd, dy, $0, 0, &dgamma,
                        &dbeta)
                }
                return [y, dx, dgamma, dbeta, mean, rstd]
            }
            near(results[0], truth(x), "y")
            let loss = { (y: [Double]) in zip(y, dy).reduce(0.0) { $0 + $1.0 * Double($1.1) } }
            let exact = 0x1p-10 as Float
            for i in stride(from: 0, to: count, by: 5) where results[5][0] < 50 {
                var (up, down) = (x, x)
                up[i] += exact
                down[i] -= exact
                let slope = (loss(truth(up)) - loss(truth(down))) / Double(up[i] - down[i])
                #expect(abs(Double(results[1][i]) - slope) <= 1e-3 * max(1, abs(slope)), "dx[\(i)]")
            }
            var sum = [Double](repeating: 0, count: channels)
            for i in 0..<count { sum[i % channels] += Double(dy[i]) }
            near(results[3], sum, "dbeta")
        }
    }

    @Test func `batch norm and layer norm are the same on all levels and near float64`() {
        var stream = RandomKey(seed: 12).stream()
        for (rows, n) in [(5, 3), (9, 16), (33, 37), (2, 64)] {
            let (x, dy) = (numbers(rows * n, &stream), numbers(rows * n, &stream))
            let (gamma, beta) = (numbers(n, &stream), numbers(n, &stream))
            let (r, c) = (Int32(rows), Int32(n))
            let results = sameBits("norms") { level in
                var mean = [Float](repeating: 0, count: max(rows, n))
                var spread = mean
                var (dg, db) = (gamma, beta)
                let batch = output(rows * n) {
                    level.batch_norm(r, c, 1e-5, x, gamma, beta, CK_RELU, $0, &mean, &spread)
                }
                let eval = output(rows * n) {
                    level.batch_norm_eval(r, c, 1e-5, x, gamma, beta, mean, spread, CK_RELU, $0)
                }
                let gradient = output(rows * n) {
                    level.batch_norm_gradient(r, c, 1e-5, x, gamma, beta, CK_RELU, mean, spread, dy, $0, 0, &dg, &db)
                }
                let layer = output(rows * n) { level.layer_norm(r, c, 1e-5, x, gamma, beta, $0, &mean, &spread) }
                let slope = filled(dy) { level.layer_norm_gradient(r, c, x, gamma, mean, spread, dy, $0, 1, &dg, &db) }
                return [batch, layer, eval, gradient, slope, dg, db]
            }
            #expect(results[0] == results[2])
            var (batch, layer) = ([Double](repeating: 0, count: rows * n), [Double](repeating: 0, count: rows * n))
            for j in 0..<n {
                ReferenceKernels.normalize(
                    x, places: (0..<rows).map { $0 * n + j }, eps: 1e-5, gamma: gamma, beta: beta, channel: { $0 % n },
                    into: &batch)
            }
            for i in 0..<rows {
                ReferenceKernels.normalize(
                    x, places: (0..<n).map { i * n + $0 }, eps: 1e-5, gamma: gamma, beta: beta, channel: { $0 % n },
                    into: &layer)
            }
            near(results[0], batch.map { max($0, 0) }, "batch norm")
            near(results[1], layer, "layer norm")
        }
    }

    @Test func `softmax, its logarithm and cross-entropy match float64 and survive huge logits`() {
        var stream = RandomKey(seed: 13).stream()
        for n in [1, 2, 10, 16, 33, 200] {
            let rows = 5
            var x = numbers(rows * n, &stream)
            for j in 0..<n { x[j] *= 1e4 }
            let dy = numbers(rows * n, &stream)
            let weight = numbers(rows, &stream)
            let target: [Int32] = [0, Int32(n - 1), Int32(n / 2), -1, 0]
            let (r, c) = (Int32(rows), Int32(n))
            let results = sameBits("softmax \(n)") { level in
                let y = output(rows * n) { level.softmax(r, c, x, $0) }
                let log = output(rows * n) { level.log_softmax(r, c, x, $0) }
                var p = x
                let loss = output(rows) { level.cross_entropy(r, c, x, target, 0.1, &p, $0) }
                return [
                    y, log, loss,
                    output(rows * n) { level.cross_entropy_gradient(r, c, p, target, 0.1, weight, $0, 0) },
                    output(rows * n) { level.softmax_gradient(r, c, y, dy, $0, 0) },
                    filled(dy) { level.log_softmax_gradient(r, c, log, dy, $0, 1) },
                ]
            }
            for i in 0..<rows {
                let row = x[i * n..<(i + 1) * n].map(Double.init)
                let top = row.reduce(-.infinity, max)
                let total = Foundation.log(row.reduce(0.0) { $0 + Foundation.exp($1 - top) }) + top
                let log = row.map { $0 - total }
                let p = log.map(Foundation.exp)
                near(Array(results[0][i * n..<(i + 1) * n]), p, "softmax")
                near(Array(results[1][i * n..<(i + 1) * n]), log, "log softmax")
                let right = Int(target[i])
                let q = (0..<n).map { right < 0 ? 0 : ($0 == right ? 0.9 : 0) + 0.1 / Double(n) }
                near([results[2][i]], [-zip(q, log).reduce(0.0) { $0 + $1.0 * $1.1 }], "loss")
                let slope = zip(p, q).map { right < 0 ? 0 : Double(weight[i]) * ($0 - $1) }
                near(Array(results[3][i * n..<(i + 1) * n]), slope, "cross-entropy gradient")
            }
        }
    }

    @Test func `reductions use sixteen lanes and the fixed tree`() {
        var stream = RandomKey(seed: 14).stream()
        for n in [0, 1, 15, 16, 17, 100, 1023] {
            let (a, b) = (numbers(n, &stream), numbers(n, &stream))
            var (lanes, products) = ([Float](repeating: 0, count: 16), [Float](repeating: 0, count: 16))
            for i in 0..<n {
                lanes[i % 16] += a[i]
                products[i % 16].addProduct(a[i], b[i])
            }
            for half in [8, 4, 2, 1] {
                for l in 0..<half {
                    lanes[l] += lanes[l + half]
                    products[l] += products[l + half]
                }
            }
            for level in levels {
                #expect(level.sum(Int32(n), a) == lanes[0])
                #expect(level.dot(Int32(n), a, b) == products[0])
                #expect(level.max(Int32(n), a) == (a.max() ?? -.infinity))
                #expect(abs(level.sum_of_squares(Int32(n), a) - a.reduce(0.0) { $0 + Double($1) * Double($1) }) <= 1e-9)
                #expect(abs(level.sum_of_magnitudes(Int32(n), a) - a.reduce(0.0) { $0 + Double(abs($1)) }) <= 1e-9)
                #expect(level.dot_double(Int32(n), a, b) == levels[0].dot_double(Int32(n), a, b))
                #expect(level.all_finite(Int32(n), a) == 1)
                if n > 0 { #expect(level.all_finite(Int32(n), a.dropLast() + [.infinity]) == 0) }
            }
        }
    }

    @Test func `pooling picks the first winner, carries NaN and is the same on all levels`() {
        var stream = RandomKey(seed: 15).stream()
        for channels in [1, 3, 16, 21] {
            var p = ck_pooling(
                batch: 2, height: 7, width: 6, channels: Int32(channels), kernel_height: 3, kernel_width: 3,
                stride_y: 2,
                stride_x: 2, pad_y: 1, pad_x: 1, out_height: 4, out_width: 3)
            let (inputs, outputs) = (2 * 7 * 6 * channels, 2 * 4 * 3 * channels)
            var x = numbers(inputs, &stream).map { ($0 * 2).rounded() }
            x[8 * channels] = .nan
            let dy = numbers(outputs, &stream)
            let results = sameBits("pooling") { level in
                var winner = [Int32](repeating: -7, count: outputs)
                let y = output(outputs) { level.max_pool(&p, x, $0, &winner) }
                return [
                    y, winner.map(Float.init), output(inputs) { level.max_pool_gradient(&p, winner, dy, $0, 0) },
                    output(outputs) { level.average_pool(&p, 1, x, $0) },
                    output(inputs) { level.average_pool_gradient(&p, 0, dy, $0, 0) },
                ]
            }
            for s in 0..<2 {
                for oy in 0..<4 {
                    for ox in 0..<3 {
                        for c in 0..<channels {
                            var (best, place) = (-Float.infinity, -1)
                            for iy in max(0, 2 * oy - 1)..<min(7, 2 * oy + 2) {
                                for ix in max(0, 2 * ox - 1)..<min(6, 2 * ox + 2) {
                                    let v = x[((s * 7 + iy) * 6 + ix) * channels + c]
                                    if place < 0 || v > best || v.isNaN { (best, place) = (v, iy * 6 + ix) }
                                }
                            }
                            let at = ((s * 4 + oy) * 3 + ox) * channels + c
                            #expect(results[0][at].bitPattern == best.bitPattern)
                            #expect(results[1][at] == Float(place))
                        }
                    }
                }
            }
        }
    }

    @Test func `embeddings skip padding and repeated rows add up`() {
        var stream = RandomKey(seed: 16).stream()
        let (n, index) = (19, [3, 0, 3, -1, 2, 0] as [Int32])
        let (table, dy) = (numbers(5 * n, &stream), numbers(6 * n, &stream))
        let results = sameBits("embedding") { level in
            [
                output(6 * n) { level.gather_rows(6, Int32(n), index, 0, table, $0) },
                filled([Float](repeating: 0, count: 5 * n)) { level.scatter_add_rows(6, Int32(n), index, 0, dy, $0) },
                output(2 * n) { level.embedding_mean(2, 3, Int32(n), index, 0, table, $0) },
                filled(table) { level.embedding_mean_gradient(2, 3, Int32(n), index, 0, dy, $0) },
            ]
        }
        for j in 0..<n {
            #expect(results[0][j] == table[3 * n + j] && results[0][n + j] == 0 && results[0][3 * n + j] == 0)
            #expect(results[1][3 * n + j] == dy[j] + dy[2 * n + j] && results[1][j] == 0)
            #expect(results[2][j] == table[3 * n + j] && results[2][n + j] == table[2 * n + j])
        }
    }

    @Test func `optimizers follow their formulas on every level`() {
        var stream = RandomKey(seed: 17).stream()
        let n = 37
        let (w, g, m) = (numbers(n, &stream), numbers(n, &stream), numbers(n, &stream))
        let v = numbers(n, &stream).map(abs)
        let results = sameBits("optimizers") { level in
            var (buffer, first, second, lion) = (m, m, v, m)
            var (mean, square, top) = (m, v, v.map { $0 * 0.5 + 0.3 })
            var (mean2, square2, total) = (m, v, v)
            return [
                filled(w) { level.sgd(Int32(n), 0.1, 0.9, 0.25, 0.01, 0.02, 1, 0, 0.5, g, &buffer, $0) },
                filled(w) {
                    level.adam(Int32(n), 0.1, 0.9, 0.99, 1e-8, 0.3, 0.2, 0.01, 0.02, 0.5, g, &first, &second, $0)
                },
                filled(w) { level.lion(Int32(n), 0.1, 0.9, 0.99, 0.02, 0.5, g, &lion, $0) }, buffer, first, second,
                lion,
                filled(w) {
                    level.amsgrad(
                        Int32(n), 0.1, 0.9, 0.99, 1e-8, 0.3, 0.2, 0.01, 0.02, 0.5, g, &mean, &square, &top, $0)
                },
                filled(w) { level.rmsprop(Int32(n), 0.1, 0.9, 0.5, 1e-8, 0.01, 0.5, g, &square2, &mean2, $0) },
                filled(w) { level.adagrad(Int32(n), 0.1, 1e-8, 0.01, 0.5, g, &total, $0) }, mean, square, top, mean2,
                square2, total,
            ]
        }
        for i in 0..<n {
            let (w, m, v, plain) = (Double(w[i]), Double(m[i]), Double(v[i]), Double(g[i]))
            let g = plain + 0.01 * w
            let kept = w * (1 - 0.1 * 0.02)
            let velocity = 0.9 * m + 0.75 * g
            near([results[0][i]], [kept - 0.05 * (g + 0.9 * velocity)], "sgd")
            let (a, b) = (0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g * g)
            near([results[1][i]], [kept - 0.05 * (a / 0.3) / ((b / 0.2).squareRoot() + 1e-8)], "adam")
            near([results[2][i]], [kept - 0.05 * (0.9 * m + 0.1 * plain > 0 ? 1 : -1)], "lion")
            let largest = max(b, v * 0.5 + 0.3)
            near([results[7][i]], [kept - 0.05 * (a / 0.3) / ((largest / 0.2).squareRoot() + 1e-8)], "amsgrad")
            let step = 0.5 * m + g / ((0.9 * v + 0.1 * g * g).squareRoot() + 1e-8)
            near([results[8][i]], [w - 0.05 * step], "rmsprop")
            near([results[9][i]], [w - 0.05 * g / ((v + g * g).squareRoot() + 1e-8)], "adagrad")
        }
    }

    @Test func `random words are the published Philox stream from any start`() {
        for level in levels {
            var known = [UInt32](repeating: 0, count: 4)
            level.random_words(0, 0, 0, 4, &known)
            #expect(known == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
            for first in [0, 1, 7, 64, 0x3_ffff_fffd] {
                let key = RandomKey(0xa409_3822, 0x299f_31d0)
                var words = [UInt32](repeating: 0, count: 203)
                level.random_words(key.word0, key.word1, UInt64(first), 203, &words)
                #expect(words == (0..<203).map { key.word(first + $0) })
                let units = output(203) { level.random_uniform(key.word0, key.word1, UInt64(first), 203, 0, 1, $0) }
                #expect(units == words.map { Float($0 >> 8) * 0x1p-24 })
                let mask = output(203) { level.dropout_mask(key.word0, key.word1, UInt64(first), 203, 0.25, $0) }
                #expect(mask == units.map { $0 >= 0.25 ? 1 / (1 - 0.25) : 0 })
            }
        }
    }
}
