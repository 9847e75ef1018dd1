// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Log-mel spectrogram: Hann window, power spectrum, triangular mel filters (HTK scale), natural log.
public struct LogMel: Sendable {
    /// Mel bands of each window.
    public let bands: Int
    /// Frames per sample; sound is cut or padded with silence at its end.
    public let frames: Int
    private let window: [Double]
    private let hop: Int
    private let size: Int
    /// Per band: first bin and weights.
    private let filters: [(first: Int, weights: [Double])]
    private let cosines: [Double]
    private let sines: [Double]
    private static let floor = 1e-6

    /// Filters for sounds of one rate.
    public init(sampleRate: Int, windowMilliseconds: Double, hopMilliseconds: Double, bands: Int, frames: Int) {
        let length = max(2, Int(Double(sampleRate) * windowMilliseconds / 1000))
        hop = max(1, Int(Double(sampleRate) * hopMilliseconds / 1000))
        var size = 2
        while size < length { size *= 2 }
        self.size = size
        self.bands = bands
        self.frames = frames
        window = (0..<length).map { 0.5 - 0.5 * Elementary.cos(2 * Double.pi * Double($0) / Double(length)) }
        cosines = (0..<size / 2).map { [size] in Elementary.cos(2 * Double.pi * Double($0) / Double(size)) }
        sines = (0..<size / 2).map { [size] in -Elementary.sin(2 * Double.pi * Double($0) / Double(size)) }
        let highest = LogMel.mel(Double(sampleRate) / 2)
        // Edges in bins: band b rises from edge b to b + 1 and falls to b + 2.
        let edges = (0..<bands + 2).map { [size] index in
            LogMel.hertz(highest * Double(index) / Double(bands + 1)) * Double(size) / Double(sampleRate)
        }
        filters = (0..<bands).map { [size] band in
            let first = max(0, Int(edges[band].rounded(.up)))
            let last = min(size / 2, Int(edges[band + 2].rounded(.down)))
            let weights =
                first > last
                ? []
                : (first...last).map { bin -> Double in
                    let x = Double(bin)
                    return x <= edges[band + 1]
                        ? (x - edges[band]) / (edges[band + 1] - edges[band])
                        : (edges[band + 2] - x) / (edges[band + 2] - edges[band + 1])
                }
            return (first, weights)
        }
    }

    private static func mel(_ hertz: Double) -> Double { 2595 * Elementary.log10(1 + hertz / 700) }
    private static func hertz(_ mel: Double) -> Double { 700 * (Elementary.pow10(mel / 2595) - 1) }

    /// `[frames, bands]`
    public func callAsFunction(_ samples: [Float]) -> [Float] {
        var result: [Float] = []
        result.reserveCapacity(frames * bands)
        var real = [Double](repeating: 0, count: size)
        var imaginary = real
        let silence = Float(Elementary.log(LogMel.floor))
        for frame in 0..<frames {
            let start = frame * hop
            guard start < samples.count else {
                for _ in 0..<bands { result.append(silence) }
                continue
            }
            for index in 0..<size {
                let inside = index < window.count && start + index < samples.count
                real[index] = inside ? Double(samples[start + index]) * window[index] : 0
                imaginary[index] = 0
            }
            transform(&real, &imaginary)
            for filter in filters {
                var energy = 0.0
                for (offset, weight) in filter.weights.enumerated() {
                    let bin = filter.first + offset
                    energy += weight * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin])
                }
                result.append(Float(Elementary.log(energy + LogMel.floor)))
            }
        }
        return result
    }

    /// Fast Fourier transform in place, radix 2.
    private func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
        var target = 0
        for source in 0..<size {
            if source < target {
                real.swapAt(source, target)
                imaginary.swapAt(source, target)
            }
            var bit = size / 2
            while bit >= 1, target & bit != 0 {
                target ^= bit
                bit /= 2
            }
            target |= bit
        }
        var half = 1
        while half < size {
            let stride = size / (2 * half)
            for start in Swift.stride(from: 0, to: size, by: 2 * half) {
                for offset in 0..<half {
                    let c = cosines[offset * stride]
                    let s = sines[offset * stride]
                    let a = start + offset
                    let b = a + half
                    let r = real[b] * c - imaginary[b] * s
                    let i = real[b] * s + imaginary[b] * c
                    real[b] = real[a] - r
                    imaginary[b] = imaginary[a] - i
                    real[a] += r
                    imaginary[a] += i
                }
            }
            half *= 2
        }
    }
}
