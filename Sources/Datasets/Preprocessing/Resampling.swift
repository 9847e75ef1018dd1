// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Brings sound to another sample rate by a windowed sinc, in float64 and with our own sine, so that every machine
/// gives the same bits.
enum Resampling {
    /// Zero crossings of the sinc on each side.
    private static let reach = 16.0

    static func apply(_ samples: [Float], from: Int, to: Int) -> [Float] {
        guard from != to, from > 0, to > 0, !samples.isEmpty else { return samples }
        // Frequencies above half the lower rate are cut.
        let cutoff = min(1, Double(to) / Double(from))
        let half = reach / cutoff
        // The phases of the output repeat after this many samples; each has its weights once.
        let divisor = greatestCommonDivisor(from, to)
        let phases = to / divisor
        let step = from / divisor
        let count = max(1, samples.count * to / from)
        var tables: [[Double]?] = .init(repeating: nil, count: phases)
        return (0..<count).map { index in
            let numerator = index * step
            let base = numerator / phases
            let phase = numerator % phases
            let weights = tables[phase] ?? table(Double(phase) / Double(phases), cutoff, half)
            tables[phase] = weights
            let first = base - Int(half)
            var sum = 0.0
            for (offset, weight) in weights.enumerated() {
                let place = first + offset
                if place >= 0, place < samples.count { sum += weight * Double(samples[place]) }
            }
            return Float(sum)
        }
    }

    /// Weights of the samples from `half` before to `half` behind a point that lies `fraction` behind a sample.
    private static func table(_ fraction: Double, _ cutoff: Double, _ half: Double) -> [Double] {
        let width = Int(half)
        let weights = (-width...width + 1).map { offset -> Double in
            let distance = Double(offset) - fraction
            guard abs(distance) < half else { return 0 }
            let x = Double.pi * distance * cutoff
            let sinc = x == 0 ? 1 : Elementary.sin(x) / x
            return sinc * (0.5 + 0.5 * Elementary.cos(Double.pi * distance / half))
        }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}
