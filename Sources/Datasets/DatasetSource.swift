// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// What a data set may ask of its surroundings.
public struct DatasetContext: Sendable {
    /// Seed of the run, for data that is drawn anew for each.
    public let runSeed: Int
    /// The folder given with `--data`.
    public let dataRoot: String?
    /// Where manifests with relative names are looked for, first one first; the working directory if there are none.
    public let manifestFolders: [String]
    /// Where digests of unchanged files are remembered; nil is nowhere.
    public let digestCache: String?
    /// Where decoded and preprocessed files are kept; nil is nowhere.
    public let preparedCache: String?
    /// Told now and then how far a load is: of what, items done, items in all.
    public let progress: (@Sendable (_ what: String, _ done: Int, _ all: Int) -> Void)?

    public init(
        runSeed: Int, dataRoot: String?, manifestFolders: [String] = [], digestCache: String? = nil,
        preparedCache: String? = nil, progress: (@Sendable (_ what: String, _ done: Int, _ all: Int) -> Void)? = nil
    ) {
        self.runSeed = runSeed
        self.dataRoot = dataRoot
        self.manifestFolders = manifestFolders
        self.digestCache = digestCache
        self.preparedCache = preparedCache
        self.progress = progress
    }

    /// The file that a manifest's name means. Throws a sentence that says where it was looked for.
    func manifest(_ name: String) throws -> String {
        if name.hasPrefix("/") || manifestFolders.isEmpty { return name }
        let places = manifestFolders.map { $0 + "/" + name }
        guard let place = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw FormatError(name, "there is no such manifest (looked for \(places.joined(separator: ", ")))")
        }
        return place
    }
}

/// Generates or loads a data set.
public protocol DatasetSource: Sendable {
    /// Keys of the data set in YAML.
    associatedtype Options: Configurable
    /// Id, title and source.
    static var card: Card { get }
    /// Generates or reads all three splits.
    static func load(_ options: Options, _ context: DatasetContext) throws -> LoadedDataset
    /// Modalities in declared order, without loading everything where that can be avoided.
    static func modalities(_ options: Options, _ context: DatasetContext) throws -> [Modality]
    /// SHA-256 over everything that is read; empty for generated data.
    static func digest(_ options: Options, _ context: DatasetContext) throws -> String
    /// Whether the data is drawn anew for each run seed.
    static func dependsOnSeed(_ options: Options) -> Bool
    /// The samples behind generated spectrograms, by modality.
    static func sounds(_ options: Options, _ context: DatasetContext) throws -> [String: SoundOriginals]
}

extension DatasetSource {
    public static func sounds(_: Options, _: DatasetContext) throws -> [String: SoundOriginals] { [:] }
}

/// A data set as the registry holds it, its types put away.
public struct DatasetEntry: RegistryEntry {
    public let card: Card
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Generates or reads all three splits.
    public let load: @Sendable (ConfigValue, DatasetContext) throws -> LoadedDataset
    /// Its modalities in declared order, without loading it.
    public let modalities: @Sendable (ConfigValue, DatasetContext) throws -> [Modality]
    /// SHA-256 of what is read; empty where everything is generated.
    public let digest: @Sendable (ConfigValue, DatasetContext) throws -> String
    /// Whether each seed has data of its own.
    public let dependsOnSeed: @Sendable (ConfigValue) throws -> Bool
    /// Waveforms behind its spectrograms, for writing to disk.
    public let sounds: @Sendable (ConfigValue, DatasetContext) throws -> [String: SoundOriginals]

    init<S: DatasetSource>(_ type: S.Type) {
        card = S.card
        fields = S.Options.fields
        resolve = {
            let resolution = S.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        load = { try S.load(try S.Options.decode($0), $1) }
        modalities = { try S.modalities(try S.Options.decode($0), $1) }
        digest = { try S.digest(try S.Options.decode($0), $1) }
        dependsOnSeed = { S.dependsOnSeed(try S.Options.decode($0)) }
        sounds = { try S.sounds(try S.Options.decode($0), $1) }
    }
}

/// All data sets, one line each.
public let datasets = Registry<DatasetEntry>(
    "dataset",
    [
        DatasetEntry(Folder.self),
        DatasetEntry(Latent.self),
        DatasetEntry(ShapesCaptions.self),
        DatasetEntry(SpritesTones.self),
    ])
