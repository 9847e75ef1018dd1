// SPDX-License-Identifier: Apache-2.0

/// How many steps each parameter has taken.
///
/// A step may touch only some parameters (alternating methods skip the others entirely: no momentum, no decay), so bias
/// correction and first steps are counted range by range. Ranges of equal counts are kept as one.
public struct StepCounts: Codable, Equatable, Sendable {
    /// Ends of the ranges, rising, and the steps of each.
    private var ends: [Int]
    private var steps: [Int]

    /// `count` parameters that have taken none.
    public init(count: Int) {
        ends = [count]
        steps = [0]
    }

    /// Number of parameters.
    public var count: Int { ends.last ?? 0 }
    /// The most steps any parameter has taken.
    public var most: Int { steps.max() ?? 0 }

    /// Counts one step of a range and calls `body` with its parts of equal history, in order, and the number of the step
    /// (from 1) that each takes now.
    public mutating func advance(_ range: Range<Int>, _ body: (Range<Int>, Int) -> Void) {
        if range.isEmpty { return }
        split(at: range.lowerBound)
        split(at: range.upperBound)
        var start = 0
        for index in ends.indices {
            defer { start = ends[index] }
            guard start >= range.lowerBound, ends[index] <= range.upperBound else { continue }
            steps[index] += 1
            body(start..<ends[index], steps[index])
        }
        join()
    }

    /// A range has taken no steps.
    public mutating func forget(_ range: Range<Int>) {
        if range.isEmpty { return }
        split(at: range.lowerBound)
        split(at: range.upperBound)
        var start = 0
        for index in ends.indices {
            if start >= range.lowerBound, ends[index] <= range.upperBound { steps[index] = 0 }
            start = ends[index]
        }
        join()
    }

    private mutating func split(at place: Int) {
        guard let index = ends.firstIndex(where: { $0 >= place }), ends[index] != place, place > 0 else { return }
        ends.insert(place, at: index)
        steps.insert(steps[index], at: index)
    }

    private mutating func join() {
        var index = 0
        while index + 1 < ends.count {
            if steps[index] == steps[index + 1] {
                ends.remove(at: index)
                steps.remove(at: index)
            } else {
                index += 1
            }
        }
    }
}
