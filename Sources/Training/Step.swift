// SPDX-License-Identifier: Apache-2.0

import Tasks

/// One optimizer step as a strategy sees it. Epochs and steps count from 0.
public struct Step {
    /// From 0.
    public let epoch: Int
    /// Epochs of the whole run.
    public let epochs: Int
    /// Steps since the run began.
    public let index: Int
    /// This step among the epoch's, and how many the epoch has.
    public let inEpoch: Int
    /// Batches of an epoch.
    public let stepsPerEpoch: Int
    /// Learning rate in force.
    public let rate: Double
    /// Which of the batch's updates this is.
    public let pass: Pass
    /// The strategy's own stream of this step; it never touches data order, initialization or dropout.
    public let key: RandomKey
    let journal: Journal

    /// Share of the run that is done, in [0, 1).
    public var progress: Double {
        (Double(epoch) + Double(inEpoch) / Double(max(1, stepsPerEpoch))) / Double(max(1, epochs))
    }

    /// Notes a number; the report gets its mean over each epoch.
    public func log(_ name: String, _ value: Double) { journal.add(name, value) }
}

/// Means of what was noted during an epoch.
final class Journal {
    private var names: [String] = []
    private var sums: [Double] = []
    private var counts: [Int] = []

    func add(_ name: String, _ value: Double) {
        if let index = names.firstIndex(of: name) {
            sums[index] += value
            counts[index] += 1
        } else {
            names.append(name)
            sums.append(value)
            counts.append(1)
        }
    }

    /// Means by name since the last call.
    func drain() -> [(name: String, mean: Double)] {
        let means = names.indices.filter { counts[$0] > 0 }.map { (names[$0], sums[$0] / Double(counts[$0])) }
        for index in names.indices {
            sums[index] = 0
            counts[index] = 0
        }
        return means
    }
}
