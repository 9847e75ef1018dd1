// SPDX-License-Identifier: Apache-2.0

import CKernels

/// Convolutions of other forms, made of the plain one.
extension Node {
    /// With gaps of `dilation` − 1 between the kernel's taps, and channels in `groups` that do not meet: x `[N, H, W, C]`,
    /// weight `[kh, kw, C/groups, out]`; output channels belong to groups in order.
    public func convolution(
        _ weight: Node, _ bias: Node?, stride: (Int, Int), padding: (Int, Int), dilation: Int, groups: Int
    ) -> Node {
        let (inputs, outputs) = (shape[3] / groups, weight.shape[3] / groups)
        precondition(
            groups > 0 && shape[3] % groups == 0 && weight.shape[3] % groups == 0 && weight.shape[2] == inputs,
            "convolution: input \(shape), weight \(weight.shape), \(groups) groups")
        let spread = dilation == 1 ? weight : weight.dilatedKernel(dilation)
        let parts = (0..<groups).map { group in
            columns(group * inputs..<(group + 1) * inputs).convolution(
                spread.columns(group * outputs..<(group + 1) * outputs), nil, stride: stride, padding: padding)
        }
        let joined = Node.concatenated(parts)
        return bias.map { joined.plusChannels($0) } ?? joined
    }

    /// Over sequences: x `[N, T, C]`, weight `[k, C, out]` → `[N, T', out]`.
    public func convolution1D(_ weight: Node, _ bias: Node? = nil, stride: Int = 1, padding: Int = 0) -> Node {
        precondition(
            shape.rank == 3 && weight.shape.rank == 3, "1-D convolution: input \(shape), weight \(weight.shape)")
        let y = reshaped(Shape(shape[0], 1, shape[1], shape[2])).convolution(
            weight.reshaped(Shape(1, weight.shape[0], weight.shape[1], weight.shape[2])), bias, stride: (1, stride),
            padding: (0, padding))
        return y.reshaped(Shape(shape[0], y.shape[2], y.shape[3]))
    }

    /// Over volumes: x `[N, D, H, W, C]`, weight `[kd, kh, kw, C, out]` → `[N, D', H', W', out]`; the sum over depth of
    /// plain convolutions, the bias last.
    public func convolution3D(
        _ weight: Node, _ bias: Node? = nil, stride: (Int, Int, Int) = (1, 1, 1), padding: (Int, Int, Int) = (0, 0, 0)
    ) -> Node {
        precondition(
            shape.rank == 5 && weight.shape.rank == 5, "3-D convolution: input \(shape), weight \(weight.shape)")
        let (samples, depth) = (shape[0], (shape[1] + 2 * padding.0 - weight.shape[0]) / stride.0 + 1)
        let slice = weight.shape.count / weight.shape[0]
        let flat = weight.reshaped(Shape(1, weight.shape.count))
        var total: Node?
        for tap in 0..<weight.shape[0] {
            let planes = frames(from: tap - padding.0, count: depth, step: stride.0)
            let part = planes.reshaped(Shape(samples * depth, shape[2], shape[3], shape[4])).convolution(
                flat.columns(tap * slice..<(tap + 1) * slice).reshaped(
                    Shape(weight.shape[1], weight.shape[2], weight.shape[3], weight.shape[4])), nil,
                stride: (stride.1, stride.2), padding: (padding.1, padding.2))
            total = total.map { $0 + part } ?? part
        }
        guard let total else { preconditionFailure("a kernel without depth") }
        let y = total.reshaped(Shape([samples, depth, total.shape[1], total.shape[2], total.shape[3]]))
        return bias.map { y.plusChannels($0) } ?? y
    }

    /// x + b on the last axis.
    public func plusChannels(_ bias: Node) -> Node {
        reshaped(Shape(shape.rows, shape.last)).plusRow(bias).reshaped(shape)
    }

    /// Every `step`-th slice along the second axis from `start` on; zeros where there is none: `[N, D, …]`
    /// → `[N, count, …]`.
    public func frames(from start: Int, count: Int, step: Int = 1) -> Node {
        precondition(shape.rank >= 2 && count > 0 && step > 0, "\(count) frames of \(shape)")
        var extents = shape.array
        extents[1] = count
        let index = tape.record(Node.framesRule, Shape(extents), self)
        tape.entries[index].integers[0] = Int32(start)
        tape.entries[index].integers[1] = Int32(step)
        let size = shape.count / max(1, shape[0] * shape[1])
        for sample in 0..<shape[0] {
            for place in 0..<count {
                let target = tape.value(index) + (sample * count + place) * size
                let source = start + place * step
                if source >= 0, source < shape[1] {
                    target.update(from: pointer + (sample * shape[1] + source) * size, count: size)
                } else {
                    target.update(repeating: 0, count: size)
                }
            }
        }
        return Node(tape, index)
    }

    private static let framesRule = Rule("frames") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let entry = tape.entries[index]
        let shape = tape.entries[input].shape
        let size = shape.count / max(1, shape[0] * shape[1])
        let target = tape.clearedTarget(input)
        for sample in 0..<shape[0] {
            for place in 0..<entry.shape[1] {
                let source = Int(entry.integers[0]) + place * Int(entry.integers[1])
                guard source >= 0, source < shape[1] else { continue }
                let row = target + (sample * shape[1] + source) * size
                kernels.add(Int32(size), row, arrived + (sample * entry.shape[1] + place) * size, row)
            }
        }
    }

    /// A kernel `[kh, kw, in, out]` with zeros between its taps.
    private func dilatedKernel(_ dilation: Int) -> Node {
        let (height, width) = ((shape[0] - 1) * dilation + 1, (shape[1] - 1) * dilation + 1)
        let index = tape.record(Node.dilationRule, Shape(height, width, shape[2], shape[3]), self)
        tape.entries[index].integers[0] = Int32(dilation)
        tape.value(index).update(repeating: 0, count: tape.entries[index].shape.count)
        let size = shape[2] * shape[3]
        for y in 0..<shape[0] {
            for x in 0..<shape[1] {
                (tape.value(index) + (y * dilation * width + x * dilation) * size).update(
                    from: pointer + (y * shape[1] + x) * size, count: size)
            }
        }
        return Node(tape, index)
    }

    private static let dilationRule = Rule("dilate-kernel") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let shape = tape.entries[input].shape
        let (dilation, width) = (Int(tape.entries[index].integers[0]), tape.entries[index].shape[1])
        let size = shape[2] * shape[3]
        let target = tape.clearedTarget(input)
        for y in 0..<shape[0] {
            for x in 0..<shape[1] {
                let place = target + (y * shape[1] + x) * size
                kernels.add(Int32(size), place, arrived + (y * dilation * width + x * dilation) * size, place)
            }
        }
    }
}
