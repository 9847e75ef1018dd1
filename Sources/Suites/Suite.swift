// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A checked suite: every cell with all defaults filled in, in the order in which they run and are listed.
public struct Suite: Sendable {
    public let name: String
    public let question: String
    public let file: String
    public let cells: [Cell]

    public init(name: String, question: String, file: String, cells: [Cell]) {
        self.name = name
        self.question = question
        self.file = file
        self.cells = cells
    }

    /// Only the cells that all filters admit; a filter admits what any of its globs matches, an empty one everything.
    public func filtered(datasets: [String], strategies: [String], seeds: Set<Int>?) -> Suite {
        func admits(_ globs: [String], _ text: String) -> Bool { globs.isEmpty || globs.contains { glob($0, text) } }
        return Suite(
            name: name, question: question, file: file,
            cells: cells.filter {
                admits(datasets, $0.labels.dataset) && admits(strategies, $0.labels.strategy)
                    && (seeds?.contains($0.spec.seed) ?? true)
            })
    }
}

/// Whether `text` matches a pattern in which `*` stands for anything.
func glob(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(parts[0]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
    }
    return rest.count >= parts[parts.count - 1].count && rest.hasSuffix(parts[parts.count - 1])
}
