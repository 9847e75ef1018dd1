// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

@Suite struct `Targets of generated data` {
    func load(_ id: String, _ options: ConfigValue) throws -> LoadedDataset {
        try datasets[id].load(options, DatasetContext(runSeed: 0, dataRoot: nil))
    }

    func sentences(_ part: DatasetPart, _ data: LoadedDataset) throws -> [String] {
        let column = try #require(part.targets[.sequence]?.column)
        guard case .tokens(let ids) = column.values else { return [] }
        let length = column.sampleShape[0]
        return stride(from: 0, to: ids.count, by: length).map { start in
            ids[start..<start + length].filter { $0 > 0 }.map { column.words[Int($0)] }.joined(separator: " ")
        }
    }

    @Test func `a latent label is spelled factor by factor`() throws {
        let data = try load(
            "latent", ["regime": "complementary", "classes": 3, "train": 40, "validation": 4, "test": 4])
        let part = data.part(.train)
        let wanted = part.labels.map { "a is v\($0 / 3) and b is v\($0 % 3)" }
        #expect(try sentences(part, data) == wanted)
        #expect(part.targets[.sequence]?.items == part.labels && part.items == part.labels)
    }

    @Test func `rows of one label have embeddings around one code`() throws {
        let data = try load(
            "latent", ["train": 300, "validation": 4, "test": 4, "targetWidth": 50, "targetNoise": 0.1])
        let target = try #require(data.part(.train).targets[.gallery])
        guard case .dense(let values) = target.column.values else { return }
        func distance(_ a: Int, _ b: Int) -> Float {
            (0..<50).reduce(0) {
                $0 + (values[a * 50 + $1] - values[b * 50 + $1]) * (values[a * 50 + $1] - values[b * 50 + $1])
            }
        }
        for row in 1..<60 {
            let isSame = target.items[row] == target.items[0]
            // 50 · 2 · 0.01 = 1 against 50 · 2 = 100.
            #expect(isSame ? distance(0, row) < 3 : distance(0, row) > 20)
        }
    }

    @Test func `a scene is described and drawn once more`() throws {
        let data = try load("shapes-captions", ["train": 30, "validation": 4, "test": 4, "label": "shape-color"])
        let part = data.part(.train)
        let said = try sentences(part, data)
        for (row, sentence) in said.enumerated() {
            #expect(sentence.contains(data.signature.classNames[Int(part.labels[row])]), "\(sentence)")
            #expect(sentence.split(separator: " ").count == 7)
        }
        for a in said.indices {
            for b in said.indices { #expect((said[a] == said[b]) == (part.items[a] == part.items[b])) }
        }
        guard case .dense(let noisy) = part.columns.values[0].values,
            case .dense(let clean) = try #require(part.targets[.gallery]).column.values
        else { return }
        #expect(noisy.count == clean.count && noisy != clean)
    }

    @Test func `a modality can be made the target`() throws {
        let data = try load("shapes-captions", ["train": 30, "validation": 4, "test": 4])
        let moved = data.retargeted(Modality("text"), as: .gallery)
        #expect(moved.signature.modalities == [Modality("image")])
        #expect(moved.signature.targets[.gallery]?.kind == .text)
        #expect(moved.part(.test).targets[.gallery]?.items == data.part(.test).items)
        #expect(moved.part(.test).targets[.sequence] != nil)
    }
}
