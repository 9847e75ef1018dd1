// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// One thing in which two outcomes of the same cell differ, bit for bit: the exact comparison of `run --baseline` and of
/// the gate.
///
/// An outcome is an object with `state`, `parameters_sha256` and `metrics`: a line of `cells.jsonl` or of a baseline.
public struct CellDifference: Equatable, Sendable, CustomStringConvertible {
    /// "state", "digest", or the metric's name.
    public let name: String
    /// As they are written; nil where there is none.
    public let before: String?
    /// nil where the cell or metric is absent.
    public let after: String?

    public var description: String {
        if name == "digest" {
            return "parameters_sha256 is \(after?.prefix(16) ?? "absent"), expected \(before?.prefix(16) ?? "absent")"
        }
        return "\(name) is \(after ?? "absent"), expected \(before ?? "nothing")"
    }

    /// State first, then metrics in order of name, then the digest of the parameters; none means the same bits.
    public static func between(_ before: ConfigValue, _ after: ConfigValue) -> [CellDifference] {
        var found: [CellDifference] = []
        func compare(_ name: String, _ old: String?, _ new: String?) {
            if old != new { found.append(CellDifference(name: name, before: old, after: new)) }
        }
        compare("state", before["state"]?.stringValue, after["state"]?.stringValue)
        let old = before["metrics"]?.objectValue ?? [:]
        let new = after["metrics"]?.objectValue ?? [:]
        // Compared as text: what was written is what must come out again.
        for name in Set(old.keys).union(new.keys).sorted() {
            compare(name, old[name]?.canonicalJSON, new[name]?.canonicalJSON)
        }
        compare("digest", before["parameters_sha256"]?.stringValue, after["parameters_sha256"]?.stringValue)
        return found
    }
}
