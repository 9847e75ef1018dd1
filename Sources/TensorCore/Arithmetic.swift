// SPDX-License-Identifier: Apache-2.0

import CKernels

/// The kernels on plain memory, for code that works on gradients and parameters between steps.
public enum Arithmetic {
    /// Multiplies `count` numbers in place.
    public static func scale(_ x: UnsafeMutablePointer<Float>, _ count: Int, by factor: Float) {
        kernels.scale(Int32(count), factor, x, x)
    }

    /// y += factor · x
    public static func add(
        _ x: UnsafePointer<Float>, _ count: Int, times factor: Float, to y: UnsafeMutablePointer<Float>
    ) {
        kernels.axpy(Int32(count), factor, x, y)
    }

    /// The sum of squares in float64, in fixed order.
    public static func sumOfSquares(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
        kernels.sum_of_squares(Int32(count), x)
    }

    /// Σ (x − y)² in float64, in rising order of blocks of 256.
    public static func squaredDistance(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Double {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { scratch in
            guard let base = scratch.baseAddress else { return 0 }
            var sum = 0.0
            for start in stride(from: 0, to: count, by: 256) {
                let here = Int32(min(256, count - start))
                kernels.sub(here, x + start, y + start, base)
                sum += kernels.sum_of_squares(here, base)
            }
            return sum
        }
    }

    /// Y ← A·Y for a square A `[n, n]` and Y `[n, columns]`.
    public static func multiply(_ a: [Float], _ n: Int, into y: UnsafeMutablePointer<Float>, _ columns: Int) {
        precondition(a.count == n * n, "\(a.count) numbers for a matrix of \(n)")
        let copy = Array(UnsafeBufferPointer(start: y, count: n * columns))
        kernels.gemm(
            0, 0, Int32(n), Int32(columns), Int32(n), a, Int32(n), copy, Int32(columns), y, Int32(columns), nil,
            CK_IDENTITY, 0)
    }

    /// Σ x·y in float64.
    public static func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Double {
        kernels.dot_double(Int32(count), x, y)
    }

    /// The sum over 16 lanes and a fixed tree.
    public static func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Float { kernels.sum(Int32(count), x) }

    /// Whether no number is infinite or not a number.
    public static func allFinite(_ x: UnsafePointer<Float>, _ count: Int) -> Bool {
        kernels.all_finite(Int32(count), x) != 0
    }

    /// C = A·B: A `[rows, depth]`, B `[depth, columns]`.
    public static func product(
        _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, rows: Int, columns: Int, depth: Int,
        into c: UnsafeMutablePointer<Float>
    ) {
        kernels.gemm(
            0, 0, Int32(rows), Int32(columns), Int32(depth), a, Int32(depth), b, Int32(columns), c, Int32(columns), nil,
            CK_IDENTITY, 0)
    }

    /// Row-wise softmax, in place allowed.
    public static func softmax(
        _ x: UnsafePointer<Float>, rows: Int, options: Int, into y: UnsafeMutablePointer<Float>
    ) {
        kernels.softmax(Int32(rows), Int32(options), x, y)
    }

    /// y[i] = a number of the stream, uniform in −bound … bound.
    public static func fillUniform(_ key: RandomKey, bound: Float, _ count: Int, _ y: UnsafeMutablePointer<Float>) {
        kernels.random_uniform(key.word0, key.word1, 0, Int32(count), -bound, bound, y)
    }

    /// y[i] += deviation · standard normal number i of the stream (Box–Muller on our own log, sin, cos).
    public static func addNormal(_ key: RandomKey, deviation: Float, _ count: Int, to y: UnsafeMutablePointer<Float>) {
        let chunk = 512
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * chunk) { scratch in
            guard let radius = scratch.baseAddress else { return }
            let angle = radius + chunk
            let normal = angle + chunk
            var done = 0
            while done < count {
                let pairs = Int32(chunk / 2)
                // Radii read words of the even half of the stream's chunk, angles those of the odd half.
                let first = UInt64(done / chunk) * UInt64(chunk)
                kernels.random_uniform(key.word0, key.word1, first, pairs, 0, 1, radius)
                kernels.random_uniform(key.word0, key.word1, first + UInt64(chunk / 2), pairs, 0, 6.2831855, angle)
                for index in 0..<Int(pairs) { radius[index] = 1 - radius[index] }  // (0, 1]
                kernels.log(pairs, radius, radius)
                kernels.scale(pairs, -2, radius, radius)
                kernels.sqrt(pairs, radius, radius)
                kernels.cos(pairs, angle, normal)
                kernels.mul(pairs, radius, normal, normal)
                kernels.sin(pairs, angle, normal + Int(pairs))
                kernels.mul(pairs, radius, normal + Int(pairs), normal + Int(pairs))
                let here = min(chunk, count - done)
                kernels.axpy(Int32(here), deviation, normal, y + done)
                done += here
            }
        }
    }
}

// MARK: Optimizer steps

extension Arithmetic {
    /// g' = g + coupledDecay·w; buf = momentum·buf + (1 − dampening)·g' (first step: buf = g');
    /// w = w·(1 − rate·decoupledDecay) − rate·scale·(nesterov ? g' + momentum·buf : buf)
    public static func sgd(
        _ count: Int, rate: Float, momentum: Float, dampening: Float = 0, coupledDecay: Float, decoupledDecay: Float,
        nesterov: Bool, first: Bool, scale: Float, gradients: UnsafePointer<Float>, buffer: UnsafeMutablePointer<Float>,
        parameters: UnsafeMutablePointer<Float>
    ) {
        kernels.sgd(
            Int32(count), rate, momentum, dampening, coupledDecay, decoupledDecay, nesterov ? 1 : 0, first ? 1 : 0,
            scale,
            gradients, buffer, parameters)
    }

    /// Bias-corrected Adam; corrections are 1 − β^t. With `largest`, the largest second moments so far divide (AMSGrad).
    public static func adam(
        _ count: Int, rate: Float, beta1: Float, beta2: Float, epsilon: Float, correction1: Float, correction2: Float,
        coupledDecay: Float, decoupledDecay: Float, scale: Float, gradients: UnsafePointer<Float>,
        first: UnsafeMutablePointer<Float>, second: UnsafeMutablePointer<Float>,
        largest: UnsafeMutablePointer<Float>? = nil, parameters: UnsafeMutablePointer<Float>
    ) {
        if let largest {
            kernels.amsgrad(
                Int32(count), rate, beta1, beta2, epsilon, correction1, correction2, coupledDecay, decoupledDecay,
                scale, gradients, first, second, largest, parameters)
        } else {
            kernels.adam(
                Int32(count), rate, beta1, beta2, epsilon, correction1, correction2, coupledDecay, decoupledDecay,
                scale, gradients, first, second, parameters)
        }
    }

    /// u = sign(β1·m + (1 − β1)·g); m = β2·m + (1 − β2)·g; w = w·(1 − rate·decay) − rate·scale·u
    public static func lion(
        _ count: Int, rate: Float, beta1: Float, beta2: Float, decay: Float, scale: Float,
        gradients: UnsafePointer<Float>, momentum: UnsafeMutablePointer<Float>,
        parameters: UnsafeMutablePointer<Float>
    ) {
        kernels.lion(Int32(count), rate, beta1, beta2, decay, scale, gradients, momentum, parameters)
    }

    /// v = α·v + (1 − α)·g²; w = w − rate·scale·g / (√v + ε), by way of a momentum buffer if momentum > 0.
    public static func rmsprop(
        _ count: Int, rate: Float, alpha: Float, momentum: Float, epsilon: Float, coupledDecay: Float, scale: Float,
        gradients: UnsafePointer<Float>, squares: UnsafeMutablePointer<Float>, buffer: UnsafeMutablePointer<Float>,
        parameters: UnsafeMutablePointer<Float>
    ) {
        kernels.rmsprop(
            Int32(count), rate, alpha, momentum, epsilon, coupledDecay, scale, gradients, squares, buffer, parameters)
    }

    /// v = v + g²; w = w − rate·scale·g / (√v + ε)
    public static func adagrad(
        _ count: Int, rate: Float, epsilon: Float, coupledDecay: Float, scale: Float,
        gradients: UnsafePointer<Float>, squares: UnsafeMutablePointer<Float>,
        parameters: UnsafeMutablePointer<Float>
    ) {
        kernels.adagrad(Int32(count), rate, epsilon, coupledDecay, scale, gradients, squares, parameters)
    }
}
