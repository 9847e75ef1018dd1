// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// The verdict as Markdown: a section of the report, a step summary, a comment.
public enum GateMarkdown {
    /// All findings, the bad ones first; rows beyond `limit` bytes are counted instead of shown.
    public static func text(_ verdict: GateVerdict, limit: Int = .max) -> String {
        var text = "## Gate: \(verdict.judgement.rawValue)\n\n\(escaped(verdict.sentence))\n"
        for failure in verdict.failures { text += "\n- failed: \(escaped(failure))" }
        if !verdict.failures.isEmpty { text += "\n" }
        for note in verdict.notes { text += "\n- \(escaped(note))" }
        let repeats = verdict.attempts.dropFirst()
        if !repeats.isEmpty {
            let reasons = repeats.map { $0.reason.isEmpty ? "no reason given" : $0.reason }.joined(separator: "; ")
            text +=
                "\n- \(escaped("time was measured \(verdict.attempts.count) times, all of it pooled; repeated because: \(reasons)"))"
        }
        if !verdict.notes.isEmpty || !repeats.isEmpty { text += "\n" }
        let order: [Judgement] = [.regressed, .traded, .inconclusive, .incomparable, .improved, .equivalent]
        let sorted = order.flatMap { word in verdict.findings.filter { $0.judgement == word } }
        guard !sorted.isEmpty else { return text }
        text += "\n| verdict | tier | subject | metric | change | margin | pairs | note |\n"
        text += "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        for (index, finding) in sorted.enumerated() {
            let row = row(finding)
            let rest = "\n\(sorted.count - index) more rows are in verdict.json.\n"
            if text.utf8.count + row.utf8.count + rest.utf8.count > limit { return text + rest }
            text += row
        }
        return text
    }

    private static func row(_ finding: Finding) -> String {
        let margin =
            finding.margin == 0
            ? "" : finding.tier == .quality ? FixedPoint.text(finding.margin, 4) : percent(finding.margin)
        var notes: [String] = []
        if !finding.note.isEmpty { notes.append(finding.note) }
        if let detectable = finding.detectable, detectable.isFinite,
            finding.judgement == .inconclusive || finding.tier == .quality
        {
            notes.append(
                "would find \(finding.tier == .quality ? FixedPoint.text(detectable, 4) : percent(detectable))")
        }
        if let needed = finding.pairsNeeded {
            notes.append("needs about \(needed) \(finding.tier == .quality ? "seeds" : "pairs")")
        }
        let cells = [
            finding.judgement.rawValue, finding.tier.title, finding.subject, finding.metric, finding.sizeText, margin,
            finding.pairs == 0 ? "" : String(finding.pairs), notes.joined(separator: "; "),
        ]
        return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "|", "`", "*", "_", "\\", "[", "]": result += "\\\(character)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
        return result
    }
}
