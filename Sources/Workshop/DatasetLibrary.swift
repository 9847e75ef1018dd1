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
    private let lock = NSCondition()
    private var places: [String: Place] = [:]
    private var loading: Set<String> = []
    private var clock = 0
    private static let capacity = 24

    init(dataRoot: String?) { self.dataRoot = dataRoot }

    /// The data of a choice as a run with this seed sees it.
    func load(_ choice: Choice, seed: Int) throws -> LoadedDataset {
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
        let data = try entry.load(choice.options, DatasetContext(runSeed: seed, dataRoot: dataRoot))
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
