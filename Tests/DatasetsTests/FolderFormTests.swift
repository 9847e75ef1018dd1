// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import TestSupport
import Testing

@Suite struct `Forms of a folder` {
    func dense(_ part: DatasetPart, _ modality: Int = 0) -> [Float] {
        if case .dense(let values) = part.columns.values[modality].values { values } else { [] }
    }

    func tokens(_ part: DatasetPart, _ modality: Int = 0) -> [Int32] {
        if case .tokens(let ids) = part.columns.values[modality].values { ids } else { [] }
    }

    @Test(arguments: ["metadata.csv", "metadata.jsonl", "items.jsonl"])
    func `the table is found by itself`(name: String) throws {
        let lines = #"""
            {"split": "train", "label": 0, "text": "One two"}
            {"split": "train", "label": 1, "text": "two three"}
            {"split": "val", "label": 1, "text": "four"}
            {"split": "test", "label": 0, "text": "two"}
            """#
        let table = name.hasSuffix("csv") ? `A described folder`.small : lines
        let data = try Shelf(`A described folder`.text, table: table, as: name).load()
        #expect(Split.allCases.map { data.part($0).count } == [2, 1, 1])
        #expect(throws: (any Error).self) {
            _ = try Shelf("table: other.csv\n" + `A described folder`.text, table: table, as: name).load()
        }
    }

    @Test func `an item may lack a modality, which counts for nothing in the statistics`() throws {
        let manifest = """
            modalities:
              x: {kind: features, array: x.npy, row: x}
              words: {kind: text, column: text, words: 2}
            """
        let table = "split,label,x,text\ntrain,a,0,one\ntrain,b,,two\ntrain,a,1,\nval,b,2,one\ntest,a,,two\n"
        let shelf = try Shelf(manifest, table: table)
        try shelf.put("x.npy", `A described folder`.matrix([1, 3, 2], "(3, 1)"))
        let data = try shelf.load()
        #expect(data.part(.train).present == [0b11, 0b10, 0b01])
        #expect(data.part(.validation).present.isEmpty && data.part(.test).present == [0b10])
        // Mean 2 and deviation 1 of the two rows that are there; the absent row is 0.
        #expect(dense(data.part(.train)) == [-1, 0, 1] && dense(data.part(.validation)) == [0])
        #expect(data.part(.train).has(0, 0) && !data.part(.train).has(0, 1))
    }

    @Test func `a file that is not there is an error, or an absent modality where that is said`() throws {
        let manifest = "modalities:\n  x: {kind: image, column: file, size: [2, 2]OPTIONAL}\n"
        let table = "split,label,file\ntrain,a,1.ppm\ntrain,b,2.ppm\nval,a,1.ppm\ntest,b,1.ppm\n"
        let strict = try Shelf(manifest.replacingOccurrences(of: "OPTIONAL", with: ""), table: table)
        try strict.put("1.ppm", MediaFiles.ppm)
        #expect(strict.complaint().hasPrefix("2.ppm: there is no such file"))
        let lenient = try Shelf(manifest.replacingOccurrences(of: "OPTIONAL", with: ", optional: true"), table: table)
        try lenient.put("1.ppm", MediaFiles.ppm)
        let data = try lenient.load()
        #expect(data.part(.train).present == [1, 0])
        #expect(dense(data.part(.train)).suffix(12).allSatisfy { $0 == 0 })
    }

    @Test func `texts lie in files, and have byte pairs of train alone`() throws {
        let manifest = "modalities:\n  words: {kind: text, column: file, textFile: true, words: 6, merges: 2}\n"
        let shelf = try Shelf(
            manifest, table: "split,label,file\ntrain,0,a.txt\ntrain,1,b.txt\nval,0,c.txt\ntest,1,c.txt\n")
        try shelf.put("a.txt", Array("abab ab".utf8))
        try shelf.put("b.txt", Array("ab\n".utf8))
        try shelf.put("c.txt", Array("abz".utf8))
        let data = try shelf.load()
        // Pairs: "a +b" stands three times at the beginning of words and once inside; "+a +b" once, so only one merge
        // is of a pair that stands twice.
        #expect(data.signature.columns.values[0].words == ["", "<unknown>", "+a", "+b", "a", "ab"])
        // abab → ab +a +b; ab.
        #expect(tokens(data.part(.train)) == [5, 2, 3, 5, 0, 0, 5, 0, 0, 0, 0, 0])
        #expect(tokens(data.part(.test)) == [5, 1, 0, 0, 0, 0])
        #expect(PairVocabulary.text(["ab", "+a", "+b", "ab"]) == ["abab", "ab"])
    }

    @Test func `learned pairs are joined in the order in which they were learned`() {
        let vocabulary = PairVocabulary([["low", "low", "lower", "lowest", "slow"]], merges: 3)
        // +o +w stands five times, then l +ow four times, then low +e twice.
        #expect(
            vocabulary.words.contains("+ow") && vocabulary.words.contains("low") && vocabulary.words.contains("lowe"))
        #expect(vocabulary.encode(["low"], length: 2) == [Int32(vocabulary.words.firstIndex(of: "low") ?? -1), 0])
    }

    @Test func `a vocabulary that comes along fixes the numbers`() throws {
        let manifest = "modalities:\n  words: {kind: text, column: text, words: 3, vocabulary: words.txt}\n"
        let table = "split,label,text\ntrain,0,b a\ntrain,1,a\nval,0,b\ntest,1,a b a b\n"
        let shelf = try Shelf(manifest, table: table)
        try shelf.put("words.txt", Array("\nb\na\n".utf8))
        let data = try shelf.load()
        #expect(tokens(data.part(.train)) == [1, 2, 0, 2, 0, 0] && tokens(data.part(.test)) == [2, 1, 2])
        try shelf.put("words.txt", Array("\nb\n".utf8))
        #expect(shelf.complaint().contains("has a word that words.txt does not know"))
        try shelf.put("words.txt", Array("b\na\n".utf8))
        #expect(shelf.complaint().hasPrefix("words.txt: must hold different words"))
    }

    @Test func `frames lie in a folder, in order of their numbers`() throws {
        let manifest = "modalities:\n  clip: {kind: video, column: clip, clip: 2, channels: 1}\n"
        let shelf = try Shelf(manifest, table: "split,label,clip\ntrain,a,x\ntrain,b,x\nval,a,x\ntest,b,x\n")
        for (name, level) in [("9", 10), ("10", 200)] {
            try shelf.put(
                "x/\(name).png",
                try MediaWriter.png([UInt8](repeating: UInt8(level), count: 4), height: 2, width: 2, channels: 1))
        }
        let data = try shelf.load()
        #expect(data.signature.columns.values[0].sampleShape == [2, 2, 2, 1])
        #expect(
            dense(data.part(.test)) == [Float](repeating: 10 / 255, count: 4) + [Float](repeating: 200 / 255, count: 4))
        #expect(try shelf.digest() != "")
    }

    @Test func `features come from a weights file`() throws {
        let manifest = "modalities:\n  x: {kind: features, array: x.safetensors/b, standardize: false}\n"
        let shelf = try Shelf(manifest, table: "split,label\ntrain,a\ntrain,b\nval,a\ntest,b\n")
        try shelf.put(
            "x.safetensors",
            [UInt8](
                SafeTensors.write([
                    NamedTensor(name: "a", shape: [1], values: [9]),
                    NamedTensor(name: "b", shape: [4, 1], values: [1, 2, 3, 4]),
                ])))
        #expect(dense(try shelf.load().part(.test)) == [4])
        let other = try Shelf(
            manifest.replacingOccurrences(of: "/b", with: "/c"), table: "split,label\ntrain,a\ntrain,b\nval,a\ntest,b\n"
        )
        try other.put("x.safetensors", [UInt8](SafeTensors.write([NamedTensor(name: "a", shape: [1], values: [9])])))
        #expect(other.complaint().contains("has no tensor 'c' (it has: a)"))
    }

    @Test func `a row may have several labels`() throws {
        let manifest = "labelSeparator: \"|\"\n" + `A described folder`.text
        let table = "split,label,text\ntrain,a|b,one\ntrain,c,two\nval,b|c,one\ntest,a|c,two\n"
        let data = try Shelf(manifest, table: table).load()
        #expect(data.signature.hasLabelSets && data.signature.classNames == ["a", "b", "c"])
        #expect(data.part(.train).labelSets == [[0, 1], [2]] && data.part(.test).labelSets == [[0, 2]])
    }

    @Test func `classes in a given order, and none besides`() throws {
        let table = "split,label,text\ntrain,b,one\ntrain,a,two\nval,b,one\ntest,a,two\n"
        let data = try Shelf("classes: [b, a, z]\n" + `A described folder`.text, table: table).load()
        #expect(data.signature.classNames == ["b", "a", "z"] && data.part(.train).labels == [0, 1])
        #expect(
            try Shelf("classes: [b]\n" + `A described folder`.text, table: table).complaint()
                .contains("has the label 'a', which 'classes' does not name"))
    }

    @Test func `what was prepared is kept by content, and a damaged entry is made again`() throws {
        let manifest = "modalities:\n  x: {kind: image, column: file}\n"
        let table = "split,label,file\ntrain,a,1.ppm\ntrain,b,2.ppm\nval,a,1.ppm\ntest,b,2.ppm\n"
        let shelf = try Shelf(manifest, table: table)
        try shelf.put("1.ppm", MediaFiles.ppm)
        try shelf.put("2.ppm", MediaFiles.ppm)
        let cache = shelf.root.appendingPathComponent("cache")
        let context = DatasetContext(runSeed: 0, dataRoot: nil, preparedCache: cache.path)
        func load() throws -> LoadedDataset { try datasets["folder"].load(shelf.options, context) }
        let first = try load()
        func entries() -> [String] {
            let walker = FileManager.default.enumerator(atPath: cache.appendingPathComponent("items").path)
            return (walker?.allObjects as? [String] ?? []).filter { $0.utf8.count > 60 }
        }
        #expect(entries().count == 1)
        let entry = cache.appendingPathComponent("items/\(entries()[0])")
        #expect(dense(try load().part(.test)) == dense(first.part(.test)))
        var bytes = [UInt8](try Data(contentsOf: entry))
        bytes[40] ^= 1
        try Data(bytes).write(to: entry)
        #expect(dense(try load().part(.test)) == dense(first.part(.test)))
        // Another picture is another entry; the same numbers come without a cache.
        var other = MediaFiles.ppm
        other[other.count - 1] = 7
        try shelf.put("2.ppm", other)
        let second = try load()
        #expect(entries().count == 2 && dense(second.part(.test)).last == 7 / 255)
        #expect(dense(second.part(.train)) == dense(try shelf.load().part(.train)))
    }

    @Test func `rows are varied by a key alone`() throws {
        let manifest = "modalities:\n  x: {kind: image, column: file, augment: {crop: 1, flip: true}}\n"
        let shelf = try Shelf(
            manifest, table: "split,label,file\ntrain,a,1.ppm\ntrain,b,1.ppm\nval,a,1.ppm\ntest,b,1.ppm\n")
        try shelf.put("1.ppm", MediaFiles.ppm)
        let data = try shelf.load()
        let variation = try #require(data.part(.train).columns.values[0].augmentation)
        #expect(data.part(.test).columns.values[0].augmentation == nil)
        func varied(_ key: Int) -> [Float] {
            var row = Array(dense(data.part(.train)).prefix(144))
            row.withUnsafeMutableBufferPointer {
                if let base = $0.baseAddress { variation.apply(base, [6, 8, 3], .image, RandomKey(seed: key)) }
            }
            return row
        }
        #expect(varied(1) == varied(1))
        let seen = Set((0..<60).map(varied))
        // 3 × 3 places, mirrored or not.
        #expect(seen.count > 10 && seen.count <= 18)
        let wrong = try Shelf(
            manifest.replacingOccurrences(of: "crop: 1", with: "timeMask: 3"), table: "split,label,file\n")
        #expect(wrong.complaint().contains("'timeMask' and 'bandMask' are for sound"))
    }

    @Test func `a part of a spectrogram is hidden`() throws {
        var row = [Float](repeating: 1, count: 10 * 4)
        var options = Augmentation()
        options.timeMask = 3
        options.bandMask = 2
        var most = 0
        for key in 0..<50 {
            var varied = row
            varied.withUnsafeMutableBufferPointer {
                if let base = $0.baseAddress { options.apply(base, [10, 4, 1], .spectrogram, RandomKey(seed: key)) }
            }
            let frames = (0..<10).filter { frame in (0..<4).allSatisfy { varied[frame * 4 + $0] == 0 } }
            let bands = (0..<4).filter { band in (0..<10).allSatisfy { varied[$0 * 4 + band] == 0 } }
            #expect(frames.count <= 3 && bands.count <= 2)
            if let first = frames.first, let last = frames.last { #expect(last - first + 1 == frames.count) }
            most = max(most, frames.count)
        }
        #expect(most == 3)
        row[0] = 0
    }

    @Test func `a folder without a manifest is read as its files suggest`() throws {
        let shelf = try Shelf(
            "",
            table:
                "split,label,file,caption\ntrain,a,1,one two three\ntrain,b,2,four five six\nval,a,1,one of two\ntest,b,2,six of one\n",
            as: "pairs.csv")
        try FileManager.default.removeItem(at: shelf.root.appendingPathComponent("dataset.yaml"))
        for name in ["1", "2"] { try shelf.put("photos/\(name).ppm", MediaFiles.ppm) }
        let context = DatasetContext(runSeed: 0, dataRoot: nil)
        // .ppm is none of the endings that are guessed.
        let found = try DatasetInspection(folder: shelf.root.path, context)
        #expect(found.modalities.map(\.name) == ["caption"])
        for name in ["1", "2"] { try shelf.put("photos/\(name).png", MediaFiles.png) }
        let more = try DatasetInspection(folder: shelf.root.path, context)
        #expect(more.modalities.map(\.name) == ["file", "caption"] && more.modalities[0].kind == "image")
        // Each picture stands in train and in another split.
        #expect(more.problems.contains { $0.contains("photos/1.png stands in train and in validation") })
        #expect(more.notes.contains { $0.contains("there is no dataset.yaml") })
        #expect(more.sheets.count == 1)
    }

    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `the real folders are read as they are`() throws {
        let root = try #require(Repository.shared).appendingPathComponent("data").path
        let context = DatasetContext(runSeed: 0, dataRoot: nil)
        let flickr = try DatasetInspection(folder: root + "/flickr8k-mini", context)
        #expect(flickr.splits.map(\.rows) == [700, 100, 200])
        #expect(Set(flickr.modalities.map(\.name)) == ["image", "text", "text_masked"])
        #expect(flickr.balance.map(\.label) == ["adult", "child", "dog", "other"])
        #expect(flickr.problems.isEmpty && flickr.checkedFiles == 1003, "\(flickr.problems)")
        let grid = try DatasetInspection(folder: root + "/grid-av-clips", context)
        #expect(grid.modalities.map(\.kind).sorted() == ["spectrogram", "text", "video", "video"])
    }
}
