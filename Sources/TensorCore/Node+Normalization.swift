// SPDX-License-Identifier: Apache-2.0

import CKernels

/// Where batch norm keeps its running statistics, `channels` numbers each.
public struct RunningStatistics {
    /// By channel.
    public let mean: UnsafeMutablePointer<Float>
    /// By channel, unbiased.
    public let variance: UnsafeMutablePointer<Float>

    public init(mean: UnsafeMutablePointer<Float>, variance: UnsafeMutablePointer<Float>) {
        self.mean = mean
        self.variance = variance
    }
}

extension Node {
    /// Batch norm over all axes but the last, then an optional ReLU (Ioffe & Szegedy, ICML 2015).
    ///
    /// In training the batch's own statistics normalize (biased variance); with `moving`, the running ones move towards
    /// them by `momentum` (unbiased variance). In evaluation the running statistics normalize and are constants.
    public func batchNorm(
        gamma: Node, beta: Node, _ running: RunningStatistics, training: Bool, moving: Bool = true,
        momentum: Float = 0.1,
        epsilon: Float = 1e-5, _ activation: Activation = .identity
    ) -> Node {
        precondition(activation == .identity || activation == .relu, "batch norm fuses ReLU only")
        let channels = shape.last
        let rows = shape.rows
        let index = tape.record(Node.batchNormRule, shape, self, gamma, beta)
        tape.entries[index].isSpent = training || activation == .identity
        let saved = tape.reserveSaved(index, 2 * channels)
        tape.entries[index].factor = epsilon
        tape.entries[index].integers[0] = training ? 1 : 0
        tape.entries[index].integers[1] = Int32(bitPattern: activation.kernel.rawValue)
        if training {
            kernels.batch_norm(
                Int32(rows), Int32(channels), epsilon, pointer, gamma.pointer, beta.pointer, activation.kernel,
                tape.value(index), saved, saved + channels)
            if moving {
                let unbiased = rows > 1 ? Float(rows) / Float(rows - 1) : 1
                for channel in 0..<channels {
                    running.mean[channel] += momentum * (saved[channel] - running.mean[channel])
                    running.variance[channel] +=
                        momentum * (saved[channels + channel] * unbiased - running.variance[channel])
                }
            }
        } else {
            saved.update(from: running.mean, count: channels)
            (saved + channels).update(from: running.variance, count: channels)
            kernels.batch_norm_eval(
                Int32(rows), Int32(channels), epsilon, pointer, gamma.pointer, beta.pointer, saved, saved + channels,
                activation.kernel, tape.value(index))
        }
        return Node(tape, index)
    }

    private static let batchNormRule = Rule("batch-norm") { tape, index in
        let entry = tape.entries[index]
        guard let arrived = tape.arrived(index), let saved = entry.saved else { return }
        let (x, gamma, beta) = (tape.input(index, 0), tape.input(index, 1), tape.input(index, 2))
        let channels = entry.shape.last
        let rows = entry.shape.rows
        let activation = ck_activation(rawValue: UInt32(bitPattern: entry.integers[1]))
        if entry.integers[0] == 1 {
            let (target, accumulate) = tape.inPlaceTarget(index, x)
            kernels.batch_norm_gradient(
                Int32(rows), Int32(channels), entry.factor, tape.value(x), tape.value(gamma), tape.value(beta),
                activation,
                saved, saved + channels, arrived, target, accumulate, tape.clearedTarget(gamma),
                tape.clearedTarget(beta))
            return
        }
        // Constants normalize: y = act((x − mean)·rate·γ + β). Nobody reads the gradient after the activation again.
        if activation != CK_IDENTITY {
            kernels.activation_gradient(activation, Int32(entry.shape.count), nil, entry.value, arrived, arrived, 0)
        }
        if tape.needsGradient(beta) {
            let (target, accumulate) = tape.target(beta)
            kernels.sum_columns(Int32(rows), Int32(channels), arrived, target, accumulate)
        }
        let rate = tape.scratch(0, channels)
        for channel in 0..<channels { rate[channel] = 1 / (saved[channels + channel] + entry.factor).squareRoot() }
        if tape.needsGradient(gamma) {
            let target = tape.clearedTarget(gamma)
            for row in 0..<rows {
                for channel in 0..<channels {
                    let normal = (tape.value(x)[row * channels + channel] - saved[channel]) * rate[channel]
                    target[channel] += arrived[row * channels + channel] * normal
                }
            }
        }
        if tape.needsGradient(x) {
            kernels.mul(Int32(channels), rate, tape.value(gamma), rate)
            let (target, accumulate) = tape.target(x)
            for row in 0..<rows {
                let (source, place) = (arrived + row * channels, target + row * channels)
                if accumulate == 1 {
                    kernels.mul_add(Int32(channels), source, rate, place)
                } else {
                    kernels.mul(Int32(channels), source, rate, place)
                }
            }
        }
    }

    /// Normalizes each row over the last axis (Ba et al. 2016).
    public func layerNorm(gamma: Node, beta: Node, epsilon: Float = 1e-5) -> Node {
        let rows = shape.rows
        let index = tape.record(Node.layerNormRule, shape, self, gamma, beta)
        let saved = tape.reserveSaved(index, 2 * rows)
        kernels.layer_norm(
            Int32(rows), Int32(shape.last), epsilon, pointer, gamma.pointer, beta.pointer, tape.value(index), saved,
            saved + rows)
        return Node(tape, index)
    }

    private static let layerNormRule = Rule("layer-norm") { tape, index in
        let entry = tape.entries[index]
        guard let arrived = tape.arrived(index), let saved = entry.saved else { return }
        let (x, gamma, beta) = (tape.input(index, 0), tape.input(index, 1), tape.input(index, 2))
        let rows = entry.shape.rows
        let (target, accumulate) = tape.inPlaceTarget(index, x)
        kernels.layer_norm_gradient(
            Int32(rows), Int32(entry.shape.last), tape.value(x), tape.value(gamma), saved, saved + rows, arrived,
            target, accumulate, tape.clearedTarget(gamma), tape.clearedTarget(beta))
    }

    /// x / max(‖x‖, ε) for each row.
    public func l2Normalized(epsilon: Float = 1e-12) -> Node {
        let index = tape.record(Node.normalizeRule, shape, self)
        let rows = shape.rows
        let width = Int32(shape.last)
        let rates = tape.reserveSaved(index, rows)
        tape.entries[index].factor = epsilon
        kernels.dot_rows(Int32(rows), width, pointer, pointer, rates)
        for row in 0..<rows { rates[row] = 1 / max(rates[row].squareRoot(), epsilon) }
        kernels.scale_rows(Int32(rows), width, pointer, rates, tape.value(index), 0)
        return Node(tape, index)
    }

    private static let normalizeRule = Rule("l2-normalize") { tape, index in
        let input = tape.input(index, 0)
        let entry = tape.entries[index]
        guard tape.needsGradient(input), let arrived = tape.arrived(index), let rates = entry.saved else { return }
        let rows = entry.shape.rows
        let width = entry.shape.last
        let (target, accumulate) = tape.target(input)
        let along = tape.scratch(0, rows)
        kernels.dot_rows(Int32(rows), Int32(width), arrived, entry.value, along)
        // Where ε stands for the norm, the divisor is a constant.
        for row in 0..<rows { along[row] = rates[row] * entry.factor >= 1 ? 0 : -along[row] * rates[row] }
        kernels.scale_rows(Int32(rows), Int32(width), arrived, rates, target, accumulate)
        kernels.scale_rows(Int32(rows), Int32(width), entry.value, along, target, 1)
    }

    /// γ·x / sqrt(mean(x²) + ε) for each row (Zhang & Sennrich, NeurIPS 2019).
    public func rmsNorm(gamma: Node, epsilon: Float = 1e-6) -> Node {
        let rows = shape.rows
        let width = shape.last
        let index = tape.record(Node.rootMeanSquareRule, shape, self)
        let rates = tape.reserveSaved(index, rows)
        kernels.dot_rows(Int32(rows), Int32(width), pointer, pointer, rates)
        for row in 0..<rows { rates[row] = 1 / (rates[row] / Float(width) + epsilon).squareRoot() }
        kernels.scale_rows(Int32(rows), Int32(width), pointer, rates, tape.value(index), 0)
        return Node(tape, index).timesRow(gamma)
    }

    private static let rootMeanSquareRule = Rule("rms-norm") { tape, index in
        let input = tape.input(index, 0)
        let entry = tape.entries[index]
        guard tape.needsGradient(input), let arrived = tape.arrived(index), let rates = entry.saved else { return }
        let rows = entry.shape.rows
        let width = entry.shape.last
        let (target, accumulate) = tape.target(input)
        let along = tape.scratch(0, rows)
        kernels.dot_rows(Int32(rows), Int32(width), arrived, entry.value, along)
        for row in 0..<rows { along[row] = -along[row] * rates[row] / Float(width) }
        kernels.scale_rows(Int32(rows), Int32(width), arrived, rates, target, accumulate)
        kernels.scale_rows(Int32(rows), Int32(width), entry.value, along, target, 1)
    }
}
