// SPDX-License-Identifier: Apache-2.0

import Tasks
import TestSupport
import Testing

@Suite struct `Several questions a sample` {
    static func several() throws -> LoadedDataset {
        try datasets["latent"].load(
            [
                "regime": "complementary", "several": true, "classes": 3, "dimensions": [6], "snr": [1], "train": 24,
                "validation": 12, "test": 12,
            ], DatasetContext(runSeed: 0, dataRoot: nil))
    }

    @Test func `every class is a question, and its answer stands in its row`() throws {
        let tiny = try TinyTask("multi-label", data: try Self.several())
        #expect(tiny.task.outputs == 12 && tiny.task.rows == .answers)
        let logits = try tiny.logits()
        #expect(logits.shape == Shape(12 * 6, 2))
        let targets = tiny.task.targets(tiny.batch)
        for row in 0..<12 {
            let own = (0..<6).filter { targets[row * 6 + $0] == 1 }.map { Int32($0) }
            #expect(own == tiny.data.part(.train).labelSets[row] && own.count == 2)
            #expect(tiny.task.sample(ofRow: row * 6 + 5, tiny.batch) == row)
        }
        // Shares of the fusion add up to the rows.
        let moment = tiny.begin()
        let whole = try #require(
            tiny.task.logits(tiny.model, moment.features, present: .all, tiny.batch, moment.context))
        let shares = try #require(tiny.task.shares(tiny.model, moment.features, tiny.batch, moment.context))
        for index in 0..<whole.shape.count {
            #expect(abs(whole.pointer[index] - shares.values.reduce(0) { $0 + $1.pointer[index] }) < 1e-4)
        }
    }

    @Test func `the loss is the binary cross-entropy of the difference`() throws {
        let tiny = try TinyTask("multi-label", data: try Self.several())
        let logits = try tiny.logits()
        let targets = tiny.task.targets(tiny.batch)
        var sum = 0.0
        for row in 0..<72 {
            let z = Double(logits.pointer[2 * row + 1] - logits.pointer[2 * row])
            sum += Elementary.log(1 + Elementary.exp(targets[row] == 1 ? -z : z))
        }
        #expect(abs(Double(tiny.loss(logits).scalar) - sum / 72) < 1e-5)
    }

    @Test func `label sets are needed`() throws {
        let reason = try tasks["multi-label"].misfit([:], try TinyTask("classification").data.signature)
        #expect(reason?.contains("one label a row") == true)
    }

    @Test func `numbers become levels, and what is told is their mean`() throws {
        let data = try datasets["sprites-tones"].load(
            ["train": 24, "validation": 6, "test": 6, "size": 8, "frames": 2, "soundFrames": 8, "frameSize": 4],
            DatasetContext(runSeed: 0, dataRoot: nil))
        let tiny = try TinyTask("prediction", ["levels": 4], data: data)
        #expect(tiny.task.outputs == 64)
        guard case .dense(let frames) = try #require(data.part(.train).targets[.frame]).column.values else { return }
        let targets = tiny.task.targets(tiny.batch)
        for place in 0..<12 * 16 { #expect(targets[place] == Int32(min(3, Int(frames[place] * 4)))) }
        // Logits that are sure of the right level: the error is at most half a level.
        let part = data.part(.test)
        var logits: [Float] = []
        guard case .dense(let truth) = try #require(part.targets[.frame]).column.values else { return }
        for value in truth { for level in 0..<4 { logits.append(min(3, Int(value * 4)) == level ? 100 : 0) } }
        let tape = Tape()
        var predictions = Predictions(options: 4)
        tiny.batch.load(part, Array(0..<6)[...])
        let node = tape.leaf(logits, Shape(96, 4))
        predictions.append(
            node, tiny.task.targets(tiny.batch),
            losses: tiny.task.losses(node, tiny.task.targets(tiny.batch), tiny.batch),
            tiny.batch)
        let metrics = tiny.task.metrics(predictions)
        #expect(metrics["mse"] ?? 1 <= 1.0 / 64 && metrics["psnr"] ?? 0 > 18)
        #expect(try #require(metrics["nll"]) < 1e-6)
        let trivial = tiny.task.trivial(train: data.part(.train), test: part)
        #expect(try #require(trivial["mse"]) > 0)
    }
}

@Suite struct `Metrics of texts and pictures` {
    @Test func `CIDEr-D of a case by hand`() {
        // Two pictures; "a" stands in the references of both and weighs 0, "dog" and "cat" weigh ln 2.
        func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
        let evidence = TextEvidence(
            hypotheses: [words("a dog"), words("a a")], references: [[words("a dog")], [words("a cat")]])
        let scores = Cider.scores(evidence)
        // Orders 1 and 2 agree, there are no longer n-grams: 10 · (1 + 1 + 0 + 0) / 4.
        #expect(abs(scores[0] - 5) < 1e-12 && scores[1] == 0)
        // A text of another length is damped by exp(−1/72); its unigrams are the reference's.
        let longer = Cider.scores(
            TextEvidence(hypotheses: [words("a dog a"), words("x")], references: [[words("a dog")], [words("a cat")]]))
        // Order 2: "a dog" of weight ln 2 twice on both sides, "dog a" weighs ln 2 in the text alone: 1/√2.
        let damping = Elementary.exp(-1.0 / 72)
        #expect(abs(longer[0] - 10 * (1 + 1 / 2.0.squareRoot()) / 4 * damping) < 1e-12)
    }

    @Test func `counts beyond the reference's do not help`() {
        func score(_ text: [String]) -> Double {
            Cider.scores(
                TextEvidence(hypotheses: [text, ["z"]], references: [[["dog", "runs"]], [["cat"]]]))[0]
        }
        #expect(score(["dog", "dog"]) < score(["dog", "runs"]))
    }

    @Test func `PSNR and SSIM of cases by hand`() {
        func evidence(_ truth: [Double], _ prediction: [Double], _ height: Int, _ width: Int) -> PictureEvidence {
            PictureEvidence(height: height, width: width, peak: 1, truth: truth, prediction: prediction)
        }
        // Every number is off by a tenth: MSE 0.01, 20 dB.
        let off = evidence([0.5, 0.5, 0.2, 0.1], [0.6, 0.4, 0.3, 0.2], 2, 2)
        #expect(abs(PictureErrors.meanSquared(off) - 0.01) < 1e-12 && abs(PictureErrors.signalToNoise(off) - 20) < 1e-9)
        let same = evidence([0.5, 0.5, 0.2, 0.1], [0.5, 0.5, 0.2, 0.1], 2, 2)
        #expect(PictureErrors.signalToNoise(same) == 100 && PictureErrors.structuralSimilarity(same) == 1)
        // One window of 3 × 3: means 1/9 and 2/9, variances 1/9 and 7/36 (n − 1), covariance 7/72.
        let a: [Double] = [1, 0, 0, 0, 0, 0, 0, 0, 0]
        let b: [Double] = [1, 1, 0, 0, 0, 0, 0, 0, 0]
        let (c1, c2) = (1e-4, 9e-4)
        let light = (2 * (1.0 / 9) * (2.0 / 9) + c1) / (1.0 / 81 + 4.0 / 81 + c1)
        let form = (2 * 7.0 / 72 + c2) / (1.0 / 9 + 7.0 / 36 + c2)
        #expect(abs(PictureErrors.structuralSimilarity(evidence(a, b, 3, 3)) - light * form) < 1e-12)
    }

    @Test func `nDCG of a ranking by hand`() {
        // Relevant items at ranks 1 and 3: (1 + 1/2) / (1 + 1/log₂ 3).
        let evidence = RankingEvidence(
            similarity: [0.9, 0.5, 0.3], items: 3, place: [0, 1, 2], relevant: [[0, 2]])
        #expect(abs(DiscountedGain.normalized(evidence) - 1.5 / (1 + Elementary.log(2) / Elementary.log(3))) < 1e-12)
    }

    @Test func `a random ranking finds one of R right items among G as chance says`() throws {
        let tiny = try TinyTask("retrieval")
        let part = tiny.data.part(.test)
        let chance = tiny.task.trivial(train: tiny.data.part(.train), test: part)
        let expected = part.labels.reduce(0.0) { sum, label in
            sum + Double(part.labels.filter { $0 == label }.count) / Double(part.count) / Double(part.count)
        }
        #expect(abs(try #require(chance["recall@1"]) - expected) < 1e-12)
        #expect(chance["recall@10"] ?? 0 > chance["recall@5"] ?? 1)
    }
}
