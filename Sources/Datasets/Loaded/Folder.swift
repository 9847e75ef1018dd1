// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// A folder of data with a table, described by a `dataset.yaml`; nothing is copied or converted.
public struct Folder: DatasetSource {
    public static let card = Card(
        id: "folder", title: "Folder", summary: "a folder with a table, described by a dataset.yaml")

    public struct Options: Configurable {
        @Field("path of the dataset.yaml, from the working directory") public var manifest: String = ""
        public init() {}
        public func problems() -> [String] { manifest.isEmpty ? ["'manifest' must name a dataset.yaml"] : [] }
    }

    public static func dependsOnSeed(_: Options) -> Bool { false }

    public static func modalities(_ options: Options, _ context: DatasetContext) throws -> [Modality] {
        try FolderReader(options.manifest, context).modalities.map(\.name)
    }

    public static func digest(_ options: Options, _ context: DatasetContext) throws -> String {
        try FolderReader(options.manifest, context).digest()
    }

    public static func load(_ options: Options, _ context: DatasetContext) throws -> LoadedDataset {
        try FolderReader(options.manifest, context).load()
    }
}
