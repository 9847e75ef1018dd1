// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Records

/// How long the rest will take: from what the ledger knows of runs of the same kind, and from what this session has
/// seen so far. Not safe for use from several threads at once.
public struct Forecast {
    private var expected: [Fingerprint: Double] = [:]
    /// Sum over the orders left whose kind is known, and number of those whose kind is not.
    private var knownSeconds = 0.0
    private var unknown = 0
    /// Seconds that were expected and that came, over finished orders: how fast this machine is now.
    private var awaited = 0.0
    private var came = 0.0
    private var all = 0.0
    private var finished = 0

    /// Asks the ledger what runs like those of the plan took.
    public init(_ plan: WorkPlan, ledger: Ledger) throws(LedgerError) {
        let seconds = try ledger.expectedSeconds(plan.orders.map(\.spec))
        for (order, seconds) in zip(plan.orders, seconds) {
            if let seconds {
                expected[order.fingerprint] = seconds
                knownSeconds += seconds
            } else {
                unknown += 1
            }
        }
    }

    /// Learns from a run that has just ended.
    public mutating func note(_ fingerprint: Fingerprint, seconds: Double) {
        finished += 1
        all += seconds
        if let guess = expected.removeValue(forKey: fingerprint) {
            knownSeconds = max(0, knownSeconds - guess)
            awaited += guess
            came += seconds
        } else {
            unknown -= 1
        }
    }

    /// Seconds until the end on `jobs` workers; nil while nothing is known.
    public func left(jobs: Int) -> Double? {
        // The ledger's times may be another machine's; what came in this session corrects them.
        let pace = awaited > 0 ? came / awaited : 1
        if unknown > 0, finished == 0 { return nil }
        let mean = finished > 0 ? all / Double(finished) : 0
        return (knownSeconds * pace + Double(unknown) * mean) / Double(max(1, jobs))
    }
}
