// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Data files from strangers, through the whole program: one clear line, exit 2 or a failed run, never a crash.
@Suite struct `Hostile data` {
    static let suite = """
        name: hostile
        datasets: [{id: folder, label: set, options: {manifest: set/dataset.yaml}}]
        strategies: [joint]
        budget: {epochs: 1}
        seeds: [1]
        """

    static let table =
        "split,label,row,sound\n"
        + ["train", "val", "test"].flatMap { split in
            (0..<4).map { "\(split),\($0 % 2),\($0),a.wav\n" }
        }.joined()

    /// A 1.0 NPY file of `rows` rows that says it has `claimed`.
    static func npy(rows: Int, claimed: Int) -> Data {
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(claimed), 2), }"
        header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
        var data = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0])
        data += Data([UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)]) + Data(header.utf8)
        return data + Data(count: rows * 8)
    }

    /// A WAV of 100 samples whose header speaks of `claimed` bytes.
    static func wav(claimed: UInt32) -> Data {
        func little(_ value: UInt32, _ count: Int) -> Data { Data((0..<count).map { UInt8(value >> (8 * $0) & 255) }) }
        var data = Data("RIFF".utf8) + little(claimed &+ 36, 4) + Data("WAVEfmt ".utf8) + little(16, 4)
        data += little(1, 2) + little(1, 2) + little(8000, 4) + little(16000, 4) + little(2, 2) + little(16, 2)
        return data + Data("data".utf8) + little(claimed, 4) + Data(count: 200)
    }

    func check(_ modality: String, _ files: [String: Data], says words: String) throws {
        let program = try Program([
            "hostile.yaml": Self.suite, "set/items.csv": Self.table,
            "set/dataset.yaml": "name: set\nmodalities:\n  m: \(modality)\n",
        ])
        for name in files.keys.sorted() { try program.write("set/\(name)", files[name] ?? Data()) }
        let result = try program.run(["run", "hostile.yaml", "-o", "out"])
        #expect(result.code == 2 || result.code == 1, "\(result.code): \(result.err)")
        #expect(result.err.contains(words), "\(result.err)")
        let lines = result.err.split(separator: "\n").filter { $0.contains(words) }
        #expect(lines.count == 1, "\(result.err)")
        #expect(!result.err.contains("Fatal error") && !result.err.contains("Backtrace"))
    }

    @Test func `a truncated array`() throws {
        try check("{kind: features, array: x.npy, row: row}", ["x.npy": Self.npy(rows: 3, claimed: 4)], says: "x.npy")
    }

    @Test func `an array of another length than the table`() throws {
        try check("{kind: features, array: x.npy, row: row}", ["x.npy": Self.npy(rows: 2, claimed: 2)], says: "row")
    }

    @Test func `an array that claims more than there is memory`() throws {
        try check(
            "{kind: features, array: x.npy, row: row}", ["x.npy": Self.npy(rows: 4, claimed: 1 << 60)], says: "x.npy")
    }

    @Test func `a sound with a lying header`() throws {
        try check("{kind: audio, column: sound}", ["a.wav": Self.wav(claimed: 0xffff_ff00)], says: "a.wav")
    }

    @Test func `images of the wrong length`() throws {
        let idx = Data([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2]) + Data(count: 15)
        try check("{kind: image, idx: x.idx, row: row}", ["x.idx": idx], says: "x.idx")
    }

    static let pointer = Data("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n".utf8)

    @Test func `files that Git LFS did not fetch`() throws {
        try check("{kind: image, column: sound}", ["a.wav": Self.pointer], says: "a.wav: is a Git LFS pointer")
        try check("{kind: features, array: x.npy, row: row}", ["x.npy": Self.pointer], says: "x.npy: is a Git LFS")
        try check(
            "{kind: audio, column: sound, path: \"s.tar/{}\"}", ["s.tar": Self.pointer], says: "s.tar: is a Git LFS")
    }

    @Test func `a picture that is none stops the suite, though the manifest leaves the encoders to it`() throws {
        let program = try Program([
            "hostile.yaml": Self.suite + "\nencoders: {m: mlp}\n", "set/items.csv": Self.table,
            "set/dataset.yaml": "name: set\nmodalities:\n  m: {kind: image, column: sound, size: [4, 4]}\n",
            "set/a.wav": "no picture",
        ])
        let result = try program.run(["run", "hostile.yaml", "-o", "out"])
        #expect(result.code == 2 && result.err.contains("data set 'set': a.wav: is no picture"), "\(result.err)")
        #expect(!program.exists("out"))
    }

    @Test func `a path that leaves the folder`() throws {
        try check("{kind: features, array: ../../../etc/passwd, row: row}", [:], says: "leaves the data set's folder")
    }
}
