// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

@Suite struct `Log-mel spectrogram` {
    let rate = 8000
    let bands = 32

    func tone(_ hertz: Double, _ count: Int) -> [Float] {
        (0..<count).map { Float(0.5 * sin(2 * Double.pi * hertz * Double($0) / Double(rate))) }
    }

    /// The same by the definition: sums over all samples, nothing fast, the C library's functions.
    func slow(_ samples: [Float], frames: Int) -> [Double] {
        func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }
        let edges = (0...bands + 1).map { index -> Double in
            let value = mel(Double(rate) / 2) * Double(index) / Double(bands + 1)
            return 700 * (pow(10, value / 2595) - 1)
        }
        var result: [Double] = []
        for frame in 0..<frames {
            let piece = (0..<256).map { index -> Double in
                let place = frame * 128 + index
                let window = 0.5 - 0.5 * cos(2 * Double.pi * Double(index) / 256)
                return place < samples.count ? Double(samples[place]) * window : 0
            }
            let power = (0...128).map { bin -> Double in
                var (real, imaginary) = (0.0, 0.0)
                for (index, value) in piece.enumerated() {
                    let angle = 2 * Double.pi * Double(bin * index % 256) / 256
                    real += value * cos(angle)
                    imaginary -= value * sin(angle)
                }
                return real * real + imaginary * imaginary
            }
            for band in 0..<bands {
                var energy = 0.0
                for (bin, value) in power.enumerated() {
                    let hertz = Double(bin * rate) / 256
                    let rising = (hertz - edges[band]) / (edges[band + 1] - edges[band])
                    let falling = (edges[band + 2] - hertz) / (edges[band + 2] - edges[band + 1])
                    energy += max(0, min(rising, falling)) * value
                }
                result.append(log(energy + 1e-6))
            }
        }
        return result
    }

    @Test func `agrees with its definition`() {
        var stream = RandomKey(seed: 5).stream()
        let noise = (0..<1000).map { _ in stream.uniform() - 0.5 }
        let spectrum = LogMel(sampleRate: rate, windowMilliseconds: 32, hopMilliseconds: 16, bands: bands, frames: 10)
        for samples in [noise, tone(440, 900), [], [1]] {
            for (value, reference) in zip(spectrum(samples), slow(samples, frames: 10)) {
                #expect(abs(Double(value) - reference) < 1e-4)
            }
        }
    }

    @Test func `a higher tone lies in a higher band`() {
        let spectrum = LogMel(sampleRate: rate, windowMilliseconds: 32, hopMilliseconds: 16, bands: bands, frames: 1)
        let places = [200.0, 400, 800, 1600, 3200].map { hertz -> Int in
            let values = spectrum(tone(hertz, 256))
            return values.firstIndex(of: values.max() ?? 0) ?? -1
        }
        #expect(places == places.sorted() && Set(places).count == 5)
    }

    @Test func `sound is cut or padded to the frames asked for`() {
        let spectrum = LogMel(sampleRate: rate, windowMilliseconds: 32, hopMilliseconds: 16, bands: bands, frames: 4)
        #expect(spectrum(tone(440, 100_000)).count == 4 * bands)
        let short = spectrum(tone(440, 100))
        #expect(short.count == 4 * bands)
        #expect(Set(short.suffix(2 * bands)).count == 1)
    }
}
