// SPDX-License-Identifier: Apache-2.0

/// A data file that cannot be used: which one, and what is wrong with it.
public struct FormatError: Error, Equatable, CustomStringConvertible {
    public let file: String
    public let message: String

    public init(_ file: String, _ message: String) {
        self.file = file
        self.message = message
    }

    public var description: String { "\(file): \(message)" }
}
