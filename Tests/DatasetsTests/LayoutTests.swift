// SPDX-License-Identifier: Apache-2.0

import Datasets
import Documents
import Foundation
import TestSupport
import Testing

/// Data sets laid out as the field lays them out.
@Suite struct `Layouts` {
    func dense(_ part: DatasetPart, _ modality: Int = 0) -> [Float] {
        if case .dense(let values) = part.columns.values[modality].values { values } else { [] }
    }

    @Test func `WebDataset shards are read as they are`() throws {
        let manifest = """
            shards: {train: "train-*.tar", val: val.tar, test: [test.tar]}
            label: cls
            modalities:
              image: {kind: image, column: png}
              text: {kind: text, column: json.caption, words: 3}
            """
        func shard(_ samples: [(key: String, label: String, caption: String)]) -> [UInt8] {
            MediaFiles.tar(
                samples.flatMap { sample in
                    [
                        ("a/\(sample.key).png", MediaFiles.png), ("a/\(sample.key).cls", Array(sample.label.utf8)),
                        ("a/\(sample.key).json", Array("{\"caption\": \"\(sample.caption)\", \"n\": 1}".utf8)),
                    ]
                })
        }
        let shelf = try Shelf(manifest)
        try shelf.put("train-000.tar", shard([("0", "3", "one two"), ("1", "5", "two")]))
        try shelf.put("train-001.tar", shard([("0", "3", "three")]))
        try shelf.put("val.tar", shard([("0", "5", "one")]))
        try shelf.put("test.tar", shard([("0", "3", "four")]))
        let data = try shelf.load()
        #expect(Split.allCases.map { data.part($0).count } == [3, 1, 1])
        #expect(data.signature.classNames == ["3", "5"] && data.part(.train).labels == [0, 1, 0])
        #expect(data.signature.columns.values[0].sampleShape == [6, 8, 3])
        #expect(dense(data.part(.test)) == MediaFiles.pixels.map { Float($0) / 255 })
        #expect(data.signature.columns.values[1].words == ["", "<unknown>", "one", "three", "two"])
        let digest = try shelf.digest()
        try shelf.put("test.tar", shard([("0", "3", "five")]))
        #expect(try shelf.digest() != digest)
        try shelf.put("train-002.tar", MediaFiles.tar([("../x.png", [])]))
        #expect(shelf.complaint().contains("leaves it"))
    }

    @Test func `lists of a split each, without a header, with another separator`() throws {
        let manifest = """
            tables: {train: trainSet.txt, val: valSet.txt, test: testSet.txt}
            separator: "&"
            columns: [category, clip, quality]
            label: category
            group: clip
            modalities:
              video: {kind: video, column: clip, path: "AVE/{}.mkv", size: [4, 4], clip: 2, channels: 1}
              audio: {kind: audio, column: clip, path: "audio/{}.flac", bands: 8, frames: 4}
            """
        let shelf = try Shelf(manifest)
        try shelf.put("trainSet.txt", Array("Church bell&a&good\nMale speech&b&good\n".utf8))
        try shelf.put("valSet.txt", Array("Church bell&c&good\n".utf8))
        try shelf.put("testSet.txt", Array("Male speech&d&good\n".utf8))
        for name in ["a", "b", "c", "d"] {
            try shelf.put("AVE/\(name).mkv", MediaFiles.matroska)
            try shelf.put("audio/\(name).flac", MediaFiles.flac)
        }
        let data = try shelf.load()
        #expect(data.signature.classNames == ["Church bell", "Male speech"])
        #expect(data.signature.columns.map(\.sampleShape).values == [[2, 4, 4, 1], [4, 8, 1]])
        // Red, then blue, as brightness.
        let frames = dense(data.part(.test))
        #expect(abs(frames[0] - 76 / 255) < 0.02 && abs(frames[16] - 29 / 255) < 0.02)
        try shelf.put("valSet.txt", Array("Church bell&a&good\n".utf8))
        #expect(shelf.complaint().contains("has rows of the clip 'a' in train and in val"))
    }

    @Test func `a label may be the folder, features a file each`() throws {
        let manifest = """
            label: file
            labelFolder: true
            modalities:
              x: {kind: features, column: file, path: "{}.npy", standardize: false}
            """
        let table = "file,split\ndog/1,train\ncat/2,train\ndog/3,val\ncat/4,test\n"
        let shelf = try Shelf(manifest, table: table)
        for (number, name) in ["dog/1", "cat/2", "dog/3", "cat/4"].enumerated() {
            try shelf.put("\(name).npy", `A described folder`.matrix([Float(number), 7], "(2,)"))
        }
        let data = try shelf.load()
        #expect(data.signature.classNames == ["cat", "dog"] && data.part(.train).labels == [1, 0])
        #expect(dense(data.part(.test)) == [3, 7])
        try shelf.put("dog/3.npy", `A described folder`.matrix([1], "(1,)"))
        #expect(shelf.complaint().hasPrefix("dog/3.npy: has the shape [1], others have [2]"))
    }

    @Test func `a table without splits and labels is drawn from`() throws {
        let manifest = "split: ''\nlabel: ''\nitem: name\nmodalities:\n  words: {kind: text, column: text, words: 2}\n"
        let rows = (0..<50).map { "word\($0),n\($0 / 2)" }
        let data = try Shelf(manifest, table: "text,name\n" + rows.joined(separator: "\n")).load()
        #expect(Split.allCases.map { data.part($0).count } == [36, 4, 10])
        #expect(data.signature.classNames == ["all"])
        let items = Split.allCases.flatMap { data.part($0).items }
        #expect(Set(items).count == 25)
    }

    @Test func `several texts of an item all count as right`() throws {
        let manifest = """
            modalities:
              x: {kind: features, array: x.npy}
            targets:
              sequence: {kind: text, column: caption, table: captions.csv, key: name, words: 3}
            """
        let shelf = try Shelf(manifest, table: "name,split,label\na,train,0\nb,train,1\nc,val,0\nd,test,1\n")
        try shelf.put("x.npy", `A described folder`.matrix([1, 2, 3, 4], "(4, 1)"))
        try shelf.put("captions.csv", Array("name,caption\na,One two\na,two\nb,one\nc,two\nd,three\nd,four one\n".utf8))
        let target = try #require(try shelf.load().part(.test).targets[.sequence])
        #expect(target.references == [[["three"], ["four", "one"]]])
        guard case .tokens(let tokens) = target.column.values else { return }
        #expect(tokens == [1, 0, 0] && target.column.words == ["", "<unknown>", "one", "two"])
        try shelf.put("captions.csv", Array("name,caption\na,One\nb,one\nc,two\n".utf8))
        #expect(shelf.complaint() == "captions.csv: has no row whose name is 'd'")
        let wrong = try Shelf(manifest.replacingOccurrences(of: "sequence:", with: "sequense:"))
        #expect(wrong.complaint().contains("unknown target 'sequense'; did you mean 'sequence'?"))
    }

    static let templates =
        (try? FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appendingPathComponent("Suites/data/templates").path))?.sorted() ?? []

    @Test func `there are templates of the field's data sets`() { #expect(Self.templates.count == 8) }

    @Test(arguments: templates)
    func `a template is well-formed and asks for its data`(name: String) throws {
        let path = Repository.root.appendingPathComponent("Suites/data/templates/\(name)").path
        do {
            _ = try datasets["folder"].load(
                ["manifest": .string(path)], DatasetContext(runSeed: 0, dataRoot: "/nowhere"))
            Issue.record("there is no such data here")
        } catch {
            #expect("\(error)".contains("below the data folder"), "\(error)")
        }
    }
}
