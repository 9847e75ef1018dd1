// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import TestSupport
import Testing

/// Files that are cut, flipped or made up: each is read or refused with one line; none crashes, none eats the memory.
@Suite struct `Hostile input` {
    static let npy = `A described folder`.matrix([1, 2, 3, 4, 5, 6], "(3, 2)")
    static let idx: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2] + (1...8)
    static let wav = Formats.wav(dataSize: 8, samples: [1, -2, 3, -4])
    static let csv = Array("a,b\r\n\"x, \"\"y\"\"\",2\r\nz,\r\n".utf8)
    static let json = Array("{\"a\": \"x\", \"b\": 1}\n{\"b\": 2.5, \"a\": null}\n".utf8)

    /// What came of it: nil if it was read.
    func outcome(_ body: () throws -> Void) -> (any Error)? {
        do {
            try body()
            return nil
        } catch {
            return error
        }
    }

    func read(_ kind: Int, _ bytes: [UInt8]) -> (any Error)? {
        outcome {
            switch kind {
            case 0: _ = try NPY(bytes: bytes, name: "x")
            case 1: _ = try IDX(bytes: bytes, name: "x")
            case 2: _ = try WAV(bytes: bytes, name: "x")
            case 3: _ = try CSV(text: String(decoding: bytes, as: UTF8.self), name: "x")
            default: _ = try JSONLines(text: String(decoding: bytes, as: UTF8.self), name: "x")
            }
        }
    }

    @Test(arguments: 0..<5)
    func `mutated files are read or refused`(kind: Int) {
        let seed = [Self.npy, Self.idx, Self.wav, Self.csv, Self.json][kind]
        #expect(read(kind, seed) == nil)
        var stream = RandomKey(seed: 11).fold(kind).stream()
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0...stream.below(3) {
                switch stream.below(5) {
                case 0: bytes = Array(bytes.prefix(stream.below(bytes.count + 1)))
                case 1: bytes.insert(UInt8(stream.below(256)), at: stream.below(bytes.count + 1))
                case 2 where !bytes.isEmpty: bytes[stream.below(bytes.count)] = [0, 1, 127, 128, 255][stream.below(5)]
                case 3 where !bytes.isEmpty: bytes[stream.below(bytes.count)] ^= 1 << UInt8(stream.below(8))
                default: bytes += bytes.suffix(stream.below(9))
                }
            }
            guard let error = read(kind, bytes) else { continue }
            refused += 1
            guard let known = error as? FormatError else {
                Issue.record("\(error)")
                continue
            }
            if known.message.isEmpty || known.message.contains("\n") { Issue.record("\(known)") }
        }
        #expect(refused > 100)
    }

    @Test func `random bytes are refused`() {
        var stream = RandomKey(seed: 12).stream()
        for _ in 0..<5_000 {
            let bytes = (0..<stream.below(64)).map { _ in UInt8(stream.below(256)) }
            for kind in 0..<3 { #expect(read(kind, bytes) is FormatError) }
        }
    }

    @Test func `an image file that announces a thousand million pixels is refused before memory is asked for`() {
        let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 1, 0x3b, 0x9a, 0xca, 0, 0, 0, 0, 1]
        #expect(read(1, header) is FormatError)
        #expect(read(0, `A described folder`.matrix([], "(1000000000, 1)")) is FormatError)
    }

    @Test(arguments: [8, 16, 24, 32])
    func `PCM of every width is read`(bits: Int) throws {
        let width = bits / 8
        let full = bits == 8 ? 255 : (1 << (bits - 1)) - 1
        let half = bits == 8 ? 192 : 1 << (bits - 2)
        let body = [half, full].flatMap { value in (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var bytes = Formats.wav(dataSize: UInt32(body.count), samples: [])
        bytes[34] = UInt8(bits)
        let sound = try WAV(bytes: bytes + body, name: "x")
        #expect(sound.samples[0] == 0.5)
        #expect(abs(sound.samples[1] - 1) < 0.01)
    }

    @Test func `channels are averaged and foreign chunks skipped`() throws {
        var bytes = Formats.wav(dataSize: 8, samples: [16384, 0, -16384, 0], channels: 2)
        #expect(try WAV(bytes: bytes, name: "x").samples == [0.25, -0.25])
        bytes.insert(contentsOf: Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0], at: 12)
        #expect(try WAV(bytes: bytes, name: "x").samples == [0.25, -0.25])
    }

    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `every reference array is read as NumPy reads it`() throws {
        let arrays = try #require(try Repository.golden("npy_samples")["arrays"] as? [String: [String: Any]])
        #expect(arrays.count == 12)
        for name in arrays.keys.sorted() {
            let entry = try #require(arrays[name])
            let type = try #require(entry["dtype"] as? String)
            let shape = try #require(entry["shape"] as? [Int])
            let values = try #require(entry["data"] as? [NSNumber]).map(\.doubleValue)
            let fortran = entry["fortran"] as? Bool ?? false
            for major in 1...3 {
                let bytes = Self.encode(type, shape, values, fortran: fortran, major: UInt8(major))
                let array = try NPY(bytes: bytes, name: name)
                #expect(array.shape == shape, "\(name)")
                #expect(array.values == values, "\(name)")
            }
        }
    }

    /// The bytes NumPy would write; `values` are in C order.
    static func encode(_ type: String, _ shape: [Int], _ values: [Double], fortran: Bool, major: UInt8) -> [UInt8] {
        let extents = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        let header = "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': (\(extents)), }\n"
        let length = header.utf8.count
        var bytes = [0x93] + Array("NUMPY".utf8) + [major, 0]
        bytes += (0..<(major == 1 ? 2 : 4)).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
        bytes += Array(header.utf8)
        var ordered = values
        if fortran, shape.count == 2 {
            ordered = (0..<values.count).map { values[$0 % shape[0] * shape[1] + $0 / shape[0]] }
        }
        for value in ordered {
            let bits: UInt64
            switch type.dropFirst() {
            case "f4": bits = UInt64(Float(value).bitPattern)
            case "f8": bits = value.bitPattern
            case "f2": bits = value == 0.5 ? 0x3800 : value == -2 ? 0xc000 : 0x7bff
            default: bits = UInt64(bitPattern: Int64(value))
            }
            let width = Int(String(type.last ?? "1")) ?? 1
            let little = (0..<width).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
            bytes += type.first == ">" ? little.reversed() : little
        }
        return bytes
    }
}
