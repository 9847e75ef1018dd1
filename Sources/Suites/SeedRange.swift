// SPDX-License-Identifier: Apache-2.0

/// `first..last`, both included, as suites and the command line write seeds.
public enum SeedRange {
    static let longest = 100_000

    /// nil if `text` is not a rising range of at most 100 000 integers.
    public static func parse(_ text: String) -> ClosedRange<Int>? {
        guard let dots = text.firstRange(of: ".."), let first = Int(text[..<dots.lowerBound]),
            let last = Int(text[dots.upperBound...]), first <= last
        else { return nil }
        let (length, overflow) = last.subtractingReportingOverflow(first)
        return overflow || length >= longest ? nil : first...last
    }
}
