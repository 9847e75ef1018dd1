// SPDX-License-Identifier: Apache-2.0

/// The bytes of an `.npy` file, version 1, little-endian float32 in C order.
enum NPYWriter {
    static func bytes(_ values: [Float], shape: [Int]) -> [UInt8] {
        precondition(values.count == shape.reduce(1, *), "\(values.count) numbers for \(shape)")
        let extents = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(extents)), }"
        header += String(repeating: " ", count: (64 - (header.utf8.count + 11) % 64) % 64) + "\n"
        let length = header.utf8.count
        var bytes = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(header.utf8)
        values.map(\.bitPattern.littleEndian).withUnsafeBytes { bytes += $0 }
        return bytes
    }
}
