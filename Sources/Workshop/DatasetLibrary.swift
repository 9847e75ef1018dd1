// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites

/// Data sets in memory, loaded once and shared by runs; the least recently used are let go.
final class DatasetLibrary: @unchecked Sendable {
    private struct Place {
        var data: LoadedDataset
        var used: Int
    }

    private let dataRoot: String?
    private let manifestFolders: [String]
    private let preparedCache: String?
    private let progress: (@Sendable (String, Int, Int) -> Void)?
    private let lock = NSCondition()
    private var places: [String: Place] = [:]
    private var loading: Set<String> = []
    private var signatures: [[Choice]: DatasetSignature] = [:]
    private var clock = 0
    private static let capacity = 24

    init(
        dataRoot: String?, manifestFolders: [String], preparedCache: String?,
        progress: (@Sendable (String, Int, Int) -> Void)?
    ) {
        self.preparedCache = preparedCache
        self.progress = progress
        self.dataRoot = dataRoot
        self.manifestFolders = manifestFolders
    }

    /// What a data set consists of when a task is posed on it, which no seed changes.
    func signature(_ choice: Choice, for task: Choice) throws -> DatasetSignature {
        let posed = [choice, task]
        if let known = lock.withLock({ signatures[posed] }) { return known }
        let signature = try load(choice, for: task, seed: 0).signature
        lock.withLock { signatures[posed] = signature }
        return signature
    }

    /// The data of a choice as a run with this task and seed sees it: a modality may have become the target, and where
    /// there is no text to write, the classes' names are spelled.
    func load(_ choice: Choice, for task: Choice, seed: Int) throws -> LoadedDataset {
        let data = try load(choice, seed: seed)
        guard let target = try tasks[task.id].target(task.options) else { return data }
        if !target.modality.isEmpty {
            let names = data.signature.modalities.map(\.name)
            guard names.contains(target.modality) else {
                throw TrainingError.unknownModality(target.modality, known: names)
            }
            guard names.count > 1 else {
                throw TrainingError.notApplicable("its only modality cannot be the target as well")
            }
            return data.retargeted(Modality(target.modality), as: target.role)
        }
        return target.role == .sequence ? data.spellingClasses() : data
    }

    /// The data of a choice as a run with this seed sees it.
    private func load(_ choice: Choice, seed: Int) throws -> LoadedDataset {
        let entry = try datasets[choice.id]
        let seed = try entry.dependsOnSeed(choice.options) ? seed : 0
        let name = "\(choice.id) \(choice.options.canonicalJSON) \(seed)"
        lock.lock()
        while loading.contains(name) { lock.wait() }
        clock += 1
        if let place = places[name] {
            places[name]?.used = clock
            lock.unlock()
            return place.data
        }
        loading.insert(name)
        lock.unlock()
        defer {
            lock.lock()
            loading.remove(name)
            lock.broadcast()
            lock.unlock()
        }
        let data = try entry.load(
            choice.options,
            DatasetContext(
                runSeed: seed, dataRoot: dataRoot, manifestFolders: manifestFolders, preparedCache: preparedCache,
                progress: progress))
        lock.lock()
        if places.count >= DatasetLibrary.capacity,
            let oldest = places.min(by: { $0.value.used < $1.value.used })?.key
        {
            places[oldest] = nil
        }
        places[name] = Place(data: data, used: clock)
        lock.unlock()
        return data
    }
}
