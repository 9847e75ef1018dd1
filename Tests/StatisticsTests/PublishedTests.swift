// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics
import TestSupport
import Testing

/// What Docs/reports.md tells of the intervals is simulated here; a difference prints the table as it should be.
@Suite struct `Published coverage` {
    private typealias Interval = @Sendable (Strata<Problems, Seeds>, RandomKey) -> ClosedRange<Double>?
    private struct Method: Sendable {
        let name: String
        let problems: Int
        let interval: Interval
    }

    private static let sizes = [3, 5, 10, 20]
    private static let methods: [Method] = {
        func bootstrap(_ method: Bootstrap.Method) -> Interval {
            { Bootstrap.interval($0, Bootstrap.mean, method: method, count: 400, key: $1) }
        }
        return [
            Method(name: "Student (means in tables)", problems: 1) { scores, _ in MeanInterval(scores.values).interval
            },
            Method(name: "percentiles, widened (over all problems)", problems: 1, interval: bootstrap(.expanded)),
            Method(name: "the same, mean of 4 problems", problems: 4, interval: bootstrap(.expanded)),
            Method(name: "percentiles as they are", problems: 1, interval: bootstrap(.percentile)),
            Method(name: "bias-corrected and accelerated", problems: 1, interval: bootstrap(.accelerated)),
        ]
    }()

    @Test func `of all methods stands in the page as it is simulated`() throws {
        let page = try String(contentsOf: Repository.root.appendingPathComponent("Docs/reports.md"), encoding: .utf8)
        let rows = Self.methods.concurrentMap { method in
            let shares = Self.sizes.map { seeds in
                Coverage.ofMean(
                    problems: method.problems, seeds: seeds, trials: 4000, key: RandomKey(seed: 17),
                    interval: method.interval)
            }
            return (name: method.name, shares: shares)
        }
        let table = rows.map { row in
            "| \(row.name) | \(row.shares.map { FixedPoint.text($0, 3) }.joined(separator: " | ")) |"
        }
        for line in table where !page.contains(line) {
            Issue.record("Docs/reports.md does not say:\n\(table.joined(separator: "\n"))")
            break
        }
        // From ten seeds on, what a report prints covers; below, its caution is needed.
        for row in rows.prefix(3) { #expect(row.shares.suffix(2).allSatisfy { $0 >= 0.93 }, "\(row)") }
        #expect(rows[0].shares[0] >= 0.93 && rows[3].shares[0] < 0.8, "\(rows)")
    }
}
