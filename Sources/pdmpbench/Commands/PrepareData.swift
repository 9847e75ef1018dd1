// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Strategies
import Workshop

extension DataCommand {
    /// Makes data sets that suites use and that lie in no repository.
    struct Prepare: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "prepare", abstract: "Make a data set that suites load: tuxpaint or rendered.",
            discussion:
                "tuxpaint: pictures with spoken and written descriptions, from Debian's\npackage tuxpaint-stamps-default. rendered: generated pictures with\ncaptions and clips with sound, written as PNG, MP4 and WAV.\n\nExample: pdmpbench data prepare tuxpaint"
        )

        enum Name: String, ExpressibleByArgument, CaseIterable { case tuxpaint, rendered }

        @Argument(help: "tuxpaint or rendered.") var name: Name
        @Option(name: .shortAndLong, help: "Folder of data sets (PDMPBENCH_DATA_DIR, else .pdmpbench/data).")
        var output: String?
        @Option(help: "Where the stamps are.") var stamps: String = StampCollection.home
        @Flag(help: "Make it again if it is there.") var fresh = false

        func run() throws {
            let root = output.map { URL(fileURLWithPath: $0) } ?? Folders.data
            switch name {
            case .tuxpaint:
                try make("tuxpaint", below: root) { folder in
                    let collection = try StampCollection(stamps)
                    try collection.write(to: folder) { done, all in loadProgress("stamps", done, all) }
                    return "\(collection.count) pictures"
                }
            case .rendered:
                for (name, set) in Prepare.rendered {
                    try make(name, below: root) { folder in
                        let entry = try datasets[set.id]
                        let options = entry.resolve(set.options).canonical
                        let files = try export(
                            entry, options, to: folder, videos: .mp4, DatasetContext(runSeed: 0, dataRoot: nil))
                        return "\(files) files"
                    }
                }
            }
        }

        /// What suites load as rendered data.
        private static let rendered: [(String, (id: String, options: ConfigValue))] = [
            (
                "rendered-shapes",
                (
                    "shapes-captions",
                    [
                        "size": 16, "imageNoise": 0.15, "occlusion": 0.2, "textures": 3, "wrongWords": 0.1,
                        "absentWords": 0.2, "train": 1000, "validation": 200, "test": 300, "seed": 7,
                    ]
                )
            ),
            (
                "rendered-clips",
                (
                    "sprites-tones",
                    [
                        "regime": "complementary", "classes": 3, "frames": 4, "size": 16, "videoNoise": 0.05,
                        "videoOffset": 0.03, "wrongAudio": 0.1, "train": 1000, "validation": 200, "test": 300,
                        "seed": 7,
                    ]
                )
            ),
        ]

        private func make(_ name: String, below root: URL, _ body: (URL) throws -> String) throws {
            let folder = root.appendingPathComponent(name)
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("dataset.yaml").path) {
                guard fresh else {
                    print("\(folder.relativePath): is there already (--fresh makes it again)")
                    return
                }
                try FileManager.default.removeItem(at: folder)
            }
            do {
                print("\(folder.relativePath): \(try body(folder))")
            } catch let error as Stop {
                throw error
            } catch {
                throw Stop.configuration(sentence(error))
            }
        }
    }
}
