// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// A reader of ours that strangers' bytes reach, with whole files to begin from.
public struct FuzzTarget: Sendable {
    /// The parser's name.
    public let name: String
    /// Sound files that are mutated.
    public let seeds: [[UInt8]]
    /// Reads the bytes, or throws an error of the kind that people are shown.
    public let read: @Sendable ([UInt8]) throws -> Void
}

/// What came of throwing mutated files at a reader.
public struct FuzzOutcome: Sendable {
    /// Files that were thrown.
    public var inputs = 0
    /// Files that could be read all the same.
    public var read = 0
    /// Files that were refused.
    public var refused = 0
    /// Inputs that were answered with an error of another kind, or with one that is no single line; the number of the input
    /// makes it again.
    public var findings: [(input: Int, what: String)] = []
}

/// Mutates whole files by keyed chance and looks how readers take them: each input must be read, or refused with one line.
/// A crash, a trap or an endless loop ends the process, which is the finding; memory is bounded by the size of the input.
public enum FormatFuzz {
    /// Throws the inputs numbered `range` at a target.
    public static func run(_ target: FuzzTarget, _ range: Range<Int>, seed: Int = 1) -> FuzzOutcome {
        var outcome = FuzzOutcome()
        let key = RandomKey(seed: seed).fold("fuzz").fold(target.name)
        for number in range {
            let bytes = input(target, number, key)
            outcome.inputs += 1
            do {
                try target.read(bytes)
                outcome.read += 1
            } catch {
                outcome.refused += 1
                if let what = complaint(error) { outcome.findings.append((number, what)) }
            }
        }
        return outcome
    }

    /// One input of a target, made again.
    public static func input(_ target: FuzzTarget, _ number: Int, seed: Int = 1) -> [UInt8] {
        input(target, number, RandomKey(seed: seed).fold("fuzz").fold(target.name))
    }

    private static func input(_ target: FuzzTarget, _ number: Int, _ key: RandomKey) -> [UInt8] {
        var stream = key.fold(number).stream()
        var bytes = target.seeds[stream.below(target.seeds.count)]
        for _ in 0...stream.below(4) { mutate(&bytes, target.seeds, &stream) }
        return bytes
    }

    /// What is wrong with how an input was refused; nil if nothing is.
    private static func complaint(_ error: any Error) -> String? {
        let text = "\(error)"
        switch error {
        case is FormatError, is SafeTensorsError, is Diagnostics: break
        default: return "an error of the kind \(type(of: error)): \(text.prefix(200))"
        }
        if text.isEmpty { return "an error without a sentence" }
        if !(error is Diagnostics), text.contains(where: \.isNewline) {
            return "an error of several lines: \(text.prefix(200))"
        }
        return nil
    }

    private static let values: [UInt8] = [0, 1, 9, 10, 13, 32, 34, 39, 44, 45, 48, 57, 58, 91, 123, 127, 128, 254, 255]

    private static func mutate(_ bytes: inout [UInt8], _ seeds: [[UInt8]], _ stream: inout RandomStream) {
        let count = bytes.count
        switch stream.below(9) {
        case 0: bytes = Array(bytes.prefix(stream.below(count + 1)))
        case 1: bytes.insert(values[stream.below(values.count)], at: stream.below(count + 1))
        case 2 where count > 0: bytes[stream.below(count)] = values[stream.below(values.count)]
        case 3 where count > 0: bytes[stream.below(count)] ^= 1 << UInt8(stream.below(8))
        case 4 where count > 0: bytes.remove(at: stream.below(count))
        case 5 where count >= 8:
            // A number somewhere becomes a large or an odd one.
            let word = [UInt32.max, 0x7fff_ffff, 0x8000_0000, 0, 1, 0x3b9a_ca00][stream.below(6)]
            let place = stream.below(count - 3)
            for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: word >> UInt32(8 * byte)) }
        case 6 where count > 1:
            let length = 1 + stream.below(min(64, count - 1))
            let from = stream.below(count - length + 1)
            bytes.insert(contentsOf: bytes[from..<from + length], at: stream.below(count + 1))
        case 7:
            let other = seeds[stream.below(seeds.count)]
            bytes = Array(bytes.prefix(stream.below(count + 1)) + other.suffix(stream.below(other.count + 1)))
        default:
            let digits = Array(
                ["-1", "0", "1e999", "99999999999999999999", "\"", "\\u0000", "(", "&a *a", "../"][stream.below(9)].utf8
            )
            bytes.insert(contentsOf: digits, at: stream.below(count + 1))
        }
    }

    // MARK: Targets

    /// Every parser that is ours, one each.
    public static let targets: [FuzzTarget] = [
        FuzzTarget(name: "csv", seeds: csv) { bytes in
            _ = try CSV(text: try text(bytes), name: "x.csv")
        },
        FuzzTarget(name: "idx", seeds: idx) { _ = try IDX(bytes: $0, name: "x.idx") },
        FuzzTarget(name: "jsonl", seeds: jsonl) { _ = try JSONLines(text: try text($0), name: "x.jsonl") },
        FuzzTarget(name: "npy", seeds: npy) { _ = try NPY(bytes: $0, name: "x.npy") },
        FuzzTarget(name: "npz", seeds: npz) { bytes in
            let archive = try NPZ(bytes: bytes, name: "x.npz")
            for name in archive.names.prefix(4) { _ = try archive.array(name) }
        },
        FuzzTarget(name: "safetensors", seeds: safetensors) { _ = try SafeTensors.read(Data($0)) },
        FuzzTarget(name: "tar", seeds: tar) { bytes in
            // Most changes break a header's checksum; repaired, they reach what stands behind it.
            _ = try Tar(bytes: bytes.count % 2 == 0 ? bytes : TarWriter.repaired(bytes), name: "x.tar")
        },
        FuzzTarget(name: "wav", seeds: wav) { _ = try WAV(bytes: $0, name: "x.wav") },
        FuzzTarget(name: "yaml", seeds: yaml) { bytes in
            let node = try Document.parse(try text(bytes), name: "dataset.yaml")
            _ = try Manifest.read(node)
            for member in node["modalities"]?.members ?? [] { _ = try ManifestModality.read(member.value) }
        },
    ]

    private static func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw FormatError("x", "is not UTF-8 text") }
        return text
    }

    private static let csv = [
        Array("a,b\r\n\"x, \"\"y\"\"\",2\r\nz,\r\n".utf8),
        Array("split,label,text\ntrain,0,one two\nval,1,\"three\nfour\"\n".utf8),
    ]
    private static let jsonl = [
        Array("{\"a\": \"x\", \"b\": 1}\n{\"b\": 2.5, \"a\": null}\n".utf8),
        Array("{\"s\":\"\\u00e9\",\"t\":true}\n\n".utf8),
    ]
    private static let idx: [[UInt8]] = [
        [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2] + (1...8), [0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9],
    ]
    private static let npy: [[UInt8]] = {
        let plain = NPYWriter.bytes([1, 2, 3, 4, 5, 6], shape: [3, 2])
        return [
            plain, NPYWriter.bytes([], shape: [0]), NPYWriter.bytes([1], shape: [1, 1, 1]),
            renamed(plain, "False", "True "),
        ]
    }()
    private static let wav: [[UInt8]] = [
        MediaWriter.wav([0, 0.5, -1], sampleRate: 8000), MediaWriter.wav16([0, 0.5, -1], sampleRate: 16_000),
    ]
    private static let safetensors: [[UInt8]] = [
        [UInt8](SafeTensors.write([NamedTensor(name: "w", shape: [2, 2], values: [1, 2, 3, 4])])),
        [UInt8](
            SafeTensors.write([
                NamedTensor(name: "a", shape: [1], values: [1]), NamedTensor(name: "b", shape: [0], values: []),
            ])),
    ]
    private static let tar: [[UInt8]] = [
        TarWriter.bytes([("a/b.txt", Array("hello".utf8)), ("c", [])]),
        TarWriter.bytes([("x", [UInt8](repeating: 1, count: 600))]),
    ]
    private static let npz: [[UInt8]] = [
        zip([("x.npy", npy[0]), ("y.npy", npy[2])]), zip([("only.npy", npy[1])]),
    ]
    private static let yaml = [
        Array(
            "name: birds\nlabel: species\nmodalities:\n  photo: {kind: image, column: file, size: [8, 8], fit: crop}\n  song: {kind: audio, column: s, bands: 8}\n"
                .utf8),
        Array(
            "tables: {train: a.csv}\ncolumns: [a, b]\nmodalities:\n  x: {kind: features, array: x.npy}\n  y: {kind: text, column: a, merges: 3}\n"
                .utf8),
    ]

    private static func renamed(_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8] {
        let pattern = Array(from.utf8)
        for place in 0..<max(0, bytes.count - pattern.count)
        where Array(bytes[place..<place + pattern.count]) == pattern {
            return Array(bytes[..<place]) + Array(to.utf8) + Array(bytes[(place + pattern.count)...])
        }
        return bytes
    }

    /// A stored archive, written by hand: one member after another, then the directory.
    private static func zip(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in members {
            let facts =
                little(0, 2) + little(0, 2) + little(0, 4) + little(Int(checksum(content)), 4)
                + little(content.count, 4)
                + little(content.count, 4) + little(name.utf8.count, 2)
            let place = bytes.count
            bytes += [0x50, 0x4b, 3, 4] + little(20, 2) + facts + little(0, 2) + Array(name.utf8) + content
            directory +=
                [0x50, 0x4b, 1, 2] + little(20, 2) + little(20, 2) + facts + little(0, 12) + little(place, 4)
                + Array(name.utf8)
        }
        let start = bytes.count
        return bytes + directory + [0x50, 0x4b, 5, 6] + little(0, 4) + little(members.count, 2)
            + little(members.count, 2)
            + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    /// CRC-32 of ISO 3309, as archives carry it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
