// SPDX-License-Identifier: Apache-2.0

/// Numbers that are equal or are not: no margin, no chance.
enum ExactTier {
    /// Fewer is better. Repeats of a side must agree, or the number is none.
    static func finding(subject: String, metric: String, base: [Int], head: [Int]) -> Finding {
        var finding = Finding(
            tier: .exact, subject: subject, metric: metric, judgement: .incomparable,
            pairs: min(base.count, head.count))
        guard let before = base.first, let after = head.first else {
            finding.note = "no counts"
            return finding
        }
        guard base.allSatisfy({ $0 == before }), head.allSatisfy({ $0 == after }) else {
            finding.note = "repeats differ: not a count"
            return finding
        }
        finding.judgement = after > before ? .regressed : after < before ? .improved : .equivalent
        finding.change = before > 0 ? Double(after) / Double(before) - 1 : nil
        if after != before { finding.note = "\(before) before, \(after) now" }
        return finding
    }
}
