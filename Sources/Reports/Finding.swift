// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// What came out, as data; its sentence can be read back.
public enum Finding: Equatable, Sendable {
    /// How a comparison ended.
    public enum Outcome: Equatable, Sendable {
        /// Significantly better; equal within the margin; significantly worse.
        case wins, ties, loses
        /// No difference shown and none excluded; seeds for 80 % power at what was seen, 0 where nothing was seen.
        case open(seeds: Int)
        /// So few seeds cannot decide.
        case undecidable(needs: Int)
    }

    /// One strategy against joint training on one problem; `p` with what stands before it: "= 0.016", "< 0.001".
    case comparison(
        problem: String, strategy: String, baseline: String, metric: String, difference: String, p: String, seeds: Int,
        outcome: Outcome)
    /// How often a strategy won, tied and lost.
    case tally(strategy: String, wins: Int, ties: Int, losses: Int, open: Int)
    /// The same against the balancing strategy that validation prefers on each problem.
    case balancing(strategy: String, wins: Int, ties: Int, losses: Int, open: Int)
    /// The strategy with the best mean of a problem.
    case best(problem: String, strategy: String, metric: String, score: String)
    /// Joint training is better than the best single modality.
    case above(problem: String, modality: String, metric: String, difference: String)
    /// Joint training is worse than the best single modality.
    case below(problem: String, modality: String, metric: String, difference: String)
    /// Cells that failed.
    case failures(failed: Int, total: Int)
    /// Cells that cannot be.
    case inapplicable(cells: Int, total: Int)

    /// Names stand between typographic quotes, which are kept out of names; so a sentence can be taken apart.
    private static let templates: [(kind: String, text: String)] = [
        (
            "wins",
            "On “{problem}”, “{strategy}” **wins** against “{baseline}”: {metric} {difference}, p {p} over {seeds} seeds."
        ),
        (
            "ties",
            "On “{problem}”, “{strategy}” **ties** with “{baseline}”: {metric} {difference}, p {p} over {seeds} seeds."
        ),
        (
            "loses",
            "On “{problem}”, “{strategy}” **loses** to “{baseline}”: {metric} {difference}, p {p} over {seeds} seeds."
        ),
        (
            "open",
            "On “{problem}”, whether “{strategy}” differs from “{baseline}” stays **open**: {metric} {difference}, p {p} over {seeds} seeds; to show a difference of this size would take about {needs} seeds."
        ),
        (
            "flat",
            "On “{problem}”, whether “{strategy}” differs from “{baseline}” stays **open**: {metric} {difference}, p {p} over {seeds} seeds."
        ),
        (
            "undecidable",
            "On “{problem}”, “{strategy}” against “{baseline}” **cannot be decided** with {seeds} seeds (needs ≥ {needs}): {metric} {difference}, p {p}."
        ),
        (
            "tally",
            "Against joint training “{strategy}” wins {wins}, ties {ties} and loses {losses} comparisons; {open} are open or cannot be decided."
        ),
        (
            "balancing",
            "Against the balancing strategy that validation prefers “{strategy}” wins {wins}, ties {ties} and loses {losses} comparisons; {open} are open or cannot be decided."
        ),
        ("best", "On “{problem}”, “{strategy}” has the best mean: {metric} {score}."),
        (
            "above",
            "On “{problem}”, joint training beats the best single modality, “{modality}”, by {difference} in {metric}."
        ),
        (
            "below",
            "On “{problem}”, joint training falls short of the best single modality, “{modality}”, by {difference} in {metric}."
        ),
        ("failures", "{failed} of {total} cells **failed**."),
        ("inapplicable", "{cells} of {total} cells cannot be: the strategy cannot act there."),
    ]

    private var fields: (kind: String, values: [String: String]) {
        switch self {
        case .comparison(
            let problem, let strategy, let baseline, let metric, let difference, let p, let seeds, let outcome):
            var values = [
                "problem": problem, "strategy": strategy, "baseline": baseline, "metric": metric,
                "difference": difference, "p": p, "seeds": "\(seeds)",
            ]
            switch outcome {
            case .wins: return ("wins", values)
            case .ties: return ("ties", values)
            case .loses: return ("loses", values)
            case .open(seeds: 0): return ("flat", values)
            case .open(let seeds):
                values["needs"] = "\(seeds)"
                return ("open", values)
            case .undecidable(let needs):
                values["needs"] = "\(needs)"
                return ("undecidable", values)
            }
        case .tally(let strategy, let wins, let ties, let losses, let open):
            return ("tally", Finding.counts(strategy, wins, ties, losses, open))
        case .balancing(let strategy, let wins, let ties, let losses, let open):
            return ("balancing", Finding.counts(strategy, wins, ties, losses, open))
        case .best(let problem, let strategy, let metric, let score):
            return ("best", ["problem": problem, "strategy": strategy, "metric": metric, "score": score])
        case .above(let problem, let modality, let metric, let difference):
            return ("above", ["problem": problem, "modality": modality, "metric": metric, "difference": difference])
        case .below(let problem, let modality, let metric, let difference):
            return ("below", ["problem": problem, "modality": modality, "metric": metric, "difference": difference])
        case .failures(let failed, let total): return ("failures", ["failed": "\(failed)", "total": "\(total)"])
        case .inapplicable(let cells, let total): return ("inapplicable", ["cells": "\(cells)", "total": "\(total)"])
        }
    }

    private static func counts(_ strategy: String, _ wins: Int, _ ties: Int, _ losses: Int, _ open: Int) -> [String:
        String]
    {
        ["strategy": strategy, "wins": "\(wins)", "ties": "\(ties)", "losses": "\(losses)", "open": "\(open)"]
    }

    /// One sentence of Markdown.
    public var sentence: String {
        let (kind, values) = fields
        guard let template = Finding.templates.first(where: { $0.kind == kind })?.text else { return "" }
        return Finding.pieces(template).map { piece in
            piece.isField ? Finding.plain(values[piece.text] ?? "") : piece.text
        }.joined()
    }

    /// A name or number as it stands in a sentence.
    private static func plain(_ text: String) -> String {
        Markdown.escape(text.replacing("“", with: "\"").replacing("”", with: "\""))
    }

    /// The finding whose sentence this is, names as Markdown shows them; nil for any other text.
    public init?(sentence: String) {
        for template in Finding.templates {
            guard let values = Finding.match(sentence, template.text),
                let finding = Finding(kind: template.kind, values)
            else { continue }
            self = finding
            return
        }
        return nil
    }

    private init?(kind: String, _ values: [String: String]) {
        func text(_ key: String) -> String { values[key].map(Finding.unescape) ?? "" }
        func number(_ key: String) -> Int { values[key].flatMap { Int($0) } ?? -1 }
        func comparison(_ outcome: Outcome) -> Finding {
            .comparison(
                problem: text("problem"), strategy: text("strategy"), baseline: text("baseline"),
                metric: text("metric"), difference: text("difference"), p: text("p"), seeds: number("seeds"),
                outcome: outcome)
        }
        switch kind {
        case "wins": self = comparison(.wins)
        case "ties": self = comparison(.ties)
        case "loses": self = comparison(.loses)
        case "open": self = comparison(.open(seeds: number("needs")))
        case "flat": self = comparison(.open(seeds: 0))
        case "undecidable": self = comparison(.undecidable(needs: number("needs")))
        case "tally":
            self = .tally(
                strategy: text("strategy"), wins: number("wins"), ties: number("ties"), losses: number("losses"),
                open: number("open"))
        case "balancing":
            self = .balancing(
                strategy: text("strategy"), wins: number("wins"), ties: number("ties"), losses: number("losses"),
                open: number("open"))
        case "best":
            self = .best(
                problem: text("problem"), strategy: text("strategy"), metric: text("metric"), score: text("score"))
        case "above":
            self = .above(
                problem: text("problem"), modality: text("modality"), metric: text("metric"),
                difference: text("difference"))
        case "below":
            self = .below(
                problem: text("problem"), modality: text("modality"), metric: text("metric"),
                difference: text("difference"))
        case "failures": self = .failures(failed: number("failed"), total: number("total"))
        case "inapplicable": self = .inapplicable(cells: number("cells"), total: number("total"))
        default: return nil
        }
    }

    // MARK: Templates

    private static func pieces(_ template: String) -> [(text: String, isField: Bool)] {
        var pieces: [(String, Bool)] = []
        for (index, part) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: "}") else {
                if !part.isEmpty { pieces.append((String(part), false)) }
                continue
            }
            pieces.append((String(part[..<end]), true))
            let rest = part[part.index(after: end)...]
            if !rest.isEmpty { pieces.append((String(rest), false)) }
        }
        return pieces
    }

    private static func match(_ sentence: String, _ template: String) -> [String: String]? {
        var values: [String: String] = [:]
        var rest = sentence[...]
        let pieces = pieces(template)
        for (index, piece) in pieces.enumerated() {
            guard piece.isField else {
                guard rest.hasPrefix(piece.text) else { return nil }
                rest = rest.dropFirst(piece.text.count)
                continue
            }
            // The last words stand at the end; a number's point is not the sentence's.
            let options: String.CompareOptions = index + 2 == pieces.count ? [.backwards, .anchored] : []
            guard index + 1 < pieces.count, let end = rest.range(of: pieces[index + 1].text, options: options) else {
                return nil
            }
            values[piece.text] = String(rest[..<end.lowerBound])
            rest = rest[end.lowerBound...]
        }
        return rest.isEmpty ? values : nil
    }

    private static func unescape(_ text: String) -> String {
        var result = ""
        var escaped = false
        for character in text.replacing("&amp;", with: "&") {
            if character == "\\", !escaped {
                escaped = true
            } else {
                result.append(character)
                escaped = false
            }
        }
        return result
    }
}
