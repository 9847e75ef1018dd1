// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Mean over windows of `[N, H, W, C]`; padding counts as zeros in the divisor only if `countPadding`.
    public func averagePool(
        _ kernel: (Int, Int), stride: (Int, Int), padding: (Int, Int) = (0, 0), countPadding: Bool = true
    ) -> Node {
        precondition(shape.rank == 4, "average pooling of \(shape)")
        let height = (shape[1] + 2 * padding.0 - kernel.0) / stride.0 + 1
        let width = (shape[2] + 2 * padding.1 - kernel.1) / stride.1 + 1
        let index = tape.record(Node.averagePoolRule, Shape(shape[0], height, width, shape[3]), self)
        tape.entries[index].integers = SIMD16(
            Int32(shape[0]), Int32(shape[1]), Int32(shape[2]), Int32(shape[3]), Int32(kernel.0), Int32(kernel.1),
            Int32(stride.0), Int32(stride.1), Int32(padding.0), Int32(padding.1), Int32(height), Int32(width),
            countPadding ? 1 : 0, 0, 0, 0)
        var geometry = Node.pooling(tape.entries[index].integers)
        kernels.average_pool(&geometry, countPadding ? 1 : 0, pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let averagePoolRule = Rule("average-pool") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        var geometry = pooling(tape.entries[index].integers)
        let (target, accumulate) = tape.target(input)
        kernels.average_pool_gradient(&geometry, tape.entries[index].integers[12], arrived, target, accumulate)
    }

    /// Mean over `height` × `width` cells that share `[N, H, W, C]` evenly: cell i covers rows ⌊i·H/height⌋ up to
    /// ⌈(i+1)·H/height⌉, so neighbours overlap where the division leaves a rest.
    public func adaptiveAveragePool(_ height: Int, _ width: Int) -> Node {
        precondition(shape.rank == 4 && height > 0 && width > 0, "adaptive pooling of \(shape)")
        let index = tape.record(Node.adaptivePoolRule, Shape(shape[0], height, width, shape[3]), self)
        let output = tape.value(index)
        let channels = Int32(shape[3])
        output.update(repeating: 0, count: tape.entries[index].shape.count)
        Node.overCells(shape, height, width) { source, cell, share in
            kernels.axpy(channels, share, pointer + source, output + cell)
        }
        return Node(tape, index)
    }

    private static let adaptivePoolRule = Rule("adaptive-pool") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let output = tape.entries[index].shape
        let target = tape.clearedTarget(input)
        overCells(tape.entries[input].shape, output[1], output[2]) { source, cell, share in
            kernels.axpy(Int32(output[3]), share, arrived + cell, target + source)
        }
    }

    /// Calls `body` with each position's offset, its cell's offset and its share in the cell's mean.
    private static func overCells(_ shape: Shape, _ height: Int, _ width: Int, _ body: (Int, Int, Float) -> Void) {
        func range(_ cell: Int, _ cells: Int, _ extent: Int) -> Range<Int> {
            (cell * extent / cells)..<(((cell + 1) * extent + cells - 1) / cells)
        }
        for sample in 0..<shape[0] {
            for cellY in 0..<height {
                for cellX in 0..<width {
                    let (ys, xs) = (range(cellY, height, shape[1]), range(cellX, width, shape[2]))
                    for y in ys {
                        for x in xs {
                            body(
                                ((sample * shape[1] + y) * shape[2] + x) * shape[3],
                                ((sample * height + cellY) * width + cellX) * shape[3],
                                1 / Float(ys.count * xs.count))
                        }
                    }
                }
            }
        }
    }
}
