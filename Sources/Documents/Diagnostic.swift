// SPDX-License-Identifier: Apache-2.0

/// A place in a text, counted from 1; line 0 means "not from a text".
public struct Mark: Hashable, Sendable {
    /// As it was named by the user.
    public let file: String
    /// From 1; 0 where the whole file is meant.
    public let line: Int
    /// From 1; 0 where the whole line is meant.
    public let column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// One thing that is wrong, and where.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// Where it is.
    public let mark: Mark
    /// What is wrong, and what would be right.
    public let message: String

    /// A mistake at its place.
    public init(_ mark: Mark, _ message: String) {
        self.mark = mark
        self.message = message
    }

    public var description: String {
        mark.line > 0 ? "\(mark.file):\(mark.line):\(mark.column): \(message)" : "\(mark.file): \(message)"
    }
}

/// Everything that is wrong, in order of place.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
    /// In the order in which they were found.
    public let list: [Diagnostic]

    /// Mistakes that are reported together.
    public init(_ list: [Diagnostic]) {
        self.list = list.enumerated().sorted { a, b in
            let left = a.element.mark
            let right = b.element.mark
            return (left.file, left.line, left.column, a.offset) < (right.file, right.line, right.column, b.offset)
        }.map(\.element)
    }

    public var description: String { list.map(\.description).joined(separator: "\n") }
}
