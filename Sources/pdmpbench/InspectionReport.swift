// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Reports
import Strategies

/// An inspected data set as text, Markdown and JSON.
struct InspectionReport {
    private let inspection: DatasetInspection

    init(_ inspection: DatasetInspection) { self.inspection = inspection }

    private static let most = 40

    private var summary: [(title: String, text: String)] {
        var lines = inspection.about
        lines.append(
            (
                "rows",
                inspection.splits.map { "\($0.split.rawValue) \($0.rows) (\($0.items) items)" }.joined(separator: ", ")
            ))
        lines.append(("classes", inspection.balance.isEmpty ? "none" : String(inspection.balance.count)))
        if !inspection.digest.isEmpty { lines.append(("SHA-256", inspection.digest)) }
        lines.append(
            ("checksums", inspection.checkedFiles.map { "\($0) files compared with SHA256SUMS" } ?? "no SHA256SUMS"))
        return lines
    }

    private func columns(_ facts: DatasetInspection.ModalityFacts) -> [String] {
        let shape = facts.shape.map(String.init).joined(separator: " × ")
        let missing = facts.missing.reduce(0, +)
        return [
            facts.name, facts.kind, shape, facts.vocabulary > 0 ? String(facts.vocabulary) : "",
            missing == 0 ? "" : facts.missing.map(String.init).joined(separator: " / "),
            facts.mean.map { FixedPoint.text($0, 3) } ?? "", facts.deviation.map { FixedPoint.text($0, 3) } ?? "",
        ]
    }

    private static let titles = ["name", "kind", "shape", "vocabulary", "missing", "mean", "deviation"]

    private var rows: [[String]] {
        inspection.modalities.map(columns)
            + inspection.targets.map { facts in
                var row = columns(facts)
                row[0] = "target \(row[0])"
                return row
            }
    }

    var text: String {
        var text = "\(inspection.name)\n"
        for line in summary { text += "  \(line.title): \(line.text)\n" }
        for row in rows {
            text +=
                "  "
                + zip(InspectionReport.titles, row).dropFirst().reduce("\(row[0])") { line, entry in
                    entry.1.isEmpty ? line : line + ", \(entry.0) \(entry.1)"
                } + "\n"
        }
        for (label, counts) in inspection.balance.prefix(InspectionReport.most) {
            text += "  class \(label): \(counts.map(String.init).joined(separator: " / "))\n"
        }
        if inspection.balance.count > InspectionReport.most {
            text += "  … and \(inspection.balance.count - InspectionReport.most) more classes\n"
        }
        for fact in inspection.facts { text += "  \(fact.name): \(FixedPoint.text(fact.value, 4))\n" }
        for problem in inspection.problems { text += "wrong: \(problem)\n" }
        for note in inspection.notes { text += "note: \(note)\n" }
        return text + (inspection.problems.isEmpty ? "no leaks found\n" : "")
    }

    func markdown(pictures: Bool) -> String {
        func table(_ header: [String], _ rows: [[String]]) -> String {
            ([header, header.map { _ in "---" }] + rows).map { row in
                "| " + row.map { $0 == "---" ? $0 : Markdown.escape($0) }.joined(separator: " | ") + " |\n"
            }.joined()
        }
        var text = "# Data: \(Markdown.escape(inspection.name))\n\n"
        text += table(["", ""], summary.map { [$0.title, $0.text] })
        text += "\n## Modalities\n\n" + table(InspectionReport.titles, rows)
        if pictures {
            for sheet in inspection.sheets {
                text +=
                    "\n\(Markdown.escape(sheet.modality)), rows of train:\n\n![\(Markdown.escape(sheet.modality))](\(file(sheet.modality)))\n"
            }
        }
        if !inspection.balance.isEmpty {
            text += "\n## Label balance\n\n"
            text += table(
                ["class", "train", "validation", "test"],
                inspection.balance.map { [$0.label] + $0.rows.map(String.init) })
        }
        if !inspection.facts.isEmpty {
            text += "\n## Known beforehand\n\n"
            text += table(["fact", "value"], inspection.facts.map { [$0.name, FixedPoint.text($0.value, 4)] })
        }
        text += "\n## Leaks and checksums\n\n"
        text +=
            inspection.problems.isEmpty
            ? "None found.\n" : inspection.problems.map { "- \(Markdown.escape($0))\n" }.joined()
        if !inspection.notes.isEmpty {
            text += "\n## Notes\n\n"
            for note in inspection.notes {
                let lines = note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                text += "- \(Markdown.escape(lines[0]))\n"
                if lines.count > 1 { text += "\n```yaml\n" + lines.dropFirst().joined(separator: "\n") + "\n```\n" }
            }
        }
        return text
    }

    private func file(_ modality: String) -> String {
        "samples/" + modality.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined() + ".png"
    }

    var json: String {
        func facts(_ list: [DatasetInspection.ModalityFacts]) -> ConfigValue {
            .array(
                list.map { facts in
                    [
                        "name": .string(facts.name), "kind": .string(facts.kind),
                        "shape": .array(facts.shape.map { .int($0) }), "vocabulary": .int(facts.vocabulary),
                        "missing": .array(facts.missing.map { .int($0) }),
                        "mean": facts.mean.map { .double($0) } ?? .null,
                        "deviation": facts.deviation.map { .double($0) } ?? .null,
                    ]
                })
        }
        let value: ConfigValue = [
            "name": .string(inspection.name), "digest": .string(inspection.digest),
            "splits": .object(
                inspection.splits.reduce(into: [:]) {
                    $0[$1.split.rawValue] = ["rows": .int($1.rows), "items": .int($1.items)]
                }),
            "modalities": facts(inspection.modalities), "targets": facts(inspection.targets),
            "balance": .array(
                inspection.balance.map { ["label": .string($0.label), "rows": .array($0.rows.map { .int($0) })] }),
            "facts": .object(inspection.facts.reduce(into: [:]) { $0[$1.name] = .double($1.value) }),
            "checked_files": inspection.checkedFiles.map { .int($0) } ?? .null,
            "problems": .array(inspection.problems.map { .string($0) }),
            "notes": .array(inspection.notes.map { .string($0) }),
        ]
        return value.canonicalJSON
    }

    /// `report.md` and the sheets of pictures.
    func write(to folder: URL) throws {
        for sheet in inspection.sheets {
            let url = folder.appendingPathComponent(file(sheet.modality))
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(sheet.png).write(to: url, options: .atomic)
        }
        try WholeFile.write(markdown(pictures: true), to: folder.appendingPathComponent("report.md"))
    }
}
