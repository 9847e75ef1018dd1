// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Records
import Suites

/// One run to do, after those it needs.
public struct WorkOrder: Sendable {
    public let spec: RunSpec
    public let fingerprint: Fingerprint
    public let needs: [Fingerprint]
}

/// What is left to do of a suite.
public struct WorkPlan: Sendable {
    /// Companions stand before the runs that need them.
    public let orders: [WorkOrder]
    /// What the ledger holds already.
    public let known: [Fingerprint: RunResult]

    /// - Parameters:
    ///   - fresh: run everything, whatever the ledger holds.
    ///   - retryFailed: run failed ones again.
    public init(_ cells: [Cell], ledger: Ledger, fresh: Bool, retryFailed: Bool) throws(LedgerError) {
        var seen: Set<Fingerprint> = []
        var all: [WorkOrder] = []
        for cell in cells where cell.notApplicable == nil {
            for companion in cell.companions {
                let fingerprint = companion.fingerprint
                if seen.insert(fingerprint).inserted {
                    all.append(WorkOrder(spec: companion, fingerprint: fingerprint, needs: []))
                }
            }
            let fingerprint = cell.spec.fingerprint
            if seen.insert(fingerprint).inserted {
                all.append(
                    WorkOrder(spec: cell.spec, fingerprint: fingerprint, needs: cell.companions.map(\.fingerprint)))
            }
        }
        guard !fresh else {
            orders = all
            known = [:]
            return
        }
        var known = try ledger.results(all.map(\.fingerprint))
        if retryFailed { known = known.filter { $0.value.state != .failed } }
        self.known = known
        orders = all.filter { known[$0.fingerprint] == nil }
    }
}
