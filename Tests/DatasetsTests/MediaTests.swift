// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import TestSupport
import Testing

@Suite struct Media {
    static let whole = PictureShape(height: 0, width: 0)

    @Test func `lossless pictures come back to the bit`() throws {
        for bytes in [MediaFiles.ppm, MediaFiles.png] {
            let frames = try Frames.picture(bytes, name: "x", Self.whole)
            #expect(frames.height == 6 && frames.width == 8 && frames.channels == 3 && frames.count == 1)
            #expect(frames.values == MediaFiles.pixels)
        }
    }

    @Test func `a JPEG comes back nearly`() throws {
        let frames = try Frames.picture(MediaFiles.jpeg, name: "x.jpg", Self.whole)
        let errors = zip(frames.values, MediaFiles.pixels).map { abs(Int($0) - Int($1)) }
        // Colours are stored at half the resolution, so neighbours of a steep gradient mix.
        #expect(errors.count == 144 && errors.reduce(0, +) / 144 < 12)
    }

    @Test func `pictures are scaled, cropped and turned grey`() throws {
        let small = try Frames.picture(MediaFiles.ppm, name: "x", PictureShape(height: 3, width: 4))
        #expect(small.height == 3 && small.width == 4)
        // The middle of a 2 × 2 block of a linear ramp is its mean.
        #expect(abs(Int(small.values[4 * 3 + 3]) - 75) <= 8)
        let square = try Frames.picture(MediaFiles.ppm, name: "x", PictureShape(height: 6, width: 6, fit: .crop))
        // One column is cut on each side.
        #expect(square.values.prefix(3) == [30, 0, 128])
        let grey = try Frames.picture(MediaFiles.ppm, name: "x", PictureShape(height: 0, width: 0, channels: 1))
        #expect(grey.values.count == 48 && grey.values[0] == UInt8((114 * 128 + 500) / 1000))
    }

    @Test(arguments: [MediaFiles.matroska, MediaFiles.mp4])
    func `frames are spread evenly over a video`(bytes: [UInt8]) throws {
        let frames = try Frames.video(bytes, name: "x", count: 4, PictureShape(height: 4, width: 4))
        #expect(frames.count == 4 && frames.values.count == 4 * 48)
        func color(_ frame: Int) -> String {
            let pixel = frames.values[frame * 48..<frame * 48 + 3].map { Int($0) }
            return pixel[0] > 200 && pixel[2] < 60 ? "red" : pixel[2] > 200 && pixel[0] < 60 ? "blue" : "\(pixel)"
        }
        #expect((0..<4).map(color) == ["red", "red", "blue", "blue"])
        // Eight frames asked for twice as many: each stands twice.
        let twice = try Frames.video(bytes, name: "x", count: 16, PictureShape(height: 2, width: 2))
        #expect(
            (0..<8).allSatisfy { twice.values[$0 * 24..<$0 * 24 + 12] == twice.values[$0 * 24 + 12..<$0 * 24 + 24] })
    }

    @Test func `lossless sound is that of a WAV file`() throws {
        let bytes = Formats.wav(dataSize: 800, samples: MediaFiles.samples, channels: 2)
        let wave = try WAV(bytes: bytes, name: "x.wav")
        let flac = try Sound(MediaFiles.flac, name: "x.flac")
        #expect(flac.samples == wave.samples && flac.sampleRate == 8000 && flac.isExact)
        let same = try Sound(bytes, name: "x.wav")
        #expect(same.samples == wave.samples && same.isExact)
    }

    @Test func `what is no picture and no sound is refused with one line`() {
        for bytes in [
            [], [1, 2, 3], Array("#EXTM3U\n/etc/passwd\n".utf8), Array("ffconcat version 1.0\nfile x.png".utf8),
        ] {
            for error in [
                #expect(throws: FormatError.self) { try Frames.picture(bytes, name: "x", Self.whole) },
                #expect(throws: FormatError.self) { try Sound(bytes, name: "x") },
            ] {
                #expect(error?.description.contains("\n") == false && error?.description.hasPrefix("x: ") == true)
            }
        }
        #expect(throws: FormatError.self) { try Sound(MediaFiles.png, name: "x") }
        #expect(throws: FormatError.self) { try Frames.picture(MediaFiles.flac, name: "x", Self.whole) }
    }

    @Test(arguments: 0..<5)
    func `files that are cut or flipped are read or refused`(kind: Int) {
        let bytes = [MediaFiles.jpeg, MediaFiles.png, MediaFiles.flac, MediaFiles.matroska, MediaFiles.mp4][kind]
        var stream = RandomKey(seed: 5).fold(kind).stream()
        for round in 0..<60 {
            var broken = bytes
            if round % 2 == 0 { broken.removeLast(1 + stream.below(bytes.count - 1)) }
            for _ in 0..<stream.below(4) { broken[stream.below(broken.count)] = UInt8(stream.below(256)) }
            let shape = PictureShape(height: 4, width: 4)
            do {
                if kind == 2 {
                    let sound = try Sound(broken, name: "x")
                    #expect(sound.samples.allSatisfy { $0.isFinite })
                } else {
                    let frames = try Frames.video(broken, name: "x", count: 3, shape)
                    #expect(frames.values.count == 3 * 48)
                }
            } catch {
                #expect(error.description.hasPrefix("x: "))
            }
        }
    }

    @Test func `a PNG that announces a huge picture is refused before memory is taken`() {
        var bytes = MediaFiles.png
        // Width and height of the header; its checksum is then wrong too, which decoders may notice first.
        bytes.replaceSubrange(16..<24, with: [0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff])
        #expect(throws: FormatError.self) { try Frames.picture(bytes, name: "x", Self.whole) }
        #expect(throws: FormatError.self) {
            try Frames.picture(Array("P6\n60000 60000\n255\n".utf8) + [1, 2, 3], name: "x", Self.whole)
        }
    }

    // MARK: Archives

    func written(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-\(UUID().uuidString).tar")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file.path)
    }

    @Test func `members of a tar archive are found, its tricks are not`() throws {
        try written(
            MediaFiles.tar([("a/1.txt", [1, 2, 3]), ("./2.txt", []), ("3.txt", .init(repeating: 7, count: 600))])
        ) {
            let tar = try Tar(path: $0, name: "x.tar")
            #expect(tar.members.map(\.name) == ["a/1.txt", "2.txt", "3.txt"])
            #expect(try tar.bytes("a/1.txt") == [1, 2, 3])
            #expect(try tar.bytes("2.txt").isEmpty)
            #expect(try tar.bytes("3.txt").count == 600)
            #expect(throws: FormatError.self) { try tar.bytes("4.txt") }
        }
        for name in ["../x", "/etc/passwd", "a/../../x"] {
            try written(MediaFiles.tar([(name, [1])])) { path in
                let error = #expect(throws: FormatError.self) { try Tar(path: path, name: "x.tar") }
                #expect(error?.description.contains("leaves it") == true)
            }
        }
    }

    @Test func `tar archives that are cut or flipped are read or refused`() throws {
        let bytes = MediaFiles.tar([("1.txt", [1, 2, 3]), ("2.txt", [4])])
        var stream = RandomKey(seed: 6).stream()
        for round in 0..<200 {
            var broken = bytes
            if round % 2 == 0 { broken.removeLast(1 + stream.below(bytes.count)) }
            for _ in 0..<stream.below(3) where !broken.isEmpty {
                broken[stream.below(broken.count)] = UInt8(stream.below(256))
            }
            try written(broken) { path in
                do {
                    let tar = try Tar(path: path, name: "x")
                    for member in tar.members { _ = try tar.bytes(member.name) }
                } catch {
                    #expect("\(error)".hasPrefix("x"))
                }
            }
        }
    }

    @Test func `a long name of a GNU or pax archive is kept`() throws {
        let long = String(repeating: "d/", count: 80) + "x.txt"
        var pax = MediaFiles.tar([("pax", Array("\(long.utf8.count + 10) path=\(long)\n".utf8)), ("short", [9])])
        // The first member is turned into the record that names the second.
        pax[156] = UInt8(ascii: "x")
        let sum = String(
            pax[..<512].enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) },
            radix: 8)
        pax.replaceSubrange(148..<154, with: Array((String(repeating: "0", count: 6 - sum.count) + sum).utf8))
        try written(pax) { path in
            let tar = try Tar(path: path, name: "x.tar")
            #expect(tar.members.map(\.name) == [long])
            #expect(try tar.bytes(long) == [9])
        }
    }

    @Test(
        .enabled(if: Repository.hasShared, "\(Repository.absentLine)"),
        arguments: ["npy_samples", "npy_samples_deflated"])
    func `arrays of an archive are those of the reference`(name: String) throws {
        let golden = try Repository.golden("npy_samples")
        let arrays = try #require(golden["arrays"] as? [String: [String: Any]])
        let path = try #require(Repository.shared).appendingPathComponent("golden/\(name).npz").path
        let archive = try NPZ(path: path, name: "x.npz")
        #expect(archive.names.sorted() == arrays.keys.sorted())
        for (key, wanted) in arrays {
            let array = try archive.array(key)
            #expect(array.shape == wanted["shape"] as? [Int], "\(key)")
            #expect(array.values == (wanted["data"] as? [NSNumber])?.map(\.doubleValue), "\(key)")
        }
        #expect(throws: FormatError.self) { try archive.array() }
        #expect(throws: FormatError.self) { try archive.array("none") }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var stream = RandomKey(seed: 8).fold(name).stream()
        for round in 0..<60 {
            var broken = bytes
            if round % 3 == 0 { broken.removeLast(1 + stream.below(bytes.count - 1)) }
            for _ in 0..<1 + stream.below(3) { broken[stream.below(broken.count)] = UInt8(stream.below(256)) }
            do {
                let archive = try NPZ(bytes: broken, name: "x")
                for name in archive.names { _ = try archive.array(name) }
            } catch {
                #expect("\(error)".hasPrefix("x"))
            }
        }
    }
}
