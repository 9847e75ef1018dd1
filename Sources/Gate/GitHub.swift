// SPDX-License-Identifier: Apache-2.0

/// Workflow commands and summaries as GitHub reads them.
public enum GitHub {
    /// Annotations of a kind that a step shows; the rest is dropped silently there, so it is counted in the last one here.
    public static let shown = 10
    /// A step summary may have 1 MiB, a comment 64 kB.
    public static let summaryLimit = 1 << 20
    /// Characters that a comment may have.
    public static let commentLimit = 65_536

    /// `::error …` and `::warning …` lines.
    public static func annotations(_ verdict: GateVerdict) -> [String] {
        let worse = verdict.blocking.filter { $0.judgement == .regressed || $0.judgement == .traded }
        let unclear = verdict.blocking.filter { $0.judgement == .inconclusive || $0.judgement == .incomparable }
        return limited(worse, "error", "regression") + limited(unclear, "warning", "not decided")
    }

    private static func limited(_ findings: [Finding], _ kind: String, _ title: String) -> [String] {
        let fits = findings.count <= shown ? findings.count : shown - 1
        var lines = findings.prefix(fits).map { finding in
            "::\(kind) title=\(property("\(title): \(finding.subject)"))::\(message(finding.line))"
        }
        if findings.count > fits {
            lines.append("::\(kind) title=\(property(title))::\(findings.count - fits) more, see the report")
        }
        return lines
    }

    /// Scalar by scalar: a carriage return with a line feed is one character to Swift and two to GitHub.
    static func message(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

    static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

    private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if special.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
