// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites

/// Trained parameters of runs that others may start from or learn from, and results of runs that were made on the way to
/// another, for as long as memory is granted.
///
/// What is not there any more (or was trained by another process) is trained again: a run's specification determines
/// every bit of its parameters, so that nothing depends on what the shelf holds.
final class WeightShelf: @unchecked Sendable {
    private let lock = NSLock()
    private var places: [Fingerprint: NamedWeights] = [:]
    private var order: [Fingerprint] = []
    private var results: [Fingerprint: RunResult] = [:]
    private var numbers = 0
    private let limit: Int

    /// `limit`: numbers kept, 4 bytes each.
    init(limit: Int = 64 << 20) { self.limit = limit }

    subscript(_ fingerprint: Fingerprint) -> NamedWeights? {
        lock.lock()
        defer { lock.unlock() }
        return places[fingerprint]
    }

    /// The result of a run that was made on the way to another.
    func result(of fingerprint: Fingerprint) -> RunResult? {
        lock.lock()
        defer { lock.unlock() }
        return results[fingerprint]
    }

    /// Keeps a result, without its curves.
    func put(_ result: RunResult, of fingerprint: Fingerprint) {
        var kept = result
        kept.curves = [:]
        lock.lock()
        defer { lock.unlock() }
        if results.count >= 4096 { results = [:] }
        results[fingerprint] = kept
    }

    func put(_ parameters: Parameters, of fingerprint: Fingerprint) {
        guard parameters.count <= limit else { return }
        var values: [String: [Float]] = [:]
        for info in parameters.infos + parameters.states {
            values[info.name] = Array(
                UnsafeBufferPointer(start: parameters.buffer.pointer + info.offset, count: info.count))
        }
        lock.lock()
        defer { lock.unlock() }
        if places[fingerprint] == nil { order.append(fingerprint) }
        numbers += parameters.count
        places[fingerprint] = NamedWeights(values)
        while numbers > limit, order.count > 1 {
            let oldest = order.removeFirst()
            numbers -= places[oldest]?.values.values.reduce(0) { $0 + $1.count } ?? 0
            places[oldest] = nil
        }
    }
}
