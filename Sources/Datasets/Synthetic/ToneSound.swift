// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// The sound of a clip: one pitch throughout, or four notes of two pitches whose order is the melody.
enum ToneSound {
    static let sampleRate = 4000
    private static let hop = 16.0
    private static let window = 32.0
    /// Low and high notes in order: every melody has two of each, so that only time tells them apart.
    private static let melodies = [
        [0, 0, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 1, 0], [1, 0, 0, 1],
    ]

    static func spectrum(_ options: SpritesTones.Options) -> LogMel {
        LogMel(
            sampleRate: sampleRate, windowMilliseconds: window, hopMilliseconds: hop, bands: options.bands,
            frames: options.soundFrames)
    }

    static func originals(_ samples: [Split: [[Float]]]) -> SoundOriginals {
        SoundOriginals(
            sampleRate: sampleRate, windowMilliseconds: window, hopMilliseconds: hop, samples: samples)
    }

    /// Samples at 4 kHz; silence with noise where there is no tone.
    static func samples(_ event: SpriteEvent, _ key: RandomKey, _ options: SpritesTones.Options) -> [Float] {
        let count = Int(Double(sampleRate) * hop / 1000) * options.soundFrames
        var stream = key.stream()
        let detune = 1 + 0.02 * (2 * Double(stream.uniform()) - 1)
        let loudness = 0.4 + 0.2 * Double(stream.uniform())
        let delay = Int(options.audioOffset * Double(stream.uniform()) * Double(count))
        var samples = [Float](repeating: 0, count: count)
        if let tone = event.tone, options.audioCue == .burst {
            addBursts(tone + 1, loudness, from: delay, to: &samples, key.fold("burst"))
        } else if let tone = event.tone {
            var phase = 2 * Double.pi * Double(stream.uniform())
            for index in delay..<count {
                let note = min(3, 4 * (index - delay) / max(1, count - delay))
                var height = pitch(tone, note, options.audioCue)
                if options.audioCue == .fm {
                    let rate = [3, 5, 8, 12, 18, 27][tone]
                    height += 180 * Elementary.sin(2 * Double.pi * Double(rate) * Double(index) / Double(sampleRate))
                }
                phase += 2 * Double.pi * detune * height / Double(sampleRate)
                if phase > 2 * Double.pi { phase -= 2 * Double.pi }
                samples[index] = Float(loudness * (Elementary.sin(phase) + 0.3 * Elementary.sin(2 * phase)))
            }
        }
        if options.pulse > 0 { swell(&samples, at: 0.5 + event.swell, depth: options.pulse) }
        if options.audioNoise > 0 {
            samples.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                Arithmetic.addNormal(
                    key.fold("noise"), deviation: Float(options.audioNoise), buffer.count, to: base)
            }
        }
        return samples
    }

    /// Bursts of noise at equal distances, each a fortieth of the sound long at most.
    private static func addBursts(
        _ count: Int, _ loudness: Double, from start: Int, to samples: inout [Float], _ key: RandomKey
    ) {
        var stream = key.stream()
        let room = samples.count - start
        let length = max(1, samples.count / 20)
        for burst in 0..<count {
            let first = start + room * burst / count
            for index in first..<min(samples.count, first + length) {
                samples[index] = Float(loudness * 2 * (2 * Double(stream.uniform()) - 1))
            }
        }
    }

    /// Softens the sound away from a moment (a share of its length) by a bell of an eighth of it.
    private static func swell(_ samples: inout [Float], at moment: Double, depth: Double) {
        for index in samples.indices {
            let distance = (Double(index) / Double(samples.count) - moment) / 0.125
            samples[index] *= Float(1 - depth * (1 - Elementary.exp(-distance * distance)))
        }
    }

    /// Hertz: half octaves upwards from 220, or the two notes of a melody.
    private static func pitch(_ tone: Int, _ note: Int, _ cue: SpritesTones.AudioCue) -> Double {
        switch cue {
        case .pitch: [220, 311.1, 440, 622.3, 880, 1244.5][tone]
        case .fm, .burst: 700
        case .melody: melodies[tone][note] == 0 ? 330 : 660
        }
    }
}
