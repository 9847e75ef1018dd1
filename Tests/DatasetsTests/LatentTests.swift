// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

@Suite struct `Latent data` {
    func load(_ options: ConfigValue, seed: Int = 0) throws -> LoadedDataset {
        try datasets["latent"].load(options, DatasetContext(runSeed: seed, dataRoot: nil))
    }

    func values(_ part: DatasetPart, _ modality: String) -> [Float] {
        if case .dense(let values) = part.columns[Modality(modality)].values { values } else { [] }
    }

    /// Accuracy of the classifier that takes the class whose training mean is nearest.
    func nearestMean(_ data: LoadedDataset, _ modalities: [String]) -> Double {
        let train = data.part(.train)
        let test = data.part(.test)
        var scores = [[Double]](repeating: [Double](repeating: 0, count: data.signature.classes), count: test.count)
        for modality in modalities {
            let width = train.columns[Modality(modality)].sampleShape[0]
            let seen = values(train, modality)
            let asked = values(test, modality)
            var means = [[Double]](
                repeating: [Double](repeating: 0, count: width), count: data.signature.classes)
            var counts = [Double](repeating: 0, count: data.signature.classes)
            for row in 0..<train.count {
                let label = Int(train.labels[row])
                counts[label] += 1
                for d in 0..<width { means[label][d] += Double(seen[row * width + d]) }
            }
            for row in 0..<test.count {
                for label in means.indices {
                    for d in 0..<width {
                        let difference = Double(asked[row * width + d]) - means[label][d] / max(1, counts[label])
                        scores[row][label] -= difference * difference
                    }
                }
            }
        }
        let right = (0..<test.count).filter { row in
            scores[row].firstIndex(of: scores[row].max() ?? 0) == Int(test.labels[row])
        }.count
        return Double(right) / Double(test.count)
    }

    @Test func `redundant data is nearly solved by the nearest mean and dominated by the stronger signal`() throws {
        let data = try load(["train": 4000, "test": 4000])
        let joint = data.facts["bayes/joint"] ?? 0
        let a = data.facts["bayes/a"] ?? 0
        let b = data.facts["bayes/b"] ?? 0
        #expect(joint > a && a > b && b > 0.3)
        #expect(abs(nearestMean(data, ["a", "b"]) - joint) < 0.03)
        #expect(abs(nearestMean(data, ["a"]) - a) < 0.03)
        #expect(abs(nearestMean(data, ["b"]) - b) < 0.03)
    }

    @Test func `a scale multiplies signal and noise, and takes nothing from what a modality tells`() throws {
        let plain = try load(["train": 50])
        let scaled = try load(["train": 50, "scale": [0.25, 1]])
        #expect(values(scaled.part(.train), "a") == values(plain.part(.train), "a").map { $0 / 4 })
        #expect(values(scaled.part(.train), "b") == values(plain.part(.train), "b"))
        #expect(scaled.facts == plain.facts && scaled.part(.test).labels == plain.part(.test).labels)
    }

    @Test func `the mean distance of codes is that of the description`() throws {
        // Two classes, hardly any noise: the squared distance of two N(0, snr² I) codes in D dimensions is 2·D·snr².
        let data = try load(["classes": 2, "dimensions": [2000], "snr": [1, 0.5], "noise": 0.001])
        let part = data.part(.train)
        for (modality, signal) in [("a", 1.0), ("b", 0.5)] {
            let rows = values(part, modality)
            let other = part.labels.firstIndex { $0 != part.labels[0] } ?? 0
            let distance = (0..<2000).reduce(0.0) { sum, d in
                let difference = Double(rows[d] - rows[other * 2000 + d])
                return sum + difference * difference
            }
            #expect(abs(distance / (4000 * signal * signal) - 1) < 0.15)
        }
    }

    @Test func `in the unique regime only the first modality knows all`() throws {
        let data = try load(["regime": "unique", "classes": 3, "uniqueClasses": 3, "snr": [2], "noise": 1])
        #expect(data.signature.classes == 9)
        #expect((data.facts["bayes/a"] ?? 0) > 0.95)
        #expect(abs((data.facts["bayes/b"] ?? 0) - 1.0 / 3) < 0.05)
        #expect((data.facts["bayes/joint"] ?? 0) >= (data.facts["bayes/a"] ?? 1) - 0.01)
    }

    @Test func `in the complementary regime both are needed`() throws {
        let data = try load(["regime": "complementary", "classes": 3, "snr": [2], "noise": 1])
        #expect(data.signature.classes == 9)
        for name in ["a", "b"] { #expect(abs((data.facts["bayes/\(name)"] ?? 0) - 1.0 / 3) < 0.05) }
        #expect((data.facts["bayes/joint"] ?? 0) > 0.95)
    }

    @Test func `in the synergistic regime each modality alone is at chance`() throws {
        let data = try load(["regime": "synergistic", "classes": 4, "snr": [2], "noise": 1])
        for name in ["a", "b"] { #expect(abs((data.facts["bayes/\(name)"] ?? 0) - 0.25) < 0.04) }
        #expect((data.facts["bayes/joint"] ?? 0) > 0.95)
        let three = try load([
            "regime": "synergistic", "classes": 4, "snr": [2], "noise": 1, "modalities": ["a", "b", "c"],
        ])
        #expect((three.facts["bayes/joint"] ?? 0) > 0.9)
    }

    @Test func `the easy modality of easy-but-weak knows less than the hard one, a linear reader thinks otherwise`()
        throws
    {
        let data = try load([
            "regime": "easy-but-weak", "classes": 6, "dimensions": [32], "snr": [1], "noise": 1, "train": 2000,
        ])
        let hard = data.facts["bayes/a"] ?? 0
        let easy = data.facts["bayes/b"] ?? 0
        #expect(hard > 0.95)
        // About 0.6 of the rows plus chance on the rest.
        #expect(abs(easy - (0.6 + 0.4 / 6)) < 0.08)
        #expect((data.facts["bayes/joint"] ?? 0) >= hard - 0.01)
        #expect(nearestMean(data, ["b"]) > nearestMean(data, ["a"]))
    }

    @Test func `the spurious modality follows the label in training only`() throws {
        let data = try load([
            "regime": "spurious", "snr": [0.8, 2], "noise": 1, "spuriousShare": 0.9, "train": 4000, "test": 4000,
        ])
        #expect(abs((data.facts["bayes/b"] ?? 0) - 0.25) < 0.04)
        #expect(abs((data.facts["bayes/joint"] ?? 0) - (data.facts["bayes/a"] ?? 1)) < 1e-12)
        #expect(abs(nearestMean(data, ["b"]) - 0.25) < 0.05)
        let shown = LoadedDataset(
            classNames: data.signature.classNames, train: data.part(.train), validation: data.part(.validation),
            test: data.part(.train))
        #expect(nearestMean(shown, ["b"]) > 0.85)
    }

    @Test func `a fixed network changes the numbers, not the labels`() throws {
        let plain = try load([:]).part(.test)
        let bent = try load(["nonlinear": true]).part(.test)
        #expect(plain.labels == bent.labels)
        #expect(values(plain, "a") != values(bent, "a"))
        #expect(values(bent, "a").allSatisfy { $0.isFinite })
    }

    @Test func `the size of one split moves no row of another`() throws {
        let few = try load(["train": 10, "test": 50])
        let many = try load(["train": 500, "test": 60])
        #expect(values(few.part(.test), "b") == Array(values(many.part(.test), "b").prefix(50 * 16)))
        #expect(few.part(.train).labels == Array(many.part(.train).labels.prefix(10)))
    }

    @Test func `the data follows its own seed, and the run's only where asked`() throws {
        let one = try load([:], seed: 1).part(.train)
        #expect(values(one, "a") == values(try load([:], seed: 2).part(.train), "a"))
        #expect(values(one, "a") != values(try load(["seed": 1]).part(.train), "a"))
        let drawn = try load(["perSeed": true], seed: 1).part(.train)
        #expect(values(drawn, "a") != values(try load(["perSeed": true], seed: 2).part(.train), "a"))
        #expect(try datasets["latent"].dependsOnSeed(["perSeed": true]))
        #expect(try !datasets["latent"].dependsOnSeed([:]))
    }

    @Test(
        arguments: [
            ["modalities": []], ["modalities": ["a", "a"]], ["snr": [1, 1, 1]], ["dimensions": [0]], ["snr": [-1]],
            ["regime": "complementary", "classes": 100], ["regime": "easy-but-weak", "modalities": ["a"]],
            ["regime": "redundand"],
        ] as [ConfigValue])
    func `impossible descriptions are refused`(options: ConfigValue) throws {
        #expect(try !datasets["latent"].resolve(options).issues.isEmpty)
    }
}
