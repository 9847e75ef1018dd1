// SPDX-License-Identifier: Apache-2.0

import MediaShim
import TensorCore

/// How pictures are brought to one size.
public struct PictureShape: Equatable, Sendable {
    /// What happens to pictures of other proportions.
    public enum Fit: String, FieldChoice {
        /// Both sides are scaled, whatever the shape was.
        case stretch
        /// Scaled until the wanted frame is filled; what sticks out on two sides is cut off.
        case crop
    }

    /// Pixels; 0 keeps what the file has.
    public var height: Int
    /// In pixels; 0 keeps the picture's own.
    public var width: Int
    /// 3: red, green, blue; 1: brightness.
    public var channels: Int
    /// What happens to other proportions.
    public var fit: Fit

    public init(height: Int, width: Int, channels: Int = 3, fit: Fit = .stretch) {
        self.height = height
        self.width = width
        self.channels = channels
        self.fit = fit
    }
}

/// Frames of a picture or a video, `[frames, height, width, channels]` in 0 … 255; transparency lies on white.
public struct Frames: Equatable, Sendable {
    /// How many frames there are.
    public let count: Int
    /// In pixels.
    public let height: Int
    /// In pixels.
    public let width: Int
    /// 1 (grey) or 3 (red, green, blue).
    public let channels: Int
    /// Row-major.
    public let values: [UInt8]

    /// The first frame of a still picture (JPEG, PNG, BMP, GIF, TIFF, WebP …).
    public static func picture(_ bytes: [UInt8], name: String, _ shape: PictureShape) throws(FormatError) -> Frames {
        try decode(bytes, name, shape) { _ in [0] }
    }

    /// `count` frames spread evenly over a video: the middles of as many equal parts. A shorter video repeats some.
    public static func video(
        _ bytes: [UInt8], name: String, count: Int, _ shape: PictureShape
    ) throws(FormatError) -> Frames {
        try decode(bytes, name, shape) { total in
            (0..<count).map { min(total - 1, (2 * $0 + 1) * total / (2 * count)) }
        }
    }

    private static func decode(
        _ bytes: [UInt8], _ name: String, _ shape: PictureShape, choose: (_ total: Int) -> [Int]
    ) throws(FormatError) -> Frames {
        let total = try MediaStream(bytes, name, .pictures).countPackets()
        guard total > 0 else { throw FormatError(name, "has no pictures in it") }
        let wanted = choose(total)
        let stream = try MediaStream(bytes, name, .pictures)
        var size: (height: Int, width: Int)?
        var made: [UInt8] = []
        var last: [UInt8] = []
        var position = 0
        var next = 0
        while next < wanted.count, try stream.next() {
            let own = size ?? stream.target(shape)
            size = own
            while next < wanted.count, wanted[next] == position {
                last = try stream.pixels(own, shape)
                made += last
                next += 1
            }
            position += 1
        }
        guard let size, position > 0 else { throw FormatError(name, "has no pictures that can be decoded") }
        // A container may announce more frames than it has; the last one stands for those.
        if last.isEmpty { throw FormatError(name, "has fewer pictures than it announces (\(position) of \(total))") }
        while next < wanted.count {
            made += last
            next += 1
        }
        return Frames(
            count: wanted.count, height: size.height, width: size.width, channels: shape.channels, values: made)
    }
}

/// Sound of any container and codec that FFmpeg reads, channels averaged to one, in [−1, 1] or thereabouts.
public struct Sound: Equatable, Sendable {
    /// Samples a second.
    public let sampleRate: Int
    /// In −1 … 1, channels averaged.
    public let samples: [Float]
    /// Whether every machine decodes it to the same bits (PCM, FLAC; not AAC, MP3, Opus).
    public let isExact: Bool

    /// More samples than these are refused: an hour at 48 kHz.
    private static let most = 3600 * 48_000

    /// Decodes the first sound of a file of any container.
    public init(_ bytes: [UInt8], name: String) throws(FormatError) {
        let stream = try MediaStream(bytes, name, .sound)
        var rate = 0
        var samples: [Float] = []
        while try stream.next() {
            let own = stream.sampleRate
            if rate == 0 { rate = own }
            guard own == rate, rate > 0 else { throw FormatError(name, "changes its sample rate: \(rate), \(own) Hz") }
            try stream.appendSamples(to: &samples)
            guard samples.count <= Sound.most else { throw FormatError(name, "has more than an hour of sound") }
        }
        guard !samples.isEmpty else { throw FormatError(name, "has no sound that can be decoded") }
        guard samples.allSatisfy({ $0.isFinite }) else { throw FormatError(name, "holds samples that are no numbers") }
        sampleRate = rate
        self.samples = samples
        isExact = stream.isExact
    }
}

/// One stream of a media file in memory.
private final class MediaStream {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let stream: OpaquePointer
    private let name: String

    init(_ source: [UInt8], _ name: String, _ kind: Kind) throws(FormatError) {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, source.count))
        _ = bytes.initialize(from: source)
        let opened = MediaStream.withMessage { message, capacity in
            media_open(bytes.baseAddress, source.count, kind.code, message, capacity)
        }
        guard let stream = opened.value else {
            bytes.deallocate()
            throw FormatError(name, "is no \(kind.noun) that can be read: \(opened.message)")
        }
        self.bytes = bytes
        self.stream = stream
        self.name = name
    }

    enum Kind {
        case pictures, sound
        var code: media_kind { self == .pictures ? MEDIA_PICTURES : MEDIA_SOUND }
        var noun: String { self == .pictures ? "picture or video" : "sound" }
    }

    deinit {
        media_close(stream)
        bytes.deallocate()
    }

    private static func withMessage<Value>(
        _ body: (UnsafeMutablePointer<CChar>?, Int) -> Value
    ) -> (value: Value, message: String) {
        var message = [CChar](repeating: 0, count: 256)
        let value = message.withUnsafeMutableBufferPointer { body($0.baseAddress, $0.count) }
        return (value, String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    func countPackets() -> Int { Int(media_count_packets(stream)) }

    /// Decodes the next frame; false at the end.
    func next() throws(FormatError) -> Bool {
        let outcome = MediaStream.withMessage { media_next(stream, $0, $1) }
        guard outcome.value >= 0 else { throw FormatError(name, "cannot be decoded: \(outcome.message)") }
        return outcome.value == 1
    }

    // MARK: Pictures

    private var frameSize: (height: Int, width: Int) {
        var width: Int32 = 0
        var height: Int32 = 0
        media_frame_size(stream, &width, &height)
        return (Int(height), Int(width))
    }

    /// The size that the shape asks for.
    func target(_ shape: PictureShape) -> (height: Int, width: Int) {
        let own = frameSize
        return (shape.height == 0 ? own.height : shape.height, shape.width == 0 ? own.width : shape.width)
    }

    /// The present frame in a size and as many channels as asked for.
    func pixels(_ size: (height: Int, width: Int), _ shape: PictureShape) throws(FormatError) -> [UInt8] {
        var scaled = size
        if shape.fit == .crop {
            let own = frameSize
            // The side that fills the frame exactly; the other sticks out.
            if own.width * size.height > own.height * size.width {
                scaled.width = max(size.width, (own.width * size.height + own.height / 2) / own.height)
            } else {
                scaled.height = max(size.height, (own.height * size.width + own.width / 2) / own.width)
            }
            guard scaled.width * scaled.height <= 1 << 26 else {
                throw FormatError(name, "is too long and thin to be cropped: \(own.width) × \(own.height) pixels")
            }
        }
        var room = [UInt8](repeating: 0, count: 4 * scaled.width * scaled.height)
        let code = room.withUnsafeMutableBufferPointer {
            media_frame_pixels(stream, Int32(scaled.width), Int32(scaled.height), $0.baseAddress)
        }
        guard code == 0 else { throw FormatError(name, "cannot be scaled to \(scaled.width) × \(scaled.height)") }
        let top = (scaled.height - size.height) / 2
        let left = (scaled.width - size.width) / 2
        var result: [UInt8] = []
        result.reserveCapacity(size.height * size.width * shape.channels)
        for row in 0..<size.height {
            for column in 0..<size.width {
                let place = 4 * ((top + row) * scaled.width + left + column)
                let opacity = Int(room[place + 3])
                func onWhite(_ channel: Int) -> Int {
                    (Int(room[place + channel]) * opacity + 255 * (255 - opacity) + 127) / 255
                }
                let (red, green, blue) = (onWhite(0), onWhite(1), onWhite(2))
                if shape.channels == 1 {
                    // Brightness of ITU-R BT.601.
                    result.append(UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000))
                } else {
                    result.append(UInt8(red))
                    result.append(UInt8(green))
                    result.append(UInt8(blue))
                }
            }
        }
        return result
    }

    // MARK: Sound

    var sampleRate: Int { Int(media_sample_rate(stream)) }
    var isExact: Bool { media_is_exact(stream) != 0 }

    func appendSamples(to samples: inout [Float]) throws(FormatError) {
        var own = [Float](repeating: 0, count: max(1, Int(media_sample_count(stream))))
        let count = Int(media_sample_count(stream))
        guard own.withUnsafeMutableBufferPointer({ media_samples(stream, $0.baseAddress) }) == 0 else {
            throw FormatError(name, "has sound in a form that is not read")
        }
        own.removeLast(own.count - count)
        samples += own
    }
}
