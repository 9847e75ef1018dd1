// SPDX-License-Identifier: Apache-2.0

/// A place in a text, counted from 1; line 0 means "not from a text".
public struct Mark: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// One thing that is wrong, and where.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    public let mark: Mark
    public let message: String

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
    public let list: [Diagnostic]

    public init(_ list: [Diagnostic]) {
        self.list = list.enumerated().sorted { a, b in
            let left = a.element.mark
            let right = b.element.mark
            return (left.file, left.line, left.column, a.offset) < (right.file, right.line, right.column, b.offset)
        }.map(\.element)
    }

    public var description: String { list.map(\.description).joined(separator: "\n") }
}
