// SPDX-License-Identifier: Apache-2.0

/// A data file that cannot be used: which one, and what is wrong with it.
public struct FormatError: Error, Equatable, CustomStringConvertible {
    /// As the table or manifest calls it.
    public let file: String
    /// What is wrong, in one line.
    public let message: String

    /// What is wrong with a file; control characters are replaced, long texts cut.
    public init(_ file: String, _ message: String) {
        self.file = FormatError.printable(file)
        self.message = FormatError.printable(message)
    }

    /// One short line, whatever a file made us quote.
    private static func printable(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(400) {
            let isControl =
                scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
            line.unicodeScalars.append(isControl ? "?" : scalar)
        }
        return text.unicodeScalars.count > 400 ? line + "…" : line
    }

    public var description: String { "\(file): \(message)" }
}
