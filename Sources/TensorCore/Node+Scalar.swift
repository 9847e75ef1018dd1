// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// Elementwise log max(x, floor); below the floor nothing goes back.
    public func logarithm(floor: Float) -> Node {
        let index = tape.record(Node.logarithmRule, shape, self)
        tape.entries[index].factor = floor
        let (from, into) = (pointer, tape.value(index))
        for place in 0..<shape.count { into[place] = max(from[place], floor) }
        kernels.log(Int32(shape.count), into, into)
        return Node(tape, index)
    }

    private static let logarithmRule = Rule("logarithm") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index) else { return }
        let floor = tape.entries[index].factor
        let x = tape.value(input)
        let (target, accumulate) = tape.target(input)
        for place in 0..<tape.entries[index].shape.count {
            let value = x[place] > floor ? arrived[place] / x[place] : 0
            target[place] = accumulate == 1 ? target[place] + value : value
        }
    }

    /// Every number times a scalar node.
    public func scaled(by factor: Node) -> Node {
        precondition(factor.shape.count == 1, "a factor of shape \(factor.shape)")
        let index = tape.record(Node.scalarProductRule, shape, self, factor)
        kernels.scale(Int32(shape.count), factor.scalar, pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let scalarProductRule = Rule("scale-by-node") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let (x, factor) = (tape.input(index, 0), tape.input(index, 1))
        tape.pass(tape.value(factor)[0], from: index, to: x)
        if tape.needsGradient(factor) {
            let target = tape.clearedTarget(factor)
            target[0] += kernels.dot(Int32(tape.entries[index].shape.count), arrived, tape.value(x))
        }
    }
}
