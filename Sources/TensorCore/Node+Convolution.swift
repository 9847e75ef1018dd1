// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Cross-correlation with zero padding: x `[N, H, W, C]`, weight `[kh, kw, C, out]` → `[N, H', W', out]`.
    public func convolution(
        _ weight: Node, _ bias: Node? = nil, stride: (Int, Int) = (1, 1), padding: (Int, Int) = (0, 0),
        _ activation: Activation = .identity
    ) -> Node {
        precondition(
            shape.rank == 4 && weight.shape.rank == 4 && weight.shape[2] == shape[3],
            "convolution: input \(shape), weight \(weight.shape)")
        precondition(activation != .gelu, "GELU needs its input: apply it as a node of its own")
        let height = (shape[1] + 2 * padding.0 - weight.shape[0]) / stride.0 + 1
        let width = (shape[2] + 2 * padding.1 - weight.shape[1]) / stride.1 + 1
        precondition(height > 0 && width > 0, "convolution: kernel \(weight.shape) is larger than input \(shape)")
        let index = tape.record(
            Node.convolutionRule, Shape(shape[0], height, width, weight.shape[3]), self, weight, bias)
        tape.entries[index].isSpent = activation == .identity
        tape.entries[index].integers = SIMD16(
            Int32(shape[0]), Int32(shape[1]), Int32(shape[2]), Int32(shape[3]), Int32(weight.shape[0]),
            Int32(weight.shape[1]), Int32(weight.shape[3]), Int32(stride.0), Int32(stride.1), Int32(padding.0),
            Int32(padding.1), Int32(height), Int32(width), bias == nil ? 0 : 1,
            Int32(bitPattern: activation.kernel.rawValue), 0)
        var geometry = Node.geometry(tape.entries[index].integers)
        kernels.convolve(&geometry, pointer, weight.pointer, bias?.pointer, activation.kernel, tape.value(index))
        tape.count(flops: Node.flops(geometry), at: index)
        return Node(tape, index)
    }

    private static func geometry(_ i: SIMD16<Int32>) -> ck_convolution {
        ck_convolution(
            batch: i[0], height: i[1], width: i[2], in_channels: i[3], kernel_height: i[4], kernel_width: i[5],
            out_channels: i[6], stride_y: i[7], stride_x: i[8], pad_y: i[9], pad_x: i[10], out_height: i[11],
            out_width: i[12])
    }

    /// Multiply-adds as two, padding counted as the field does (as if it were data).
    private static func flops(_ c: ck_convolution) -> Int {
        2 * Int(c.batch) * Int(c.out_height) * Int(c.out_width) * Int(c.out_channels) * Int(c.kernel_height)
            * Int(c.kernel_width) * Int(c.in_channels)
    }

    private static let convolutionRule = Rule("convolution") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let entry = tape.entries[index]
        var geometry = geometry(entry.integers)
        let activation = ck_activation(rawValue: UInt32(bitPattern: entry.integers[14]))
        let count = Int32(entry.shape.count)
        if activation != CK_IDENTITY {
            kernels.activation_gradient(activation, count, nil, entry.value, arrived, arrived, 0)
        }
        let x = tape.input(index, 0)
        let w = tape.input(index, 1)
        if entry.integers[13] == 1 {
            let bias = tape.input(index, 2)
            if tape.needsGradient(bias) {
                let (target, accumulate) = tape.target(bias)
                kernels.sum_columns(Int32(entry.shape.rows), Int32(entry.shape.last), arrived, target, accumulate)
            }
        }
        if tape.needsGradient(w) {
            let (target, accumulate) = tape.target(w)
            kernels.convolve_weight_gradient(&geometry, tape.value(x), arrived, target, accumulate)
            tape.count(flops: flops(geometry), at: index)
        }
        if tape.needsGradient(x) {
            let (target, accumulate) = tape.target(x)
            kernels.convolve_data_gradient(&geometry, tape.value(w), arrived, target, accumulate)
            tape.count(flops: flops(geometry), at: index)
        }
    }

    /// Maximum over windows; the first of equals wins.
    public func maxPool(_ kernel: (Int, Int), stride: (Int, Int), padding: (Int, Int) = (0, 0)) -> Node {
        precondition(shape.rank == 4, "max pooling of \(shape)")
        let height = (shape[1] + 2 * padding.0 - kernel.0) / stride.0 + 1
        let width = (shape[2] + 2 * padding.1 - kernel.1) / stride.1 + 1
        let index = tape.record(Node.maxPoolRule, Shape(shape[0], height, width, shape[3]), self)
        tape.entries[index].integers = SIMD16(
            Int32(shape[0]), Int32(shape[1]), Int32(shape[2]), Int32(shape[3]), Int32(kernel.0), Int32(kernel.1),
            Int32(stride.0), Int32(stride.1), Int32(padding.0), Int32(padding.1), Int32(height), Int32(width), 0, 0, 0,
            0)
        var geometry = Node.pooling(tape.entries[index].integers)
        let winners = tape.reserveSaved(index, tape.entries[index].shape.count)
        winners.withMemoryRebound(to: Int32.self, capacity: tape.entries[index].shape.count) {
            kernels.max_pool(&geometry, pointer, tape.value(index), $0)
        }
        return Node(tape, index)
    }

    static func pooling(_ i: SIMD16<Int32>) -> ck_pooling {
        ck_pooling(
            batch: i[0], height: i[1], width: i[2], channels: i[3], kernel_height: i[4], kernel_width: i[5],
            stride_y: i[6], stride_x: i[7], pad_y: i[8], pad_x: i[9], out_height: i[10], out_width: i[11])
    }

    private static let maxPoolRule = Rule("max-pool") { tape, index in
        let input = tape.input(index, 0)
        let entry = tape.entries[index]
        guard tape.needsGradient(input), let arrived = tape.arrived(index), let winners = entry.saved else { return }
        var geometry = pooling(entry.integers)
        let (target, accumulate) = tape.target(input)
        winners.withMemoryRebound(to: Int32.self, capacity: entry.shape.count) {
            kernels.max_pool_gradient(&geometry, $0, arrived, target, accumulate)
        }
    }

    /// Mean over all axes but the first and the last: `[N, …, C]` → `[N, C]`.
    public func meanOverPositions() -> Node {
        let batch = shape[0]
        let channels = shape.last
        let index = tape.record(Node.meanPositionsRule, Shape(batch, channels), self)
        kernels.mean_positions(
            Int32(batch), Int32(shape.count / max(1, batch * channels)), Int32(channels), pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let meanPositionsRule = Rule("mean-positions") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let shape = tape.entries[index].shape
        let positions = tape.entries[input].shape.count / max(1, shape.count)
        let (target, accumulate) = tape.target(input)
        kernels.mean_positions_gradient(Int32(shape[0]), Int32(positions), Int32(shape[1]), arrived, target, accumulate)
    }

    /// Group norm over `[N, …, C]` with `groups` groups of neighbouring channels, then an optional ReLU.
    public func groupNorm(
        groups: Int, gamma: Node, beta: Node, epsilon: Float = 1e-5, _ activation: Activation = .identity
    ) -> Node {
        precondition(shape.last % groups == 0, "\(shape.last) channels in \(groups) groups")
        precondition(activation == .identity || activation == .relu, "group norm fuses ReLU only")
        let batch = shape[0]
        let channels = shape.last
        let positions = shape.count / max(1, batch * channels)
        let index = tape.record(Node.groupNormRule, shape, self, gamma, beta)
        tape.entries[index].isSpent = true
        let saved = tape.reserveSaved(index, 2 * batch * groups)
        tape.entries[index].integers[0] = Int32(groups)
        tape.entries[index].integers[1] = Int32(bitPattern: activation.kernel.rawValue)
        kernels.group_norm(
            Int32(batch), Int32(positions), Int32(channels), Int32(groups), epsilon, pointer, gamma.pointer,
            beta.pointer, activation.kernel, tape.value(index), saved, saved + batch * groups)
        return Node(tape, index)
    }

    private static let groupNormRule = Rule("group-norm") { tape, index in
        let entry = tape.entries[index]
        guard let arrived = tape.arrived(index), let saved = entry.saved else { return }
        let (x, gamma, beta) = (tape.input(index, 0), tape.input(index, 1), tape.input(index, 2))
        let groups = Int(entry.integers[0])
        let batch = entry.shape[0]
        let channels = entry.shape.last
        let positions = entry.shape.count / max(1, batch * channels)
        let (target, accumulate) = tape.inPlaceTarget(index, x)
        kernels.group_norm_gradient(
            Int32(batch), Int32(positions), Int32(channels), Int32(groups), tape.value(x), tape.value(gamma),
            tape.value(beta), ck_activation(rawValue: UInt32(bitPattern: entry.integers[1])), saved,
            saved + batch * groups,
            arrived, target, accumulate, tape.clearedTarget(gamma), tape.clearedTarget(beta))
    }
}
