// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// What tells two specifications apart, key by key.
public enum SpecDifference {
    /// A key whose values differ.
    public struct Change: Equatable, Sendable, CustomStringConvertible {
        /// Keys from the root: "budget.epochs".
        public let path: String
        /// nil where the key is absent.
        public let before: ConfigValue?
        /// nil where the key is absent.
        public let after: ConfigValue?

        public var description: String {
            func text(_ value: ConfigValue?) -> String { value?.canonicalJSON ?? "absent" }
            return "\(path): \(text(before)) → \(text(after))"
        }
    }

    /// In order of path; equal values have no entry.
    public static func changes(from before: ConfigValue, to after: ConfigValue) -> [Change] {
        var list: [Change] = []
        collect(before, after, "", &list)
        return list
    }

    /// The one of `candidates` with the fewest changes; the first of equals.
    public static func nearest(
        to wanted: ConfigValue, among candidates: [ConfigValue]
    ) -> (index: Int, changes: [Change])? {
        var best: (index: Int, changes: [Change])?
        for (index, candidate) in candidates.enumerated() {
            let changes = changes(from: candidate, to: wanted)
            if changes.count < best?.changes.count ?? Int.max { best = (index, changes) }
        }
        return best
    }

    private static func collect(_ before: ConfigValue?, _ after: ConfigValue?, _ path: String, _ list: inout [Change]) {
        if before?.canonicalJSON == after?.canonicalJSON { return }
        guard let a = before?.objectValue, let b = after?.objectValue else {
            list.append(Change(path: path, before: before, after: after))
            return
        }
        for key in Set(a.keys).union(b.keys).sorted() {
            collect(a[key], b[key], path.isEmpty ? key : "\(path).\(key)", &list)
        }
    }
}
