// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A verdict of random findings with hostile names.
private func randomVerdict(_ seed: Int) -> GateVerdict {
    var stream = RandomKey(seed: seed).stream()
    let names = ["w1", "a|b", "<i>&\"'", "100%\r\n::error::x", "späte, Reihe: 1", "]]>", "`code`", "\u{1}\u{1b}[31m"]
    let findings = (0..<stream.below(30)).map { _ in
        Finding(
            tier: Tier.allCases[stream.below(5)], subject: names[stream.below(names.count)],
            metric: names[stream.below(names.count)], judgement: Judgement.allCases[stream.below(6)],
            change: stream.below(3) == 0 ? nil : Double(stream.uniform()) - 0.5, pairs: stream.below(20),
            margin: 0.01, note: names[stream.below(names.count)])
    }
    return GateVerdict(
        base: "base", head: "head", profile: "pr", findings: findings,
        failures: (0..<stream.below(3)).map { _ in names[stream.below(names.count)] },
        notes: (0..<stream.below(3)).map { _ in names[stream.below(names.count)] },
        attempts: (0..<stream.below(3)).map { .init(taken: Double($0), reason: names[stream.below(names.count)]) },
        machine: ["cpu": names[stream.below(names.count)]], seconds: 1.5)
}

@Suite struct GateVerdictTests {
    private func finding(_ tier: Tier, _ judgement: Judgement) -> Finding {
        Finding(tier: tier, subject: "s", metric: "m", judgement: judgement)
    }

    private func verdict(_ findings: [Finding], trade: Bool = false, failures: [String] = []) -> GateVerdict {
        GateVerdict(
            base: "b", head: "h", profile: "pr", findings: findings, acceptsTrade: trade, failures: failures)
    }

    @Test func `speed bought with quality is a trade and blocks unless accepted`() {
        let findings = [finding(.time, .improved), finding(.quality, .regressed)]
        #expect(verdict(findings).judgement == .traded)
        #expect(verdict(findings).exitCode() == 3)
        #expect(verdict(findings, trade: true).exitCode() == 0)
        let other = [finding(.time, .regressed), finding(.quality, .improved)]
        #expect(verdict(other).judgement == .traded)
        // Losing both is no trade, and bits that differ never are.
        #expect(verdict(findings + [finding(.counts, .regressed)]).judgement == .regressed)
        #expect(verdict(findings + [finding(.exact, .regressed)], trade: true).exitCode() == 3)
    }

    @Test func `every exit code has its cause`() {
        #expect(verdict([finding(.time, .equivalent)]).exitCode() == 0)
        #expect(verdict([finding(.time, .equivalent)], failures: ["x"]).exitCode() == 1)
        #expect(verdict([finding(.exact, .regressed)]).exitCode() == 3)
        #expect(verdict([finding(.time, .inconclusive)]).exitCode() == 0)
        #expect(verdict([finding(.time, .inconclusive)]).exitCode(strict: true) == 4)
        #expect(verdict([finding(.time, .improved)]).exitCode(ratchet: true) == 5)
        #expect(verdict([]).exitCode() == 6)
        #expect(verdict([], failures: ["the head tree does not build"]).exitCode() == 1)
        #expect(verdict([], failures: ["the head tree does not build"]).sentence.contains("does not build"))
        var refused = verdict([finding(.time, .regressed)])
        refused.refusal = "the last A/A run is 40 days old"
        #expect(refused.exitCode() == 8)
    }

    @Test func `history advises and never blocks`() {
        #expect(verdict([finding(.exact, .equivalent), finding(.history, .regressed)]).exitCode() == 0)
    }

    @Test func `a thousand verdicts say the same in every form`() throws {
        for seed in 0..<1000 {
            let verdict = randomVerdict(seed)
            let json = verdict.json()
            let found = json["findings"]?.arrayValue ?? []
            let xml = JUnitReading(JUnit.text(verdict))
            #expect(xml.isWellFormed, "seed \(seed)")
            let markdown = GateMarkdown.text(verdict)
            #expect(found.count == verdict.findings.count && xml.cases == found.count + verdict.failures.count)
            let blocking = verdict.findings.filter {
                $0.tier != .history && ($0.judgement == .regressed || $0.judgement == .traded)
            }
            #expect(xml.failures == blocking.count && xml.declaredFailures == blocking.count)
            #expect(xml.errors == verdict.failures.count)
            #expect(
                xml.regressionTypes == blocking.filter { $0.isCost }.count, "types of failure, seed \(seed)")
            let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }.count
            #expect(rows == (found.isEmpty ? 0 : found.count + 2))
            #expect(markdown.contains("## Gate: \(verdict.judgement.rawValue)"))
            #expect(json["verdict"]?.stringValue == verdict.judgement.rawValue)
            #expect(json["exit_code"]?.intValue == Int(verdict.exitCode()))
            // As many items as failures, notes and one line on repeats; none of them breaks out of its line.
            let items = markdown.split(separator: "\n").filter { $0.hasPrefix("- ") }.count
            #expect(items == verdict.failures.count + verdict.notes.count + (verdict.attempts.count > 1 ? 1 : 0))
            #expect(json["notes"]?.arrayValue?.count == verdict.notes.count)
            #expect(json["attempts"]?.arrayValue?.count == verdict.attempts.count)
            let annotations = GitHub.annotations(verdict)
            #expect(annotations.allSatisfy { !$0.contains("\n") && !$0.contains("\r") })
            let errors = annotations.filter { $0.hasPrefix("::error") }
            #expect(errors.count == min(blocking.count, GitHub.shown))
            #expect(annotations.filter { $0.hasPrefix("::warning") }.count <= GitHub.shown)
        }
    }

    @Test func `a comment that does not fit counts the rows it leaves out`() {
        let findings = (0..<2000).map { number in
            Finding(tier: .time, subject: "benchmark \(number)", metric: "time", judgement: .equivalent, change: 0.001)
        }
        let text = GateMarkdown.text(verdict(findings), limit: GitHub.commentLimit)
        #expect(text.utf8.count <= GitHub.commentLimit)
        #expect(text.contains("more rows are in verdict.json"))
    }
}

/// Reads JUnit XML with Foundation's parser.
private final class JUnitReading: NSObject, XMLParserDelegate {
    private(set) var cases = 0
    private(set) var failures = 0
    private(set) var errors = 0
    private(set) var declaredFailures = 0
    private(set) var regressionTypes = 0
    private(set) var isWellFormed = false

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
        attributes: [String: String]
    ) {
        switch name {
        case "testcase": cases += 1
        case "failure":
            failures += 1
            if attributes["type"] == "regression" { regressionTypes += 1 }
        case "error": errors += 1
        case "testsuites": declaredFailures = Int(attributes["failures"] ?? "") ?? -1
        default: break
        }
    }
}
