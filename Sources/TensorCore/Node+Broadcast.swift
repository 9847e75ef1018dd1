// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// x + row, for every stretch of x as long as `row`: biases, position tables. Of a longer `row` (a table of more
    /// positions than there are) the first numbers are used: `self` is `[B, …]`, `row` covers everything but B.
    public func plusRow(_ row: Node) -> Node {
        let stretch = min(row.shape.count, shape.count / max(1, shape[0]))
        precondition(stretch > 0 && shape.count % stretch == 0, "\(shape) + row \(row.shape)")
        let index = tape.record(Node.rowSumRule, shape, self, row)
        tape.entries[index].integers[0] = Int32(stretch)
        kernels.add_rows(Int32(shape.count / stretch), Int32(stretch), pointer, row.pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let rowSumRule = Rule("add-row") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let row = tape.input(index, 1)
        defer { tape.pass(1, from: index, to: tape.input(index, 0), last: true) }
        guard tape.needsGradient(row) else { return }
        let stretch = Int(tape.entries[index].integers[0])
        let rows = Int32(tape.entries[index].shape.count / stretch)
        if stretch == tape.entries[row].shape.count {
            let (target, accumulate) = tape.target(row)
            kernels.sum_columns(rows, Int32(stretch), arrived, target, accumulate)
        } else {
            kernels.sum_columns(rows, Int32(stretch), arrived, tape.clearedTarget(row), 1)
        }
    }

    /// x · row for every row of x: `[rows…, n]`, row `[n]`.
    public func timesRow(_ row: Node) -> Node {
        let width = shape.last
        precondition(row.shape.count == width, "\(shape) · row \(row.shape)")
        let index = tape.record(Node.rowProductRule, shape, self, row)
        let output = tape.value(index)
        for place in stride(from: 0, to: shape.count, by: width) {
            kernels.mul(Int32(width), pointer + place, row.pointer, output + place)
        }
        return Node(tape, index)
    }

    private static let rowProductRule = Rule("multiply-row") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let (x, row) = (tape.input(index, 0), tape.input(index, 1))
        let shape = tape.entries[index].shape
        let width = shape.last
        if tape.needsGradient(x) {
            let (target, accumulate) = tape.target(x)
            for place in stride(from: 0, to: shape.count, by: width) {
                if accumulate == 1 {
                    kernels.mul_add(Int32(width), arrived + place, tape.value(row), target + place)
                } else {
                    kernels.mul(Int32(width), arrived + place, tape.value(row), target + place)
                }
            }
        }
        if tape.needsGradient(row) {
            let target = tape.clearedTarget(row)
            for place in stride(from: 0, to: shape.count, by: width) {
                kernels.mul_add(Int32(width), arrived + place, tape.value(x) + place, target)
            }
        }
    }

    /// Each row times its own number: `[B, …]`, factors `[B]` (any shape of B numbers).
    public func scaledRows(by factors: Node) -> Node {
        let rows = factors.shape.count
        precondition(rows > 0 && shape.count % rows == 0, "\(shape) by rows of \(factors.shape)")
        let index = tape.record(Node.rowScaleRule, shape, self, factors)
        kernels.scale_rows(
            Int32(rows), Int32(shape.count / rows), pointer, factors.pointer, tape.value(index), 0)
        return Node(tape, index)
    }

    private static let rowScaleRule = Rule("scale-rows") { tape, index in
        guard let arrived = tape.arrived(index) else { return }
        let (x, factors) = (tape.input(index, 0), tape.input(index, 1))
        let rows = tape.entries[factors].shape.count
        let width = Int32(tape.entries[index].shape.count / rows)
        if tape.needsGradient(x) {
            let (target, accumulate) = tape.target(x)
            kernels.scale_rows(Int32(rows), width, arrived, tape.value(factors), target, accumulate)
        }
        if tape.needsGradient(factors) {
            let sums = tape.scratch(0, rows)
            kernels.dot_rows(Int32(rows), width, arrived, tape.value(x), sums)
            let (target, accumulate) = tape.target(factors)
            for row in 0..<rows { target[row] = accumulate == 1 ? target[row] + sums[row] : sums[row] }
        }
    }

    /// x · exp(s) with one learned number s, held within `range`: the inverse temperature of a contrastive loss. Beyond
    /// the range s gets only the part of its gradient that leads back.
    public func scaled(byExp logScale: Node, in range: ClosedRange<Float>) -> Node {
        precondition(logScale.shape.count == 1, "log scale \(logScale.shape)")
        let index = tape.record(Node.expScaleRule, shape, self, logScale)
        let saved = tape.reserveSaved(index, 3)
        saved[0] = min(max(logScale.scalar, range.lowerBound), range.upperBound)
        kernels.exp(1, saved, saved)
        saved[1] = range.lowerBound
        saved[2] = range.upperBound
        kernels.scale(Int32(shape.count), saved[0], pointer, tape.value(index))
        return Node(tape, index)
    }

    private static let expScaleRule = Rule("scale-exp") { tape, index in
        guard let arrived = tape.arrived(index), let saved = tape.entries[index].saved else { return }
        let (x, logScale) = (tape.input(index, 0), tape.input(index, 1))
        tape.pass(saved[0], from: index, to: x)
        guard tape.needsGradient(logScale) else { return }
        let slope = kernels.dot(Int32(tape.entries[index].shape.count), arrived, tape.value(index))
        let s = tape.value(logScale)[0]
        let leadsAway = (s >= saved[2] && slope < 0) || (s <= saved[1] && slope > 0)
        tape.clearedTarget(logScale)[0] += leadsAway ? 0 : slope
    }
}
