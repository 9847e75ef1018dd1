// SPDX-License-Identifier: Apache-2.0

import Dispatch

extension Array where Element: Sendable {
    /// The answers for all elements, in their order; made side by side, a thread a core, so what `answer` does must not
    /// depend on the order. Of several errors the first element's is thrown.
    public func concurrentMap<Answer: Sendable>(
        _ answer: @Sendable (Element) throws -> Answer
    ) throws -> [Answer] {
        let outcomes = UnsafeMutablePointer<Result<Answer, any Error>>.allocate(capacity: count)
        // Each thread writes places of its own.
        nonisolated(unsafe) let places = outcomes
        DispatchQueue.concurrentPerform(iterations: count) { index in
            (places + index).initialize(to: Result { try answer(self[index]) })
        }
        defer {
            outcomes.deinitialize(count: count)
            outcomes.deallocate()
        }
        return try (0..<count).map { try outcomes[$0].get() }
    }
}
