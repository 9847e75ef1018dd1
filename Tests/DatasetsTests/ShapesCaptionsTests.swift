// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

@Suite struct `Shapes and captions` {
    func load(_ options: ConfigValue, seed: Int = 0) throws -> LoadedDataset {
        try datasets["shapes-captions"].load(options, DatasetContext(runSeed: seed, dataRoot: nil))
    }

    func pixels(_ part: DatasetPart) -> [Float] {
        if case .dense(let values) = part.columns[ShapesCaptions.image].values { values } else { [] }
    }

    func captions(_ part: DatasetPart) -> [String] {
        guard case .tokens(let ids) = part.columns[ShapesCaptions.text].values else { return [] }
        let length = part.columns[ShapesCaptions.text].sampleShape[0]
        return (0..<part.count).map { CaptionGrammar.text(ids[$0 * length..<($0 + 1) * length]) }
    }

    @Test func `clean captions name what the class says`() throws {
        let data = try load([
            "label": "shape-color", "wrongWords": 0, "absentWords": 0, "synonyms": 0, "shapes": 6, "colors": 8,
        ])
        #expect(data.signature.classes == 48)
        #expect(data.facts["bayes/text"] == 1)
        let part = data.part(.train)
        for (caption, label) in zip(captions(part), part.labels) {
            #expect(caption.contains(data.signature.classNames[Int(label)]), "\(caption)")
        }
    }

    @Test func `wrong and absent words are as frequent as asked`() throws {
        let data = try load(["wrongWords": 0.3, "absentWords": 0.2, "synonyms": 0, "train": 8000, "size": 8])
        let part = data.part(.train)
        var right = 0.0
        var unnamed = 0.0
        for (caption, label) in zip(captions(part), part.labels) {
            let words = caption.split(separator: " ").map(String.init)
            if words.contains(data.signature.classNames[Int(label)]) { right += 1 }
            if words.contains(CaptionGrammar.unnamed) { unnamed += 1 }
        }
        #expect(abs(right / 8000 - 0.5) < 0.02)
        #expect(abs(unnamed / 8000 - 0.2) < 0.02)
        #expect(abs((data.facts["bayes/text"] ?? 0) - 0.55) < 1e-12)
    }

    @Test func `synonyms replace words and stay within the vocabulary`() throws {
        let data = try load(["synonyms": 1, "wrongWords": 0, "absentWords": 0])
        let words = Set(captions(data.part(.train)).joined(separator: " ").split(separator: " ").map(String.init))
        #expect(words.isDisjoint(with: CaptionGrammar.shapes))
        #expect(words.contains("disc") && words.contains("crimson"))
        #expect(words.isSubset(of: CaptionGrammar.words))
        #expect(Set(CaptionGrammar.words).count == CaptionGrammar.words.count)
        #expect(data.signature.columns[ShapesCaptions.text].vocabulary == CaptionGrammar.words.count + 1)
    }

    @Test func `colours are to be seen where the shape is`() throws {
        let data = try load([
            "label": "color", "imageNoise": 0, "colorJitter": 0, "colors": 3, "shapes": 2, "train": 200,
        ])
        let part = data.part(.train)
        let values = pixels(part)
        #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 && ($0 * 255).rounded() / 255 == $0 })
        let size = 32 * 32 * 3
        for row in 0..<part.count {
            var sums = [Float](repeating: 0, count: 3)
            for index in 0..<size { sums[index % 3] += values[row * size + index] }
            // The ground is grey, so the strongest channel is the shape's.
            #expect(sums.firstIndex(of: sums.max() ?? 0) == Int(part.labels[row]))
        }
    }

    @Test func `occlusion hides most of the shape and nothing else`() throws {
        func deviation(_ occlusion: Double) throws -> Float {
            let values = pixels(
                try load(["imageNoise": 0, "occlusion": .double(occlusion), "colorJitter": 0]).part(.train))
            let size = 32 * 32 * 3
            return stride(from: 0, to: values.count, by: size).reduce(Float(0)) { sum, start in
                sum + values[start..<start + size].reduce(Float(0)) { $0 + abs($1 - values[start]) }
            }
        }
        let ratio = try deviation(1) / deviation(0)
        #expect(ratio > 0.25 && ratio < 0.5, "\(ratio)")
    }

    @Test func `options of the caption move no pixel and those of the picture no word`() throws {
        let plain = try load([:]).part(.test)
        let mumbled = try load(["wrongWords": 0.5, "train": 100]).part(.test)
        let blurred = try load(["imageNoise": 0.5, "occlusion": 0.5]).part(.test)
        #expect(pixels(plain) == pixels(mumbled))
        #expect(captions(plain) == captions(blurred))
        #expect(captions(plain) != captions(mumbled))
        #expect(pixels(plain) != pixels(blurred))
        #expect(plain.labels == mumbled.labels)
    }

    @Test func `more wrong and absent words than words are refused`() throws {
        #expect(try !datasets["shapes-captions"].resolve(["wrongWords": 0.6, "absentWords": 0.5]).issues.isEmpty)
    }
}
