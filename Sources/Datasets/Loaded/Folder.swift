// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// A folder of data with a table, described by a `dataset.yaml`; nothing is copied or converted.
public struct Folder: DatasetSource {
    public static let card = Card(
        id: "folder", title: "Folder", summary: "a folder with a table, described by a dataset.yaml")

    public struct Options: Configurable {
        @Field("the dataset.yaml, looked for beside the suite, in data/ beside it, and in the data folder") public
            var manifest: String = ""
        public init() {}
        public func problems() -> [String] { manifest.isEmpty ? ["'manifest' must name a dataset.yaml"] : [] }
    }

    public static func dependsOnSeed(_: Options) -> Bool { false }

    public static func modalities(_ options: Options, _ context: DatasetContext) throws -> [Modality] {
        try FolderReader(try context.manifest(options.manifest), context).modalities.map(\.name)
    }

    public static func digest(_ options: Options, _ context: DatasetContext) throws -> String {
        let manifest = try context.manifest(options.manifest)
        let reader = try FolderReader(manifest, context)
        guard let cache = context.digestCache else { return try reader.digest() }
        return try DigestCache(folder: cache).digest(root: reader.folder.root, manifest: manifest) {
            try reader.digest()
        }
    }

    public static func load(_ options: Options, _ context: DatasetContext) throws -> LoadedDataset {
        try FolderReader(try context.manifest(options.manifest), context).load()
    }
}
