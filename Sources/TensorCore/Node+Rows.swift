// SPDX-License-Identifier: Apache-2.0

import CKernels

extension Node {
    /// The number of each row that `choices` names: `[rows, n]` → `[rows]`; a negative choice gives 0 and no gradient.
    public func chosen(_ choices: UnsafePointer<Int32>) -> Node {
        let index = tape.record(Node.chosenRule, Shape(shape.rows), self)
        tape.entries[index].tokens = choices
        let width = shape.last
        let (from, into) = (pointer, tape.value(index))
        for row in 0..<shape.rows { into[row] = choices[row] < 0 ? 0 : from[row * width + Int(choices[row])] }
        return Node(tape, index)
    }

    private static let chosenRule = Rule("chosen") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index), let choices = tape.entries[index].tokens
        else { return }
        let width = tape.entries[input].shape.last
        let target = tape.clearedTarget(input)
        for row in 0..<tape.entries[index].shape.count where choices[row] >= 0 {
            target[row * width + Int(choices[row])] += arrived[row]
        }
    }

    /// The largest number of each row, the first of equals: `[rows, n]` → `[rows]`.
    public func rowMaxima() -> Node {
        let index = tape.record(Node.rowMaximaRule, Shape(shape.rows), self)
        let winners = tape.reserveSaved(index, shape.rows)
        let width = shape.last
        let (from, into) = (pointer, tape.value(index))
        winners.withMemoryRebound(to: Int32.self, capacity: shape.rows) { winners in
            for row in 0..<shape.rows {
                var best = 0
                for column in 1..<max(1, width) where from[row * width + column] > from[row * width + best] {
                    best = column
                }
                winners[row] = Int32(best)
                into[row] = from[row * width + best]
            }
        }
        return Node(tape, index)
    }

    private static let rowMaximaRule = Rule("row-maxima") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index), let saved = tape.entries[index].saved
        else { return }
        let rows = tape.entries[index].shape.count
        let width = tape.entries[input].shape.last
        let target = tape.clearedTarget(input)
        saved.withMemoryRebound(to: Int32.self, capacity: rows) { winners in
            for row in 0..<rows { target[row * width + Int(winners[row])] += arrived[row] }
        }
    }

    /// −‖row − center‖₂ for each center: rows `[rows, n]`, centers `[centers, n]` (constants) → `[rows, centers]`, with
    /// ‖d‖ = √(Σd² + 1e-12). Centers whose `present` is 0 get −1e30, so that a softmax leaves them out.
    public func negativeDistances(
        _ centers: UnsafePointer<Float>, count: Int, present: (Int) -> Bool = { _ in true }
    ) -> Node {
        let rows = shape.rows
        let width = shape.last
        let index = tape.record(Node.distanceRule, Shape(rows, count), self)
        let kept = tape.reserveSaved(index, count * width)
        kept.update(from: centers, count: count * width)
        let (from, into) = (pointer, tape.value(index))
        for center in 0..<count {
            let isPresent = present(center)
            for row in 0..<rows {
                var sum: Float = 0
                for column in 0..<width {
                    let difference = from[row * width + column] - kept[center * width + column]
                    sum += difference * difference
                }
                into[row * count + center] = isPresent ? -(sum + 1e-12).squareRoot() : -1e30
            }
        }
        tape.count(flops: 3 * rows * count * width, at: index)
        return Node(tape, index)
    }

    private static let distanceRule = Rule("negative-distances") { tape, index in
        let input = tape.input(index, 0)
        guard tape.needsGradient(input), let arrived = tape.arrived(index), let centers = tape.entries[index].saved
        else { return }
        let (rows, count) = (tape.entries[index].shape[0], tape.entries[index].shape[1])
        let width = tape.entries[input].shape.last
        let (x, output) = (tape.value(input), tape.value(index))
        let target = tape.clearedTarget(input)
        for row in 0..<rows {
            for center in 0..<count {
                let distance = -output[row * count + center]
                if distance > 1e29 { continue }
                let factor = -arrived[row * count + center] / distance
                for column in 0..<width {
                    target[row * width + column] +=
                        factor * (x[row * width + column] - centers[center * width + column])
                }
            }
        }
        tape.count(flops: 3 * rows * count * width, at: index)
    }
}
