// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Plain float64 forms of the kernels: no tiles, no lanes, nothing shared with what they check.
public enum ReferenceKernels {
    /// op(A)·op(B) for dense row-major matrices, with the sum of magnitudes that bounds the rounding of each element.
    public static func product(
        transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int, a: [Float], b: [Float]
    ) -> (value: [Double], magnitude: [Double]) {
        var value = [Double](repeating: 0, count: m * n)
        var magnitude = value
        for i in 0..<m {
            for j in 0..<n {
                for d in 0..<k {
                    let term =
                        Double(transposeA ? a[d * m + i] : a[i * k + d])
                        * Double(transposeB ? b[j * k + d] : b[d * n + j])
                    value[i * n + j] += term
                    magnitude[i * n + j] += term.magnitude
                }
            }
        }
        return (value, magnitude)
    }

    /// The sizes of a convolution; the output's follow from the others.
    public struct Convolution: Sendable {
        public var batch, height, width, inputs, kernelHeight, kernelWidth, outputs: Int
        public var strideY, strideX, padY, padX: Int

        public init(
            batch: Int, height: Int, width: Int, inputs: Int, kernelHeight: Int, kernelWidth: Int, outputs: Int,
            strideY: Int, strideX: Int, padY: Int, padX: Int
        ) {
            (self.batch, self.height, self.width, self.inputs) = (batch, height, width, inputs)
            (self.kernelHeight, self.kernelWidth, self.outputs) = (kernelHeight, kernelWidth, outputs)
            (self.strideY, self.strideX, self.padY, self.padX) = (strideY, strideX, padY, padX)
        }

        public var outHeight: Int { (height + 2 * padY - kernelHeight) / strideY + 1 }
        public var outWidth: Int { (width + 2 * padX - kernelWidth) / strideX + 1 }
        public var inputCount: Int { batch * height * width * inputs }
        public var weightCount: Int { kernelHeight * kernelWidth * inputs * outputs }
        public var outputCount: Int { batch * outHeight * outWidth * outputs }

        /// Calls `body` with the offsets (x, w, y) of every multiply-add.
        public func forEachTerm(_ body: (Int, Int, Int) -> Void) {
            for s in 0..<batch {
                for oy in 0..<outHeight {
                    for ox in 0..<outWidth {
                        for ky in 0..<kernelHeight {
                            for kx in 0..<kernelWidth {
                                let (iy, ix) = (oy * strideY - padY + ky, ox * strideX - padX + kx)
                                guard iy >= 0, iy < height, ix >= 0, ix < width else { continue }
                                for i in 0..<inputs {
                                    for o in 0..<outputs {
                                        body(
                                            ((s * height + iy) * width + ix) * inputs + i,
                                            ((ky * kernelWidth + kx) * inputs + i) * outputs + o,
                                            ((s * outHeight + oy) * outWidth + ox) * outputs + o)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Normalizes the numbers at `places` together; gamma and beta are looked up by `channel`.
    public static func normalize(
        _ x: [Float], places: [Int], eps: Double, gamma: [Float], beta: [Float], channel: (Int) -> Int,
        into y: inout [Double]
    ) {
        let mean = places.reduce(0.0) { $0 + Double(x[$1]) } / Double(places.count)
        let variance =
            places.reduce(0.0) { $0 + (Double(x[$1]) - mean) * (Double(x[$1]) - mean) } / Double(places.count)
        for p in places {
            let c = channel(p)
            y[p] = (Double(x[p]) - mean) / (variance + eps).squareRoot() * Double(gamma[c]) + Double(beta[c])
        }
    }

    /// softmax of scale·x over the keys that count, zeros elsewhere; a row that sees nothing is all zeros.
    public static func maskedSoftmax(
        _ x: [Float], rows: Int, n: Int, scale: Double, mask: [Float]?, diagonal: Int
    ) -> [Double] {
        var y = [Double](repeating: 0, count: rows * n)
        for r in 0..<rows {
            let seen = (0..<n).filter { $0 <= r + diagonal && (mask?[$0] ?? 1) != 0 }
            guard let top = seen.map({ scale * Double(x[r * n + $0]) }).max() else { continue }
            let total = seen.reduce(0.0) { $0 + exp(scale * Double(x[r * n + $1]) - top) }
            for k in seen { y[r * n + k] = exp(scale * Double(x[r * n + k]) - top) / total }
        }
        return y
    }

    private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// One step of one sequence: h' from gates and recurrent, each r | z | n.
    public static func gruStep(gates: [Double], recurrent: [Double], h: [Double]) -> [Double] {
        let hidden = h.count
        return (0..<hidden).map { i in
            let r = sigmoid(gates[i] + recurrent[i])
            let z = sigmoid(gates[hidden + i] + recurrent[hidden + i])
            let n = tanh(gates[2 * hidden + i] + r * recurrent[2 * hidden + i])
            return (1 - z) * n + z * h[i]
        }
    }

    /// One step of one sequence: h' | c' from gates and recurrent, each i | f | g | o, and h | c.
    public static func lstmStep(gates: [Double], recurrent: [Double], state: [Double]) -> [Double] {
        let hidden = state.count / 2
        func gate(_ kind: Int, _ i: Int) -> Double { gates[kind * hidden + i] + recurrent[kind * hidden + i] }
        let cells = (0..<hidden).map { i in
            sigmoid(gate(1, i)) * state[hidden + i] + sigmoid(gate(0, i)) * tanh(gate(2, i))
        }
        return (0..<hidden).map { sigmoid(gate(3, $0)) * tanh(cells[$0]) } + cells
    }
}
