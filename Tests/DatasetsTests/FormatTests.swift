// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import TestSupport
import Testing

@Suite struct Formats {
    static func wav(dataSize: UInt32, samples: [Int16], channels: UInt16 = 1) -> [UInt8] {
        func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
            withUnsafeBytes(of: value.littleEndian) { Array($0) }
        }
        let body = samples.flatMap { little($0) }
        return Array("RIFF".utf8) + little(UInt32(36 + body.count)) + Array("WAVEfmt ".utf8) + little(UInt32(16))
            + little(UInt16(1)) + little(channels) + little(UInt32(8000)) + little(UInt32(16000)) + little(UInt16(2))
            + little(UInt16(16)) + Array("data".utf8) + little(dataSize) + body
    }

    @Test func `a WAV is read, a lying one is refused`() throws {
        let sound = try WAV(bytes: Formats.wav(dataSize: 6, samples: [0, 16384, -32768]), name: "a.wav")
        #expect(sound.sampleRate == 8000 && sound.samples == [0, 0.5, -1])
        let error = #expect(throws: FormatError.self) {
            try WAV(bytes: Formats.wav(dataSize: 6000, samples: [1, 2, 3]), name: "a.wav")
        }
        #expect(error?.description.contains("lies about its length") == true)
        #expect(throws: FormatError.self) { try WAV(bytes: Array("RIFFxxxxWAVE".utf8), name: "a.wav") }
        #expect(throws: FormatError.self) { try WAV(bytes: [], name: "a.wav") }
    }

    @Test func `an IDX of the wrong length is refused`() throws {
        let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2]
        #expect(try IDX(bytes: header + [1, 2, 3, 4], name: "x").values == [1, 2, 3, 4])
        #expect(throws: FormatError.self) { try IDX(bytes: header + [1, 2, 3], name: "x") }
        #expect(throws: FormatError.self) { try IDX(bytes: header + [1, 2, 3, 4, 5], name: "x") }
        #expect(throws: FormatError.self) {
            try IDX(bytes: [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12), name: "x")
        }
    }

    @Test func `a table keeps quoted commas, quotes and line ends`() throws {
        let table = try CSV(text: "a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n,3\r\n", name: "t.csv")
        #expect(table.rows == [["x, \"y\"\nz", "2"], ["", "3"]])
        #expect(throws: FormatError.self) { try CSV(text: "a,b\n1\n", name: "t.csv") }
        #expect(throws: FormatError.self) { try CSV(text: "a\n\"open\n", name: "t.csv") }
        #expect(throws: FormatError.self) { try table.column("c") }
    }

    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `an array file cut anywhere is refused, whole it is read`() throws {
        let path = try #require(Repository.shared).appendingPathComponent("golden/npy_sample.npy").path
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let array = try NPY(bytes: bytes, name: "sample.npy")
        #expect(array.values.count == array.shape.reduce(1, *))
        for length in 0..<bytes.count {
            #expect(throws: FormatError.self) { try NPY(bytes: Array(bytes.prefix(length)), name: "cut.npy") }
        }
    }
}

@Suite struct `Latent factors` {
    func load(_ options: ConfigValue) throws -> LoadedDataset {
        let resolved = try datasets["latent"].resolve(options)
        try #require(resolved.issues.isEmpty, "\(resolved.issues)")
        return try datasets["latent"].load(resolved.canonical, DatasetContext(runSeed: 1, dataRoot: nil))
    }

    @Test(arguments: ["redundant", "unique", "complementary", "synergistic", "easy-but-weak", "spurious"])
    func `every regime is reproducible and knows its ceiling`(_ regime: String) throws {
        let options: ConfigValue = ["regime": .string(regime), "noise": 1, "snr": [1.0, 0.6], "dimensions": [32]]
        let (first, second) = (try load(options), try load(options))
        for split in Split.allCases {
            let (a, b) = (first.part(split), second.part(split))
            #expect(a.labels == b.labels && a.ids == b.ids)
            for (x, y) in zip(a.columns.values, b.columns.values) {
                guard case .dense(let p) = x.values, case .dense(let q) = y.values else {
                    Issue.record("not numbers")
                    return
                }
                #expect(p == q)
            }
        }
        let joint = try #require(first.facts["bayes/joint"])
        let alone = try ["a", "b"].map { try #require(first.facts["bayes/\($0)"]) }
        #expect(joint > 1.2 / Double(first.signature.classes) && joint <= 1)
        #expect(joint >= (alone.max() ?? 0) - 0.03)
        if regime == "synergistic" { #expect((alone.max() ?? 1) < 0.32) }
        if regime == "spurious" { #expect(alone[1] < 0.32) }
    }

    @Test func `splits do not share rows`() throws {
        let data = try load([:])
        let ids = Split.allCases.flatMap { data.part($0).ids }
        #expect(Set(ids).count == ids.count)
    }
}

@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `Real data` {
    @Test(arguments: [
        ("avdigits", [2400, 300, 300], 10), ("ravdess-av-features", [960, 240, 240], 8),
        ("cub10-features", [360, 120, 120], 10),
    ])
    func `loads unconverted`(_ name: String, _ counts: [Int], _ classes: Int) throws {
        let root = try #require(Repository.shared).appendingPathComponent("data").path
        let manifest = Repository.root.appendingPathComponent("Suites/data/\(name).yaml").path
        let data = try datasets["folder"].load(
            ["manifest": .string(manifest)], DatasetContext(runSeed: 0, dataRoot: root))
        #expect(Split.allCases.map { data.part($0).count } == counts)
        #expect(data.signature.classes == classes && data.signature.modalities.count == 2)
        let digest = try datasets["folder"].digest(
            ["manifest": .string(manifest)], DatasetContext(runSeed: 0, dataRoot: root))
        #expect(digest.count == 64)
    }
}

@Suite struct `A data folder` {
    @Test func `refuses paths that leave it`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-folder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("split,label,sound\ntrain,0,../x.wav\nval,0,/etc/passwd\ntest,1,a.wav\n".utf8).write(
            to: folder.appendingPathComponent("items.csv"))
        try Data("name: bad\nmodalities:\n  s: {kind: audio, column: sound}\n".utf8).write(
            to: folder.appendingPathComponent("dataset.yaml"))
        let options: ConfigValue = ["manifest": .string(folder.appendingPathComponent("dataset.yaml").path)]
        let error = #expect(throws: FormatError.self) {
            try datasets["folder"].load(options, DatasetContext(runSeed: 0, dataRoot: nil))
        }
        #expect(error?.message.contains("leaves") == true)
    }
}
