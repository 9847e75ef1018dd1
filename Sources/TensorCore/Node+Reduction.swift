// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Sum of each row: `[rows…, n]` → `[rows]`.
    public func rowSums() -> Node {
        let index = tape.record(Node.rowSumsRule, Shape(shape.rows), self)
        kernels.sum_rows(Int32(shape.rows), Int32(shape.last), pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let rowSumsRule = Rule("row-sums") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let shape = tape.entries[input].shape
        let (target, accumulate) = tape.target(input)
        for row in 0..<shape.rows {
            let place = target + row * shape.last
            if accumulate == 1 {
                for column in 0..<shape.last { place[column] += arrived[row] }
            } else {
                kernels.fill(Int32(shape.last), arrived[row], place)
            }
        }
    }

    /// Sum of all elements.
    public func sum() -> Node { mean() * Float(shape.count) }

    /// Mean over the tokens that count: `[B, T, d]` → `[B, d]`. All count where there is no mask; a row without any
    /// gives zeros.
    public func meanOverTokens() -> Node {
        precondition(shape.rank == 3, "mean over tokens of \(shape)")
        guard let mask else { return meanOverPositions() }
        let (batch, length, width) = (shape[0], shape[1], shape[2])
        let index = tape.record(Node.tokenMeanRule, Shape(batch, width), self, mask)
        let output = tape.value(index)
        for row in 0..<batch {
            let place = output + row * width
            kernels.fill(Int32(width), 0, place)
            var count = 0
            for token in 0..<length where mask.pointer[row * length + token] != 0 {
                kernels.add(Int32(width), place, pointer + (row * length + token) * width, place)
                count += 1
            }
            if count > 1 { kernels.scale(Int32(width), 1 / Float(count), place, place) }
        }
        return Node(tape, index)
    }

    private static let tokenMeanRule = Rule("mean-tokens") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let mask = tape.value(tape.input(index, 1))
        let shape = tape.entries[input].shape
        let (length, width) = (shape[1], shape[2])
        let target = tape.clearedTarget(input)
        for row in 0..<shape[0] {
            var count = 0
            for token in 0..<length where mask[row * length + token] != 0 { count += 1 }
            for token in 0..<length where mask[row * length + token] != 0 {
                kernels.axpy(
                    Int32(width), 1 / Float(count), arrived + row * width, target + (row * length + token) * width)
            }
        }
    }

    /// Largest over the tokens: `[B, T, d]` → `[B, d]`; the first of equals wins.
    public func maxOverTokens() -> Node {
        precondition(shape.rank == 3, "maximum over tokens of \(shape)")
        return reshaped(Shape(shape[0], shape[1], 1, shape[2])).maxPool((shape[1], 1), stride: (1, 1)).reshaped(
            Shape(shape[0], shape[2]))
    }

    /// Row-wise softmax.
    public func softmax() -> Node { rowwise(Node.softmaxRule, kernels.softmax) }

    private static let softmaxRule = rowwiseRule("softmax") { kernels.softmax_gradient }

    /// Row-wise log softmax.
    public func logSoftmax() -> Node { rowwise(Node.logSoftmaxRule, kernels.log_softmax) }

    private static let logSoftmaxRule = rowwiseRule("log-softmax") { kernels.log_softmax_gradient }

    private typealias RowKernel =
        @convention(c) (
            _ rows: Int32, _ width: Int32, _ x: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>?
        ) -> Void
    private typealias RowGradientKernel =
        @convention(c) (
            _ rows: Int32, _ width: Int32, _ y: UnsafePointer<Float>?, _ dy: UnsafePointer<Float>?,
            _ dx: UnsafeMutablePointer<Float>?, _ accumulate: Int32
        ) -> Void

    /// A function of each row.
    private func rowwise(_ rule: Rule, _ kernel: RowKernel?) -> Node {
        let index = tape.record(rule, shape, self)
        kernel?(Int32(shape.rows), Int32(shape.last), pointer, tape.value(index))
        return Node(tape, index)
    }

    /// Its way back, from the result alone.
    private static func rowwiseRule(
        _ name: StaticString, _ kernel: @escaping @Sendable () -> RowGradientKernel?
    ) -> Rule {
        Rule(name) { tape, index in
            let input = tape.input(index, 0)
            guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
            let shape = tape.entries[index].shape
            let (target, accumulate) = tape.target(input)
            kernel()?(Int32(shape.rows), Int32(shape.last), tape.value(index), arrived, target, accumulate)
        }
    }
}
