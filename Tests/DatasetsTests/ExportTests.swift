// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

@Suite struct `A data set on disk` {
    static let small: ConfigValue = ["train": 12, "validation": 4, "test": 5]

    /// Options of a generated data set with few rows.
    static func options(_ more: [String: ConfigValue]) -> ConfigValue {
        .object((small.objectValue ?? [:]).merging(more) { $1 })
    }

    func export(_ id: String, _ more: [String: ConfigValue], _ video: DatasetExport.VideoForm = .mp4) throws -> (
        before: LoadedDataset, after: LoadedDataset, folder: URL
    ) {
        let context = DatasetContext(runSeed: 0, dataRoot: nil)
        let entry = try datasets[id]
        let resolved = entry.resolve(Self.options(more))
        #expect(resolved.issues.isEmpty, "\(resolved.issues)")
        let data = try entry.load(resolved.canonical, context)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-export-\(UUID().uuidString)")
        try DatasetExport(
            data, name: "x", source: "a test", sounds: try entry.sounds(resolved.canonical, context), videos: video
        ).write(to: folder)
        let again = try datasets["folder"].load(
            ["manifest": .string(folder.appendingPathComponent("dataset.yaml").path)], context)
        return (data, again, folder)
    }

    /// Whether two data sets are the same in everything that training and its metrics look at.
    func expectSame(_ a: LoadedDataset, _ b: LoadedDataset) {
        #expect(a.signature == b.signature)
        #expect(a.facts == b.facts)
        for split in Split.allCases {
            let (one, other) = (a.part(split), b.part(split))
            #expect(one.labels == other.labels && one.ids == other.ids && one.present == other.present)
            #expect(one.labelSets == other.labelSets)
            #expect(pattern(one.items) == pattern(other.items))
            for (x, y) in zip(one.columns.values, other.columns.values) { #expect(bits(x) == bits(y), "\(x.kind)") }
            #expect(Set(one.targets.keys) == Set(other.targets.keys))
            for role in TargetRole.allCases {
                guard let x = one.targets[role], let y = other.targets[role] else { continue }
                #expect(bits(x.column) == bits(y.column), "\(role)")
                #expect(pattern(x.items) == pattern(y.items))
            }
        }
    }

    /// Which rows are equal, whatever their numbers.
    func pattern(_ items: [Int32]) -> [Int] { items.map { items.firstIndex(of: $0) ?? -1 } }

    func bits(_ column: Column) -> [UInt32] {
        switch column.values {
        case .dense(let values): values.map(\.bitPattern)
        case .tokens(let tokens): tokens.map { UInt32(bitPattern: $0) }
        }
    }

    @Test(
        arguments: [
            ("latent", ["regime": "complementary", "classes": 3]), ("latent", ["regime": "mixed", "missing": [0.3]]),
            ("shapes-captions", ["size": 16, "textures": 4, "missing": [0.2, 0.4]]),
            ("sprites-tones", ["frames": 3, "size": 12, "soundFrames": 10]),
            ("sprites-tones", ["frames": 3, "size": 9, "soundFrames": 10, "caption": true, "missing": [0.3]]),
        ] as [(String, [String: ConfigValue])])
    func `comes back to the bit`(id: String, more: [String: ConfigValue]) throws {
        let made = try export(id, more)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        expectSame(made.before, made.after)
    }

    @Test(arguments: [DatasetExport.VideoForm.mkv, .frames])
    func `videos have other forms`(form: DatasetExport.VideoForm) throws {
        let made = try export("sprites-tones", ["frames": 3, "size": 10, "soundFrames": 10], form)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        expectSame(made.before, made.after)
    }

    @Test func `has checksums, a description of every file, and no leaks`() throws {
        let made = try export("shapes-captions", ["size": 16])
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let found = try DatasetInspection(folder: made.folder.path, DatasetContext(runSeed: 0, dataRoot: nil))
        #expect(found.problems.isEmpty, "\(found.problems)")
        #expect(found.checkedFiles ?? 0 > 21)
        let text = try String(contentsOf: made.folder.appendingPathComponent("croissant.json"), encoding: .utf8)
        let value = try JSONDecoder().decode(ConfigValue.self, from: Data(text.utf8))
        #expect(value["conformsTo"]?.stringValue == "http://mlcommons.org/croissant/1.0")
        let files = try #require(value["distribution"]?.arrayValue)
        #expect(files.count == found.checkedFiles)
        for file in files { #expect(file["sha256"]?.stringValue?.utf8.count == 64) }
        // A changed byte is seen.
        try Data("id\n".utf8).write(to: made.folder.appendingPathComponent("text-words.txt"))
        #expect(throws: (any Error).self) {
            _ = try DatasetInspection(folder: made.folder.path, DatasetContext(runSeed: 0, dataRoot: nil))
        }
    }

    @Test func `does not overwrite a folder`() throws {
        let made = try export("latent", [:])
        defer { try? FileManager.default.removeItem(at: made.folder) }
        #expect(throws: FormatError.self) {
            try DatasetExport(made.before, name: "x", source: "").write(to: made.folder)
        }
    }
}
