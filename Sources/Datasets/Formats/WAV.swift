// SPDX-License-Identifier: Apache-2.0

/// Sound of a WAV file: PCM of 8 to 32 bits or 32-bit float, channels averaged to one, in [−1, 1].
public struct WAV: Equatable, Sendable {
    /// Samples a second.
    public let sampleRate: Int
    /// In −1 … 1, channels averaged.
    public let samples: [Float]

    /// Reads a file.
    public init(path: String, name: String) throws(FormatError) {
        try self.init(reader: try ByteReader(file: name, path: path, limit: 1 << 30))
    }

    /// Reads bytes of a file.
    public init(bytes: [UInt8], name: String) throws(FormatError) {
        try self.init(reader: ByteReader(file: name, bytes: bytes))
    }

    private init(reader: ByteReader) throws(FormatError) {
        var reader = reader
        let file = reader.file
        guard reader.remaining >= 12, try Array(reader.take(4)) == Array("RIFF".utf8) else {
            throw FormatError(file, "is not a WAV file (no RIFF)")
        }
        try reader.skip(4)
        guard try Array(reader.take(4)) == Array("WAVE".utf8) else { throw FormatError(file, "is RIFF, but not WAVE") }
        var format: (code: Int, channels: Int, rate: Int, bits: Int)?
        while reader.remaining >= 8 {
            let name = String(decoding: try reader.take(4), as: UTF8.self)
            let size = Int(try reader.little(4))
            if name == "fmt " {
                guard size >= 16 else { throw FormatError(file, "has a format chunk of \(size) bytes") }
                var code = Int(try reader.little(2))
                let channels = Int(try reader.little(2))
                let rate = Int(try reader.little(4))
                try reader.skip(6)
                let bits = Int(try reader.little(2))
                var used = 16
                if code == 0xfffe, size >= 26 {
                    try reader.skip(8)
                    code = Int(try reader.little(2))
                    used = 26
                }
                try reader.skip(min(size - used + size % 2, reader.remaining))
                guard (1...64).contains(channels), (1...1_000_000).contains(rate) else {
                    throw FormatError(file, "announces \(channels) channels at \(rate) Hz")
                }
                guard code == 1 && [8, 16, 24, 32].contains(bits) || code == 3 && bits == 32 else {
                    throw FormatError(
                        file, "has sound of format \(code) with \(bits) bits; PCM and 32-bit float are read")
                }
                format = (code, channels, rate, bits)
            } else if name == "data" {
                guard let format else { throw FormatError(file, "has sound before its format") }
                let width = format.bits / 8
                guard size <= reader.remaining else {
                    throw FormatError(
                        file, "lies about its length: \(size) bytes of sound announced, \(reader.remaining) are there")
                }
                guard size % (width * format.channels) == 0 else {
                    throw FormatError(file, "has \(size) bytes of sound, not a whole number of samples")
                }
                sampleRate = format.rate
                samples = try WAV.decode(&reader, count: size / (width * format.channels), format)
                return
            } else {
                // Chunks are padded to an even length.
                try reader.skip(min(size + size % 2, reader.remaining))
            }
        }
        throw FormatError(file, "has no sound (no data chunk)")
    }

    private static func decode(
        _ reader: inout ByteReader, count: Int, _ format: (code: Int, channels: Int, rate: Int, bits: Int)
    ) throws(FormatError) -> [Float] {
        var samples: [Float] = []
        samples.reserveCapacity(count)
        let width = format.bits / 8
        for _ in 0..<count {
            var sum: Float = 0
            for _ in 0..<format.channels {
                let raw = try reader.little(width)
                if format.code == 3 {
                    let value = Float(bitPattern: UInt32(truncatingIfNeeded: raw))
                    guard value.isFinite else { throw FormatError(reader.file, "holds a sample that is not a number") }
                    sum += value
                } else if format.bits == 8 {
                    sum += (Float(raw) - 128) / 128
                } else {
                    let shift = 64 - UInt64(format.bits)
                    let signed = Int64(bitPattern: raw << shift) >> Int64(shift)
                    sum += Float(Double(signed) / Double(Int64(1) << Int64(format.bits - 1)))
                }
            }
            samples.append(sum / Float(format.channels))
        }
        return samples
    }
}
