// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

/// A data set on disk that a test writes itself and takes away with it.
final class Shelf {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-shelf-\(UUID().uuidString)")

    init(_ manifest: String, table: String = "", as name: String = "items.csv") throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try put("dataset.yaml", Array(manifest.utf8))
        if !table.isEmpty { try put(name, Array(table.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func put(_ name: String, _ bytes: [UInt8]) throws {
        let file = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    var options: ConfigValue { ["manifest": .string(root.appendingPathComponent("dataset.yaml").path)] }

    func load(dataRoot: String? = nil) throws -> LoadedDataset {
        try datasets["folder"].load(options, DatasetContext(runSeed: 0, dataRoot: dataRoot))
    }

    func digest() throws -> String {
        try datasets["folder"].digest(options, DatasetContext(runSeed: 0, dataRoot: nil))
    }

    /// What loading says when it fails, on one line.
    func complaint(dataRoot: String? = nil) -> String {
        do {
            _ = try load(dataRoot: dataRoot)
            return "nothing"
        } catch {
            return "\(error)"
        }
    }
}

@Suite struct `A described folder` {
    static let text = "modalities:\n  words: {kind: text, column: text, words: 4}\n"
    static let features = "modalities:\n  x: {kind: features, array: x.npy}\n"
    static let small = "split,label,text\ntrain,0,One two\ntrain,1,two three\nval,1,four\ntest,0,two\n"

    /// A matrix of float32 as NumPy writes it.
    static func matrix(_ values: [Float], _ shape: String) -> [UInt8] {
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }"
        while (header.utf8.count + 11) % 64 != 0 { header += " " }
        header += "\n"
        let length = UInt16(header.utf8.count)
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(header.utf8)
            + values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
    }

    @Test func `words are numbered from train alone`() throws {
        let data = try Shelf(Self.text, table: Self.small).load()
        func tokens(_ split: Split) -> [Int32] {
            if case .tokens(let ids) = data.part(split).columns.values[0].values { ids } else { [] }
        }
        // one, three, two by alphabet from 2; 1 is a word that train does not have, 0 is padding.
        #expect(tokens(.train) == [2, 4, 0, 0, 4, 3, 0, 0])
        #expect(tokens(.validation) == [1, 0, 0, 0])
        #expect(tokens(.test) == [4, 0, 0, 0])
        #expect(data.signature.columns.values[0].vocabulary == 5)
    }

    @Test func `the same table as JSON lines gives the same data`() throws {
        let lines = """
            {"split": "train", "label": 0, "text": "One two"}
            {"split": "train", "label": 1, "text": "two three"}

            {"label": 1, "split": "val", "text": "four"}
            {"split": "test", "label": 0, "text": "two"}
            """
        let data = try Shelf("table: items.jsonl\n" + Self.text, table: lines, as: "items.jsonl").load()
        let other = try Shelf(Self.text, table: Self.small).load()
        #expect(data.signature == other.signature)
        for split in Split.allCases { #expect(data.part(split).labels == other.part(split).labels) }
    }

    @Test func `features are standardized with the statistics of train`() throws {
        let shelf = try Shelf(Self.features, table: "split,label\ntrain,a\ntrain,b\nval,a\ntest,b\n")
        try shelf.put("x.npy", Self.matrix([1, 5, 3, 5, 5, 5, 2, 9], "(4, 2)"))
        let data = try shelf.load()
        func values(_ split: Split) -> [Float] {
            if case .dense(let values) = data.part(split).columns.values[0].values { values } else { [] }
        }
        #expect(values(.train) == [-1, 0, 1, 0])
        #expect(values(.validation) == [3, 0])
        #expect(values(.test) == [0, 0])
        #expect(data.signature.classNames == ["a", "b"])
    }

    @Test func `a validation split is carved from train, in equal shares of each class`() throws {
        let rows = (0..<200).map { "train,\($0 % 4),word\($0)" } + ["test,0,x", "test,1,y"]
        let data = try Shelf(Self.text, table: "split,label,text\n" + rows.joined(separator: "\n")).load()
        #expect(data.part(.train).count == 180)
        let carved = data.part(.validation)
        for label in 0..<4 { #expect(carved.labels.filter { $0 == Int32(label) }.count == 5) }
        let ids = Split.allCases.flatMap { data.part($0).ids }
        #expect(Set(ids).count == 202)
    }

    @Test func `a carved split takes whole groups`() throws {
        let rows = (0..<200).map { "train,\($0 % 4),word,g\($0 / 10)" } + ["test,0,x,t"]
        let manifest = "group: who\n" + Self.text
        let data = try Shelf(manifest, table: "split,label,text,who\n" + rows.joined(separator: "\n")).load()
        #expect(data.part(.validation).count == 20)
        let places = Set(data.part(.validation).ids.compactMap { Int($0.dropFirst(4)) }.map { $0 / 10 })
        #expect(places.count == 2)
    }

    @Test func `a group in two splits is a leak`() throws {
        let table = "split,label,text,who\ntrain,0,a,ann\ntrain,1,b,bob\nval,0,c,cyd\ntest,1,d,ann\n"
        let complaint = try Shelf("group: who\n" + Self.text, table: table).complaint()
        #expect(complaint == "items.csv: has rows of the who 'ann' in train and in test")
    }

    @Test func `excluded labels are left out, numbers sort as numbers`() throws {
        let table = "split,label,text\ntrain,10,a\ntrain,9,b\ntrain,x,c\nval,9,c\ntest,10,d\nother,x,e\n"
        let data = try Shelf("exclude: [x]\n" + Self.text, table: table).load()
        #expect(data.signature.classNames == ["9", "10"])
        #expect(data.part(.train).labels == [1, 0])
        let odd = "split,label,text\ntrain,1,a\ntrain,01,b\nval,1,c\ntest,01,d\n"
        #expect(try Shelf(Self.text, table: odd).load().signature.classNames == ["01", "1"])
    }

    @Test func `the digest follows every byte that is read`() throws {
        let shelf = try Shelf(Self.features, table: "split,label\ntrain,a\ntrain,b\nval,a\ntest,b\n")
        try shelf.put("x.npy", Self.matrix([1, 5, 3, 5, 5, 5, 2, 9], "(4, 2)"))
        let first = try shelf.digest()
        #expect(try shelf.digest() == first)
        try shelf.put("unread.txt", [1])
        #expect(try shelf.digest() == first)
        try shelf.put("x.npy", Self.matrix([1, 5, 3, 5, 5, 5, 2, 8], "(4, 2)"))
        #expect(try shelf.digest() != first)
    }

    @Test func `what is wrong is said in one line`() throws {
        let table = "split,label\ntrain,a\ntrain,b\nval,a\ntest,b\n"
        func complaint(_ bytes: [UInt8]) throws -> String {
            let shelf = try Shelf(Self.features, table: table)
            try shelf.put("x.npy", bytes)
            return shelf.complaint()
        }
        let good = Self.matrix([1, 5, 3, 5, 5, 5, 2, 9], "(4, 2)")
        #expect(try complaint(Array(good.dropLast())).hasPrefix("x.npy: is cut off"))
        #expect(try complaint(Self.matrix([1, 2, 3, 4, 5, 6], "(3, 2)")) == "x.npy: has 3 rows, row 3 is asked for")
        #expect(try complaint(Self.matrix([], "(4, 0)")) == "x.npy: has empty rows: its shape is [4, 0]")
        #expect(try complaint(Self.matrix([1, 2, 3, 4], "(4,)")).hasPrefix("x.npy: must have rows"))
        #expect(try complaint(Self.matrix([1, 5, .nan, 5, 5, 5, 2, 9], "(4, 2)")).contains("not a finite"))
        #expect(try complaint(Self.matrix([1], "(4611686018427387904, 4)")).contains("more than memory"))
        #expect(try complaint([]).hasPrefix("x.npy: is not an .npy file"))
        #expect(try Shelf(Self.features, table: table).complaint() == "x.npy: there is no such file")
        #expect(try Shelf(Self.features).complaint() == "items.csv: there is no such file")
        #expect(
            try Shelf(Self.text, table: "split,label,text\ntrain,0,a\ntrain,1,b\nval,1,c\n").complaint()
                == "items.csv: has no rows for test")
        #expect(try Shelf(Self.text, table: "split,label,text\ntrain,0,a\n").complaint().contains("1 labels"))
        #expect(
            try Shelf(Self.text, table: "split,label\ntrain,0\ntrain,1\nval,0\ntest,0\n").complaint()
                .contains("has no column 'text'"))
        #expect(
            try Shelf(Self.text, table: "split,label,text\nlearn,0,a\ntest,1,b\n").complaint()
                .contains("split 'learn'"))
        #expect(try Shelf("folder: elsewhere\n" + Self.text).complaint().contains("--data"))
        #expect(try Shelf("folder: ../elsewhere\n" + Self.text).complaint(dataRoot: "x").contains("must be a path"))
        #expect(try Shelf(Self.text, table: "\u{0}").complaint().hasPrefix("items.csv"))
        let odd = try Shelf(Self.text)
        try odd.put("items.csv", [0xff, 0xfe, 0x00])
        #expect(odd.complaint() == "items.csv: is not UTF-8 text")
    }

    @Test func `mistakes in a manifest are told with their place`() throws {
        let manifest = "tabl: x.csv\nmodalities:\n  a: {kind: feature, array: x.npy}\n  b: {kind: text}\n"
        #expect(
            try Shelf(manifest).complaint().contains("dataset.yaml:1:1: unknown key 'tabl'; did you mean 'table'?"))
        let inner = try Shelf(String(manifest.dropFirst(12))).complaint()
        #expect(inner.contains("dataset.yaml:2:7:") && inner.contains("did you mean 'features'"))
        #expect(inner.contains("text needs 'column'"))
        #expect(try Shelf("name: x\n").complaint().contains("'modalities' names none"))
        #expect(try Shelf("a: [\n").complaint().contains("dataset.yaml:"))
    }

    @Test func `a link out of the folder is not followed, one within is`() throws {
        let sound = "modalities:\n  s: {kind: audio, column: sound, frames: 2, bands: 4}\n"
        let table = "split,label,sound\ntrain,0,deep/a.wav\ntrain,1,b.wav\nval,0,b.wav\ntest,1,b.wav\n"
        let wave = Formats.wav(dataSize: 6, samples: [0, 16384, -32768])
        let shelf = try Shelf(sound, table: table)
        try shelf.put("b.wav", wave)
        let elsewhere = try Shelf("")
        try elsewhere.put("a.wav", wave)
        let link = shelf.root.appendingPathComponent("deep")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: elsewhere.root)
        #expect(shelf.complaint() == "deep/a.wav: this path leaves the data set's folder")
        try FileManager.default.removeItem(at: link)
        try FileManager.default.createDirectory(at: link, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: link.appendingPathComponent("a.wav"), withDestinationURL: shelf.root.appendingPathComponent("b.wav"))
        #expect(shelf.complaint() == "nothing")
    }

    @Test(arguments: ["[1]", "{\"a\": 1", "{\"a\": [1]}", "{\"a\": {}}", "{\"a\": 1}\n{\"b\": 1}", "", "1"])
    func `broken JSON lines are refused`(text: String) {
        #expect(throws: FormatError.self) { try JSONLines(text: text, name: "t.jsonl") }
    }
}
