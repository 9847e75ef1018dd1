// SPDX-License-Identifier: Apache-2.0

import Tasks

/// The training loss of every step, and what it says about the course of a run.
public struct StabilityMeter: Codable, Equatable, Sendable {
    private(set) var losses: [Float] = []

    public init() {}

    /// Takes note of a step's loss.
    public mutating func add(_ loss: Double) { losses.append(Float(loss)) }

    /// Stability of the loss curve. ℓ̃ is the exponential mean of the step losses with 0.98.
    ///
    /// - roughness: Σ|ℓ − ℓ̃| / Σ ℓ̃
    /// - spikes: steps with ℓ > ℓ̃ + 6·MAD, the median absolute deviation of ℓ − ℓ̃ over the last 200 steps
    /// - total-variation-excess: Σ|V_e − V_{e−1}| / |V_0 − min V|, 1 for a falling curve; V are validation losses
    /// - up-steps: share of epochs whose validation loss rose
    /// - diverged: 1 if a loss was not finite or ℓ̃ exceeded three times its first value
    public func summary(validation: [Double]) -> [String: Double] {
        var found: [String: Double] = [:]
        var window = SortedWindow(capacity: 200)
        var smooth = losses.first.map(Double.init) ?? 0
        let first = smooth
        var rough = 0.0
        var total = 0.0
        var spikes = 0
        var diverged = false
        for loss in losses {
            let loss = Double(loss)
            smooth = 0.98 * smooth + 0.02 * loss
            let deviation = loss - smooth
            rough += abs(deviation)
            total += smooth
            if window.count >= 20, deviation > 6 * window.medianAbsoluteDeviation { spikes += 1 }
            window.add(deviation)
            if !loss.isFinite || smooth > 3 * first { diverged = true }
        }
        if total > 0 { found["stability/roughness"] = rough / total }
        found["stability/spikes"] = Double(spikes)
        found["stability/diverged"] = diverged ? 1 : 0
        if validation.count > 1, let best = validation.min() {
            let steps = zip(validation.dropFirst(), validation).map { $0 - $1 }
            let span = abs(validation[0] - best)
            if span > 0 { found["stability/total-variation-excess"] = steps.reduce(0) { $0 + abs($1) } / span }
            found["stability/up-steps"] = Double(steps.filter { $0 > 0 }.count) / Double(steps.count)
        }
        return found
    }
}

/// The last so many numbers, in order of size.
struct SortedWindow {
    private let capacity: Int
    private var arrival: [Double] = []
    private var next = 0
    private var sorted: [Double] = []

    init(capacity: Int) { self.capacity = capacity }

    var count: Int { sorted.count }

    mutating func add(_ value: Double) {
        if arrival.count == capacity {
            sorted.remove(at: place(arrival[next]))
            arrival[next] = value
            next = (next + 1) % capacity
        } else {
            arrival.append(value)
        }
        sorted.insert(value, at: place(value))
    }

    /// The first place whose number is not smaller.
    private func place(_ value: Double) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    var median: Double { SortedWindow.middle(sorted) }

    /// Median of |x − median|.
    var medianAbsoluteDeviation: Double {
        let center = median
        return SortedWindow.middle(sorted.map { abs($0 - center) }.sorted())
    }

    private static func middle(_ values: [Double]) -> Double {
        if values.isEmpty { return 0 }
        let half = values.count / 2
        return values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2
    }
}
