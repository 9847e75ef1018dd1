// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

@Suite struct `Sprites and tones` {
    func load(_ options: ConfigValue) throws -> LoadedDataset {
        try datasets["sprites-tones"].load(options, DatasetContext(runSeed: 0, dataRoot: nil))
    }

    func values(_ part: DatasetPart, _ modality: String) -> [Float] {
        if case .dense(let values) = part.columns[Modality(modality)].values { values } else { [] }
    }

    @Test func `ceilings by hand`() throws {
        let rows: [String: ConfigValue] = ["train": 8, "validation": 4, "test": 4]
        func facts(_ options: [String: ConfigValue]) throws -> [String: Double] {
            try load(.object(rows.merging(options) { $1 })).facts
        }
        // Four values, a tenth absent, a fifth of the rest wrong: 0.9·0.8 + 0.1/4.
        let redundant = try facts(["wrongVideo": 0, "wrongAudio": 0.2, "absentAudio": 0.1])
        #expect(abs((redundant["bayes/audio"] ?? 0) - 0.745) < 1e-12)
        #expect(abs((redundant["bayes/video"] ?? 0) - 1) < 1e-12 && abs((redundant["bayes/joint"] ?? 0) - 1) < 1e-12)
        let both = try facts(["regime": "complementary", "wrongVideo": 0.1, "wrongAudio": 0.2])
        #expect(abs((both["bayes/joint"] ?? 0) - 0.72) < 1e-12)
        #expect(abs((both["bayes/video"] ?? 0) - 0.9 / 4) < 1e-12)
        let parity = try facts(["regime": "synergistic", "wrongVideo": 0, "wrongAudio": 0])
        #expect(abs((parity["bayes/video"] ?? 0) - 0.25) < 1e-12 && abs((parity["bayes/joint"] ?? 0) - 1) < 1e-12)
        // Two witnesses of accuracy 0.8 among 4: both right, or they differ and each is believed alike.
        let witnesses = try facts(["wrongVideo": 0.2, "wrongAudio": 0.2])
        #expect(abs((witnesses["bayes/joint"] ?? 0) - 0.8) < 1e-12)
        let three = try facts(["caption": true, "regime": "complementary", "classes": 2, "videoCue": "motion-sprite"])
        #expect(abs((three["bayes/joint"] ?? 0) - 0.95 * 0.95 * 0.8 * (0.9 * 0.8 + 0.1 / 2)) < 1e-12)
    }

    /// Share of rows whose nearest training mean has the label, for one modality.
    func nearestMean(_ data: LoadedDataset, _ modality: String) -> Double {
        let train = values(data.part(.train), modality)
        let test = values(data.part(.test), modality)
        let width = data.signature.columns[Modality(modality)].sampleShape.reduce(1, *)
        var means = [[Float]](repeating: [Float](repeating: 0, count: width), count: data.signature.classes)
        var counts = [Float](repeating: 0, count: data.signature.classes)
        for (row, label) in data.part(.train).labels.enumerated() {
            counts[Int(label)] += 1
            for d in 0..<width { means[Int(label)][d] += train[row * width + d] }
        }
        let right = data.part(.test).labels.enumerated().filter { row, label in
            let distances = means.indices.map { candidate in
                (0..<width).reduce(Float(0)) { sum, d in
                    let difference = test[row * width + d] - means[candidate][d] / counts[candidate]
                    return sum + difference * difference
                }
            }
            return distances.firstIndex(of: distances.min() ?? 0) == Int(label)
        }
        return Double(right.count) / Double(data.part(.test).count)
    }

    @Test func `a pitch is told by its mean spectrum up to the known ceiling, a melody is not`() throws {
        let options: [String: ConfigValue] = ["train": 400, "test": 400, "validation": 8, "frames": 2, "size": 8]
        let pitch = try load(.object(options))
        let ceiling = pitch.facts["bayes/audio"] ?? 0
        let reached = nearestMean(pitch, "audio")
        // Two standard errors of 400 rows.
        #expect(abs(reached - ceiling) < 2 * (ceiling * (1 - ceiling) / 400).squareRoot(), "\(reached)")
        // Every melody has as much of either note: bands without time tell nothing.
        let melody = try load(.object(options.merging(["audioCue": "melody", "wrongAudio": 0]) { $1 }))
        let sums = values(melody.part(.test), "audio")
        let bands = 20
        func profile(_ row: Int) -> [Float] {
            (0..<bands).map { band in (0..<32).reduce(0) { $0 + sums[(row * 32 + $1) * bands + band] } / 32 }
        }
        var means = [[Float]](repeating: [Float](repeating: 0, count: bands), count: 4)
        for (row, label) in melody.part(.test).labels.enumerated() {
            for (band, value) in profile(row).enumerated() { means[Int(label)][band] += value / 100 }
        }
        for band in 0..<bands {
            let column = means.map { $0[band] }
            #expect((column.max() ?? 0) - (column.min() ?? 0) < 0.6)
        }
    }

    @Test func `the sprite moves as it is said`() throws {
        let data = try load([
            "train": 8, "validation": 4, "test": 60, "videoNoise": 0, "wrongVideo": 0, "frames": 4, "size": 16,
        ])
        let pixels = values(data.part(.test), "video")
        let side = 16
        func center(_ row: Int, _ frame: Int) -> (x: Float, y: Float, mass: Float) {
            let base = (row * 4 + frame) * side * side * 3
            let ground = pixels[base]
            var (x, y, mass): (Float, Float, Float) = (0, 0, 0)
            for place in 0..<side * side {
                let difference = (0..<3).reduce(Float(0)) { $0 + abs(pixels[base + 3 * place + $1] - ground) }
                x += difference * Float(place % side)
                y += difference * Float(place / side)
                mass += difference
            }
            return (x / mass, y / mass, mass)
        }
        for (row, label) in data.part(.test).labels.enumerated() {
            let first = center(row, 0)
            let last = center(row, 3)
            let moved = (last.x - first.x, last.y - first.y)
            let found = abs(moved.0) > abs(moved.1) ? (moved.0 > 0 ? 0 : 1) : (moved.1 > 0 ? 2 : 3)
            #expect(found == Int(label))
        }
    }

    @Test func `an absent modality is ground and noise`() throws {
        let data = try load([
            "train": 8, "validation": 4, "test": 20, "absentVideo": 1, "absentAudio": 1, "videoNoise": 0,
            "audioNoise": 0,
        ])
        let width = 6 * 20 * 20 * 3
        let pixels = values(data.part(.test), "video")
        for row in 0..<20 { #expect(Set(pixels[row * width..<(row + 1) * width]).count == 1) }
        #expect(Set(values(data.part(.test), "audio")).count <= 20)
        #expect(abs((data.facts["bayes/joint"] ?? 0) - 0.25) < 1e-12)
    }

    @Test func `no option of the sound moves a pixel`() throws {
        let options: [String: ConfigValue] = ["train": 8, "validation": 4, "test": 8]
        let plain = try load(.object(options))
        let other = try load(.object(options.merging(["audioNoise": 3, "audioCue": "melody", "bands": 8]) { $1 }))
        #expect(values(plain.part(.train), "video") == values(other.part(.train), "video"))
        #expect(plain.part(.train).labels == other.part(.train).labels)
        #expect(plain.part(.train).targets[.sequence]?.items == other.part(.train).targets[.sequence]?.items)
    }
}
