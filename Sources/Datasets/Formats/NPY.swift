// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// An array of NumPy's `.npy` format, versions 1 to 3; any real type, either byte order, C or Fortran order.
public struct NPY: Equatable, Sendable {
    /// Outermost first.
    public let shape: [Int]
    /// In C order, whatever the file's.
    public let values: [Double]

    init(shape: [Int], values: [Double]) {
        self.shape = shape
        self.values = values
    }

    /// Reads a file.
    public init(path: String, name: String) throws(FormatError) {
        try self.init(bytes: try ByteReader(file: name, path: path))
    }

    /// Reads bytes of such a file.
    public init(bytes: [UInt8], name: String) throws(FormatError) {
        try self.init(bytes: ByteReader(file: name, bytes: bytes))
    }

    private init(bytes reader: ByteReader) throws(FormatError) {
        var reader = reader
        let file = reader.file
        guard reader.remaining >= 10, try Array(reader.take(6)) == [0x93] + Array("NUMPY".utf8) else {
            throw FormatError(file, "is not an .npy file (no NUMPY magic)")
        }
        let major = try reader.little(1)
        _ = try reader.little(1)
        guard (1...3).contains(major) else { throw FormatError(file, "has .npy version \(major); 1 to 3 are known") }
        let length = Int(try reader.little(major == 1 ? 2 : 4))
        let header = String(decoding: try reader.take(length), as: UTF8.self)
        guard let type = NPY.field("descr", header), let order = NPY.field("fortran_order", header),
            let extents = NPY.field("shape", header)
        else { throw FormatError(file, "has an .npy header without descr, fortran_order and shape") }

        var shape: [Int] = []
        for part in extents.split(whereSeparator: { "(), ".contains($0) }) {
            guard let extent = Int(part), extent >= 0 else { throw FormatError(file, "has the shape \(extents)") }
            shape.append(extent)
        }
        var count = 1
        for extent in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard !overflow else { throw FormatError(file, "has the shape \(extents), more than memory can hold") }
            count = product
        }
        guard let code = type.first, let size = Int(type.dropFirst(2)), type.count >= 3,
            let element = Element(kind: type.dropFirst().first ?? "?", size: size)
        else { throw FormatError(file, "holds numbers of type '\(type)', which are not read") }
        guard reader.remaining / size >= count else {
            throw FormatError(
                file, "is cut off: \(count) numbers of \(size) bytes are announced, \(reader.remaining) bytes are there"
            )
        }
        var values: [Double] = []
        values.reserveCapacity(count)
        let bigEndian = code == ">"
        for _ in 0..<count {
            let bits = bigEndian ? try reader.big(size) : try reader.little(size)
            values.append(element.value(bits))
        }
        self.shape = shape
        self.values = order == "True" && shape.count > 1 ? NPY.rowMajor(values, shape) : values
    }

    /// What stands behind 'name': in the header's dictionary text.
    private static func field(_ name: String, _ header: String) -> String? {
        guard let key = header.range(of: "'\(name)':") else { return nil }
        let rest = header[key.upperBound...].drop { $0 == " " }
        if rest.first == "'" { return String(rest.dropFirst().prefix { $0 != "'" }) }
        if rest.first == "(" { return String(rest.prefix { $0 != ")" }) + ")" }
        return String(rest.prefix { $0.isLetter || $0.isNumber })
    }

    private static func rowMajor(_ values: [Double], _ shape: [Int]) -> [Double] {
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in 1..<shape.count { strides[axis] = strides[axis - 1] * shape[axis - 1] }
        var index = [Int](repeating: 0, count: shape.count)
        return values.indices.map { _ in
            let source = zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }
            for axis in shape.indices.reversed() {
                index[axis] += 1
                if index[axis] < shape[axis] { break }
                index[axis] = 0
            }
            return values[source]
        }
    }

    private enum Element {
        case float(Int)
        case signed(Int)
        case unsigned

        init?(kind: Character, size: Int) {
            switch kind {
            case "f" where [2, 4, 8].contains(size): self = .float(size)
            case "i" where [1, 2, 4, 8].contains(size): self = .signed(size)
            case "u" where [1, 2, 4, 8].contains(size): self = .unsigned
            case "b" where size == 1: self = .unsigned
            default: return nil
            }
        }

        func value(_ bits: UInt64) -> Double {
            switch self {
            case .float(2): NPY.half(UInt16(truncatingIfNeeded: bits))
            case .float(4): Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
            case .float: Double(bitPattern: bits)
            case .signed(let size): Double(Int64(bitPattern: bits << (64 - 8 * UInt64(size))) >> (64 - 8 * Int64(size)))
            case .unsigned: Double(bits)
            }
        }
    }

    /// IEEE half precision.
    private static func half(_ bits: UInt16) -> Double {
        let sign: Double = bits >> 15 == 1 ? -1 : 1
        let exponent = Int(bits >> 10 & 31)
        let fraction = Double(bits & 1023)
        if exponent == 31 { return fraction == 0 ? sign * .infinity : .nan }
        if exponent == 0 { return sign * fraction * 0x1p-24 }
        return sign * (1 + fraction / 1024) * Double(bitPattern: UInt64(exponent - 15 + 1023) << 52)
    }
}
