// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Sources of what was run.
enum CitationsSection: ReportSection {
    static let id = "citations"
    static let title = "Citations of what was run"

    /// Cards of things that occur in the records and name a source.
    static func used(_ input: ReportInput) -> [Card] {
        var ids: Set<String> = []
        for record in input.exampleRecords where !record.isExternal {
            let spec = record.spec
            ids.insert("strategy/\(spec.strategy.id)")
            if let tuned = spec.tunedStrategy { ids.insert("strategy/\(tuned)") }
            ids.insert("fusion/\(spec.fusion.id)")
            ids.insert("dataset/\(spec.dataset.id)")
            ids.insert("optimizer/\(spec.optimizer.id)")
            for encoder in spec.encoders.values.map(\.id).sorted() { ids.insert("encoder/\(encoder)") }
        }
        return input.sources.filter { ids.contains($0.id) && !($0.reference.isEmpty && $0.bibtex.isEmpty) }
    }

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        let cards = used(input)
        guard !cards.isEmpty else { return [] }
        let lines = cards.map { "- \(Markdown.escape($0.title)): \(Markdown.escape($0.reference))\n" }.joined()
        // Forms of one method share an entry.
        var entries: [String] = []
        for card in cards where !card.bibtex.isEmpty && !entries.contains(card.bibtex) { entries.append(card.bibtex) }
        guard !entries.isEmpty else { return [.text(lines)] }
        return [.text(lines), .text("```bibtex\n\(entries.joined(separator: "\n"))\n```")]
    }
}
