// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

/// A short look; `make fuzz` throws a million inputs at each.
@Suite struct `Mutated inputs` {
    @Test(arguments: FormatFuzz.targets.map(\.name))
    func `are read or refused with one line`(name: String) throws {
        let target = try #require(FormatFuzz.targets.first { $0.name == name })
        for seed in target.seeds { #expect(throws: Never.self) { try target.read(seed) } }
        let outcome = FormatFuzz.run(target, 0..<3000)
        #expect(outcome.inputs == 3000 && outcome.read + outcome.refused == 3000)
        #expect(outcome.findings.isEmpty, "\(outcome.findings.prefix(3))")
        #expect(outcome.refused > 300 && outcome.read > 10, "\(outcome.read) read, \(outcome.refused) refused")
        #expect(FormatFuzz.input(target, 17) == FormatFuzz.input(target, 17))
    }

    @Test func `there is a target for every parser of ours`() {
        #expect(
            FormatFuzz.targets.map(\.name) == [
                "csv", "idx", "jsonl", "npy", "npz", "safetensors", "tar", "wav", "yaml",
            ])
    }
}

@Suite struct `Hostile media` {
    /// A PNG whose header announces a size, without its checksum's agreement.
    func announcing(width: UInt32, height: UInt32) -> [UInt8] {
        var bytes = MediaFiles.png
        for byte in 0..<4 {
            bytes[16 + byte] = UInt8(truncatingIfNeeded: width >> UInt32(24 - 8 * byte))
            bytes[20 + byte] = UInt8(truncatingIfNeeded: height >> UInt32(24 - 8 * byte))
        }
        return bytes
    }

    @Test(arguments: [(UInt32(1), UInt32(1_000_000_000)), (1_000_000_000, 1), (65_535, 65_535)])
    func `a picture of a thousand million pixels is refused before memory is asked for`(width: UInt32, height: UInt32) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let before = usage.ru_maxrss
        #expect(throws: FormatError.self) {
            _ = try Frames.picture(
                announcing(width: width, height: height), name: "x.png", PictureShape(height: 8, width: 8))
        }
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #expect(usage.ru_maxrss - before < 600_000, "kilobytes")
    }

    @Test func `a stream that never ends is cut`() {
        // A WAV that announces more than there is, over and over: an hour of silence and more.
        var bytes = MediaWriter.wav16([Float](repeating: 0, count: 100), sampleRate: 8000)
        for place in [4, 5, 6, 7, 40, 41, 42, 43] { bytes[place] = 0xff }
        #expect(throws: FormatError.self) { _ = try WAV(bytes: bytes, name: "x.wav") }
        // What announces no end is read as far as it goes.
        let sound = try? Sound(bytes, name: "x.wav")
        #expect(sound == nil || sound?.samples.count == 100)
    }

    @Test func `broken videos and sounds end with one line`() {
        var stream = RandomKey(seed: 5).stream()
        for bytes in [MediaFiles.mp4, MediaFiles.matroska, MediaFiles.flac, MediaFiles.jpeg, MediaFiles.png] {
            for _ in 0..<60 {
                var broken = bytes
                for _ in 0...stream.below(6) { broken[stream.below(broken.count)] = UInt8(stream.below(256)) }
                if stream.below(3) == 0 { broken = Array(broken.prefix(stream.below(broken.count))) }
                for attempt in 0..<2 {
                    do {
                        if attempt == 0 {
                            _ = try Frames.video(broken, name: "x", count: 3, PictureShape(height: 4, width: 4))
                        } else {
                            _ = try Sound(broken, name: "x")
                        }
                    } catch {
                        #expect(!"\(error)".contains("\n"))
                    }
                }
            }
        }
    }

    @Test(arguments: ["../x.npy", "/etc/passwd", "a/../../x.npy", "link.npy"])
    func `no path leaves the folder`(path: String) throws {
        let manifest = "modalities:\n  x: {kind: features, array: \"\(path)\"}\n"
        let shelf = try Shelf(manifest, table: "split,label\ntrain,a\ntrain,b\nval,a\ntest,b\n")
        let outside = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-outside-\(UUID().uuidString).npy")
        defer { try? FileManager.default.removeItem(at: outside) }
        try Data(`A described folder`.matrix([1, 2, 3, 4], "(4, 1)")).write(to: outside)
        try FileManager.default.createSymbolicLink(
            at: shelf.root.appendingPathComponent("link.npy"), withDestinationURL: outside)
        let complaint = shelf.complaint()
        #expect(
            complaint.contains("leaves the data set's folder") || complaint.contains("must be relative"), "\(complaint)"
        )
    }
}
