// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A named array of a weights file.
public struct NamedTensor: Equatable, Sendable {
    /// Its address in the file.
    public var name: String
    /// Extents, outermost first.
    public var shape: [Int]
    /// Row-major.
    public var values: [Float]

    public init(name: String, shape: [Int], values: [Float]) {
        self.name = name
        self.shape = shape
        self.values = values
    }
}

extension NamedTensor {
    /// The same numbers with axes in another order: axis i of the result is axis `axes[i]` of this.
    public func transposed(_ axes: [Int]) -> NamedTensor {
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in stride(from: shape.count - 2, through: 0, by: -1) {
            strides[axis] = strides[axis + 1] * shape[axis + 1]
        }
        let extents = axes.map { shape[$0] }
        var index = [Int](repeating: 0, count: axes.count)
        var moved: [Float] = []
        moved.reserveCapacity(values.count)
        for _ in values.indices {
            moved.append(values[zip(axes, index).reduce(0) { $0 + strides[$1.0] * $1.1 }])
            for axis in extents.indices.reversed() {
                index[axis] += 1
                if index[axis] < extents[axis] { break }
                index[axis] = 0
            }
        }
        return NamedTensor(name: name, shape: extents, values: moved)
    }
}

/// Why a weights file was refused.
public struct SafeTensorsError: Error, Equatable, CustomStringConvertible {
    /// One sentence, without the file's name.
    public let reason: String
    public var description: String { "not a safetensors file we can use: \(reason)" }

    package init(_ reason: String) { self.reason = reason }
}

/// The `.safetensors` format: eight bytes with the length of a JSON header, the header, then the numbers, little-endian.
///
/// Read strictly: ranges must follow one another from the first byte of the data to the last, without overlaps or gaps,
/// each as long as its shape and type say. F32, F64, F16 and BF16 become Float; other types are refused by name, but where
/// the tensor is passed over.
public enum SafeTensors {
    private static let largestHeader = 100_000_000
    private static let sizes = [
        "BOOL": 1, "U8": 1, "I8": 1, "U16": 2, "I16": 2, "F16": 2, "BF16": 2, "U32": 4, "I32": 4, "F32": 4, "U64": 8,
        "I64": 8, "F64": 8,
    ]
    private static let readable: Set = ["F16", "BF16", "F32", "F64"]

    private struct Entry: Decodable {
        let dtype: String
        let shape: [Int]
        let data_offsets: [Int]
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue _: Int) { nil }
    }

    /// The tensors' descriptions; the optional `__metadata__` is skipped.
    private struct Header: Decodable {
        var entries: [(name: String, entry: Entry)] = []

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            for key in container.allKeys where key.stringValue != "__metadata__" {
                entries.append((key.stringValue, try container.decode(Entry.self, forKey: key)))
            }
        }
    }

    /// All tensors in the order of their places, but those whose names end in `passingOver` (counters that a framework
    /// keeps beside the weights).
    public static func read(
        _ data: Data, passingOver ending: String = ".num_batches_tracked"
    ) throws(SafeTensorsError) -> [NamedTensor] {
        let bytes = [UInt8](data)
        guard bytes.count >= 8 else { throw SafeTensorsError("\(bytes.count) bytes are too few for a header") }
        let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
        guard length <= UInt64(largestHeader), Int(length) <= bytes.count - 8 else {
            throw SafeTensorsError("the header claims \(length) bytes of a file of \(bytes.count)")
        }
        let start = 8 + Int(length)
        guard bytes[8..<start].first == UInt8(ascii: "{") else {
            throw SafeTensorsError("the header is no JSON object")
        }
        let header: Header
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<start]))
        } catch {
            throw SafeTensorsError("the header is no list of tensors with dtype, shape and data_offsets")
        }
        var end = 0
        var tensors: [NamedTensor] = []
        let places = header.entries.sorted {
            ($0.entry.data_offsets.first ?? 0, $0.name) < ($1.entry.data_offsets.first ?? 0, $1.name)
        }
        for (name, entry) in places {
            let (count, size) = try extent(name, entry)
            let offsets = entry.data_offsets
            guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0] else {
                throw SafeTensorsError("'\(name)' has the offsets \(offsets)")
            }
            guard offsets[1] <= bytes.count - start else {
                throw SafeTensorsError(
                    "'\(name)' ends at byte \(offsets[1]) of \(bytes.count - start): the file is cut off")
            }
            guard offsets[1] - offsets[0] == count * size else {
                throw SafeTensorsError(
                    "'\(name)' has \(offsets[1] - offsets[0]) bytes for \(entry.shape) of \(entry.dtype)")
            }
            guard offsets[0] == end else {
                throw SafeTensorsError(
                    offsets[0] < end ? "'\(name)' overlaps another tensor" : "there is a gap before '\(name)'")
            }
            end = offsets[1]
            if name.hasSuffix(ending) { continue }
            guard readable.contains(entry.dtype) else {
                throw SafeTensorsError("'\(name)' holds \(entry.dtype); F32, F64, F16 and BF16 can be read")
            }
            let values = numbers(entry.dtype, bytes, start + offsets[0], count)
            tensors.append(NamedTensor(name: name, shape: entry.shape, values: values))
        }
        guard start + end == bytes.count else {
            throw SafeTensorsError("\(bytes.count - start - end) bytes belong to no tensor")
        }
        return tensors
    }

    /// Number of elements and bytes of each.
    private static func extent(_ name: String, _ entry: Entry) throws(SafeTensorsError) -> (Int, Int) {
        guard let size = sizes[entry.dtype] else {
            throw SafeTensorsError("'\(name)' holds \(entry.dtype); F32, F64, F16 and BF16 can be read")
        }
        var count = 1
        for extent in entry.shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard extent >= 0, !overflow, product <= Int.max / 8 else {
                throw SafeTensorsError("'\(name)' has the shape \(entry.shape)")
            }
            count = product
        }
        return (count, size)
    }

    private static func numbers(_ type: String, _ bytes: [UInt8], _ start: Int, _ count: Int) -> [Float] {
        bytes.withUnsafeBytes { raw in
            func words<Word: FixedWidthInteger>(_: Word.Type, _ number: (Word) -> Float) -> [Float] {
                (0..<count).map { place in
                    let offset = start + place * MemoryLayout<Word>.size
                    return number(Word(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: Word.self)))
                }
            }
            switch type {
            case "F64": return words(UInt64.self) { Float(Double(bitPattern: $0)) }
            case "F16": return words(UInt16.self) { half(UInt32($0)) }
            case "BF16": return words(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
            default: return words(UInt32.self) { Float(bitPattern: $0) }
            }
        }
    }

    /// An IEEE half-precision number.
    private static func half(_ bits: UInt32) -> Float {
        let (exponent, fraction) = (bits >> 10 & 31, bits & 1023)
        let sign: Float = bits >> 15 == 0 ? 1 : -1
        if exponent == 0 { return sign * Float(fraction) * 0x1p-24 }
        let wide = exponent == 31 ? 255 : exponent + 112
        return sign * Float(bitPattern: wide << 23 | fraction << 13)
    }

    /// A file of these tensors as F32, in the given order; the header is padded to a multiple of 8 bytes.
    public static func write(_ tensors: [NamedTensor]) -> Data {
        var offset = 0
        let entries = tensors.map { tensor in
            let end = offset + tensor.values.count * 4
            defer { offset = end }
            let shape = tensor.shape.map(String.init).joined(separator: ",")
            let name = ConfigValue.string(tensor.name).canonicalJSON
            return
                "\(name):{\"dtype\":\"F32\",\"shape\":[\(shape)],\"data_offsets\":[\(end - tensor.values.count * 4),\(end)]}"
        }
        var header = "{" + entries.joined(separator: ",") + "}"
        header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        var data = Data()
        let length = UInt64(header.utf8.count)
        data.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(8 * $0)) })
        data.append(contentsOf: header.utf8)
        for tensor in tensors {
            tensor.values.map(\.bitPattern.littleEndian).withUnsafeBytes { data.append(contentsOf: $0) }
        }
        return data
    }
}
