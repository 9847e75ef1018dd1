// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Products of matrices, one pair after another: `[…, m, k]` · `[…, k, n]` → `[…, m, n]`; `transposeOther` reads the
    /// second as `[…, n, k]`. A second factor of rank 2 serves all.
    public func product(_ other: Node, transposeOther: Bool = false) -> Node {
        precondition(shape.rank >= 2 && other.shape.rank >= 2, "product of \(shape) and \(other.shape)")
        let (m, k) = (shape[-2], shape[-1])
        let n = transposeOther ? other.shape[-2] : other.shape[-1]
        precondition(
            (transposeOther ? other.shape[-1] : other.shape[-2]) == k, "product of \(shape) and \(other.shape)")
        let matrices = shape.count / max(1, m * k)
        let shared = other.shape.rank == 2 && shape.rank > 2
        precondition(shared || other.shape.count == matrices * k * n, "product of \(shape) and \(other.shape)")
        let index = tape.record(Node.productsRule, shape.withLast(n), self, other)
        tape.entries[index].integers = SIMD16(
            Int32(matrices), Int32(m), Int32(n), Int32(k), transposeOther ? 1 : 0, shared ? 1 : 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0)
        for matrix in 0..<matrices {
            kernels.gemm(
                0, transposeOther ? 1 : 0, Int32(m), Int32(n), Int32(k), pointer + matrix * m * k, Int32(k),
                other.pointer + (shared ? 0 : matrix * k * n), Int32(transposeOther ? k : n),
                tape.value(index) + matrix * m * n, Int32(n), nil, CK_IDENTITY, 0)
        }
        tape.count(flops: 2 * matrices * m * n * k, at: index)
        return Node(tape, index)
    }

    private static let productsRule = Rule("product") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let sizes = tape.entries[index].integers
        let (matrices, m, n, k) = (Int(sizes[0]), Int(sizes[1]), Int(sizes[2]), Int(sizes[3]))
        let (transposed, shared) = (sizes[4] == 1, sizes[5] == 1)
        let (a, b) = (tape.input(index, 0), tape.input(index, 1))
        if tape.needsGradient(a) {
            let (target, accumulate) = tape.target(a)
            for matrix in 0..<matrices {
                kernels.gemm(
                    0, transposed ? 0 : 1, Int32(m), Int32(k), Int32(n), arrived + matrix * m * n, Int32(n),
                    tape.value(b) + (shared ? 0 : matrix * k * n), Int32(transposed ? k : n), target + matrix * m * k,
                    Int32(k), nil, CK_IDENTITY, accumulate)
            }
            tape.count(flops: 2 * matrices * m * n * k, at: index)
        }
        if tape.needsGradient(b) {
            let (target, first) = tape.target(b)
            for matrix in 0..<matrices {
                let accumulate = shared && matrix > 0 ? 1 : first
                let x = tape.value(a) + matrix * m * k
                let d = arrived + matrix * m * n
                let place = target + (shared ? 0 : matrix * k * n)
                if transposed {
                    kernels.gemm(
                        1, 0, Int32(n), Int32(k), Int32(m), d, Int32(n), x, Int32(k), place, Int32(k), nil,
                        CK_IDENTITY, accumulate)
                } else {
                    kernels.gemm(
                        1, 0, Int32(k), Int32(n), Int32(m), x, Int32(k), d, Int32(n), place, Int32(n), nil,
                        CK_IDENTITY, accumulate)
                }
            }
            tape.count(flops: 2 * matrices * m * n * k, at: index)
        }
    }

    /// a_i · b_j of each row: `[B, m]`, `[B, n]` → `[B, m·n]`, rows of a outside.
    public func outer(_ other: Node) -> Node {
        precondition(
            shape.rank == 2 && other.shape.rank == 2 && shape[0] == other.shape[0], "\(shape) ⊗ \(other.shape)")
        let (m, n) = (shape[1], other.shape[1])
        let index = tape.record(Node.outerRule, Shape(shape[0], m * n), self, other)
        let output = tape.value(index)
        for row in 0..<shape[0] {
            for i in 0..<m {
                kernels.scale(
                    Int32(n), pointer[row * m + i], other.pointer + row * n, output + (row * m + i) * n)
            }
        }
        return Node(tape, index)
    }

    private static let outerRule = Rule("outer") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let (a, b) = (tape.input(index, 0), tape.input(index, 1))
        let (rows, m, n) = (tape.entries[a].shape[0], tape.entries[a].shape[1], tape.entries[b].shape[1])
        if tape.needsGradient(a) {
            let (target, accumulate) = tape.target(a)
            for row in 0..<rows {
                for i in 0..<m {
                    let slope = kernels.dot(Int32(n), arrived + (row * m + i) * n, tape.value(b) + row * n)
                    target[row * m + i] = accumulate == 1 ? target[row * m + i] + slope : slope
                }
            }
        }
        if tape.needsGradient(b) {
            let target = tape.clearedTarget(b)
            for row in 0..<rows {
                for i in 0..<m {
                    kernels.axpy(
                        Int32(n), tape.value(a)[row * m + i], arrived + (row * m + i) * n, target + row * n)
                }
            }
        }
    }
}
