// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Records
import Suites

/// One run to do, after those it needs.
public struct WorkOrder: Sendable {
    /// What is to be trained.
    public let spec: RunSpec
    /// Its name in the ledger.
    public let fingerprint: Fingerprint
    /// Runs that must be finished before.
    public let needs: [Fingerprint]
}

/// What is left to do of a suite.
public struct WorkPlan: Sendable {
    /// Companions stand before the runs that need them.
    public let orders: [WorkOrder]
    /// What the ledger holds already, and how it ended.
    public let known: [Fingerprint: RunState]
    /// Everything the suite stands on, done or not.
    public let all: [Fingerprint]

    /// - Parameters:
    ///   - cells: of a suite.
    ///   - ledger: what is known.
    ///   - fresh: run everything, whatever the ledger holds.
    ///   - retryFailed: run failed ones again.
    public init(_ cells: [Cell], ledger: Ledger, fresh: Bool, retryFailed: Bool) throws(LedgerError) {
        var seen: Set<Fingerprint> = []
        var names: [RunSpec: Fingerprint] = [:]
        var all: [WorkOrder] = []
        seen.reserveCapacity(cells.count)
        all.reserveCapacity(cells.count)
        for cell in cells where cell.notApplicable == nil {
            let needs = cell.companions.map { companion in
                if let known = names[companion] { return known }
                let fingerprint = companion.fingerprint
                names[companion] = fingerprint
                return fingerprint
            }
            for (companion, fingerprint) in zip(cell.companions, needs) where seen.insert(fingerprint).inserted {
                all.append(WorkOrder(spec: companion, fingerprint: fingerprint, needs: []))
            }
            if seen.insert(cell.fingerprint).inserted {
                all.append(WorkOrder(spec: cell.spec, fingerprint: cell.fingerprint, needs: needs))
            }
        }
        self.all = all.map(\.fingerprint)
        guard !fresh else {
            orders = all
            known = [:]
            return
        }
        var known = try ledger.states(self.all)
        if retryFailed { known = known.filter { $0.value != .failed } }
        self.known = known
        orders = all.filter { known[$0.fingerprint] == nil }
    }
}
