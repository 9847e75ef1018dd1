// SPDX-License-Identifier: Apache-2.0

/// An array of the IDX format (MNIST): unsigned bytes, big-endian header.
public struct IDX: Equatable, Sendable {
    /// Outermost first.
    public let shape: [Int]
    /// Row-major.
    public let values: [UInt8]

    /// Reads a file of bytes (type 0x08).
    public init(path: String, name: String) throws(FormatError) {
        try self.init(reader: try ByteReader(file: name, path: path))
    }

    /// Reads bytes of such a file.
    public init(bytes: [UInt8], name: String) throws(FormatError) {
        try self.init(reader: ByteReader(file: name, bytes: bytes))
    }

    private init(reader: ByteReader) throws(FormatError) {
        var reader = reader
        guard try reader.big(2) == 0 else {
            throw FormatError(reader.file, "is not an IDX file (its first two bytes are not 0)")
        }
        let type = try reader.big(1)
        guard type == 8 else {
            throw FormatError(reader.file, "holds IDX type \(type); only unsigned bytes (8) are read")
        }
        let rank = Int(try reader.big(1))
        guard (1...4).contains(rank) else { throw FormatError(reader.file, "has \(rank) axes; 1 to 4 are read") }
        var shape: [Int] = []
        var count = 1
        for _ in 0..<rank {
            let extent = Int(try reader.big(4))
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard !overflow else { throw FormatError(reader.file, "announces more numbers than memory can hold") }
            shape.append(extent)
            count = product
        }
        guard reader.remaining == count else {
            throw FormatError(
                reader.file, "has the wrong length: \(shape) announces \(count) bytes, \(reader.remaining) are there")
        }
        values = Array(try reader.take(count))
        self.shape = shape
    }
}
