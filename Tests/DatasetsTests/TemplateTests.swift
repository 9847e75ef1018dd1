// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import TestSupport
import Testing

/// The templates of the field's data sets, each on a small folder laid out as its authors lay it out.
@Suite struct `Templates` {
    /// A folder with a template's name for it, filled by `fill`.
    func load(_ template: String, _ folder: String, _ fill: (Shelf) throws -> Void) throws -> LoadedDataset {
        let shelf = try Shelf("")
        try fill(shelf)
        let manifest = Repository.root.appendingPathComponent("Suites/data/templates/\(template).yaml").path
        return try datasets["folder"].load(
            ["manifest": .string(manifest)], DatasetContext(runSeed: 0, dataRoot: shelf.root.path))
    }

    /// Rows of a table: ids and words of splits, two in each.
    static let rows = [
        ("a", "train"), ("b", "train"), ("c", "val"), ("d", "val"), ("e", "test"), ("f", "test"),
    ]

    func expect(_ data: LoadedDataset, modalities: [String], kinds: [ColumnKind], rows: [Int]) {
        #expect(data.signature.modalities.map(\.name) == modalities)
        #expect(data.signature.columns.values.map(\.kind) == kinds)
        #expect(Split.allCases.map { data.part($0).count } == rows)
        #expect(data.signature.classes == 2)
    }

    @Test func `CREMA-D`() throws {
        let data = try load("crema-d", "CREMA-D") { shelf in
            var table = "clip,actor,label,split\n"
            for (index, (name, split)) in Self.rows.enumerated() {
                table += "10\(index)_DFA_\(name),10\(index),\(index % 2 == 0 ? "ANG" : "SAD"),\(split)\n"
                try shelf.put("CREMA-D/VideoFlash/10\(index)_DFA_\(name).flv", MediaFiles.matroska)
                try shelf.put(
                    "CREMA-D/AudioWAV/10\(index)_DFA_\(name).wav", MediaWriter.wav16([0, 0.5], sampleRate: 16_000))
            }
            try shelf.put("CREMA-D/items.csv", Array(table.utf8))
        }
        expect(data, modalities: ["video", "audio"], kinds: [.video, .spectrogram], rows: [2, 2, 2])
    }

    @Test func `Kinetics-Sounds`() throws {
        let data = try load("kinetics-sounds", "kinetics-sounds") { shelf in
            var table = "clip,label,split\n"
            for (index, (name, split)) in Self.rows.enumerated() {
                table += "\(name),\(index % 2 == 0 ? "tap dancing" : "bowling"),\(split)\n"
                try shelf.put("kinetics-sounds/videos/\(name).mp4", MediaFiles.mp4)
                try shelf.put("kinetics-sounds/audio/\(name).flac", MediaFiles.flac)
            }
            try shelf.put("kinetics-sounds/items.csv", Array(table.utf8))
        }
        expect(data, modalities: ["video", "audio"], kinds: [.video, .spectrogram], rows: [2, 2, 2])
    }

    @Test func `AVE, with the authors' lists`() throws {
        let data = try load("ave", "AVE_Dataset") { shelf in
            for (list, split) in [("trainSet", "train"), ("valSet", "val"), ("testSet", "test")] {
                var lines = ""
                for (index, (name, own)) in Self.rows.enumerated() where own == split {
                    lines += "\(index % 2 == 0 ? "Church bell" : "Bark")&\(name)&good&0&10\n"
                    try shelf.put("AVE_Dataset/AVE/\(name).mp4", MediaFiles.mp4)
                    try shelf.put("AVE_Dataset/audio/\(name).flac", MediaFiles.flac)
                }
                try shelf.put("AVE_Dataset/\(list).txt", Array(lines.utf8))
            }
        }
        expect(data, modalities: ["video", "audio"], kinds: [.video, .spectrogram], rows: [2, 2, 2])
    }

    @Test func `VGGSound, with the authors' table; validation is carved`() throws {
        let data = try load("vggsound", "vggsound") { shelf in
            var table = ""
            for index in 0..<14 {
                let name = "v\(index)"
                table +=
                    "\(name),\(index),\"\(index % 2 == 0 ? "dog, barking" : "rain")\",\(index < 10 ? "train" : "test")\n"
                try shelf.put("vggsound/video/\(name).mp4", MediaFiles.mp4)
                try shelf.put("vggsound/audio/\(name).flac", MediaFiles.flac)
            }
            try shelf.put("vggsound/vggsound.csv", Array(table.utf8))
        }
        expect(data, modalities: ["video", "audio"], kinds: [.video, .spectrogram], rows: [9, 1, 4])
        #expect(data.signature.classNames == ["dog, barking", "rain"])
    }

    @Test func `UCF-101, frames and flow`() throws {
        let data = try load("ucf101", "UCF101") { shelf in
            var table = "clip,split,group\n"
            for (index, (name, split)) in Self.rows.enumerated() {
                let clip = "\(index % 2 == 0 ? "Archery" : "Bowling")/v_\(name)_g0\(index)"
                table += "\(clip),\(split),g0\(index)\n"
                for frame in 1...3 {
                    try shelf.put("UCF101/frames/\(clip)/000\(frame).png", MediaFiles.png)
                    try shelf.put("UCF101/flow/\(clip)/000\(frame).png", MediaFiles.png)
                }
            }
            try shelf.put("UCF101/items.csv", Array(table.utf8))
        }
        expect(data, modalities: ["rgb", "flow"], kinds: [.video, .video], rows: [2, 2, 2])
        #expect(data.signature.classNames == ["Archery", "Bowling"])
    }

    @Test func `UPMC Food-101, with the authors' lists; validation is carved`() throws {
        let data = try load("food101", "UPMC_Food101") { shelf in
            var lists = ["train": "", "test": ""]
            for index in 0..<24 {
                let label = index % 2 == 0 ? "apple_pie" : "sushi"
                lists[index < 20 ? "train" : "test", default: ""] +=
                    "\(label)_\(index).jpg,\"How to make \(label), easily\",\(label)\n"
                try shelf.put("UPMC_Food101/images/all/\(label)_\(index).jpg", MediaFiles.jpeg)
            }
            for (name, text) in lists { try shelf.put("UPMC_Food101/texts/\(name)_titles.csv", Array(text.utf8)) }
        }
        expect(data, modalities: ["image", "text"], kinds: [.image, .text], rows: [18, 2, 4])
    }

    @Test func `CMU-MOSEI, three modalities of one archive`() throws {
        let data = try load("cmu-mosei", "cmu-mosei") { shelf in
            var table = "row,split,label,video\n"
            for (index, (name, split)) in Self.rows.enumerated() {
                table += "\(index),\(split),\(index % 2),\(name)\n"
            }
            try shelf.put("cmu-mosei/items.csv", Array(table.utf8))
            let numbers = (0..<12).map { Float($0) }
            try shelf.put(
                "cmu-mosei/mosei.npz",
                ZipFiles.stored(
                    ["text", "audio", "vision"].map { ($0 + ".npy", `A described folder`.matrix(numbers, "(6, 2, 1)")) }
                ))
        }
        expect(
            data, modalities: ["text", "audio", "vision"], kinds: [.features, .features, .features], rows: [2, 2, 2])
    }

    @Test func `CeFA, three sensors of which one may lack`() throws {
        let data = try load("cefa", "CASIA-CeFA") { shelf in
            var table = "clip,subject,label,split\n"
            for (index, (name, split)) in Self.rows.enumerated() {
                let clip = "train/\(name)_1_1"
                table += "\(clip),\(name),\(index % 2 == 0 ? "live" : "fake"),\(split == "val" ? "dev" : split)\n"
                for sensor in ["profile", "depth", "ir"] where !(index == 1 && sensor == "ir") {
                    try shelf.put("CASIA-CeFA/\(clip)/\(sensor)/0001.jpg", MediaFiles.jpeg)
                }
            }
            try shelf.put("CASIA-CeFA/items.csv", Array(table.utf8))
        }
        expect(data, modalities: ["color", "depth", "infrared"], kinds: [.video, .video, .video], rows: [2, 2, 2])
        #expect(data.part(.train).present == [0b111, 0b011])
    }
}

/// A zip archive whose members are stored, as `numpy.savez` writes it.
enum ZipFiles {
    static func stored(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in members {
            var sum = UInt32.max
            for byte in content {
                sum ^= UInt32(byte)
                for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1 }
            }
            var facts = little(0, 8)
            facts +=
                little(Int(~sum), 4) + little(content.count, 4) + little(content.count, 4) + little(name.utf8.count, 2)
            let place = bytes.count
            bytes += [0x50, 0x4b, 3, 4] + little(20, 2)
            bytes += facts + little(0, 2) + Array(name.utf8) + content
            directory += [0x50, 0x4b, 1, 2] + little(20, 2) + little(20, 2)
            directory += facts + little(0, 12) + little(place, 4) + Array(name.utf8)
        }
        var end: [UInt8] = [0x50, 0x4b, 5, 6] + little(0, 4)
        end += little(members.count, 2) + little(members.count, 2)
        end += little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
        return bytes + directory + end
    }
}
