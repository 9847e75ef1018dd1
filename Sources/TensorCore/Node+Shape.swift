// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Some columns of each row: `[rows…, n]` → `[rows…, range.count]`.
    public func columns(_ range: Range<Int>) -> Node {
        let width = shape.last
        precondition(
            range.lowerBound >= 0 && range.upperBound <= width && !range.isEmpty, "columns \(range) of \(shape)")
        if range.count == width { return self }
        let index = tape.record(Node.columnsRule, shape.withLast(range.count), self)
        tape.entries[index].integers[0] = Int32(range.lowerBound)
        let output = tape.value(index)
        for row in 0..<shape.rows {
            (output + row * range.count).update(from: pointer + row * width + range.lowerBound, count: range.count)
        }
        return Node(tape, index)
    }

    private static let columnsRule = Rule("columns") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let entry = tape.entries[index]
        let width = tape.entries[input].shape.last
        let target = tape.clearedTarget(input) + Int(entry.integers[0])
        for row in 0..<entry.shape.rows {
            let place = target + row * width
            kernels.add(Int32(entry.shape.last), place, arrived + row * entry.shape.last, place)
        }
    }

    /// Rows side by side: `[rows…, n_i]` → `[rows…, Σ n_i]`.
    public static func concatenated(_ nodes: [Node]) -> Node {
        guard let first = nodes.first else { preconditionFailure("nothing to concatenate") }
        if nodes.count == 1 { return first }
        let rows = first.shape.rows
        precondition(nodes.allSatisfy { $0.shape.rows == rows }, "concatenation of \(nodes.map(\.shape))")
        let width = nodes.reduce(0) { $0 + $1.shape.last }
        let tape = first.tape
        let index = tape.record(concatenationRule, first.shape.withLast(width), nodes)
        var offset = tape.value(index)
        for node in nodes {
            let own = node.shape.last
            for row in 0..<rows { (offset + row * width).update(from: node.pointer + row * own, count: own) }
            offset += own
        }
        return Node(tape, index)
    }

    private static let concatenationRule = Rule("concatenate") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let entry = tape.entries[index]
        var offset = arrived
        for position in 0..<entry.inputCount {
            let input = tape.input(index, position)
            let own = tape.entries[input].shape.last
            defer { offset += own }
            guard tape.needsGradient(input) else { continue }
            let (target, accumulate) = tape.target(input)
            for row in 0..<entry.shape.rows {
                let (source, place) = (offset + row * entry.shape.last, target + row * own)
                if accumulate == 1 {
                    kernels.add(Int32(own), place, source, place)
                } else {
                    place.update(from: source, count: own)
                }
            }
        }
    }

    /// Tokens one after another: `[B, T_i, d]` → `[B, Σ T_i, d]`; a vector `[B, d]` is one token. Masks are joined.
    public static func concatenatedTokens(_ nodes: [Node]) -> Node {
        guard let first = nodes.first else { preconditionFailure("nothing to concatenate") }
        let batch = first.shape[0]
        let width = first.shape.last
        precondition(nodes.allSatisfy { $0.shape.last == width }, "tokens of widths \(nodes.map(\.shape.last))")
        let counts = nodes.map { $0.shape.count / max(1, batch * width) }
        let flat = zip(nodes, counts).map { $0.reshaped(Shape(batch, $1 * width)) }
        let joined = concatenated(flat).reshaped(Shape(batch, counts.reduce(0, +), width))
        guard nodes.contains(where: { $0.mask != nil }) else { return joined }
        let masks = zip(nodes, counts).map { node, count in
            node.mask?.reshaped(Shape(batch, count)) ?? first.tape.constant(repeating: 1, Shape(batch, count))
        }
        return joined.masked(by: concatenated(masks))
    }

    /// One token of each sequence: `[B, T, d]` → `[B, d]`.
    public func token(_ position: Int) -> Node {
        precondition(shape.rank == 3, "tokens of \(shape)")
        let width = shape[2]
        return reshaped(Shape(shape[0], shape[1] * width)).columns(position * width..<(position + 1) * width)
    }

    /// Some rows along the first axis: `[n, …]` → `[range.count, …]`.
    public func rows(_ range: Range<Int>) -> Node {
        var extents = shape.array
        let whole = reshaped(Shape([1] + extents))
        extents[0] = range.count
        precondition(
            range.lowerBound >= 0 && range.upperBound <= shape[0] && !range.isEmpty, "rows \(range) of \(shape)")
        return whole.frames(from: range.lowerBound, count: range.count).reshaped(Shape(extents))
    }

    /// The last two axes exchanged: `[…, m, n]` → `[…, n, m]`.
    public func transposed() -> Node {
        precondition(shape.rank >= 2, "transposition of \(shape)")
        var axes = shape.array
        axes.swapAt(axes.count - 1, axes.count - 2)
        let index = tape.record(Node.transposeRule, Shape(axes), self)
        Node.transpose(pointer, shape, into: tape.value(index), add: false)
        return Node(tape, index)
    }

    private static let transposeRule = Rule("transpose") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let (target, accumulate) = tape.target(input)
        transpose(arrived, tape.entries[index].shape, into: target, add: accumulate == 1)
    }

    private static func transpose(
        _ x: UnsafePointer<Float>, _ shape: Shape, into y: UnsafeMutablePointer<Float>, add: Bool
    ) {
        let (m, n) = (shape[-2], shape[-1])
        for matrix in 0..<(shape.count / max(1, m * n)) {
            let (source, target) = (x + matrix * m * n, y + matrix * m * n)
            for i in 0..<m {
                for j in 0..<n {
                    target[j * m + i] = add ? target[j * m + i] + source[i * n + j] : source[i * n + j]
                }
            }
        }
    }

    /// Each row `count` times in succession: `[B, d]` → `[B, count, d]`.
    public func repeated(_ count: Int) -> Node {
        precondition(shape.rank == 2, "repetition of \(shape)")
        let index = tape.record(Node.repetitionRule, Shape(shape[0], count, shape[1]), self)
        let output = tape.value(index)
        let width = shape[1]
        for place in 0..<(shape[0] * count) {
            (output + place * width).update(from: pointer + place / count * width, count: width)
        }
        return Node(tape, index)
    }

    private static let repetitionRule = Rule("repeat") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let shape = tape.entries[index].shape
        let (target, accumulate) = tape.target(input)
        for row in 0..<shape[0] {
            kernels.sum_columns(
                Int32(shape[1]), Int32(shape[2]), arrived + row * shape[1] * shape[2], target + row * shape[2],
                accumulate)
        }
    }
}
