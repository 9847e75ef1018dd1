// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

@Suite struct `Knobs of generated data` {
    func load(_ id: String, _ options: ConfigValue) throws -> LoadedDataset {
        try datasets[id].load(options, DatasetContext(runSeed: 0, dataRoot: nil))
    }

    func dense(_ part: DatasetPart, _ modality: Int = 0) -> [Float] {
        if case .dense(let values) = part.columns.values[modality].values { values } else { [] }
    }

    @Test func `labels lie in train alone, as often as asked for`() throws {
        let plain = try load("latent", ["train": 2000, "validation": 50, "test": 100])
        let noisy = try load("latent", ["train": 2000, "validation": 50, "test": 100, "labelNoise": 0.25])
        let wrong = zip(plain.part(.train).labels, noisy.part(.train).labels).filter { $0 != $1 }.count
        // Three standard errors of a share of a quarter of 2000.
        #expect(abs(Double(wrong) - 500) < 3 * (2000 * 0.25 * 0.75).squareRoot())
        #expect(plain.part(.test).labels == noisy.part(.test).labels)
        #expect(dense(plain.part(.train)) == dense(noisy.part(.train)))
    }

    @Test(arguments: ["latent", "shapes-captions", "sprites-tones"])
    func `modalities are missing as often as asked for, never all`(id: String) throws {
        let more: [String: ConfigValue] = id == "latent" ? [:] : ["size": 8]
        var options: [String: ConfigValue] = ["train": 400, "validation": 20, "test": 20, "missing": [0.2, 0.5]]
        options.merge(more) { $1 }
        if id == "sprites-tones" { options.merge(["frames": 2, "soundFrames": 8]) { $1 } }
        let part = try load(id, .object(options)).part(.train)
        #expect(part.present.count == 400 && !part.present.contains(0))
        // A row that would lack both keeps one of them: P(lacks the first) = 0.2 − 0.2 · 0.5 / 2.
        for (modality, rate) in [(0, 0.15), (1, 0.45)] {
            let missing = (0..<400).filter { !part.has(modality, $0) }.count
            #expect(abs(Double(missing) - 400 * rate) < 3 * (400 * rate * (1 - rate)).squareRoot())
        }
        let size = part.columns.values[0].sampleShape.reduce(1, *)
        let row = try #require((0..<400).first { !part.has(0, $0) })
        #expect(dense(part).dropFirst(row * size).prefix(size).allSatisfy { $0 == 0 })
    }

    @Test func `the best that can be told is a mean over what is there`() throws {
        let whole = try load(
            "sprites-tones", ["train": 1, "validation": 1, "test": 1, "size": 8, "wrongAudio": 0.2, "wrongVideo": 0])
        let gaps = try load(
            "sprites-tones",
            [
                "train": 1, "validation": 1, "test": 1, "size": 8, "wrongAudio": 0.2, "wrongVideo": 0,
                "missing": [0.5, 0],
            ])
        // Four classes; the sound is right in 0.8, the picture always.
        #expect(whole.facts["bayes/video"] == 1 && abs((whole.facts["bayes/audio"] ?? 0) - 0.8) < 1e-12)
        #expect(abs((gaps.facts["bayes/video"] ?? 0) - (0.5 + 0.5 * 0.25)) < 1e-12)
        #expect(abs((gaps.facts["bayes/joint"] ?? 0) - (0.5 + 0.5 * 0.8)) < 1e-12)
    }

    @Test func `shares of redundancy, uniqueness and synergy say what each modality can tell`() throws {
        func facts(_ redundancy: Double, _ uniqueness: [Double], _ synergy: Double) throws -> [String: Double] {
            try load(
                "latent",
                [
                    "regime": "mixed", "redundancy": .double(redundancy),
                    "uniqueness": .array(uniqueness.map { .double($0) }),
                    "synergy": .double(synergy), "noise": 0.05, "snr": [1], "classes": 4, "train": 10, "validation": 10,
                    "test": 10,
                ]
            ).facts
        }
        // Without noise all factors are seen; four standard errors of 2000 rows, since many such numbers are looked at.
        func near(_ value: Double?, _ wanted: Double) -> Bool {
            abs((value ?? 0) - wanted) < 4 * (wanted * (1 - wanted) / 2000).squareRoot() + 1e-9
        }
        let redundant = try facts(1, [0, 0], 0)
        #expect(near(redundant["bayes/a"], 1) && near(redundant["bayes/b"], 1))
        let unique = try facts(0, [1, 0], 0)
        #expect(near(unique["bayes/a"], 1) && near(unique["bayes/b"], 0.25))
        let synergistic = try facts(0, [0, 0], 1)
        #expect(near(synergistic["bayes/a"], 0.25) && near(synergistic["bayes/joint"], 1))
        let problem = try datasets["latent"].resolve(["regime": "mixed", "redundancy": 0.9]).issues
        #expect(problem.contains { $0.message.contains("must be shares that add up to 1") })
    }

    @Test func `a sound out of step is heard only beside the picture`() throws {
        let data = try load(
            "sprites-tones",
            [
                "regime": "synchrony", "timing": 0.25, "pulse": 1, "audioNoise": 0, "train": 200, "validation": 10,
                "test": 10,
                "size": 8, "frames": 2,
            ])
        #expect(data.facts["bayes/video"] == 0.5 && data.facts["bayes/audio"] == 0.5 && data.facts["bayes/joint"] == 1)
        #expect(data.signature.classes == 2)
        let share = Double(data.part(.train).labels.filter { $0 == 1 }.count) / 200
        #expect(abs(share - 0.5) < 0.12)
        #expect(!(try datasets["sprites-tones"].resolve(["regime": "synchrony"]).issues.isEmpty))
    }

    @Test(arguments: ["fm", "burst"])
    func `modulated tones and bursts of noise are told apart`(cue: String) throws {
        let data = try load(
            "sprites-tones",
            [
                "audioCue": .string(cue), "audioNoise": 0.01, "wrongAudio": 0, "classes": 3, "train": 60,
                "validation": 10,
                "test": 10, "size": 8, "frames": 2, "audioOffset": 0,
            ])
        let part = data.part(.train)
        let size = part.columns.values[1].sampleShape.reduce(1, *)
        let values = dense(part, 1)
        func distance(_ a: Int, _ b: Int) -> Float {
            (0..<size).reduce(0) { $0 + abs(values[a * size + $1] - values[b * size + $1]) }
        }
        func mean(_ same: Bool) -> Float {
            var sum: Float = 0
            var count: Float = 0
            for a in 0..<60 {
                for b in 0..<a where (part.labels[a] == part.labels[b]) == same {
                    sum += distance(a, b)
                    count += 1
                }
            }
            return sum / max(1, count)
        }
        #expect(mean(true) < mean(false))
    }

    @Test func `a ground that tells the label does so in train alone`() throws {
        let data = try load(
            "shapes-captions", ["spurious": 1, "imageNoise": 0, "train": 80, "validation": 10, "test": 80, "size": 8])
        func grounds(_ split: Split) -> [Int32: Set<Float>] {
            let part = data.part(split)
            return Dictionary(grouping: 0..<part.count) { part.labels[$0] }.mapValues { rows in
                Set(rows.map { dense(part)[$0 * 192] })
            }
        }
        // The corner is ground: one brightness a label in train, any in test.
        #expect(grounds(.train).values.allSatisfy { $0.count == 1 } && grounds(.test).values.contains { $0.count > 1 })
    }
}
