// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// JUnit XML of a verdict: a suite for each tier, a case for each finding.
public enum JUnit {
    /// The verdict as `junit.xml`.
    public static func text(_ verdict: GateVerdict) -> String {
        var cases: [String] = []
        var (failures, errors, skipped) = (0, 0, 0)
        var suites: [String] = []
        for tier in Tier.allCases {
            let findings = verdict.findings.filter { $0.tier == tier }
            guard !findings.isEmpty else { continue }
            cases = findings.map(testCase)
            let failed = findings.filter { failureType($0) != nil }.count
            let skips = findings.filter { failureType($0) == nil && isSkipped($0) }.count
            failures += failed
            skipped += skips
            suites.append(
                """
                  <testsuite name="\(escaped(tier.title))" tests="\(findings.count)" failures="\(failed)" errors="0" skipped="\(skips)" time="0">
                \(cases.joined(separator: "\n"))
                  </testsuite>
                """)
        }
        if !verdict.failures.isEmpty {
            errors = verdict.failures.count
            let rows = verdict.failures.enumerated().map { index, sentence in
                """
                    <testcase classname="run" name="failure \(index + 1)" time="0">
                      <error type="crash" message="\(escaped(sentence))"/>
                    </testcase>
                """
            }
            suites.append(
                """
                  <testsuite name="run" tests="\(errors)" failures="0" errors="\(errors)" skipped="0" time="0">
                \(rows.joined(separator: "\n"))
                  </testsuite>
                """)
        }
        let total = verdict.findings.count + verdict.failures.count
        let body = suites.isEmpty ? "" : suites.joined(separator: "\n") + "\n"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="pdmpbench gate" tests="\(total)" failures="\(failures)" errors="\(errors)" skipped="\(skipped)" time="\(FixedPoint.text(verdict.seconds, 3))">
            \(body)</testsuites>

            """
    }

    private static func testCase(_ finding: Finding) -> String {
        let open =
            "    <testcase classname=\"\(escaped(finding.subject))\" name=\"\(escaped(finding.metric))\" time=\"0\""
        if let type = failureType(finding) {
            return
                "\(open)>\n      <failure type=\"\(type)\" message=\"\(escaped(finding.line))\"/>\n    </testcase>"
        }
        if isSkipped(finding) {
            return "\(open)>\n      <skipped message=\"\(escaped(finding.line))\"/>\n    </testcase>"
        }
        return open + "/>"
    }

    /// nil where the case does not fail.
    static func failureType(_ finding: Finding) -> String? {
        guard finding.judgement == .regressed || finding.judgement == .traded, finding.tier != .history else {
            return nil
        }
        switch finding.tier {
        case .exact: return "determinism"
        case .quality: return "quality"
        default: return "regression"
        }
    }

    static func isSkipped(_ finding: Finding) -> Bool {
        finding.judgement == .inconclusive || finding.judgement == .incomparable
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            case "\r": result += "&#13;"
            case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": result += "?"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
