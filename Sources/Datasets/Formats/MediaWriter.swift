// SPDX-License-Identifier: Apache-2.0

import MediaShim
import TensorCore

/// Pictures, videos and sounds as files without loss.
public enum MediaWriter {
    /// MP4 with H.264 in RGB, or Matroska with FFV1.
    public enum Container: String, Sendable { case mp4, mkv }

    /// A PNG of `[height, width, channels]` bytes; one or three channels.
    public static func png(_ pixels: [UInt8], height: Int, width: Int, channels: Int) throws(FormatError) -> [UInt8] {
        precondition(pixels.count == height * width * channels && (channels == 1 || channels == 3))
        return try made { file, message, capacity in
            media_write_png(pixels, Int32(width), Int32(height), Int32(channels), file, message, capacity)
        }
    }

    /// A video of `[frames, height, width, 3]` bytes that comes back to the bit.
    public static func video(
        _ pixels: [UInt8], frames: Int, height: Int, width: Int, framesPerSecond: Int, _ container: Container
    ) throws(FormatError) -> [UInt8] {
        precondition(pixels.count == frames * height * width * 3)
        return try made { file, message, capacity in
            media_write_video(
                pixels, Int32(frames), Int32(width), Int32(height), Int32(framesPerSecond),
                container == .mp4 ? MEDIA_MP4 : MEDIA_MATROSKA, file, message, capacity)
        }
    }

    /// One channel of 32-bit float samples.
    public static func wav(_ samples: [Float], sampleRate: Int) -> [UInt8] {
        header(bytes: 4 * samples.count, format: 3, bits: 32, sampleRate)
            + samples.flatMap { little($0.bitPattern, 4) }
    }

    /// One channel of 16-bit samples, rounded; what lies outside [−1, 1] is cut.
    public static func wav16(_ samples: [Float], sampleRate: Int) -> [UInt8] {
        header(bytes: 2 * samples.count, format: 1, bits: 16, sampleRate)
            + samples.flatMap { sample -> [UInt8] in
                let value = Int16((min(max(sample, -1), 1) * 32767).rounded())
                return little(UInt32(UInt16(bitPattern: value)), 2)
            }
    }

    private static func header(bytes: Int, format: UInt32, bits: Int, _ rate: Int) -> [UInt8] {
        Array("RIFF".utf8) + little(UInt32(36 + bytes), 4) + Array("WAVEfmt ".utf8) + little(16, 4) + little(format, 2)
            + little(1, 2) + little(UInt32(rate), 4) + little(UInt32(rate * bits / 8), 4) + little(UInt32(bits / 8), 2)
            + little(UInt32(bits), 2) + Array("data".utf8) + little(UInt32(bytes), 4)
    }

    private static func little(_ value: UInt32, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }

    private static func made(
        _ write: (UnsafeMutablePointer<media_file>, UnsafeMutablePointer<CChar>?, Int) -> Int32
    ) throws(FormatError) -> [UInt8] {
        var file = media_file(bytes: nil, count: 0)
        defer { media_free(&file) }
        var message = [CChar](repeating: 0, count: 256)
        let code = message.withUnsafeMutableBufferPointer { write(&file, $0.baseAddress, $0.count) }
        guard code == 0, let bytes = file.bytes else {
            let text = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw FormatError("export", "cannot be encoded: \(text)")
        }
        return Array(UnsafeBufferPointer(start: bytes, count: file.count))
    }
}
