// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// act(x·W + b): x `[rows…, in]`, W `[in, out]`, b `[out]` → `[rows…, out]`.
    public func linear(_ weight: Node, _ bias: Node?, _ activation: Activation = .identity) -> Node {
        Node.linear([self], [weight], bias, activation)
    }

    /// act(Σ_i x_i·W_i + b): the linear map of the concatenated inputs, without concatenating them. The chain of each
    /// output element runs over the inputs in order, so the bits are those of the concatenation.
    public static func linear(
        _ inputs: [Node], _ weights: [Node], _ bias: Node?, _ activation: Activation = .identity
    ) -> Node {
        precondition(
            !inputs.isEmpty && inputs.count == weights.count, "\(inputs.count) inputs, \(weights.count) weights")
        let tape = inputs[0].tape
        let rows = inputs[0].shape.rows
        let width = weights[0].shape.last
        let index = tape.record(linearRule, inputs[0].shape.withLast(width), inputs, weights, bias)
        // GELU's slope cannot be told from its value: the sums go where the slopes will be kept.
        let keepsSlopes = activation == .gelu && tape.needsGradient(index)
        let output = keepsSlopes ? tape.reserveSaved(index, rows * width) : tape.value(index)
        let during = keepsSlopes ? Activation.identity : activation
        let single = inputs.count == 1
        for (position, (x, w)) in zip(inputs, weights).enumerated() {
            precondition(
                x.shape.rows == rows && w.shape.rank == 2 && w.shape[0] == x.shape.last && w.shape[1] == width,
                "linear: input \(x.shape), weight \(w.shape)")
            kernels.gemm(
                0, 0, Int32(rows), Int32(width), Int32(x.shape.last), x.pointer, Int32(x.shape.last), w.pointer,
                Int32(width), output, Int32(width), single ? bias.map { UnsafePointer($0.pointer) } : nil,
                single ? during.kernel : CK_IDENTITY, position == 0 ? 0 : 1)
            tape.count(flops: 2 * rows * width * x.shape.last, at: index)
        }
        if !single {
            if let bias { kernels.add_rows(Int32(rows), Int32(width), output, bias.pointer, output) }
            if during != .identity { kernels.activation(during.kernel, Int32(rows * width), output, output) }
        }
        if keepsSlopes { kernels.gelu_with_slope(Int32(rows * width), output, tape.value(index), output) }
        tape.entries[index].isSpent = activation == .identity
        tape.entries[index].integers[0] = Int32(inputs.count)
        tape.entries[index].integers[1] = bias == nil ? 0 : 1
        tape.entries[index].integers[2] = Int32(bitPattern: activation.kernel.rawValue)
        return Node(tape, index)
    }

    private static let linearRule = Rule("linear") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let entry = tape.entries[index]
        let count = Int(entry.integers[0])
        let rows = Int32(entry.shape.rows)
        let width = Int32(entry.shape.last)
        let activation = ck_activation(rawValue: UInt32(bitPattern: entry.integers[2]))
        var slopes = arrived
        if activation != CK_IDENTITY {
            // In place, unless diagnostics read the gradient after the walk.
            if entry.keepsGradient { slopes = tape.scratch(4, entry.shape.count) }
            if activation == CK_GELU, let kept = entry.saved {
                kernels.mul(rows * width, arrived, kept, slopes)
            } else {
                kernels.activation_gradient(activation, rows * width, nil, entry.value, arrived, slopes, 0)
            }
        }
        if entry.integers[1] == 1 {
            let bias = tape.input(index, 2 * count)
            if tape.needsGradient(bias) {
                let (target, accumulate) = tape.target(bias)
                kernels.sum_columns(rows, width, slopes, target, accumulate)
            }
        }
        for position in 0..<count {
            let x = tape.input(index, position)
            let w = tape.input(index, count + position)
            let depth = Int32(tape.entries[x].shape.last)
            if tape.needsGradient(w) {
                let (target, accumulate) = tape.target(w)
                kernels.gemm(
                    1, 0, depth, width, rows, tape.value(x), depth, slopes, width, target, width, nil, CK_IDENTITY,
                    accumulate)
                tape.count(flops: 2 * Int(rows) * Int(width) * Int(depth), at: index)
            }
            if tape.needsGradient(x) {
                let (target, accumulate) = tape.target(x)
                kernels.gemm(
                    0, 1, rows, depth, width, slopes, width, tape.value(w), width, target, depth, nil, CK_IDENTITY,
                    accumulate)
                tape.count(flops: 2 * Int(rows) * Int(width) * Int(depth), at: index)
            }
        }
    }
}
