// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// Numbers in float64 with a shape; the plain forms of operations, loop by loop.
struct Doubles {
    var shape: [Int]
    var values: [Double]

    init(_ shape: [Int], _ values: [Double]) {
        self.shape = shape
        self.values = values
    }

    init(_ shape: [Int], _ value: (Int) -> Double) {
        self.init(shape, (0..<shape.reduce(1, *)).map(value))
    }

    subscript(_ place: Int) -> Double { values[place] }
    var last: Int { shape.last ?? 1 }
    var rows: Int { values.count / last }

    func map(_ body: (Double) -> Double) -> Doubles { Doubles(shape, values.map(body)) }
    func zip(_ other: Doubles, _ body: (Double, Double) -> Double) -> Doubles {
        Doubles(shape) { body(values[$0], other.values[$0]) }
    }
    func row(_ row: Int) -> [Double] { Array(values[row * last..<(row + 1) * last]) }
    func mapRows(_ body: ([Double]) -> [Double]) -> Doubles {
        let results = (0..<rows).map { body(row($0)) }
        return Doubles(Array(shape.dropLast()) + [results.first?.count ?? 0], results.flatMap { $0 })
    }
    /// act(self·w (+ b)); `transposed`: w is `[n, k]`.
    func linear(_ w: Doubles, _ b: Doubles? = nil, transposed: Bool = false) -> Doubles {
        let (k, n) = (last, transposed ? w.shape[0] : w.shape[1])
        return mapRows { row in
            (0..<n).map { j in
                (0..<k).reduce(b?[j] ?? 0) { $0 + row[$1] * w[transposed ? j * k + $1 : $1 * n + j] }
            }
        }
    }
    func columns(_ range: Range<Int>) -> Doubles { mapRows { Array($0[range]) } }
}

/// A float64 form for every operation of `SmallOperation.all`, under the same name.
enum OperationReferences {
    typealias Form = @Sendable ([Doubles]) -> Doubles

    static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    static func softplus(_ x: Double) -> Double { log(1 + exp(x)) }
    static func gelu(_ x: Double) -> Double {
        0.5 * x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
    }
    static func softmax(_ x: [Double]) -> [Double] {
        let total = x.reduce(0) { $0 + exp($1) }
        return x.map { exp($0) / total }
    }
    static func unit(_ x: [Double]) -> [Double] {
        let norm = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return x.map { $0 / norm }
    }
    static func crossEntropy(_ x: [Double], _ target: Int, smoothing s: Double = 0) -> Double {
        let p = softmax(x)
        let even = p.reduce(0) { $0 - log($1) } / Double(p.count)
        return (1 - s) * -log(p[target]) + s * even
    }
    /// 0 where `SmallOperation.halfMask` hides a token.
    static func shown(_ token: Int) -> Bool { token % 3 != 2 }
    static let words = SmallOperation.words.map(Int.init)

    /// Normalizes the places that `together` puts side by side; γ and β by the last axis.
    static func normalized(_ x: [Doubles], _ together: [[Int]]) -> Doubles {
        var y = x[0]
        for places in together {
            let mean = places.reduce(0) { $0 + x[0][$1] } / Double(places.count)
            let variance = places.reduce(0) { $0 + (x[0][$1] - mean) * (x[0][$1] - mean) } / Double(places.count)
            for place in places {
                let channel = place % x[0].last
                y.values[place] = (x[0][place] - mean) / (variance + 1e-5).squareRoot() * x[1][channel] + x[2][channel]
            }
        }
        return y
    }

    /// Cross-correlation of volumes: x `[N, D, H, W, C]`, w `[kd, kh, kw, C/groups, out]`.
    static func convolution(
        _ x: Doubles, _ w: Doubles, _ b: Doubles, stride: [Int], padding: [Int], dilation: Int = 1, groups: Int = 1
    ) -> Doubles {
        let out = (0..<3).map {
            (x.shape[$0 + 1] + 2 * padding[$0] - dilation * (w.shape[$0] - 1) - 1) / stride[$0] + 1
        }
        let (inputs, outputs) = (w.shape[3], w.shape[4])
        return Doubles([x.shape[0]] + out + [outputs]) { place in
            let o = place % outputs
            var rest = place / outputs
            var at = [0, 0, 0]
            for axis in (0..<3).reversed() {
                at[axis] = rest % out[axis]
                rest /= out[axis]
            }
            var total = b[o]
            for tap in 0..<w.shape[0] * w.shape[1] * w.shape[2] {
                let taps = [tap / (w.shape[1] * w.shape[2]), tap / w.shape[2] % w.shape[1], tap % w.shape[2]]
                let from = (0..<3).map { at[$0] * stride[$0] - padding[$0] + taps[$0] * dilation }
                guard (0..<3).allSatisfy({ 0..<x.shape[$0 + 1] ~= from[$0] }) else { continue }
                let pixel = ((rest * x.shape[1] + from[0]) * x.shape[2] + from[1]) * x.shape[3] + from[2]
                for i in 0..<inputs {
                    total +=
                        x[pixel * x.shape[4] + o / (outputs / groups) * inputs + i]
                        * w[(tap * inputs + i) * outputs + o]
                }
            }
            return total
        }
    }

    /// Over windows of `[1, H, W, C]`: `reduce` sees the numbers inside.
    static func pooled(
        _ x: Doubles, kernel: (Int, Int), stride: (Int, Int), padding: (Int, Int), _ reduce: ([Double]) -> Double
    ) -> Doubles {
        let (h, w, c) = (x.shape[1], x.shape[2], x.shape[3])
        let (oh, ow) = ((h + 2 * padding.0 - kernel.0) / stride.0 + 1, (w + 2 * padding.1 - kernel.1) / stride.1 + 1)
        return Doubles([1, oh, ow, c]) { place in
            let (top, left) = (place / c / ow * stride.0 - padding.0, place / c % ow * stride.1 - padding.1)
            var inside: [Double] = []
            for y in max(0, top)..<min(h, top + kernel.0) {
                for z in max(0, left)..<min(w, left + kernel.1) { inside.append(x[(y * w + z) * c + place % c]) }
            }
            return reduce(inside)
        }
    }

    /// q `[B, T, heads·w]`, k and v `[B, S, …]`; `mask` says which (sample, query, key) meet; `kept` multiplies weights.
    static func attention(
        _ q: Doubles, _ k: Doubles, _ v: Doubles, heads: Int, sees: (Int, Int, Int) -> Bool = { _, _, _ in true },
        kept: [Double]? = nil
    ) -> Doubles {
        let (queries, keys, width, values) = (q.shape[1], k.shape[1], q.last / heads, v.last / heads)
        return Doubles([q.shape[0], queries, v.last]) { place in
            let (sample, query, head) = (place / v.last / queries, place / v.last % queries, place % v.last / values)
            let scores = (0..<keys).map { key in
                sees(sample, query, key)
                    ? (0..<width).reduce(0.0) {
                        $0 + q[(sample * queries + query) * q.last + head * width + $1]
                            * k[(sample * keys + key) * k.last + head * width + $1]
                    } / Double(width).squareRoot() : -Double.infinity
            }
            let weights = softmax(scores)
            return (0..<keys).reduce(0.0) {
                let factor = kept?[((sample * heads + head) * queries + query) * keys + $1] ?? 1
                return $0 + factor * weights[$1] * v[(sample * keys + $1) * v.last + place % v.last]
            }
        }
    }

    /// The factors by which dropout multiplies: what it makes of ones.
    static func dropped(_ count: Int, _ p: Float, _ key: RandomKey) -> [Double] {
        let tape = TensorCore.Tape()
        return tape.constant(repeating: 1, Shape(count)).dropout(p, key: key).values.map(Double.init)
    }

    /// Gates `[B, T, g·H]`, state, W_hh, b_hh; `step` makes the next state of (input gates, recurrent gates, state).
    static func recurrent(
        _ x: [Doubles], hidden: Int, _ step: ([Double], [Double], [Double]) -> [Double]
    ) -> Doubles {
        let (batch, steps) = (x[0].shape[0], x[0].shape[1])
        var result: [Double] = []
        for sample in 0..<batch {
            var state = x[1].row(sample)
            for time in 0..<steps {
                if shown(sample * steps + time) {
                    let inner = Doubles([1, hidden], Array(state.prefix(hidden))).linear(x[2], x[3]).values
                    state = step(x[0].row(sample * steps + time), inner, state)
                }
                result += state
            }
        }
        return Doubles([batch, steps, x[1].last], result)
    }

    static let all: [String: Form] = products.merging(shapes) { $1 }.merging(functions) { $1 }.merging(sequences) { $1 }

    private static let products: [String: Form] = [
        "linear": { $0[0].linear($0[1], $0[2]).map(tanh) },
        "linear of several": { x in
            x[0].linear(x[2], x[4]).zip(x[1].linear(x[3]), +).map(sigmoid)
        },
        "linear with GELU": { $0[0].linear($0[1], $0[2]).map(gelu) },
        "sum in place": { $0[0].linear($0[1]).zip($0[2], +) },
        "rectified sum in place": { $0[0].linear($0[1]).zip($0[2], +).map { max($0, 0) } },
        "convolution": { x in
            convolution(
                Doubles([2, 1, 5, 4, 3], x[0].values), Doubles([1, 3, 2, 3, 4], x[1].values), x[2], stride: [1, 2, 1],
                padding: [0, 1, 1])
        },
        "grouped dilated convolution": { x in
            convolution(
                Doubles([1, 1, 6, 6, 4], x[0].values), Doubles([1, 2, 2, 2, 6], x[1].values), x[2], stride: [1, 1, 1],
                padding: [0, 1, 1], dilation: 2, groups: 2)
        },
        "convolution over sequences": { x in
            convolution(
                Doubles([2, 1, 1, 7, 3], x[0].values), Doubles([1, 1, 3, 3, 2], x[1].values), x[2], stride: [1, 1, 2],
                padding: [0, 0, 1])
        },
        "convolution over volumes": { convolution($0[0], $0[1], $0[2], stride: [1, 2, 1], padding: [1, 1, 0]) },
        "products": { x in
            Doubles([2, 3, 5]) { place in
                (0..<4).reduce(0.0) { $0 + x[0][place / 5 * 4 + $1] * x[1][(place / 15 * 4 + $1) * 5 + place % 5] }
            }
        },
        "products with a transposed": { $0[0].linear($0[1], transposed: true) },
        "outer product": { x in Doubles([2, 12]) { x[0][$0 / 12 * 3 + $0 % 12 / 4] * x[1][$0 / 12 * 4 + $0 % 4] } },
        "negative distances": { x in
            Doubles([3, 2]) { place in
                let squares = (0..<4).map {
                    x[0][place / 2 * 4 + $0] - Double(SmallOperation.centers[place % 2 * 4 + $0])
                }.map { $0 * $0 }
                return -(squares.reduce(0, +) + 1e-12).squareRoot()
            }
        },
    ]

    private static let shapes: [String: Form] = [
        "max pooling": { pooled($0[0], kernel: (3, 2), stride: (2, 2), padding: (1, 0)) { $0.max() ?? 0 } },
        "average pooling": {
            pooled($0[0], kernel: (3, 2), stride: (2, 2), padding: (1, 1)) { $0.reduce(0, +) / Double($0.count) }
        },
        "adaptive pooling": { x in
            Doubles([1, 2, 3, 3]) { place in
                let (i, j, c) = (place / 9, place / 3 % 3, place % 3)
                let (ys, zs) = (i * 5 / 2..<((i + 1) * 5 + 1) / 2, j * 7 / 3..<((j + 1) * 7 + 2) / 3)
                let inside = ys.flatMap { y in zs.map { x[0][(y * 7 + $0) * 3 + c] } }
                return inside.reduce(0, +) / Double(inside.count)
            }
        },
        "mean over positions": { x in
            Doubles([2, 5]) { place in (0..<6).reduce(0.0) { $0 + x[0][(place / 5 * 6 + $1) * 5 + place % 5] } / 6 }
        },
        "mean over tokens": { x in
            Doubles([2, 5]) { place in
                let tokens = (0..<3).map { place / 5 * 3 + $0 }.filter(shown)
                return tokens.reduce(0.0) { $0 + x[0][$1 * 5 + place % 5] } / Double(tokens.count)
            }
        },
        "maximum over tokens": { x in
            Doubles([2, 5]) { place in (0..<3).map { x[0][(place / 5 * 3 + $0) * 5 + place % 5] }.max() ?? 0 }
        },
        "columns": { $0[0].columns(1..<4).zip($0[0].columns(2..<5), *) },
        "rows": { x in Doubles([2, 3]) { x[0][$0 + 3] * x[0][$0 + 6] } },
        "concatenation": { x in
            Doubles([3, 8], (0..<3).flatMap { x[0].row($0) + x[1].row($0) + x[0].row($0) })
        },
        "tokens one after another": { x in
            Doubles([2, 4, 4], (0..<2).flatMap { s in (0..<3).flatMap { x[0].row(s * 3 + $0) } + x[1].row(s) })
        },
        "transposition": { x in Doubles([2, 4, 3]) { x[0][($0 / 12 * 3 + $0 % 3) * 4 + $0 % 12 / 3] } },
        "repetition": { x in Doubles([2, 3, 4], (0..<2).flatMap { s in (0..<3).flatMap { _ in x[0].row(s) } }) },
        "one token": { x in Doubles([2, 4], (0..<2).flatMap { x[0].row($0 * 3 + 1) }) },
        "frames": { x in
            Doubles(
                [2, 3, 4],
                (0..<2).flatMap { s in
                    [-1, 1, 3].flatMap { 0..<3 ~= $0 ? x[0].row(s * 3 + $0) : [0, 0, 0, 0] }
                })
        },
        "row on rows": { x in Doubles([2, 3, 4]) { x[0][$0] + x[1][$0 % 12] } },
        "row times rows": { x in Doubles([2, 3, 4]) { x[0][$0] * x[1][$0 % 4] } },
        "scaled rows": { x in Doubles([3, 4]) { x[0][$0] * x[1][$0 / 4] } },
        "learned temperature": { x in x[0].map { $0 * exp(x[1][0]) } },
        "learned factor": { x in x[0].map { $0 * x[1][0] } },
        "mean": { x in Doubles([1]) { _ in x[0].values.reduce(0, +) / 12 } },
        "row sums": { $0[0].mapRows { [$0.reduce(0, +)] } },
        "row maxima": { $0[0].mapRows { [$0.max() ?? 0] } },
        "chosen options": { x in Doubles([3]) { x[0][$0 * 3 + $0] } },
    ]

    private static let functions: [String: Form] = [
        "group norm": { x in
            normalized(
                x,
                (0..<2).flatMap { s in
                    (0..<2).map { g in (0..<4).flatMap { p in (0..<3).map { (s * 4 + p) * 6 + g * 3 + $0 } } }
                })
        },
        "layer norm": { x in normalized(x, (0..<6).map { row in (0..<6).map { row * 6 + $0 } }) },
        "batch norm": { x in normalized(x, (0..<3).map { c in (0..<10).map { $0 * 3 + c } }) },
        "batch norm in evaluation": { x in
            Doubles(x[0].shape) { x[0][$0] / (1.5 + 1e-5).squareRoot() * x[1][$0 % 3] + x[2][$0 % 3] }
        },
        "RMS norm": { x in
            x[0].mapRows { row in
                let rate = 1 / (row.reduce(0) { $0 + $1 * $1 } / 6 + 1e-6).squareRoot()
                return (0..<6).map { row[$0] * rate * x[1][$0] }
            }
        },
        "unit rows": { $0[0].mapRows(unit) },
        "softmax": { $0[0].mapRows(softmax) },
        "log softmax": { $0[0].mapRows { softmax($0).map { log($0) } } },
        "GELU": { $0[0].map(gelu) },
        "exact GELU": { $0[0].map { $0 * 0.5 * (1 + erf($0 / 2.0.squareRoot())) } },
        "softplus": { $0[0].map(softplus) },
        "silu": { $0[0].map { $0 * sigmoid($0) } },
        "leaky ReLU": { $0[0].map { $0 > 0 ? $0 : 0.1 * $0 } },
        "exponential": { $0[0].map { exp($0) } },
        "logarithm": { $0[0].map { log($0) } },
        "logarithm with a floor": { $0[0].map { log(max($0, 0.5)) } },
        "square root": { $0[0].map { ($0 + 0.1).squareRoot() } },
        "magnitude": { $0[0].map(\.magnitude) },
        "quotient": { $0[0].zip($0[1], /) },
        "difference and product": { x in x[0].zip(x[1]) { ($0 - $1) * $0 + 0.5 } },
        "dropout": { x in
            let kept = dropped(24, 0.4, RandomKey(seed: 3))
            return Doubles([3, 8]) { x[0][$0] * kept[$0] }
        },
        "cross-entropy": { x in Doubles([2]) { crossEntropy(x[0].row($0), words[$0], smoothing: 0.1) } },
        "symmetric contrast": { x in
            let logits = x[0].mapRows(unit).linear(x[1].mapRows(unit), transposed: true).map { $0 * exp(x[2][0] + 1) }
            return Doubles([3]) { i in
                let column = (0..<3).map { logits[$0 * 3 + i] }
                return 0.5 * crossEntropy(logits.row(i), i) + 0.5 * crossEntropy(column, i)
            }
        },
        "hidden options": { x in
            Doubles([3]) { row in
                let logits = (0..<3).map { row == 0 && $0 == 1 || row == 2 && $0 == 0 ? -1e9 : x[0][row * 3 + $0] }
                return crossEntropyOfSeen(logits, row)
            }
        },
        "distillation": { x in
            Doubles([3]) { row in
                let q = softmax((0..<4).map { Double((row * 4 + $0) % 5) / 2 })
                let p = softmax(x[0].row(row).map { $0 / 2 })
                return 4 * (0..<4).reduce(0.0) { $0 + q[$1] * (log(q[$1]) - log(p[$1])) }
            }
        },
        "binary cross-entropy": { x in
            Doubles([3, 4]) {
                let p = sigmoid(x[0][$0])
                return $0 % 2 == 1 ? -log(p) : -log(1 - p)
            }
        },
        "Huber loss": { x in
            x[0].map {
                let size = (2 * $0).magnitude
                return size <= 0.72 ? size * size / 1.44 : size - 0.36
            }
        },
        "cosine similarity": { x in
            Doubles([3]) { row in
                Swift.zip(unit(x[0].row(row)), unit(x[1].row(row))).reduce(0.0) { $0 + $1.0 * $1.1 }
            }
        },
    ]

    private static func crossEntropyOfSeen(_ logits: [Double], _ target: Int) -> Double {
        log(logits.reduce(0) { $0 + exp($1) }) - logits[target]
    }

    private static let sequences: [String: Form] = [
        "embedding": { x in Doubles([2, 3, 3], words.flatMap { x[0].row($0) }) },
        "embedding mean": { x in
            Doubles([2, 3]) { place in
                let mine = words[place / 3 * 3..<place / 3 * 3 + 3].filter { $0 != 0 }
                return mine.reduce(0.0) { $0 + x[0][$1 * 3 + place % 3] } / Double(mine.count)
            }
        },
        "packed causal attention": { x in
            attention(x[0].columns(0..<4), x[0].columns(4..<8), x[0].columns(8..<12), heads: 2) { $2 <= $1 }
        },
        "attention with dropout over masked keys": { x in
            attention(
                x[0], x[1], x[2], heads: 2, sees: { sample, _, key in shown(sample * 3 + key) },
                kept: dropped(24, 0.3, RandomKey(seed: 9)))
        },
        "attention of tokens to themselves as they are": { attention($0[0], $0[0], $0[0], heads: 2) },
        "GRU": { x in
            recurrent(x, hidden: 2) { gates, inner, state in
                (0..<2).map { unit in
                    let (r, z) = (sigmoid(gates[unit] + inner[unit]), sigmoid(gates[2 + unit] + inner[2 + unit]))
                    let n = tanh(gates[4 + unit] + r * inner[4 + unit])
                    return (1 - z) * n + z * state[unit]
                }
            }
        },
        "LSTM": { x in
            recurrent(x, hidden: 2) { gates, inner, state in
                let sums = Swift.zip(gates, inner).map { $0 + $1 }
                let cells = (0..<2).map {
                    sigmoid(sums[2 + $0]) * state[2 + $0] + sigmoid(sums[$0]) * tanh(sums[4 + $0])
                }
                return (0..<2).map { sigmoid(sums[6 + $0]) * tanh(cells[$0]) } + cells
            }
        },
    ]
}
