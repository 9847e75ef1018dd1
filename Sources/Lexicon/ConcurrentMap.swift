// SPDX-License-Identifier: Apache-2.0

import Dispatch

extension Array where Element: Sendable {
    /// The answers for all elements, in their order; made side by side, a thread a core, so what `answer` does must not
    /// depend on the order. Of several errors the first element's is thrown.
    public func concurrentMap<Answer: Sendable, Failure: Error>(
        _ answer: @Sendable (Element) throws(Failure) -> Answer
    ) throws(Failure) -> [Answer] {
        let outcomes = UnsafeMutablePointer<Result<Answer, Failure>>.allocate(capacity: count)
        // Each thread writes places of its own.
        nonisolated(unsafe) let places = outcomes
        DispatchQueue.concurrentPerform(iterations: count) { index in
            do throws(Failure) {
                (places + index).initialize(to: .success(try answer(self[index])))
            } catch {
                (places + index).initialize(to: .failure(error))
            }
        }
        defer {
            outcomes.deinitialize(count: count)
            outcomes.deallocate()
        }
        var answers: [Answer] = []
        answers.reserveCapacity(count)
        for index in 0..<count { answers.append(try outcomes[index].get()) }
        return answers
    }
}
